/** population.csv and away.csv: people on census day. */
import { REGISTERED, RURAL, STATUSES } from '../vocabulary/dimensions.js'
import { type AgeForm, readAgeTables } from './age-tables.js'
import { type AgeColumn, checkedAges, openingAges } from './ages.js'
import type { AgeTable } from './dataset.js'
import { RURAL_URBAN } from './header.js'
import { Reader } from './reading/cells.js'
import { openLongTable } from './reading/long-table.js'
import { PEOPLE } from './reading/number-ranges.js'
import { sexAxis, withMen } from './sexes.js'
import type { TableContext } from './table-context.js'

const PROVENANCE = ['unit', 'source', 'quality', 'note']
/** Columns of a table by year, place and sex. */
export const SEX_COLUMNS = ['year', 'code', 'sex', ...PROVENANCE]

export interface CensusPeople {
  readonly byYear: Map<number, AgeTable>
  /** Age groups of the folder, which every other table shares. */
  readonly ages: readonly AgeColumn[]
}

/** people[status, sex, age, city] by census year; undefined where the age columns make no sense. */
export function readPopulation({
  folder,
  header,
  places,
  sources,
  findings,
}: TableContext): CensusPeople | undefined {
  const required = ['year', 'code', 'status', 'sex', ...PROVENANCE]
  const long = openLongTable(folder, 'population.csv', { required, ages: true }, findings)
  const ages = long && openingAges(long.table, header.ageWidth, findings)
  if (!ages) return undefined
  const { table, eachRow } = long
  const reader = new Reader(table, findings, sources)
  const words = header.ruralUrban ? RURAL_URBAN : header.statuses ? STATUSES : ['all']
  const form = peopleForm([{ column: 'status', words }, sexAxis(header)], ages)
  const cells = ages.length * places.cities.length
  const read = withMen(header, readAgeTables(reader, form, places, eachRow), cells, 'none')
  const byYear = header.ruralUrban ? withRegistration(read) : read
  if (byYear.size > 0 && !byYear.has(header.baseYear)) {
    findings.report({
      code: 'rows-missing',
      where: { file: table.file },
      found: `no row for ${header.baseYear}`,
      expected: 'people of the base year that data.yaml names',
    })
  }
  return { byYear, ages }
}

/** Townspeople who are told apart by nothing stand as registered; nobody is reclassified or a migrant yet. */
function withRegistration(byYear: Map<number, AgeTable>): Map<number, AgeTable> {
  return new Map(
    [...byYear].map(([year, table]) => {
      const half = table.values.length / RURAL_URBAN.length
      const values = new Float64Array(half * STATUSES.length)
      values.set(table.values.subarray(0, half), RURAL * half)
      values.set(table.values.subarray(half), REGISTERED * half)
      return [year, { ...table, values }]
    }),
  )
}

/** People registered here and living outside, [sex, age, city] by census year; of the base year at least. */
export function readAway(context: TableContext, ages: readonly AgeColumn[]): ReadonlyMap<number, AgeTable> {
  const { folder, header, places, sources, findings } = context
  const long = openLongTable(folder, 'away.csv', { required: SEX_COLUMNS, ages: true }, findings)
  const columns = long && checkedAges(long.table, ages, true, findings)
  if (!columns) return new Map()
  const { table, eachRow } = long
  const form = peopleForm([sexAxis(header)], columns)
  const tables = readAgeTables(new Reader(table, findings, sources), form, places, eachRow)
  const byYear = withMen(header, tables, ages.length * places.cities.length, 'none')
  if (byYear.size > 0 && !byYear.has(header.baseYear)) {
    findings.report({
      code: 'rows-missing',
      where: { file: table.file },
      found: `no row for ${header.baseYear}`,
      expected: 'people away in the base year that data.yaml names',
    })
  }
  return byYear
}

function peopleForm(axes: AgeForm['axes'], ages: readonly AgeColumn[]): AgeForm {
  return { axes, ages, ageCount: ages.length, range: () => PEOPLE, units: () => ['person'], spread: false }
}
