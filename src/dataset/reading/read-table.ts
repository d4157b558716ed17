/** One CSV file of a data folder: its columns checked against the format, its rows with as many cells. */
import { join } from 'node:path'
import { nearest } from '../../vocabulary/nearest.js'
import { type Findings, listed, offer, quoted } from './findings.js'
import { type Folder, fileText } from './folder.js'
import { type CsvRow, positionOf, splitRecords } from './records.js'

export interface CsvTable {
  /** Path as the user would write it. */
  readonly file: string
  /** Index of a column by its name. */
  readonly columns: ReadonlyMap<string, number>
  readonly rows: readonly CsvRow[]
  /** Rows that are reported and left out, since they are not CSV or have too many or too few cells. */
  readonly skipped: number
}

export interface Format {
  readonly required: readonly string[]
  readonly optional?: readonly string[]
  /** Whether columns named by an age (`35`, `100+`) belong to the table; which ones, ages.ts checks. */
  readonly ages?: boolean
}

const AGE = /^\d+\+?$/
const MOST_COLUMNS = 1000

/** A table of the folder; undefined where it is absent, or so broken (and reported) that rows make no sense. */
export function readTable(
  folder: Folder,
  name: string,
  format: Format,
  findings: Findings,
): CsvTable | undefined {
  const text = fileText(folder, name, findings)
  if (text === undefined) return undefined
  const file = join(folder.path, name)
  const { rows, broken } = splitRecords(text)
  reportBroken(file, broken, findings)
  const [header, ...records] = withoutBlanks(rows)
  if (!header || broken.some(({ line }) => line < header.line)) return undefined
  const columns = readColumns(file, header, format, findings)
  if (!columns) return undefined
  const full = fullRows(file, header, records, findings)
  return { file, columns, rows: full, skipped: broken.length + records.length - full.length }
}

export function reportBroken(
  file: string,
  broken: readonly { readonly line: number; readonly found: string }[],
  findings: Findings,
): void {
  for (const { line, found } of broken) {
    findings.report({
      code: 'csv-broken',
      where: { file, line },
      found,
      expected: 'a text with quotation marks around the whole cell, and doubled inside it',
    })
  }
}

export function readColumns(
  file: string,
  header: CsvRow,
  format: Format,
  findings: Findings,
): Map<string, number> | undefined {
  const known = [...format.required, ...(format.optional ?? [])]
  const columns = new Map<string, number>()
  const wrong: string[] = []
  if (header.cells.length === 1 && /[;\t，]/.test(header.raw)) {
    const where = { file, line: header.line }
    const found = 'column names without commas between them'
    const hint = 'In Excel choose "CSV UTF-8 (comma delimited)" when saving.'
    findings.report({ code: 'csv-broken', where, found, expected: 'cells separated by commas', hint })
    return undefined
  }
  if (header.cells.length > MOST_COLUMNS) {
    const found = `${header.cells.length} columns`
    const where = { file, line: header.line }
    findings.report({ code: 'columns-too-many', where, found, expected: `at most ${MOST_COLUMNS}` })
    return undefined
  }
  header.cells.forEach((name, index) => {
    if (columns.has(name)) {
      const where = { file, ...positionOf(header, index) }
      const found = `a second column ${quoted(name)}`
      findings.report({ code: 'column-twice', where, found, expected: 'every column once' })
      return
    }
    columns.set(name, index)
    if (!known.includes(name) && !(format.ages && AGE.test(name))) wrong.push(name)
  })
  const missing = format.required.filter((name) => !columns.has(name) && !columns.has(otherLanguage(name)))
  // a first line that names nothing is one slip, and not one for each cell
  const namesNothing = wrong.length === columns.size
  if (wrong.length > 0 && !namesNothing) {
    const where = { file, ...positionOf(header, columns.get(wrong[0])!) }
    const expected = `only ${listed(known, 20)}${format.ages ? ', and ages' : ''}`
    const hint = columnHint(wrong, known, format)
    findings.report({ code: 'column-unknown', where, found: columnsText(wrong), expected, hint })
  }
  // a column with a slip in its name is reported once, not again as missing
  const meant = wrong.map((name) => nearest(name, known))
  const unreported = namesNothing ? missing : missing.filter((name) => !meant.includes(name))
  if (unreported.length > 0) {
    const lacking = `no column ${listed(unreported.map(quoted), 20)}`
    findings.report({
      code: 'column-missing',
      where: { file, line: header.line },
      found: namesNothing ? `${columnsText(wrong)} and ${lacking}` : lacking,
      expected: `the columns ${listed(format.required, 20)}`,
      hint: namesNothing ? 'The first line must name the columns, as the template does.' : undefined,
    })
  }
  const agesInWords = format.ages && wrong.some((name) => AGE_GROUP.test(name) || AGE_IN_WORDS.test(name))
  return missing.length === 0 && !agesInWords ? columns : undefined
}

