/**
 * A table for the terminal: columns aligned by display width, so that Chinese lines up. Nothing is cut: a text too
 * long for its column goes on below. Rules and marks are ASCII, since terminals disagree on the width of others
 * among Chinese text.
 */
import { displayWidth, pad, wrap } from '../words/width.js'

export interface TextColumn {
  readonly heading: string
  /** Words to the left, numbers to the right. */
  readonly align: 'left' | 'right'
  /** A column that may be wrapped, to no less than this width. */
  readonly atLeast?: number
}

type PaintCell = (text: string, row: number, column: number) => string

const GAP = '  '
/** Headings longer than their cells are broken to about this width. */
const HEADING = 10
/** Lines after the first of a left-hand title stand in by so much. */
const HANG = '  '

/**
 * Lines of headings, rule and rows, at most `width` wide where the columns that may be
 * wrapped allow it. `paint` colours a finished cell.
 */
export function tableLines(
  columns: readonly TextColumn[],
  rows: readonly (readonly string[])[],
  width: number,
  paint: PaintCell = (text) => text,
): string[] {
  const widths = share(columns, rows, width)
  const cell = (text: string, index: number) =>
    pad(text, widths[index], columns[index].align === 'right' ? 'left' : 'right')
  const headings = columns.map(({ heading }, index) => wrap(heading, widths[index]))
  const height = Math.max(...headings.map((lines) => lines.length))
  const standing = headings.map((lines) => [...Array<string>(height - lines.length).fill(''), ...lines])
  return [
    ...across(standing, (text, index) => cell(text, index)),
    widths.map((size) => '-'.repeat(size)).join(GAP),
    ...rows.flatMap((row, line) =>
      across(
        columns.map((_, index) => wrap(row[index] ?? '', widths[index], '', index === 0 ? HANG : '')),
        (text, index) => (text === '' ? cell(text, index) : paint(cell(text, index), line, index)),
      ),
    ),
  ]
}

/** Cells of several lines each, side by side. */
function across(cells: readonly string[][], finish: (text: string, index: number) => string): string[] {
  const height = Math.max(1, ...cells.map((lines) => lines.length))
  return Array.from({ length: height }, (_, line) =>
    cells
      .map((lines, index) => finish(lines[line] ?? '', index))
      .join(GAP)
      .trimEnd(),
  )
}

/** Widths of columns: as wide as they like, then less for the one that stands farthest above its least. */
function share(
  columns: readonly TextColumn[],
  rows: readonly (readonly string[])[],
  width: number,
): number[] {
  const widths = columns.map(({ heading }, index) => {
    const cells = Math.max(0, ...rows.map((row) => displayWidth(row[index] ?? '')))
    const words = heading.split(/[\s\u2e80-\uffdc]+/).map(displayWidth)
    return Math.max(cells, ...wrap(heading, Math.max(cells, HEADING, ...words)).map(displayWidth))
  })
  const used = widths.reduce((sum, size) => sum + size, GAP.length * (columns.length - 1))
  for (let over = used - width; over > 0; over--) {
    const giving = columns.flatMap(({ atLeast }, index) =>
      widths[index] > (atLeast ?? Number.POSITIVE_INFINITY) ? [index] : [],
    )
    if (giving.length === 0) break
    const above = (index: number) => widths[index] / columns[index].atLeast!
    widths[giving.reduce((a, b) => (above(b) > above(a) ? b : a))] -= 1
  }
  return widths
}
