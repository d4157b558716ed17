/** destinations.csv and homes.csv: where those who leave a village go, where the migrants of a town are from. */
import { sumOfShares } from '../math/pairs/pair-list.js'
import { reportEmpty } from './age-tables.js'
import type { FlowTable, Provenance } from './dataset.js'
import { FlowRows } from './flow-rows.js'
import { ownText, Reader } from './reading/cells.js'
import { openLongTable } from './reading/long-table.js'
import { SHARE } from './reading/number-ranges.js'
import type { CsvRow } from './reading/records.js'
import { tidy } from './schedules.js'
import type { TableContext } from './table-context.js'
import { yearInForce } from './year-in-force.js'

const COLUMNS = ['year', 'from', 'to', 'value', 'unit', 'source', 'quality', 'note']
const OUTSIDE = 'outside'
const CLOSE_TO_ONE = 1e-9

/** Columns that say where a row is from, mostly the same as in the row before. */
const ORIGIN = ['unit', 'source', 'quality', 'note']

interface Flow {
  readonly rows: FlowRows
  /** Each once, by its text. */
  readonly provenance: Map<string, Provenance>
  /** The first row from each city, where a wrong sum is reported. */
  readonly firsts: Map<number, CsvRow>
}

/**
 * shares[city, city + 1], the last column outside, each row summing to one; or a list of the pairs that have a share, where
 * most have none. Undefined where the file is absent. Pairs without a row are zero. Of several years the last on or before
 * the base year is taken.
 */
export function readFlows(
  context: TableContext,
  name: 'destinations.csv' | 'homes.csv',
): FlowTable | undefined {
  const { folder, header, sources, findings } = context
  const long = openLongTable(folder, name, { required: COLUMNS }, findings)
  if (!long) return undefined
  const reader = new Reader(long.table, findings, sources)
  const byYear = new Map<number, Flow>()
  const rows = { reader, byYear, origin: ORIGIN.map((column) => reader.table.columns.get(column)!) }
  let unread = 0
  const { rows: count, skipped } = long.eachRow((row) => {
    if (!readRow(context, rows, row)) unread++
  })
  if (count === 0 && skipped === 0) reportEmpty(reader)
  const year = yearInForce([...byYear.keys()], header.baseYear)
  const tables = new Map([...byYear].map(([of, flow]) => [of, flow.rows.shares()]))
  if (unread + skipped === 0)
    for (const [of, flow] of byYear) checkSums(context, reader, { year: of, ...tables.get(of)!, ...flow })
  const chosen = byYear.get(year)
  return chosen && { year, ...tables.get(year)!, provenance: [...chosen.provenance.values()] }
}

/** What rows are read into. */
interface FlowReading {
  readonly reader: Reader
  readonly byYear: Map<number, Flow>
  /** Indices of the columns ORIGIN, and their cells in the last row that was read. */
  readonly origin: readonly number[]
  last?: { readonly year: number; readonly cells: readonly string[] }
}

/** False where the row cannot be read, which is reported. */
function readRow({ places }: TableContext, reading: FlowReading, row: CsvRow): boolean {
  const { reader, byYear } = reading
  const count = places.cities.length
  const year = reader.year(row)
  const from = places.city(reader, row, 'from')
  const outside = reader.text(row, 'to') === OUTSIDE
  const to = outside ? count : places.city(reader, row, 'to')
  const share = reader.number(row, 'value', SHARE)
  const origin = newOrigin(reading, year, row)
  if (Number.isNaN(year) || from < 0 || to < 0) return false
  const flow = byYear.get(year) ?? { rows: new FlowRows(count), provenance: new Map(), firsts: new Map() }
  byYear.set(year, flow)
  if (origin) {
    flow.provenance.set(origin.key, origin.provenance)
    reading.last = { year, cells: reading.origin.map((column) => ownText(row.cells[column])) }
  }
  const first = flow.rows.add(from, to, share, row.line)
  if (first !== undefined) {
    const found = `a second row for ${year}, ${reader.text(row, 'from')}, ${reader.text(row, 'to')}; the first is on line ${first}`
    reader.report(row, 'year', 'row-twice', found, 'one row for each year, from, to')
  } else if (!flow.firsts.has(from)) {
    flow.firsts.set(from, { ...row, raw: ownText(row.raw) })
  }
  return true
}

/** Where a row is from; undefined where the row before it was from there. */
function newOrigin({ reader, byYear, origin, last }: FlowReading, year: number, row: CsvRow) {
  if (last?.year === year && origin.every((column, at) => row.cells[column] === last.cells[at]))
    return undefined
  const key = origin.map((column) => row.cells[column]).join('\n')
  const known = byYear.get(year)?.provenance.get(key)
  return { key, provenance: known ?? reader.provenance(row, ['share', 'ratio', '1']) }
}

function checkSums(
  { places, findings }: TableContext,
  reader: Reader,
  { year, firsts, values, pairs }: Omit<FlowTable, 'provenance'> & Pick<Flow, 'firsts'>,
): void {
  const count = places.cities.length
  places.codes.forEach((code, city) => {
    const row = firsts.get(city)
    if (!row) {
      findings.report({
        code: 'rows-missing',
        where: { file: reader.table.file },
        found: `no row from ${code} in ${year}`,
        expected: 'rows from every city',
      })
      return
    }
    const sum = sumOfShares({ values, pairs }, count, city)
    if (Math.abs(sum - 1) <= CLOSE_TO_ONE || Number.isNaN(sum)) return
    const found = `a sum of ${tidy(sum)} over the rows from ${code} in ${year}`
    reader.report(row, 'value', 'rows-not-one', found, 'a sum of 1, with the row to outside')
  })
}
