/** fertility.csv and net_migration.csv: who is added to the people, by age. */
import { parseUnit } from '../vocabulary/units.js'
import { type AgeForm, readAgeTables } from './age-tables.js'
import { type AgeColumn, checkedAges } from './ages.js'
import { checkTotalFertility } from './checks/total-fertility.js'
import type { AgeTable, Dataset } from './dataset.js'
import { oneMeasure } from './measure.js'
import { SEX_COLUMNS } from './population.js'
import { Reader } from './reading/cells.js'
import { ANY, type NumberRange } from './reading/number-ranges.js'
import { readTable } from './reading/read-table.js'
import { sexAxis, withMen } from './sexes.js'
import type { TableContext } from './table-context.js'

const rate = (low: number, high: number, expected: string): NumberRange => ({
  low,
  high,
  code: 'rate-out-of-range',
  expected,
  slip: (value) =>
    value > 1 && value <= 1000 ? `If this is ${value} per thousand, write ${value / 1000}.` : undefined,
})
const BIRTHS: NumberRange = {
  ...rate(0, 1, 'births per woman-year, from 0 to 1'),
  slip: (value) => {
    if (value > 1 && value < 10)
      return 'Births of one year of age are asked for, such as 0.07, not of a whole life.'
    return value <= 1000 ? `If this is ${value} per thousand, write ${value / 1000}.` : undefined
  },
}
const NET_RATE = rate(-1, 1, 'a share of the cell, from -1 to 1')

/** Births per woman-year [age, city] by year, zero at ages without a column. */
export function readFertility(context: TableContext, ages: readonly AgeColumn[]): Map<number, AgeTable> {
  const { folder, header, places, sources, findings } = context
  const required = ['year', 'code', 'unit', 'source', 'quality', 'note']
  const table = readTable(folder, 'fertility.csv', { required, ages: true }, findings)
  const columns = table && checkedAges(table, ages, false, findings)
  if (!columns) return new Map()
  const form: AgeForm = {
    axes: [],
    ages: columns,
    ageCount: ages.length,
    range: () => BIRTHS,
    units: () => ['birth / person / year', '1 / year'],
    spread: true,
  }
  const reader = new Reader(table, findings, sources)
  checkTotalFertility(reader, columns, header.ageWidth)
  return readAgeTables(reader, form, places)
}

/** Net migrants [sex, age, city] by year: persons a step, or shares of the people at its start. */
export function readNetMigration(context: TableContext, ages: readonly AgeColumn[]): Dataset['netMigration'] {
  const { folder, header, places, sources, findings } = context
  const format = { required: [...SEX_COLUMNS, 'measure'], ages: true }
  const table = readTable(folder, 'net_migration.csv', format, findings)
  const columns = table && checkedAges(table, ages, true, findings)
  if (!columns) return undefined
  const reader = new Reader(table, findings, sources)
  const measure = oneMeasure(reader, ['count', 'rate'] as const)
  const isCount = measure === 'count'
  const form: AgeForm = {
    axes: [sexAxis(header)],
    ages: columns,
    ageCount: ages.length,
    range: () => (isCount ? ANY : NET_RATE),
    units: () => (isCount ? ['person', 'person / year'] : ['share', 'ratio', '1', '1 / year']),
    scale: (row) => (parseUnit(reader.text(row, 'unit'))?.year === -1 ? header.ageWidth : 1),
    spread: !isCount,
  }
  const byYear = readAgeTables(reader, form, places)
  return { measure, byYear: withMen(header, byYear, ages.length * places.cities.length, 'none') }
}
