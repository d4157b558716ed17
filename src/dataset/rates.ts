/** mortality.csv, fertility.csv and net_migration.csv: what moves the people on, by age. */
import { SEXES } from '../vocabulary/dimensions.js'
import { type AgeForm, readAgeTables } from './age-tables.js'
import { type AgeColumn, checkedAges } from './ages.js'
import { ANY, type Range, Reader, SHARE } from './cells.js'
import type { AgeTable, Dataset } from './dataset.js'
import type { Opened } from './opened.js'
import { SEX_COLUMNS } from './population.js'
import { readTable } from './read-table.js'
import type { Row } from './records.js'

const SEX = { column: 'sex', words: SEXES }
const PURE_UNITS = ['share', 'ratio', '1']
const PER_YEAR = ['1 / year']

const rate = (low: number, high: number, expected: string): Range => ({
  low,
  high,
  code: 'rate-out-of-range',
  expected,
  slip: (value) =>
    value > 1 && value <= 1000 ? `If this is ${value} per thousand, write ${value / 1000}.` : undefined,
})
const MX = rate(0, 3, 'deaths per person-year, from 0 to 3')
const BIRTHS = rate(0, 1, 'births per woman-year, from 0 to 1')
const NET_RATE = rate(-1, 1, 'a share of the cell per step, from -1 to 1')

type Mortality = Pick<Dataset, 'mortality' | 'infantSurvival'>

/** mx or survival [sex, age, city] by year, and survival from birth [sex, city] where a column `birth` gives it. */
export function readMortality(opened: Opened, ages: readonly AgeColumn[]): Mortality | undefined {
  const { folder, places, sources, findings } = opened
  const format = { required: [...SEX_COLUMNS, 'measure'], optional: ['birth'], ages: true }
  const table = readTable(folder, 'mortality.csv', format, findings)
  const columns = table && checkedAges(table, ages, true, findings)
  if (!columns) return undefined
  const reader = new Reader(table, findings, sources)
  const measure = oneMeasure(reader, ['mx', 'survival'] as const)
  const byYear = readAgeTables(reader, { ...rateForm(columns), ...mortalityNumbers(measure) }, places)
  if (measure === 'mx' || !reader.has('birth')) return { mortality: { measure, byYear } }
  const birth = { ...rateForm([{ column: 'birth', age: 0 }]), ...mortalityNumbers(measure) }
  return { mortality: { measure, byYear }, infantSurvival: readAgeTables(reader, birth, places) }
}

function mortalityNumbers(measure: 'mx' | 'survival'): Pick<AgeForm, 'range' | 'units'> {
  if (measure === 'mx') return { range: () => MX, units: () => PER_YEAR }
  return { range: () => SHARE, units: () => PURE_UNITS }
}

/** Births per woman-year [age, city] by year, zero at ages without a column. */
export function readFertility(opened: Opened, ages: readonly AgeColumn[]): Map<number, AgeTable> {
  const { folder, places, sources, findings } = opened
  const required = ['year', 'code', 'unit', 'source', 'quality', 'note']
  const table = readTable(folder, 'fertility.csv', { required, ages: true }, findings)
  const columns = table && checkedAges(table, ages, false, findings)
  if (!columns) return new Map()
  const form: AgeForm = {
    axes: [],
    ages: columns,
    ageCount: ages.length,
    range: () => BIRTHS,
    units: () => ['birth / person / year', ...PER_YEAR],
    spread: true,
  }
  return readAgeTables(new Reader(table, findings, sources), form, places)
}

/** Net migrants [sex, age, city] by year: persons a step, or shares of the cell a step. */
export function readNetMigration(opened: Opened, ages: readonly AgeColumn[]): Dataset['netMigration'] {
  const { folder, places, sources, findings } = opened
  const format = { required: [...SEX_COLUMNS, 'measure'], ages: true }
  const table = readTable(folder, 'net_migration.csv', format, findings)
  const columns = table && checkedAges(table, ages, true, findings)
  if (!columns) return undefined
  const reader = new Reader(table, findings, sources)
  const measure = oneMeasure(reader, ['count', 'rate'] as const)
  const isCount = measure === 'count'
  const form: AgeForm = {
    ...rateForm(columns),
    range: () => (isCount ? ANY : NET_RATE),
    units: () => (isCount ? ['person', 'person / year'] : [...PURE_UNITS, ...PER_YEAR]),
    spread: !isCount,
  }
  return { measure, byYear: readAgeTables(reader, form, places) }
}

function rateForm(ages: readonly AgeColumn[]): AgeForm {
  return {
    axes: [SEX],
    ages,
    ageCount: ages.length,
    range: () => SHARE,
    units: () => PURE_UNITS,
    spread: true,
  }
}

/** The measure of a table, which all its rows must share; the first row's. */
function oneMeasure<T extends string>(reader: Reader, measures: readonly T[]): T {
  let chosen: T | undefined
  const refuse = (row: Row) =>
    reader.report(row, 'measure', 'mixed-measures', `"${reader.text(row, 'measure')}"`, `${chosen} as above`)
  for (const row of reader.table.rows) {
    const measure = measures[reader.word(row, 'measure', measures, 'unknown-measure')]
    if (measure !== undefined && chosen !== undefined && measure !== chosen) refuse(row)
    chosen ??= measure
  }
  return chosen ?? measures[0]
}
