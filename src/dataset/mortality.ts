/** mortality.csv: death rates, or shares who survive a step. */
import { deathAges, ownAges } from '../math/death-ages.js'
import { SEXES } from '../vocabulary/dimensions.js'
import { hundredth } from '../vocabulary/numbers.js'
import { type AgeForm, readAgeTables } from './age-tables.js'
import { type AgeColumn, checkedAges, ratesAges } from './ages.js'
import { checkLifeExpectancy, lifetimeOfRates, lifetimeOfShares } from './checks/life-expectancy.js'
import type { AgeTable, Dataset } from './dataset.js'
import { oneMeasure } from './measure.js'
import { SEX_COLUMNS } from './population.js'
import { Reader } from './reading/cells.js'
import { type NumberRange, SHARE } from './reading/number-ranges.js'
import { readTable } from './reading/read-table.js'
import { sexAxis, withMen } from './sexes.js'
import type { TableContext } from './table-context.js'

const MX: NumberRange = {
  low: 0,
  high: 3,
  code: 'rate-out-of-range',
  expected: 'deaths per person-year, from 0 to 3',
  slip: (value) =>
    value > 1 && value <= 1000 ? `If this is ${value} per thousand, write ${value / 1000}.` : undefined,
  ofPercent: (value) => `Write ${hundredth(value)}.`,
}
const BIRTH: AgeColumn = { column: 'birth', age: 0 }

/**
 * mx or survival [sex, age, city] by year.
 *
 * Survival is turned to stand at the age it leads into; death rates may be by finer ages than those of the people (0,
 * 1, 5, ... in groups of five years), or have a later open age.
 */
export function readMortality(
  context: TableContext,
  ages: readonly AgeColumn[],
): Dataset['mortality'] | undefined {
  const { folder, header, places, sources, findings } = context
  const format = { required: [...SEX_COLUMNS, 'measure'], optional: ['birth'], ages: true }
  const table = readTable(folder, 'mortality.csv', format, findings)
  if (!table) return undefined
  const reader = new Reader(table, findings, sources)
  const measure = oneMeasure(reader, ['mx', 'survival'] as const)
  const width = header.ageWidth
  const finer = measure === 'mx' ? ratesAges(table, ages, width) : undefined
  const columns = finer ?? checkedAges(table, ages, true, findings)
  if (!columns) return undefined
  const cityCount = places.cities.length
  const read = (form: AgeForm, men: number) =>
    withMen(header, readAgeTables(reader, form, places), men * cityCount, 'as women')
  if (measure === 'mx') {
    const form = formOf(context, columns, MX, ['1 / year'])
    const byYear = read(form, columns.length)
    const starts = columns.map(({ column }) => Number.parseInt(column, 10))
    const rateAges = deathAges(starts, width, ages.length)
    checkLifeExpectancy(reader, columns, MX, lifetimeOfRates(rateAges, width, ages.length))
    return { measure, ages: rateAges, byYear }
  }
  const leaves = reader.has('birth')
  const form = formOf(context, leaves ? [BIRTH, ...later(columns)] : columns, SHARE, ['share', 'ratio', '1'])
  const byYear = read(form, form.ageCount)
  // with a column for birth the last share is given twice
  const shares = leaves ? form.ages.slice(0, -1) : form.ages
  checkLifeExpectancy(reader, shares, SHARE, lifetimeOfShares(width))
  const own = ownAges(width, ages.length)
  if (!leaves) return { measure, ages: own, byYear }
  reportOpenAge(reader, ages)
  return { measure, ages: own, byYear: mapTables(byYear, (shares) => withoutLast(shares, ages.length)) }
}

const later = (columns: readonly AgeColumn[]) => columns.map(({ column, age }) => ({ column, age: age + 1 }))

function formOf(
  { header }: TableContext,
  ages: readonly AgeColumn[],
  range: NumberRange,
  units: readonly string[],
): AgeForm {
  return {
    axes: [sexAxis(header)],
    ages,
    ageCount: ages.length,
    range: () => range,
    units: () => units,
    spread: true,
  }
}

function mapTables(
  tables: Map<number, AgeTable>,
  change: (values: Float64Array) => Float64Array,
): Map<number, AgeTable> {
  return new Map([...tables].map(([year, table]) => [year, { ...table, values: change(table.values) }]))
}

/** Without the open group's own share, which reportOpenAge has found to be that of the group below. */
function withoutLast(shares: Float64Array, ages: number): Float64Array {
  const cities = shares.length / SEXES.length / (ages + 1)
  const values = new Float64Array(SEXES.length * ages * cities)
  SEXES.forEach((_, sex) => {
    const from = sex * (ages + 1) * cities
    values.set(shares.subarray(from, from + ages * cities), sex * ages * cities)
  })
  return values
}

/** The model survives the last two groups together, by one share (T_n / T_{n-1} of a life table). */
function reportOpenAge(reader: Reader, ages: readonly AgeColumn[]): void {
  const [below, open] = ages.slice(-2).map(({ column }) => column)
  for (const row of reader.table.rows) {
    const [into, within] = [below, open].map((column) => Number(reader.text(row, column)))
    if (!(Math.abs(into - within) > 1e-12)) continue
    const found = `${within} in ${open} and ${into} in ${below}`
    const expected = 'the same share in the last two columns'
    const hint = 'Where they differ, give every table one more age group (README.md, A published projection).'
    reader.report(row, open, 'open-shares-differ', found, expected, hint)
  }
}
