/** Rows of numbers by age, put into one table a year: [the file's other axes in turn, age, city]. */
import type { AgeColumn } from './ages.js'
import type { AgeTable, Provenance } from './dataset.js'
import type { Places } from './places.js'
import type { Reader } from './reading/cells.js'
import { Coverage } from './reading/coverage.js'
import type { EachRow } from './reading/long-table.js'
import type { NumberRange } from './reading/number-ranges.js'
import type { CsvRow } from './reading/records.js'

export interface AgeForm {
  /** Columns that are axes before age, with their words in the order of the axis. */
  readonly axes: readonly { readonly column: 'status' | 'sex'; readonly words: readonly string[] }[]
  readonly ages: readonly AgeColumn[]
  /** Groups on the age axis, which may be more than there are columns. */
  readonly ageCount: number
  readonly range: (row: CsvRow) => NumberRange
  readonly units: (row: CsvRow) => readonly string[]
  /** What a row's numbers are multiplied by, for those a year where a step is wanted; 1 if left out. */
  readonly scale?: (row: CsvRow) => number
  /** Whether a row with the region's code stands for every city that has no row of its own. */
  readonly spread: boolean
}

interface ReadRow {
  readonly row: CsvRow
  readonly year: number
  /** Offset on the axes before age. */
  readonly cohort: number
  readonly cities: readonly number[]
  /** Whether the row is the region's, and gives way to a city's own. */
  readonly regional: boolean
  readonly provenance: Provenance
}

/** A table of one year while its rows are read. */
interface OpenTable {
  readonly values: Float64Array
  readonly provenance: Provenance[]
  /** [cohort, city]: 1 where a city has had a row of its own. */
  readonly own: Uint8Array
  /** Cohorts that the region has a row of. */
  readonly spread: Set<number>
}

/**
 * Tables by year; every combination of the axes and a city must have had a row in each of the years.
 *
 * eachRow  the rows of a long table, of which none is kept; those of the reader's table where it is left out
 */
export function readAgeTables(
  reader: Reader,
  form: AgeForm,
  places: Places,
  eachRow: EachRow = rowsOf(reader),
): Map<number, AgeTable> {
  const axes = form.axes.map(({ column }) => column)
  const coverage = new Coverage(reader, ['year', 'code', ...axes])
  const tables = new Map<number, OpenTable>()
  const ages = form.ages.map((age) => ({ ...age, index: reader.table.columns.get(age.column)! }))
  const { rows, skipped } = eachRow((row) => {
    const read = readRow(reader, form, places, row)
    if (!read) return coverage.skip(places.isRegionOnly(reader.text(row, 'code')) ? places.codes.length : 1)
    const key = [read.year, ...['code', ...axes].map((column) => reader.text(row, column))]
    if (!coverage.claim(row, key)) return
    const table = tables.get(read.year) ?? openTable(form, places)
    tables.set(read.year, table)
    fill(reader, { ...form, ages }, places, read, table)
  })
  // those of a short table are known to it already
  coverage.skip(skipped - reader.table.skipped)
  if (rows === 0 && skipped === 0) reportEmpty(reader)
  for (const [year, { spread }] of tables) expectAll(coverage, form, places, year, spread)
  return new Map([...tables].map(([year, { values, provenance }]) => [year, { year, values, provenance }]))
}

function rowsOf({ table: { rows, skipped } }: Reader): EachRow {
  return (take) => {
    for (const row of rows) take(row)
    return { rows: rows.length, skipped }
  }
}

/** A table that is there must have rows, since the model depends on them. */
export function reportEmpty(reader: Reader): void {
  reader.findings.report({
    code: 'rows-missing',
    where: { file: reader.table.file },
    found: 'no row at all',
    expected: 'rows under the names of the columns',
  })
}

function readRow(reader: Reader, form: AgeForm, places: Places, row: CsvRow): ReadRow | undefined {
  const year = reader.year(row)
  let cohort = 0
  for (const { column, words } of form.axes) {
    const index = reader.word(row, column, words, `${column}-unknown`)
    cohort = index < 0 ? Number.NaN : cohort * words.length + index
  }
  const cities = form.spread ? places.cover(reader, row, 'code') : [places.city(reader, row, 'code')]
  const provenance = reader.provenance(row, form.units(row))
  if (Number.isNaN(year) || Number.isNaN(cohort) || cities.length === 0 || cities[0] < 0) return undefined
  const regional = places.isRegionOnly(reader.text(row, 'code'))
  return { row, year, cohort, cities, regional, provenance }
}

/** values[axes, age, city] of one year, NaN where a row is missing. */
function openTable(form: AgeForm, places: Places): OpenTable {
  const cities = places.cities.length
  const cohorts = form.axes.reduce((product, { words }) => product * words.length, 1)
  const values = new Float64Array(cohorts * form.ageCount * cities)
  for (let cohort = 0; cohort < cohorts; cohort++) {
    for (const { age } of form.ages) {
      const from = (cohort * form.ageCount + age) * cities
      values.fill(Number.NaN, from, from + cities)
    }
  }
  return { values, provenance: [], own: new Uint8Array(cohorts * cities), spread: new Set() }
}

/** Put a row into the table of its year: a city's own row wins over the region's, whichever comes first. */
function fill(
  reader: Reader,
  form: Omit<AgeForm, 'ages'> & { readonly ages: readonly (AgeColumn & { readonly index: number })[] },
  places: Places,
  { row, cohort, cities, regional, provenance }: ReadRow,
  { values, provenance: all, own, spread }: OpenTable,
): void {
  const count = places.cities.length
  const range = form.range(row)
  const scale = form.scale?.(row) ?? 1
  const wanting = regional ? cities.filter((city) => own[cohort * count + city] === 0) : cities
  for (const { column, age, index } of form.ages) {
    const value = reader.numberAt(row, index, column, range) * scale
    const from = (cohort * form.ageCount + age) * count
    for (const city of wanting) values[from + city] = value
  }
  all.push(provenance)
  if (regional) spread.add(cohort)
  else for (const city of cities) own[cohort * count + city] = 1
}

function expectAll(
  coverage: Coverage,
  form: AgeForm,
  places: Places,
  year: number,
  spread: ReadonlySet<number>,
) {
  const wanted: (string | number)[][] = []
  let combinations: string[][] = [[]]
  for (const { words } of form.axes) {
    combinations = combinations.flatMap((before) => words.map((word) => [...before, word]))
  }
  combinations.forEach((words, cohort) => {
    if (!spread.has(cohort)) for (const code of places.codes) wanted.push([year, code, ...words])
  })
  coverage.expect(wanted)
}
