/** destinations.csv and homes.csv: where those who leave a village go, where the migrants of a town are from. */
import { reportEmpty } from './age-tables.js'
import type { AgeTable, Provenance } from './dataset.js'
import { Reader } from './reading/cells.js'
import { Coverage } from './reading/coverage.js'
import { SHARE } from './reading/number-ranges.js'
import { readTable } from './reading/read-table.js'
import type { CsvRow } from './reading/records.js'
import { tidy } from './schedules.js'
import type { TableContext } from './table-context.js'
import { yearInForce } from './year-in-force.js'

const COLUMNS = ['year', 'from', 'to', 'value', 'unit', 'source', 'quality', 'note']
const OUTSIDE = 'outside'
const CLOSE_TO_ONE = 1e-9

interface Flow {
  readonly values: Float64Array
  readonly provenance: Provenance[]
  /** The first row from each city, where a wrong sum is reported. */
  readonly firsts: Map<number, CsvRow>
}

function emptyFlow(width: number): Flow {
  return { values: new Float64Array(width * (width - 1)), provenance: [], firsts: new Map() }
}

/**
 * shares[city, city + 1], the last column outside, each row summing to one; undefined where the file is absent.
 * Pairs without a row are zero. Of several years the last on or before the base year is taken.
 */
export function readFlows(
  context: TableContext,
  name: 'destinations.csv' | 'homes.csv',
): AgeTable | undefined {
  const { folder, header, places, sources, findings } = context
  const table = readTable(folder, name, { required: COLUMNS }, findings)
  if (!table) return undefined
  const reader = new Reader(table, findings, sources)
  const coverage = new Coverage(reader, ['year', 'from', 'to'])
  const width = places.cities.length + 1
  const byYear = new Map<number, Flow>()
  for (const row of table.rows) {
    const year = reader.year(row)
    const from = places.city(reader, row, 'from')
    const outside = reader.text(row, 'to') === OUTSIDE
    const to = outside ? width - 1 : places.city(reader, row, 'to')
    const share = reader.number(row, 'value', SHARE)
    const provenance = reader.provenance(row, ['share', 'ratio', '1'])
    if (Number.isNaN(year) || from < 0 || to < 0) {
      coverage.skip()
      continue
    }
    if (!coverage.claim(row, [year, reader.text(row, 'from'), reader.text(row, 'to')])) continue
    const flow = byYear.get(year) ?? emptyFlow(width)
    flow.values[from * width + to] = share
    flow.provenance.push(provenance)
    if (!flow.firsts.has(from)) flow.firsts.set(from, row)
    byYear.set(year, flow)
  }
  if (table.rows.length === 0 && table.skipped === 0) reportEmpty(reader)
  if (coverage.isWhole) for (const [year, flow] of byYear) checkRows(context, reader, year, flow)
  const year = yearInForce([...byYear.keys()], header.baseYear)
  const chosen = byYear.get(year)
  return chosen && { year, values: chosen.values, provenance: chosen.provenance }
}

function checkRows(
  { places, findings }: TableContext,
  reader: Reader,
  year: number,
  { values, firsts }: Flow,
): void {
  const width = places.cities.length + 1
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
    const sum = values.subarray(city * width, (city + 1) * width).reduce((a, b) => a + b, 0)
    if (Math.abs(sum - 1) <= CLOSE_TO_ONE || Number.isNaN(sum)) return
    const found = `a sum of ${tidy(sum)} over the rows from ${code} in ${year}`
    reader.report(row, 'value', 'rows-not-one', found, 'a sum of 1, with the row to outside')
  })
}
