/** schedules.csv: at what ages people of each sex move, whatever the level. */
import { SEXES } from '../vocabulary/dimensions.js'
import { type AgeColumn, checkedAges } from './ages.js'
import type { AgeTable, Provenance } from './dataset.js'
import { Reader } from './reading/cells.js'
import { Coverage } from './reading/coverage.js'
import type { NumberRange } from './reading/number-ranges.js'
import { readTable } from './reading/read-table.js'
import type { CsvRow } from './reading/records.js'
import { sexAxis } from './sexes.js'
import type { TableContext } from './table-context.js'

const COLUMNS = ['name', 'sex', 'unit', 'source', 'quality', 'note']
const CLOSE_TO_ONE = 1e-6
/** Make-ups of people of either sex. */
const OF_BOTH_SEXES: ReadonlySet<string> = new Set(['arrivals', 'more_net_migrants'])
const OF_EITHER_SEX = 'a sum of 1, since they are of either sex'
const NOT_NEGATIVE: NumberRange = {
  low: 0,
  high: Number.POSITIVE_INFINITY,
  code: 'rate-out-of-range',
  expected: 'zero or more',
}

/**
 * Schedules [sex, age] by name. Each sex sums to one; those in persons (`arrivals`, `more_net_migrants`) sum to one over
 * both; `conversion` is relative to its level and need not. In a folder of women only boys move as girls do, and only
 * women arrive.
 */
export function readSchedules(context: TableContext, ages: readonly AgeColumn[]): Map<string, AgeTable> {
  const { folder, header, sources, findings } = context
  const schedules = new Map<string, AgeTable>()
  const table = readTable(folder, 'schedules.csv', { required: COLUMNS, ages: true }, findings)
  const columns = table && checkedAges(table, ages, true, findings)
  if (!columns) return schedules
  const reader = new Reader(table, findings, sources)
  const coverage = new Coverage(reader, ['name', 'sex'])
  const { words } = sexAxis(header)
  const rowsByName = new Map<string, CsvRow[]>()
  for (const row of table.rows) {
    const name = reader.required(row, 'name', 'the name of a schedule')
    const sex = reader.word(row, 'sex', words, 'sex-unknown')
    if (name === '' || sex < 0) {
      coverage.skip()
      continue
    }
    if (!coverage.claim(row, [name, words[sex]])) continue
    rowsByName.set(name, [...(rowsByName.get(name) ?? []), row])
  }
  for (const [name, rows] of rowsByName) {
    const values = new Float64Array(SEXES.length * ages.length)
    const provenance: Provenance[] = []
    for (const row of rows) {
      const from = SEXES.indexOf(reader.text(row, 'sex') as (typeof SEXES)[number]) * ages.length
      for (const { column, age } of columns) values[from + age] = reader.number(row, column, NOT_NEGATIVE)
      provenance.push(reader.provenance(row, ['share', 'ratio', '1', '1 / year']))
    }
    if (header.womenOnly && !OF_BOTH_SEXES.has(name)) values.copyWithin(0, ages.length)
    schedules.set(name, { year: header.baseYear, values, provenance })
    coverage.expect(words.map((sex) => [name, sex]))
    if (name !== 'conversion') checkSums(reader, name, rows, columns, words.length)
  }
  return schedules
}

function checkSums(
  reader: Reader,
  name: string,
  rows: readonly CsvRow[],
  ages: readonly AgeColumn[],
  sexes: number,
): void {
  const sums = rows.map((row) => ages.reduce((sum, { column }) => sum + Number(reader.text(row, column)), 0))
  if (OF_BOTH_SEXES.has(name)) {
    const sum = sums.reduce((a, b) => a + b, 0)
    if (rows.length === sexes && Math.abs(sum - 1) > CLOSE_TO_ONE) {
      const found = `a sum of ${tidy(sum)} over both sexes of "${name}"`
      reader.report(rows[0], 'name', 'rows-not-one', found, OF_EITHER_SEX)
    }
    return
  }
  rows.forEach((row, index) => {
    if (!(Math.abs(sums[index] - 1) > CLOSE_TO_ONE)) return
    const found = `a sum of ${tidy(sums[index])} over the ages of "${name}", ${reader.text(row, 'sex')}`
    reader.report(row, 'name', 'rows-not-one', found, 'a sum of 1: the level is set by the scenario')
  })
}

/** A sum without the dust of its last digits. */
export function tidy(sum: number): string {
  return String(Number(sum.toFixed(9)))
}
