/** A table for the terminal: columns aligned by display width, so that Chinese lines up. */
import { displayWidth, pad, shorten } from './width.js'

export interface Column {
  readonly heading: string
  /** Words to the left, numbers to the right. */
  readonly align: 'left' | 'right'
  /** A column that may be shortened, to no less than this width. */
  readonly atLeast?: number
}

const GAP = '  '

/**
 * Lines of heading, rule and rows, each of the same display width, at most `width` where the columns that may be
 * shortened allow it.
 */
export function tableLines(columns: readonly Column[], rows: readonly (readonly string[])[], width: number): string[] {
  const widths = columns.map(({ heading }, index) =>
    Math.max(displayWidth(heading), ...rows.map((row) => displayWidth(row[index] ?? ''))),
  )
  shrink(columns, widths, width)
  const line = (cells: readonly string[]) =>
    columns
      .map(({ align }, index) =>
        pad(shorten(cells[index] ?? '', widths[index]!), widths[index]!, align === 'right' ? 'left' : 'right'),
      )
      .join(GAP)
  return [line(columns.map(({ heading }) => heading)), widths.map((size) => '─'.repeat(size)).join(GAP), ...rows.map(line)]
}

/** Take columns from the widest that may give, until the table fits or none can. */
function shrink(columns: readonly Column[], widths: number[], width: number): void {
  let over = widths.reduce((sum, size) => sum + size, 0) + GAP.length * (columns.length - 1) - width
  while (over > 0) {
    let widest = -1
    columns.forEach(({ atLeast }, index) => {
      if (atLeast !== undefined && widths[index]! > atLeast && widths[index]! > (widths[widest] ?? 0)) widest = index
    })
    if (widest < 0) return
    widths[widest]! -= 1
    over--
  }
}
