/** Rows below each other, each under a title as long as it needs to be: places in px that marks are drawn at. */
import type { Bilingual } from '../../vocabulary/bilingual.js'
import type { PixelPositions } from './axes.js'
import { lineCount, wrappedLabel } from './labels.js'
import { texts } from './layers.js'
import { TYPE } from './theme.js'

/** Height of a line of a title, of a bar, and of the air below it, px. */
const LINE = 14
const BAR = 12
const AIR = 8

export interface TitledRow {
  readonly title: string
  /** px from the top: of the title, of the bar, its middle and its end. */
  readonly titleAt: number
  readonly top: number
  readonly middle: number
  readonly bottom: number
}

/** A row for each title, and the height of all. */
export function titledRows(
  titles: readonly Bilingual[],
  width: number,
): { rows: TitledRow[]; height: number } {
  let height = 0
  const rows = titles.map((text) => {
    const title = wrappedLabel(text, width, TYPE.label)
    const titleAt = height
    const top = titleAt + lineCount(title) * LINE + 2
    height = top + BAR + AIR
    return { title, titleAt, top, middle: top + BAR / 2, bottom: top + BAR }
  })
  return { rows, height }
}

/** The titles, as a layer. */
export function titleLayer(
  rows: readonly TitledRow[],
  { x, y }: PixelPositions,
  left: (row: number) => number = () => 0,
) {
  return texts(
    rows.map(({ title, titleAt }, row) => ({ left: left(row), titleAt, text: title })),
    { align: 'left' as const, baseline: 'top' as const },
    { x: x('left'), y: y('titleAt') },
  )
}
