/**
 * A table for the terminal: columns aligned by display width, so that Chinese lines up. Rules and marks are ASCII,
 * since terminals disagree on the width of others among Chinese text.
 */
import { displayWidth, pad, shorten, wrap } from './width.js'

export interface Column {
  readonly heading: string
  /** Words to the left, numbers to the right. */
  readonly align: 'left' | 'right'
  /** A column that may be shortened, to no less than this width. */
  readonly atLeast?: number
  /** A column that may be left out where the table is too wide; the highest goes first. */
  readonly leaveOut?: number
}

type PaintCell = (text: string, row: number, column: number) => string

const GAP = '  '
/** Headings longer than their cells are broken to about this width. */
const HEADING = 12

/**
 * Lines of headings, rule and rows, all of the same display width, at most `width` where the columns that may give
 * way allow it. `paint` colours a finished cell.
 */
export function tableLines(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number,
  paint: PaintCell = (text) => text,
): string[] {
  const shown = columns.map((_, index) => index)
  const widths = columns.map((_, index) => naturalWidth(columns, rows, index))
  const over = () =>
    shown.reduce((sum, index) => sum + widths[index], GAP.length * (shown.length - 1)) - width
  shrink(columns, widths, over)
  while (over() > 0) {
    const rank = (index: number) => columns[index].leaveOut ?? 0
    const [first] = shown.filter((index) => rank(index) > 0).sort((a, b) => rank(b) - rank(a))
    if (first === undefined) break
    shown.splice(shown.indexOf(first), 1)
  }
  grow(columns, rows, widths, shown, over)
  const cell = (text: string, index: number) =>
    pad(shorten(text, widths[index]), widths[index], columns[index].align === 'right' ? 'left' : 'right')
  return [
    ...headingLines(columns, widths, shown).map((texts) =>
      shown.map((index, k) => cell(texts[k], index)).join(GAP),
    ),
    shown.map((index) => '-'.repeat(widths[index])).join(GAP),
    ...rows.map((row, line) =>
      shown.map((index) => paint(cell(row[index] ?? '', index), line, index)).join(GAP),
    ),
  ]
}

function naturalWidth(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  index: number,
): number {
  const cells = Math.max(0, ...rows.map((row) => displayWidth(row[index] ?? '')))
  const heading = wrap(columns[index].heading, Math.max(cells, HEADING)).map(displayWidth)
  return Math.max(cells, ...heading)
}

/** Take from the widest columns that may give, until the table fits or none can. */
function shrink(columns: readonly Column[], widths: number[], over: () => number): void {
  for (let excess = over(); excess > 0; excess--) {
    const giving = columns
      .map((_, index) => index)
      .filter((index) => widths[index] > (columns[index].atLeast ?? Number.POSITIVE_INFINITY))
    if (giving.length === 0) return
    const widest = giving.reduce((a, b) => (widths[b] > widths[a] ? b : a))
    widths[widest] -= 1
  }
}

/** Give back what columns that were left out have freed. */
function grow(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  widths: number[],
  shown: readonly number[],
  over: () => number,
): void {
  for (const index of shown) {
    if (columns[index].atLeast === undefined) continue
    const missing = naturalWidth(columns, rows, index) - widths[index]
    widths[index] += Math.max(0, Math.min(missing, -over()))
  }
}

/** Headings broken over lines, standing on the rule. */
function headingLines(
  columns: readonly Column[],
  widths: readonly number[],
  shown: readonly number[],
): string[][] {
  const broken = shown.map((index) => wrap(columns[index].heading, widths[index]))
  const height = Math.max(...broken.map((lines) => lines.length))
  return Array.from({ length: height }, (_, line) =>
    broken.map((lines) => lines[line - (height - lines.length)] ?? ''),
  )
}
