/** One CSV file of a data folder: its columns checked against the format, its rows with as many cells. */
import { join } from 'node:path'
import { nearest } from '../vocabulary/nearest.js'
import { didYouMean, type Findings, listed, quoted } from './findings.js'
import { type Folder, textOf } from './folder.js'
import { positionOf, type Row, splitRecords } from './records.js'

export interface Table {
  /** Path as the user would write it. */
  readonly file: string
  /** Index of a column by its name. */
  readonly columns: ReadonlyMap<string, number>
  readonly rows: readonly Row[]
  /** Rows that are reported and left out, since they are not CSV or have too many or too few cells. */
  readonly lost: number
}

interface Format {
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
): Table | undefined {
  const text = textOf(folder, name, findings)
  if (text === undefined) return undefined
  const file = join(folder.path, name)
  const { rows, broken } = splitRecords(text)
  for (const { line, found } of broken) {
    findings.report({
      code: 'csv-broken',
      where: { file, line },
      found,
      expected: 'a text with quotation marks around the whole cell, and doubled inside it',
    })
  }
  const [header, ...records] = rows
  if (!header || broken.some(({ line }) => line < header.line)) return undefined
  const columns = readHeader(file, header, format, findings)
  if (!columns) return undefined
  const full = fullRows(file, header, records, findings)
  return { file, columns, rows: full, lost: broken.length + records.length - full.length }
}

function readHeader(
  file: string,
  header: Row,
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
    findings.report({ code: 'too-many-columns', where, found, expected: `at most ${MOST_COLUMNS}` })
    return undefined
  }
  header.cells.forEach((name, index) => {
    const where = () => ({ file, ...positionOf(header, index) })
    if (columns.has(name)) {
      const found = `a second column ${quoted(name)}`
      findings.report({ code: 'duplicate-column', where: where(), found, expected: 'every column once' })
    } else if (!known.includes(name) && !(format.ages && AGE.test(name))) {
      wrong.push(name)
      findings.report({
        code: 'unknown-column',
        where: where(),
        found: name === '' ? 'a column without a name' : `the column ${quoted(name)}`,
        expected: `only ${listed(known, 20)}${format.ages ? ', and ages' : ''}`,
        hint: didYouMean(nearest(name, known)),
      })
    }
    if (!columns.has(name)) columns.set(name, index)
  })
  const missing = format.required.filter((name) => !columns.has(name))
  if (missing.length > 0) {
    findings.report({
      code: 'missing-column',
      where: { file, line: header.line },
      found: `no column ${listed(missing.map(quoted), 20)}`,
      expected: `the columns ${listed(format.required, 20)}`,
      hint: wrong.length === header.cells.length ? 'The first line must name the columns.' : undefined,
    })
  }
  return missing.length === 0 ? columns : undefined
}

/** The rows with exactly one cell for every column; others are reported and left out. */
function fullRows(file: string, header: Row, rows: readonly Row[], findings: Findings): Row[] {
  const wanted = header.cells.length
  return rows.filter((row) => {
    if (row.cells.length === wanted) return true
    findings.report({
      code: 'wrong-number-of-cells',
      where: { file, line: row.line },
      found: `${row.cells.length} ${row.cells.length === 1 ? 'cell' : 'cells'}`,
      expected: `${wanted}, one for every column`,
      hint:
        row.cells.length > wanted ? 'A text with a comma in it needs quotation marks around it.' : undefined,
    })
    return false
  })
}
