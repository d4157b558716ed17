/**
 * CSV as it is written, and the one thing about it that a reader has to take back: a text that a spreadsheet would take
 * for a formula has an apostrophe before it (docs/run-folder.md).
 */
import { visibleLines } from './visible.js'

/** A cell of CSV; what is no value, or no number, is left empty. */
export type CsvCell = string | number | null | undefined

/** What Excel, LibreOffice and their like take for the beginning of a formula, behind any number of apostrophes. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/
/** A number, with its sign and per cent; or a sign alone. */
const HARMLESS = /^[-+](?:(?:\d[\d,]*(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?%?)?$/

/** Rows as CSV text: a cell with a comma, quotation mark or line break stands in quotation marks. */
export function csvText(rows: readonly (readonly CsvCell[])[]): string {
  return `${rows.map((row) => row.map(cellText).join(',')).join('\n')}\n`
}

function cellText(value: CsvCell): string {
  const text = typeof value === 'string' ? defused(value) : String(value ?? '')
  if (text === 'NaN' && typeof value === 'number') return ''
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A text that is shown as it is and computed by no spreadsheet. */
function defused(text: string): string {
  const shown = visibleLines(text)
  return FORMULA.test(shown) && !HARMLESS.test(shown) ? `'${shown}` : shown
}

/** The text that a cell was defused from; any other as it is. */
export function undefused(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell
}
