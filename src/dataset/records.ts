/**
 * A CSV text as records that know their line.
 *
 * A line without quotation marks is split at its commas, which is all that CSV asks; lines with them go through
 * csv-parse. Large tables have few or none, and load several times faster so.
 */
import { type CsvError, parse } from 'csv-parse/sync'

export interface Row {
  /** Line of the file on which the record begins, from 1. */
  readonly line: number
  /** The record as written. */
  readonly raw: string
  readonly cells: readonly string[]
}

export interface Broken {
  readonly line: number
  readonly found: string
}

const REASONS: Record<string, string> = {
  CSV_QUOTE_NOT_CLOSED: 'a quotation mark that is never closed',
  CSV_INVALID_CLOSING_QUOTE: 'text behind a closing quotation mark',
  INVALID_OPENING_QUOTE: 'a quotation mark inside a cell that does not begin with one',
}

/** Every record of a text, empty lines left out, and the places where it is not CSV. */
export function splitRecords(text: string): { rows: Row[]; broken: Broken[] } {
  const rows: Row[] = []
  const quotedRows: { line: number; raw: string; at: number }[] = []
  const lines = text.split(/\r\n|[\n\r]/)
  for (let index = 0; index < lines.length; index++) {
    const line = index + 1
    let raw = lines[index]
    if (raw.trim() === '') continue
    if (!raw.includes('"')) {
      rows.push({ line, raw, cells: trimmed(raw.split(',')) })
      continue
    }
    let open = isOpen(raw)
    if (open) {
      const parts = [raw]
      while (open && index + 1 < lines.length) {
        index++
        parts.push(lines[index])
        open = isOpen(lines[index]) !== open
      }
      raw = parts.join('\n')
    }
    quotedRows.push({ line, raw, at: rows.length })
    rows.push({ line, raw, cells: [] })
  }
  const broken = readQuoted(quotedRows, rows)
  return { rows: broken.length === 0 ? rows : rows.filter((row) => row.cells.length > 0), broken }
}

/** Whether a text has an odd number of quotation marks, so that the record goes on. */
function isOpen(text: string): boolean {
  let open = false
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) open = !open
  return open
}

function trimmed(cells: string[]): string[] {
  for (let index = 0; index < cells.length; index++) cells[index] = cells[index].trim()
  return cells
}

/** Fill the rows with quotation marks, all at once if all are well; else one by one, to find those that are not. */
function readQuoted(quotedRows: readonly { line: number; raw: string; at: number }[], rows: Row[]): Broken[] {
  if (quotedRows.length === 0) return []
  const together = records(quotedRows.map((row) => row.raw).join('\n'))
  const broken: Broken[] = []
  quotedRows.forEach(({ line, raw, at }, index) => {
    const own =
      Array.isArray(together) && together.length === quotedRows.length ? [together[index]] : records(raw)
    if (Array.isArray(own) && own.length === 1) rows[at] = { line, raw, cells: trimmed(own[0]) }
    else broken.push({ line, found: typeof own === 'string' ? own : REASONS.CSV_QUOTE_NOT_CLOSED })
  })
  return broken
}

/** The records of a text, or why it has none. */
function records(text: string): string[][] | string {
  try {
    return parse(text, { relax_column_count: true })
  } catch (error) {
    return REASONS[(error as CsvError).code] ?? 'text that is not CSV'
  }
}

/** Where the cell of an index begins, line and column from 1. */
export function positionOf(row: Row, index: number): { line: number; column: number } {
  let { line } = row
  let column = 1
  let inside = false
  let commas = 0
  for (const sign of row.raw) {
    if (commas === index) break
    if (sign === '"') inside = !inside
    if (sign === ',' && !inside) commas++
    column = sign === '\n' ? 1 : column + 1
    if (sign === '\n') line++
  }
  return { line, column }
}
