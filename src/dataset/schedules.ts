/** schedules.csv: at what ages people of each sex move, whatever the level. */
import { SEXES } from '../vocabulary/dimensions.js'
import { type AgeColumn, checkedAges } from './ages.js'
import type { AgeTable, Provenance } from './dataset.js'
import type { Places } from './places.js'
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

/** A row that could be read, the cities it is of, and whether it is of all of them and gives way to a city's own. */
interface ScheduleRow {
  readonly row: CsvRow
  readonly sex: number
  readonly cities: readonly number[]
  readonly regional: boolean
}

/**
 * Schedules by name: [sex, age], or [sex, age, city] where some city has rows of its own (column `code`). Each sex sums
 * to one; those in persons (`arrivals`, `more_net_migrants`) sum to one over both; `conversion` is relative to its level and need not. In a folder of women
 * only boys move as girls do, and only women arrive.
 */
export function readSchedules(context: TableContext, ages: readonly AgeColumn[]): Map<string, AgeTable> {
  const { folder, header, places, sources, findings } = context
  const schedules = new Map<string, AgeTable>()
  const format = { required: COLUMNS, optional: ['code'], ages: true }
  const table = readTable(folder, 'schedules.csv', format, findings)
  const columns = table && checkedAges(table, ages, true, findings)
  if (!columns) return schedules
  const reader = new Reader(table, findings, sources)
  const coded = reader.has('code')
  const coverage = new Coverage(reader, coded ? ['name', 'code', 'sex'] : ['name', 'sex'])
  const { words } = sexAxis(header)
  for (const [name, rows] of rowsByName(reader, coverage, places, words)) {
    const own = rows.some(({ regional }) => !regional)
    const width = own ? places.cities.length : 1
    const values = new Float64Array(SEXES.length * ages.length * width)
    const provenance: Provenance[] = []
    for (const { row, sex, cities } of rows.toSorted((a, b) => Number(b.regional) - Number(a.regional))) {
      const from = SEXES.indexOf(words[sex] as (typeof SEXES)[number]) * ages.length
      for (const { column, age } of columns) {
        const share = reader.number(row, column, NOT_NEGATIVE)
        for (const city of own ? cities : [0]) values[(from + age) * width + city] = share
      }
    }
    for (const { row } of rows) provenance.push(reader.provenance(row, ['share', 'ratio', '1', '1 / year']))
    if (header.womenOnly && !OF_BOTH_SEXES.has(name)) values.copyWithin(0, ages.length * width)
    schedules.set(name, { year: header.baseYear, values, provenance })
    expectAll(coverage, places, coded, name, rows, words)
    if (name !== 'conversion') checkSums(reader, name, rows, columns, words.length)
  }
  return schedules
}

function rowsByName(
  reader: Reader,
  coverage: Coverage,
  places: Places,
  words: readonly string[],
): Map<string, ScheduleRow[]> {
  const all = places.codes.map((_, city) => city)
  const found = new Map<string, ScheduleRow[]>()
  for (const row of reader.table.rows) {
    const name = reader.required(row, 'name', 'the name of a schedule')
    const sex = reader.word(row, 'sex', words, 'sex-unknown')
    const cities = reader.has('code') ? places.cover(reader, row, 'code') : all
    if (name === '' || sex < 0 || cities.length === 0) {
      coverage.skip(reader.has('code') && sex >= 0 ? all.length : 1)
      continue
    }
    const code = reader.has('code') ? [reader.text(row, 'code')] : []
    if (!coverage.claim(row, [name, ...code, words[sex]])) continue
    const regional = code.every((one) => places.isRegionOnly(one))
    found.set(name, [...(found.get(name) ?? []), { row, sex, cities, regional }])
  }
  return found
}

/** Of a name each sex, for each city that no row of the region stands for. */
function expectAll(
  coverage: Coverage,
  places: Places,
  coded: boolean,
  name: string,
  rows: readonly ScheduleRow[],
  words: readonly string[],
): void {
  if (!coded) {
    coverage.expect(words.map((sex) => [name, sex]))
    return
  }
  const spread = new Set(rows.filter(({ regional }) => regional).map(({ sex }) => sex))
  const wanted = words.flatMap((word, sex) =>
    spread.has(sex) ? [] : places.codes.map((code) => [name, code, word]),
  )
  coverage.expect(wanted)
}

function checkSums(
  reader: Reader,
  name: string,
  rows: readonly ScheduleRow[],
  ages: readonly AgeColumn[],
  sexes: number,
): void {
  const sumOf = (row: CsvRow) => ages.reduce((sum, { column }) => sum + Number(reader.text(row, column)), 0)
  const codeOf = (row: CsvRow) => (reader.has('code') ? reader.text(row, 'code') : undefined)
  if (OF_BOTH_SEXES.has(name)) {
    for (const together of rowsByPlace(reader, rows)) {
      const sum = together.reduce((all, { row }) => all + sumOf(row), 0)
      if (together.length !== sexes || !(Math.abs(sum - 1) > CLOSE_TO_ONE)) continue
      const [{ row }] = together
      const code = codeOf(row)
      const found =
        code === undefined
          ? `a sum of ${tidy(sum)} over both sexes of "${name}"`
          : `a sum of ${tidy(sum)} over both sexes of "${name}" in ${code}`
      reader.report(row, 'name', 'rows-not-one', found, OF_EITHER_SEX)
    }
    return
  }
  for (const { row } of rows) {
    const sum = sumOf(row)
    if (!(Math.abs(sum - 1) > CLOSE_TO_ONE)) continue
    const [code, sex] = [codeOf(row), reader.text(row, 'sex')]
    const found =
      code === undefined
        ? `a sum of ${tidy(sum)} over the ages of "${name}", ${sex}`
        : `a sum of ${tidy(sum)} over the ages of "${name}" in ${code}, ${sex}`
    reader.report(row, 'name', 'rows-not-one', found, 'a sum of 1: the level is set by the scenario')
  }
}

function rowsByPlace(reader: Reader, rows: readonly ScheduleRow[]): ScheduleRow[][] {
  const places = new Map<string, ScheduleRow[]>()
  for (const one of rows) {
    const code = reader.has('code') ? reader.text(one.row, 'code') : ''
    places.set(code, [...(places.get(code) ?? []), one])
  }
  return [...places.values()]
}

/** A sum without the dust of its last digits. */
export function tidy(sum: number): string {
  return String(Number(sum.toFixed(9)))
}
