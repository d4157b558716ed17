/** The cities on a grid for each service that lacks something: how much is to be added, and in which year most. */
import type { PlaceNeeds, ServiceNeeds, Summary } from '../../analysis/summary.js'
import { isLacking } from '../needs/words.js'
import { inEach } from '../words/bilingual.js'
import { amount } from '../words/numbers.js'
import { type PixelPositions, pixelPositions, TEXT_ON_FIELD } from './axes.js'
import { inner, legendOf, type Size } from './kit.js'
import { label, wrappedLabel } from './labels.js'
import { corners, texts } from './layers.js'
import { NEED_ENTRIES, needStep } from './need-steps.js'
import type { ChartSpec } from './render.js'
import { colour, TYPE } from './theme.js'
import { gridExtent, placedOn, shortName, TILE_GAP, tileEdges } from './tile-grid.js'

/** Maps beside each other, and px: between two, for the title above each, and of a tile. */
const ACROSS = { wide: 2, narrow: 1 } as const
const BETWEEN = 22
const TITLE = 26
const HEIGHT = 68
/** Tiles narrower than this cannot hold a number. */
const NARROWEST = 42

/** Undefined where a city has no place on the grid, or the grid has too many columns for numbers. */
export function needTiles(
  summary: Summary,
  services: readonly ServiceNeeds[],
  size: Size,
): ChartSpec | undefined {
  const cities = summary.map.slice(1)
  const placed = placedOn(summary.map, cities)
  if (!placed || services.length === 0) return undefined
  const [columns, rows] = gridExtent(placed)
  const across = Math.min(ACROSS[size], services.length)
  const panel = Math.min(440, (inner(size, 10) - BETWEEN * (across - 1)) / across)
  const tile = { width: panel / columns, height: HEIGHT }
  if (tile.width < NARROWEST) return undefined
  const down = TITLE + rows * HEIGHT + BETWEEN
  const width = across * panel + BETWEEN * (across - 1)
  const height = down * Math.ceil(services.length / across) - BETWEEN
  const corner = (at: number) => ({
    left: (at % across) * (panel + BETWEEN),
    top: Math.floor(at / across) * down,
  })
  const tiles = services.flatMap(({ places, unit }, at) =>
    placed.flatMap(({ place, tile: spot }) => {
      const found = places.find(({ code }) => code === place.code)
      const { left, top } = corner(at)
      const edges = moved(tileEdges(spot, tile), left, top + TITLE)
      return found ? [{ ...edges, ...wordsOf(found, unit, tile.width) }] : []
    }),
  )
  const heads = services.map(({ title }, at) => ({ ...corner(at), text: label(title) }))
  return {
    width,
    height,
    data: { values: tiles },
    layer: tileLayers(heads, pixelPositions([0, width], height), size),
  }
}

/** Tiles with name, number and year, and the title above each map. */
function tileLayers(heads: readonly object[], at: PixelPositions, size: Size) {
  const line = (text: string, y: string, mark: object) => ({
    mark: { type: 'text' as const, fontSize: TYPE.label, ...mark },
    encoding: { x: at.x('middle'), y: at.y(y), text: { field: text }, color: TEXT_ON_FIELD },
  })
  return [
    {
      mark: { type: 'rect' as const, stroke: colour('rule'), strokeWidth: 0.5 },
      encoding: {
        ...corners(at),
        color: { field: 'step', type: 'nominal' as const, ...legendOf(NEED_ENTRIES, size) },
      },
    },
    line('name', 'top', { dy: 5, baseline: 'top' }),
    line('toAdd', 'bottom', { dy: -24, baseline: 'middle', fontSize: TYPE.small, fontWeight: 'bold' }),
    line('year', 'bottom', { dy: -5, baseline: 'bottom' }),
    texts(
      heads,
      {
        align: 'left' as const,
        baseline: 'top' as const,
        fontSize: TYPE.small,
        fontWeight: 'bold' as const,
      },
      { x: at.x('left'), y: at.y('top') },
    ),
  ]
}

type Edges = ReturnType<typeof tileEdges>

function moved({ left, right, middle, top, bottom, center }: Edges, x: number, y: number): Edges {
  return {
    ...{ left: left + x, right: right + x, middle: middle + x },
    ...{ top: top + y, bottom: bottom + y, center: center + y },
  }
}

function wordsOf({ name, peak }: PlaceNeeds, unit: string, width: number) {
  const lacking = isLacking(peak) ? peak : undefined
  const share = lacking?.need ? lacking.toAdd! / lacking.need : 0
  const { entry, deep } = needStep(lacking ? Math.max(share, 0.006) : 0)
  return {
    step: label(entry.title),
    deep,
    name: wrappedLabel(shortName(name), width - TILE_GAP - 4, TYPE.label),
    toAdd: lacking ? label(inEach((language) => amount(lacking.toAdd, unit, language))) : '',
    year: lacking ? label({ en: String(lacking.year), zh: `${lacking.year}年` }) : '',
  }
}
