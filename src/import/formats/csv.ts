/** CSV in any encoding and with any usual separator. */
import { type CsvError, parse } from 'csv-parse/sync'
import { fail } from '../../vocabulary/problems.js'
import { type Decoded, decoded } from '../decode.js'
import {
  type Cell,
  type OfficeFile,
  problemOf,
  type ReadAs,
  type Sheet,
  type SheetsRead,
  tooManyCells,
} from '../sheet.js'

const DELIMITERS = [',', ';', '\t', '|'] as const

/** Records of a text with the line that each begins on. */
export interface Records {
  readonly records: readonly (readonly string[])[]
  readonly lines: readonly number[]
}

export function readCsv(source: OfficeFile, as: Partial<ReadAs> = {}): SheetsRead {
  const text = decoded(source, as.encoding)
  const { delimiter, sheet } = csvSheet(source, text, as.delimiter)
  return { as: { format: 'csv', encoding: text.encoding, delimiter }, sheets: [sheet] }
}

/** The one sheet of a text, cut at a separator that is named or found. */
export function csvSheet(
  source: OfficeFile,
  { text }: Decoded,
  named?: string,
): { readonly delimiter: string; readonly sheet: Sheet } {
  const delimiter = named ?? delimiterOf(text)
  const { records, lines } = recordsOf(source, text, delimiter)
  const rows = records.map((record) => record.map((cell): Cell => ({ text: cell.trim() })))
  const tooMany = tooManyCells(
    source,
    rows.reduce((sum, row) => sum + row.length, 0),
  )
  if (tooMany) fail(tooMany)
  return {
    delimiter,
    sheet: sheetOf(source, rows, lines, { numbers: delimiter === ',' ? 'local' : 'semicolon' }),
  }
}

/** Refuses a row of a format made for programs that has another number of cells than the header. */
export function checkWidths(source: OfficeFile, { rows, at }: Sheet, width: number): void {
  const other = rows.findIndex((row) => row.length !== width)
  if (other < 0) return
  const texts = [`${rows[other].length} cells`, `${width}, as many as the header has`] as const
  fail(problemOf(source, 'cells-wrong-number', texts, { line: at(other, 0).line! }))
}

/** A sheet whose cells are named by line and number of column. */
export function sheetOf(
  source: OfficeFile,
  rows: readonly (readonly Cell[])[],
  lines: readonly number[],
  more: Partial<Pick<Sheet, 'headed' | 'about' | 'numbers' | 'columnName'>> = {},
): Sheet {
  const columnName = more.columnName ?? ((column: number) => String(column + 1))
  return {
    name: source.file.replace(/^.*[\\/]/, ''),
    rows,
    at: (row, column) => ({
      file: source.file,
      line: lines[row],
      field: more.columnName ? `column ${more.columnName(column)}` : `cell ${column + 1}`,
    }),
    headed: false,
    isEven: true,
    about: [],
    numbers: 'local',
    ...more,
    columnName,
  }
}

export function recordsOf(source: OfficeFile, text: string, delimiter: string): Records {
  try {
    const found = parse(text, {
      delimiter,
      relax_column_count: true,
      // a quotation mark within a cell is a letter, as offices use it for names
      relax_quotes: delimiter === '\t',
      quote: delimiter === '\t' ? null : '"',
      record_delimiter: '\n',
      bom: true,
      info: true,
      max_record_size: 1_000_000,
    }) as unknown as { record: string[]; info: { lines: number } }[]
    let next = 1
    const lines: number[] = []
    for (const { record, info } of found) {
      const inside = record.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0)
      lines.push(Math.max(next, info.lines - inside))
      next = info.lines + 1
    }
    return { records: found.map(({ record }) => record), lines }
  } catch (error) {
    const { code, message } = error as CsvError
    if (code === undefined) throw error
    const line = Number(/line (\d+)/.exec(message)?.[1])
    return fail(
      problemOf(
        source,
        'csv-broken',
        [
          BROKEN[code] ?? 'text that is not CSV',
          'a text with quotation marks around the whole cell, and doubled inside it',
        ],
        Number.isNaN(line) ? {} : { line },
      ),
    )
  }
}

const BROKEN: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quotation mark that is never closed',
  CSV_INVALID_CLOSING_QUOTE: 'text behind a closing quotation mark',
  INVALID_OPENING_QUOTE: 'a quotation mark inside a cell that does not begin with one',
  CSV_MAX_RECORD_SIZE: 'a cell of more than a million letters',
}

/** The separator that cuts most lines into the same number of cells, more than one. */
function delimiterOf(text: string): string {
  const lines = text.split('\n', 200).filter((line) => line.trim() !== '')
  const scored = DELIMITERS.map((delimiter) => {
    const counts = new Map<number, number>()
    for (const line of lines) {
      const cells = outsideQuotes(line).split(delimiter).length
      if (cells > 1) counts.set(cells, (counts.get(cells) ?? 0) + 1)
    }
    return { delimiter, agree: Math.max(0, ...counts.values()) }
  })
  const best = Math.max(...scored.map(({ agree }) => agree))
  // of two that agree as often a comma may be of decimals, and is the less likely
  const order = [';', '\t', '|', ',']
  const [first] = scored
    .filter(({ agree }) => agree === best && best > 0)
    .sort((a, b) => order.indexOf(a.delimiter) - order.indexOf(b.delimiter))
  return first?.delimiter ?? ','
}

const outsideQuotes = (line: string) => line.replaceAll(/"[^"]*"/g, '""')
