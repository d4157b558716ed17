/** Names beside points of a plane, moved apart so that each can be read, with a line from name to point. */
import type { Bilingual } from '../../../vocabulary/bilingual.js'
import { quantity } from '../axes.js'
import { apart } from '../kit.js'
import { lineCount, wrappedLabel } from '../labels.js'
import { texts } from '../layers.js'
import { colour, TYPE } from '../theme.js'

export interface NamedPoint {
  readonly x: number
  readonly y: number
  readonly title: Bilingual
}

/** px of a line of text, and of the names at the right of a plane. */
const LINE = 13
export const NAMES = { wide: 210, narrow: 118 } as const

export interface Plane {
  readonly width: number
  readonly height: number
  readonly x: readonly [number, number]
  readonly y: readonly [number, number]
}

/** Names in a column at the right of the plane; `names` px wide. Layers share the scales of the plane. */
export function namesBeside(points: readonly NamedPoint[], plane: Plane, names: number) {
  const [low, high] = plane.y
  const pxOf = (y: number) => plane.height * (1 - (y - low) / (high - low))
  const valueAt = (px: number) => low + (1 - px / plane.height) * (high - low)
  const labels = points.map((point) => ({
    ...point,
    text: wrappedLabel(point.title, names - 14, TYPE.label),
    at: pxOf(point.y),
  }))
  const tallest = Math.max(1, ...labels.map(({ text }) => lineCount(text)))
  const placed = kept(apart(labels, tallest * LINE + 3), plane.height)
  const right = plane.x[1]
  const values = placed.map(({ text, x, y, shown }) => {
    const first = shown - ((lineCount(text) - 1) * LINE) / 2
    return { text, x, y, right, label: valueAt(shown), first: valueAt(first) }
  })
  return [
    {
      data: { values },
      mark: { type: 'rule' as const, color: colour('rule'), strokeWidth: 1 },
      encoding: { x: quantity('x'), y: quantity('y'), x2: { field: 'right' }, y2: { field: 'label' } },
    },
    texts(
      values,
      { align: 'left' as const, baseline: 'middle' as const, dx: 5 },
      { x: quantity('right'), y: quantity('first') },
    ),
  ]
}

/** Moved together by as much as the last or first would stand outside. */
function kept<T extends { readonly shown: number }>(labels: readonly T[], height: number): T[] {
  const over = Math.max(0, ...labels.map(({ shown }) => shown - height))
  return labels.map((one) => ({ ...one, shown: one.shown - over }))
}
