/**
 * census.csv: published totals, which must agree among themselves and with population.csv.
 *
 * Counties add up to their city, cities to the region; men and women, and the age groups, to everyone. Nothing of
 * it enters the model: it is there so that a slip in the big table cannot stay hidden.
 */
import { cohortAt, type Dimensions, RURAL } from '../../vocabulary/dimensions.js'
import type { AgeTable } from '../dataset.js'
import { Reader } from '../reading/cells.js'
import { Coverage } from '../reading/coverage.js'
import { PEOPLE } from '../reading/number-ranges.js'
import { readTable } from '../reading/read-table.js'
import type { CsvRow } from '../reading/records.js'
import type { TableContext } from '../table-context.js'

const COUNTS = ['population', 'urban', 'male', 'female', 'age_0_14', 'age_15_59', 'age_60_plus'] as const
const COLUMNS = ['code', 'parent', 'kind', 'year', ...COUNTS, 'source']
const KINDS = ['region', 'city', 'county'] as const
const PARTS = [
  ['male', 'female'],
  ['age_0_14', 'age_15_59', 'age_60_plus'],
] as const
/** Half a person: cells of population.csv may be rounded. */
const CLOSE = 0.5

type Count = (typeof COUNTS)[number]

interface CensusRow {
  readonly row: CsvRow
  readonly code: string
  readonly parent: string
  readonly year: number
  /** Persons; undefined where the census gives none. */
  readonly counts: Partial<Record<Count, number>>
}

/** Check the totals; `population` is people[status, sex, age, city] by year. */
export function checkCensus(
  context: TableContext,
  population: ReadonlyMap<number, AgeTable>,
  dims: Dimensions,
): void {
  const { folder, places, sources, findings } = context
  const table = readTable(folder, 'census.csv', { required: COLUMNS }, findings)
  if (!table) return
  const reader = new Reader(table, findings, sources)
  const rows = readRows(context, reader)
  const children = new Map<string, CensusRow[]>()
  for (const census of rows) {
    checkWithin(reader, census)
    const key = `${census.parent}, ${census.year}`
    const others = children.get(key)
    if (others) others.push(census)
    else children.set(key, [census])
  }
  for (const census of rows) {
    checkChildren(reader, census, children.get(`${census.code}, ${census.year}`) ?? [])
    const city = places.codes.indexOf(census.code)
    const people = population.get(census.year)
    if (city >= 0 && people) checkPopulation(reader, census, people, city, dims)
  }
}

function readRows({ places }: TableContext, reader: Reader): CensusRow[] {
  const coverage = new Coverage(reader, ['code', 'year'])
  const rows: CensusRow[] = []
  for (const row of reader.table.rows) {
    const kind = KINDS[reader.word(row, 'kind', KINDS, 'kind-unknown')]
    if (kind === 'county') places.city(reader, row, 'parent')
    else if (kind !== undefined) places.cover(reader, row, 'code')
    const code = reader.required(row, 'code', 'a code')
    const year = reader.year(row)
    reader.checkSource(row, 'source')
    const counts: Partial<Record<Count, number>> = {}
    for (const count of COUNTS) counts[count] = reader.optionalNumber(row, count, PEOPLE)
    if (Number.isNaN(year) || !coverage.claim(row, [code, year])) continue
    rows.push({ row, code, parent: reader.text(row, 'parent'), year, counts })
  }
  return rows
}

/** Men and women, and the age groups, add up to everyone in the row. */
function checkWithin(reader: Reader, { row, code, year, counts }: CensusRow): void {
  for (const parts of PARTS) {
    const sum = parts.reduce((total, part) => total + (counts[part] ?? Number.NaN), 0)
    compare(
      reader,
      row,
      'population',
      counts.population,
      sum,
      () => `${parts.join(' + ')} of ${code} in ${year}`,
    )
  }
}

/** What lies inside a place adds up to it; a count that one of the parts lacks is not checked. */
function checkChildren(reader: Reader, census: CensusRow, inside: readonly CensusRow[]): void {
  if (inside.length === 0) return
  for (const count of COUNTS) {
    const sum = inside.reduce((total, part) => total + (part.counts[count] ?? Number.NaN), 0)
    const places = inside.length === 1 ? 'the only place' : `the ${inside.length} places`
    const what = () => `${places} inside ${census.code} in ${census.year}`
    compare(reader, census.row, count, census.counts[count], sum, what)
  }
}

/** population.csv has the census's people, men, women and urban residents of a city. */
function checkPopulation(
  reader: Reader,
  census: CensusRow,
  people: AgeTable,
  city: number,
  dims: Dimensions,
) {
  const sums = { population: 0, urban: 0, male: 0, female: 0 }
  for (let status = 0; status < dims.statuses; status++) {
    for (let sex = 0; sex < dims.sexes; sex++) {
      let persons = 0
      for (let age = 0; age < dims.ages; age++)
        persons += people.values[cohortAt(dims, status, sex, age) + city]
      sums.population += persons
      sums[sex === 0 ? 'male' : 'female'] += persons
      if (status !== RURAL) sums.urban += persons
    }
  }
  const compared =
    dims.statuses > 1
      ? (['population', 'urban', 'male', 'female'] as const)
      : (['population', 'male', 'female'] as const)
  for (const count of compared) {
    const what = () => `population.csv for ${census.code} in ${census.year}`
    compare(reader, census.row, count, census.counts[count], sums[count], what)
  }
}

/** Report a count and a sum that differ; one that is not known is not compared. */
function compare(
  reader: Reader,
  row: CsvRow,
  count: Count,
  given: number | undefined,
  sum: number,
  what: () => string,
) {
  const difference = sum - (given ?? Number.NaN)
  if (Number.isNaN(difference) || Math.abs(difference) <= CLOSE) return
  const rounded = Number(difference.toFixed(3))
  const found = `${given} people`
  const expected = `${Number(sum.toFixed(3))}, the sum of ${what()}`
  const hint = `The sum is ${Math.abs(rounded)} ${rounded > 0 ? 'more' : 'less'}.`
  reader.report(row, count, 'sums-do-not-agree', found, expected, hint)
}
