/** Files of draws for empirical distributions: columns of numbers of a CSV file beside the scenario. */
import { dirname, resolve } from 'node:path'
import { numberOf } from '../../dataset/reading/number-ranges.js'
import { withoutBlanks } from '../../dataset/reading/read-table.js'
import { splitRecords } from '../../dataset/reading/records.js'
import { type Enclosure, OUTSIDE, placeInPack } from './enclosure.js'
import { readText } from './text-file.js'

const LARGEST_FILE = 50_000_000
const MOST_ROWS = 1_000_000
const LONGEST_LINE = 100_000
/** Longest cell that is quoted: the file may hold anything. */
const LONGEST_QUOTE = 20

/** The numbers, or what was found in their place; `absent` where the file is good and has no such column. */
export type Draws =
  | { readonly values: readonly number[] }
  | { readonly found: string; readonly absent?: boolean }
/** Reads a column of a file. */
export interface DrawsReader {
  (file: string, column: string): Draws
  /** The names of all its columns; none where it cannot be read. */
  readonly columns: (file: string) => readonly string[]
}

/**
 * scenarios  the chain of scenario files, nearest first; a file is looked for beside each of them, and read once, as is a
 *            column
 * enclosure  of a packed scenario
 */
export function drawsReader(scenarios: readonly string[], enclosure?: Enclosure): DrawsReader {
  const tables = new Map<string, Table>()
  const columns = new Map<string, Draws>()
  const tableIn = (file: string): Table => {
    const table = tables.get(file) ?? readTable(file, scenarios, enclosure)
    tables.set(file, table)
    return table
  }
  const read = (file: string, column: string): Draws => {
    const name = JSON.stringify([file, column])
    const known = columns.get(name)
    if (known) return known
    const table = tableIn(file)
    const draws = 'found' in table ? table : columnOf(table, file, column)
    columns.set(name, draws)
    return draws
  }
  const namesIn = (file: string) => {
    const table = tableIn(file)
    return 'found' in table ? [] : table.rows[0]
  }
  return Object.assign(read, { columns: namesIn })
}

type Table = { readonly rows: readonly (readonly string[])[] } | { readonly found: string }

function readTable(file: string, scenarios: readonly string[], enclosure: Enclosure | undefined): Table {
  const places = scenarios.map((scenario) =>
    enclosure ? placeInPack(scenario, file, enclosure) : resolve(dirname(scenario), file),
  )
  const allowed = places.filter((place) => place !== undefined)
  if (allowed.length === 0) return { found: `${OUTSIDE}: ${file}` }
  const reads = allowed.map((place) => readText(place, LARGEST_FILE))
  // the file may stand beside another scenario of the chain
  const read = reads.find((one) => 'text' in one || one.code !== 'file-missing')
  if (!read) return { found: `no file ${file}` }
  if ('code' in read) return { found: `${read.found} at ${file}` }
  if (hasLongLine(read.text)) return { found: `a line of more than ${LONGEST_LINE} characters in ${file}` }
  const { rows: written, broken } = splitRecords(read.text)
  const rows = withoutBlanks(written)
  const [header] = rows
  if (broken.length > 0 || !header) return { found: `${file}, which is no CSV` }
  const { cells: names } = header
  const second = names.find((name, index) => names.indexOf(name) < index)
  if (second !== undefined) return { found: `a second column "${short(second)}" in ${file}` }
  const ragged = rows.find(({ cells }) => cells.length !== names.length)
  if (ragged)
    return {
      found: `${ragged.cells.length} cells on line ${ragged.line} of ${file}, which has ${names.length} columns`,
    }
  if (rows.length < 2) return { found: `no rows in ${file}` }
  if (rows.length > MOST_ROWS + 1) return { found: `more than ${MOST_ROWS} rows in ${file}` }
  return { rows: rows.map(({ cells }) => cells) }
}

function hasLongLine(text: string): boolean {
  for (let from = 0, end = 0; end >= 0; from = end + 1) {
    end = text.indexOf('\n', from)
    if ((end < 0 ? text.length : end) - from > LONGEST_LINE) return true
  }
  return false
}

function columnOf({ rows }: Extract<Table, { rows: unknown }>, file: string, column: string): Draws {
  const [names, ...records] = rows
  const index = names.indexOf(column.trim())
  if (index < 0) return { found: `no column "${column}" in ${file}`, absent: true }
  const values = records.map((cells) => numberOf(cells[index]))
  const bad = values.findIndex((value) => Number.isNaN(value))
  if (bad < 0) return { values }
  const cell = records[bad][index]
  const quoted = cell === '' ? 'an empty cell' : `"${short(cell)}"`
  return { found: `${quoted} in row ${bad + 1} of column "${column}" of ${file}` }
}

const short = (text: string) => (text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}...` : text)
