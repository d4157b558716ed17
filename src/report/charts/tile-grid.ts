/** A grid of tiles, one for each city: where each stands, and its short name. */

import type { PlanPlace } from '../../plan/plan.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import { phrase } from '../words/bilingual.js'

/** px between tiles. */
export const TILE_GAP = 4

export interface TileSize {
  readonly width: number
  readonly height: number
}

/** px of the sides and the middle of a tile that stands in a column and row. */
export function tileEdges([column, row]: readonly [number, number], { width, height }: TileSize) {
  return {
    left: column * width,
    right: (column + 1) * width - TILE_GAP,
    middle: (column + 0.5) * width - TILE_GAP / 2,
    top: row * height,
    bottom: (row + 1) * height - TILE_GAP,
    center: (row + 0.5) * height - TILE_GAP / 2,
  }
}

/** Places with the tile of each; undefined where one of them has none. */
export function placedOn<Place extends { readonly code: string }>(
  map: readonly PlanPlace[],
  places: readonly Place[],
): { readonly place: Place; readonly tile: readonly [number, number] }[] | undefined {
  const tileOf = new Map(map.map(({ code, tile }) => [code, tile]))
  const placed = places.flatMap((place) => {
    const tile = tileOf.get(place.code)
    return tile ? [{ place, tile }] : []
  })
  return placed.length > 0 && placed.length === places.length ? placed : undefined
}

/** Columns and rows that tiles take. */
export function gridExtent(tiles: readonly { readonly tile: readonly [number, number] }[]): [number, number] {
  const along = (axis: 0 | 1) => Math.max(...tiles.map(({ tile }) => tile[axis])) + 1
  return [along(0), along(1)]
}

/** A city without the word for city. */
export const shortName = ({ en, zh }: Bilingual): Bilingual =>
  phrase(en, zh.length > 2 ? zh.replace(/市$/, '') : zh)
