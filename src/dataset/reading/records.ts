/**
 * A CSV text as records that know their line.
 *
 * Where there are no quotation marks a line is split at its commas, which is all that CSV asks, and cells that are
 * quoted as they should be are easily taken out; whatever is odd goes through csv-parse, which says what is wrong. A
 * large folder loads several times faster so.
 */
import { type CsvError, parse } from 'csv-parse/sync'
import { undefused } from '../../vocabulary/csv.js'

export interface CsvRow {
  /** Line of the file on which the record begins, from 1. */
  readonly line: number
  /** The record as written. */
  readonly raw: string
  readonly cells: readonly string[]
}

interface Broken {
  readonly line: number
  readonly found: string
}

const REASONS: Record<string, string> = {
  CSV_QUOTE_NOT_CLOSED: 'a quotation mark that is never closed',
  CSV_INVALID_CLOSING_QUOTE: 'text behind a closing quotation mark',
  INVALID_OPENING_QUOTE: 'a quotation mark inside a cell that does not begin with one',
}

/** A record with quotation marks, in three parts. */
interface QuotedRecord {
  /** Index among the rows. */
  readonly at: number
  readonly before: readonly string[]
  /** The cells from the first quotation mark to the last. */
  readonly part: string
  readonly behind: readonly string[]
}

/**
 * Every record of a text, empty lines left out, and the places where it is not CSV.
 *
 * before  lines of the file before the text
 */
export function splitRecords(text: string, before = 0): { rows: CsvRow[]; broken: Broken[] } {
  const rows: CsvRow[] = []
  const hard: QuotedRecord[] = []
  const lines = text.includes('\r') ? text.split(/\r\n|[\n\r]/) : text.split('\n')
  for (let index = 0; index < lines.length; index++) {
    const line = before + index + 1
    if (!lines[index].includes('"')) {
      const raw = lines[index]
      if (raw.trim() !== '') rows.push({ line, raw, cells: cellsOf(raw) })
      continue
    }
    const last = lastLine(lines, index)
    const raw = last === index ? lines[index] : lines.slice(index, last + 1).join('\n')
    index = last
    const record = quotedRecord(raw, rows.length)
    const own = wellQuoted(record.part)
    if (!own) hard.push(record)
    rows.push({ line, raw, cells: own ? [...record.before, ...own, ...record.behind] : [] })
  }
  const broken = hard.length > 0 ? readHard(hard, rows) : []
  if (text.includes("'")) takeApostrophes(rows)
  return { rows: broken.length === 0 ? rows : rows.filter((row) => row.cells.length > 0), broken }
}

/** Cells of our own tables that were kept from being formulas are read as what they were. */
function takeApostrophes(rows: CsvRow[]): void {
  rows.forEach((row, at) => {
    if (row.raw.includes("'")) rows[at] = { ...row, cells: row.cells.map(undefused) }
  })
}

/** The line on which a record ends that begins on another: with an open quotation mark it continues until it is closed. */
function lastLine(lines: readonly string[], first: number): number {
  let last = first
  let open = isOpen(lines[first])
  while (open && last + 1 < lines.length) open = isOpen(lines[++last]) !== open
  return last
}

/** Whether a text has an odd number of quotation marks, so that the record continues. */
function isOpen(text: string): boolean {
  let open = false
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) open = !open
  return open
}

/** Cells of a text without quotation marks; most have no blanks around their commas to take off. */
function cellsOf(text: string): string[] {
  const cells = text.split(',')
  return /,\s|\s,|^\s|\s$/.test(text) ? cells.map((cell) => cell.trim()) : cells
}

/** What stands before the first cell with a quotation mark and behind the last is split at its commas. */
function quotedRecord(raw: string, at: number): QuotedRecord {
  const from = raw.lastIndexOf(',', raw.indexOf('"')) + 1
  const comma = raw.indexOf(',', raw.lastIndexOf('"'))
  const to = comma < 0 ? raw.length : comma
  return {
    at,
    before: from === 0 ? [] : cellsOf(raw.slice(0, from - 1)),
    part: raw.slice(from, to),
    behind: to === raw.length ? [] : cellsOf(raw.slice(to + 1)),
  }
}

/** A cell in quotation marks, which are doubled inside it, or one without any; and the comma behind it. */
const CELL = /(?:"([^"]*(?:""[^"]*)*)"|([^",]*))(?:,|$)/y

/** The cells of a part that is well written; undefined for any other. */
function wellQuoted(part: string): string[] | undefined {
  const alone = /^\s*"([^"]*)"\s*$/.exec(part)
  if (alone) return [alone[1].trim()]
  const cells: string[] = []
  for (CELL.lastIndex = 0; CELL.lastIndex < part.length; ) {
    const cell = CELL.exec(part)
    if (!cell) return undefined
    cells.push((cell[1]?.replaceAll('""', '"') ?? cell[2]).trim())
  }
  return cells
}

/** Fill the rows whose quotation marks need csv-parse: all at once, else one by one to find those that are not CSV. */
function readHard(hard: readonly QuotedRecord[], rows: CsvRow[]): Broken[] {
  const together = records(hard.map(({ part }) => part).join('\n'))
  const allWell = Array.isArray(together) && together.length === hard.length
  const broken: Broken[] = []
  hard.forEach(({ at, before, part, behind }, index) => {
    const own = allWell ? [together[index]] : records(part)
    const { line, raw } = rows[at]
    if (Array.isArray(own) && own.length === 1) {
      rows[at] = { line, raw, cells: [...before, ...own[0].map((cell) => cell.trim()), ...behind] }
    } else {
      broken.push({ line, found: typeof own === 'string' ? own : REASONS.CSV_QUOTE_NOT_CLOSED })
    }
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
export function positionOf(row: CsvRow, index: number): { line: number; column: number } {
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
