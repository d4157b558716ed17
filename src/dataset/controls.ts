/** controls.csv: published totals of people that a projection may be scaled to, by name, place, year, and ages where given. */
import { type BoxTotal, type Contradiction, unnested } from '../math/margins/nested-totals.js'
import { type Dimensions, SEXES } from '../vocabulary/dimensions.js'
import type { ControlTotal } from './dataset.js'
import { Reader } from './reading/cells.js'
import { Coverage } from './reading/coverage.js'
import { type NumberRange, PEOPLE } from './reading/number-ranges.js'
import { readTable } from './reading/read-table.js'
import type { CsvRow } from './reading/records.js'
import type { TableContext } from './table-context.js'

const REQUIRED = ['name', 'code', 'year', 'people', 'unit', 'source', 'quality', 'note']
const OPTIONAL = ['sex', 'age_from', 'age_to', 'rounded_to']
const SEX_WORDS = ['both', ...SEXES]
const AGES: NumberRange = { low: 0, high: 200, code: 'age-unknown', expected: 'an age in whole years' }
const ROUNDED: NumberRange = {
  low: 1,
  high: 1e9,
  code: 'people-negative',
  expected: 'persons that the total is rounded to, 1 or more, such as 10000',
}

interface ControlRow {
  readonly row: CsvRow
  readonly total: ControlTotal
}

/** Totals by name, in the order of the file; none where the folder has no such table. */
export function readControls(context: TableContext, dims: Dimensions): Map<string, ControlTotal[]> {
  const { folder, sources, findings } = context
  const format = { required: REQUIRED, optional: OPTIONAL }
  const table = readTable(folder, 'controls.csv', format, findings)
  if (!table) return new Map()
  const reader = new Reader(table, findings, sources)
  const coverage = new Coverage(reader, ['name', 'code', 'year', 'sex', 'age_from', 'age_to'])
  const rows = table.rows.flatMap((row) => {
    const total = readTotal(context, reader, row, dims)
    if (!total) return []
    const { name, year, sex, ages } = total
    const key = [name, reader.text(row, 'code'), year, SEX_WORDS[sex + 1], ...ages]
    return coverage.claim(row, key) ? [{ row, total }] : []
  })
  for (const together of grouped(rows, ({ total }) => `${total.year} ${total.name}`).values())
    checkTogether(reader, together, dims)
  const byName = grouped(rows, ({ total }) => total.name)
  return new Map([...byName].map(([name, own]) => [name, own.map(({ total }) => total)]))
}

function readTotal(
  { places }: TableContext,
  reader: Reader,
  row: CsvRow,
  dims: Dimensions,
): ControlTotal | undefined {
  const name = reader.required(row, 'name', 'the name of a set of totals')
  const cities = places.cover(reader, row, 'code')
  const year = reader.year(row)
  const sex = reader.has('sex') && reader.text(row, 'sex') !== '' ? sexOf(reader, row) : -1
  const ages = agesOf(reader, row, dims)
  const people = reader.number(row, 'people', PEOPLE)
  const rounded = (reader.has('rounded_to') && reader.optionalNumber(row, 'rounded_to', ROUNDED)) || 1
  const provenance = reader.provenance(row, ['person'])
  if (name === '' || cities.length === 0 || sex < -1 || !ages) return undefined
  if (Number.isNaN(year + people + rounded)) return undefined
  const city = places.isRegionOnly(reader.text(row, 'code')) ? undefined : cities[0]
  return {
    name,
    year,
    ...(city !== undefined && { city }),
    sex,
    ages,
    people,
    within: rounded / 2,
    provenance,
  }
}

/** Index of a sex, -1 for both together; below that where it is no word for one. */
function sexOf(reader: Reader, row: CsvRow): number {
  const word = reader.word(row, 'sex', SEX_WORDS, 'sex-unknown')
  return word < 0 ? -2 : word - 1
}

/** First and last age group; all where none is given, to the open one where no last is. Undefined, reported, where groups are cut. */
function agesOf(reader: Reader, row: CsvRow, { ages, ageWidth }: Dimensions): [number, number] | undefined {
  const given = (column: string) =>
    reader.has(column) ? reader.optionalNumber(row, column, AGES) : undefined
  const [from, to] = [given('age_from') ?? 0, given('age_to')]
  if (Number.isNaN(from) || Number.isNaN(to)) return undefined
  const open = (ages - 1) * ageWidth
  const groups = ageWidth === 1 ? '' : `, in groups of ${ageWidth} years`
  const expected = `ages that begin and end as those of population.csv${groups}; no age_to for ${open}+`
  const refuse = (column: string) => {
    reader.report(row, column, 'age-unknown', reader.text(row, column), expected)
    return undefined
  }
  if (from % ageWidth !== 0 || from > open) return refuse('age_from')
  if (to === undefined) return [from / ageWidth, ages - 1]
  if ((to + 1) % ageWidth !== 0 || to >= open || to < from) return refuse('age_to')
  return [from / ageWidth, (to + 1) / ageWidth - 1]
}

/** Totals of one name and year have to hold together. */
function checkTogether(reader: Reader, rows: readonly ControlRow[], dims: Dimensions): void {
  const { contradictions } = unnested(
    controlBoxes(
      rows.map(({ total }) => total),
      dims,
    ),
  )
  for (const found of contradictions) report(reader, rows, found)
}

function report(reader: Reader, rows: readonly ControlRow[], found: Contradiction): void {
  const { row, total } = rows[found.from]
  const part = rows[found.part]
  const line = `line ${part.row.line}`
  const [people, left, sum] = [total.people, found.total, found.sum].map((persons) =>
    Number(persons.toFixed(3)),
  )
  const said = `${people} people in ${total.year}`
  const text = left === people ? said : `${said}, of whom ${left} are left beside its parts`
  const of = (expected: string, hint?: string) =>
    reader.report(row, 'people', 'controls-contradict', text, expected, hint)
  if (found.kind === 'overlap')
    reader.report(
      row,
      'age_from',
      'controls-contradict',
      `ages that overlap those of ${line}`,
      `ages that are apart or one within the other, in one place and year`,
    )
  else if (found.kind === 'sum')
    of(
      `${sum}, the sum of the totals that cover it, such as ${line}`,
      'Leave the row out, or say in rounded_to what the totals are rounded to.',
    )
  else if (found.kind === 'rest')
    of(`more than ${sum}, the sum of its parts such as ${line}, as there are others beside them`)
  else of(`${sum}, as in ${line} for the same people`)
}

/** Totals as boxes of places, sexes and ages. */
export function controlBoxes(totals: readonly ControlTotal[], dims: Dimensions): BoxTotal[] {
  const everywhere = indices(0, dims.cities - 1)
  const sexes = indices(0, dims.sexes - 1)
  return totals.map(({ city, sex, ages, people, within }, from) => ({
    axes: [city === undefined ? everywhere : [city], sex < 0 ? sexes : [sex], indices(...ages)],
    total: people,
    within,
    from,
  }))
}

const indices = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at)

function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row])
  return groups
}