/** Of a text that is asked for in English and Chinese the other column: one is enough. */
function otherLanguage(name: string): string {
  return name.replace(/_(?:en|zh)$/, (end) => (end === '_en' ? '_zh' : '_en'))
}

function columnsText(names: readonly string[]): string {
  const [name, ...others] = names
  if (others.length > 0) return `the columns ${listed(names.map(quoted))}`
  return name === '' ? 'a column without a name' : `the column ${quoted(name)}`
}

const AGE_GROUP = /^(\d+)\s*[-–—~～至]\s*(\d+)\s*岁?$/
const AGE_IN_WORDS = /^\d+\s*(?:岁|years?)?\s*(?:及以上|以上|\+)?$/

/** The slip behind columns of unknown names: ages as yearbooks head them, or a name that is nearly right. */
function columnHint(
  wrong: readonly string[],
  known: readonly string[],
  { ages }: Format,
): string | undefined {
  if (ages && wrong.some((name) => AGE_GROUP.test(name)))
    return 'Name a group of ages by its first: 0, 5, 10 to 100+, with `age_width: 5` in data.yaml.'
  if (ages && wrong.some((name) => AGE_IN_WORDS.test(name)))
    return 'Write ages as plain numbers: 0, 1, 2 to 100+.'
  return offer(wrong.map((name) => nearest(name, known)).find(Boolean))
}

/** As spreadsheets leave them: rows without a word, and blank cells behind the last named column, are nothing. */
export function withoutBlanks(rows: readonly CsvRow[]): CsvRow[] {
  const worded = rows.filter(({ cells }) => cells.some((cell) => cell !== ''))
  if (worded.length === 0) return [...rows]
  const columns = 1 + worded[0].cells.findLastIndex((cell) => cell !== '')
  return worded.map((row) => {
    const blank = row.cells.length > columns && row.cells.slice(columns).every((cell) => cell === '')
    return blank ? { ...row, cells: row.cells.slice(0, columns) } : row
  })
}

/** The rows with exactly one cell for every column; others are reported and left out. */
export function fullRows(
  file: string,
  header: CsvRow,
  rows: readonly CsvRow[],
  findings: Findings,
): CsvRow[] {
  const wanted = header.cells.length
  return rows.filter((row) => {
    if (row.cells.length === wanted) return true
    findings.report({
      code: 'cells-wrong-number',
      where: { file, line: row.line },
      found: `${row.cells.length} ${row.cells.length === 1 ? 'cell' : 'cells'}`,
      expected: `${wanted}, one for every column`,
      hint: row.cells.length > wanted ? extraCellsHint(row) : undefined,
    })
    return false
  })
}

/** More cells than columns come of a comma: between the thousands of a number, or within a text. */
function extraCellsHint({ cells }: CsvRow): string {
  const at = cells.findIndex(
    (cell, index) => /^-?[1-9]\d{0,2}$/.test(cell) && /^\d{3}$/.test(cells[index + 1] ?? ''),
  )
  if (at < 0) return 'A text with a comma in it needs quotation marks around it.'
  return `If ${cells[at]},${cells[at + 1]} is one number, write ${cells[at]}${cells[at + 1]}; a text with a comma in it needs quotation marks.`
}
