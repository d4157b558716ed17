/** Layers that several charts share: texts, rectangles, dots, and the line of what is asked for. */
import type { Bilingual } from '../../vocabulary/bilingual.js'
import { type PixelPositions, quantity } from './axes.js'
import { label } from './labels.js'
import { colour, TYPE } from './theme.js'

/** Each datum's `text` at a place. */
export const texts = <Mark extends object, At extends object>(
  values: readonly object[],
  mark: Mark,
  at: At,
) => ({
  data: { values: [...values] },
  mark: { type: 'text' as const, fontSize: TYPE.label, ...mark },
  encoding: { ...at, text: { field: 'text' } },
})

/** A rectangle from `left`, `top` to `right`, `bottom`. */
export const corners = ({ x, y }: PixelPositions) => ({
  x: x('left'),
  x2: { field: 'right' },
  y: y('top'),
  y2: { field: 'bottom' },
})

export const dotMark = (size: number) => ({ type: 'point' as const, filled: true, size, opacity: 1 })

/** The mark of what is asked for. */
export const ASKED_RULE = { type: 'rule', color: colour('asked'), strokeWidth: 1.5 } as const

/** A line over the whole height at the datum's `at`. */
export const UPRIGHT = {
  x: quantity('at'),
  y: { value: 0 },
  y2: { value: 'height' as const },
}

/** The title of one panel of several. */
export const panelTitle = (title: Bilingual, fontSize: number = TYPE.small) =>
  ({ text: label(title), anchor: 'start', fontSize, color: colour('ink'), offset: 6 }) as const
