/** Rows of numbers by age, put into one table a year: [the file's other axes in turn, age, city]. */
import type { AgeColumn } from './ages.js'
import type { AgeTable, Provenance } from './dataset.js'
import type { Places } from './places.js'
import type { Reader } from './reading/cells.js'
import { Coverage } from './reading/coverage.js'
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

/** Tables by year; every combination of the axes and a city must have had a row in each of the years. */
export function readAgeTables(reader: Reader, form: AgeForm, places: Places): Map<number, AgeTable> {
  const axes = form.axes.map(({ column }) => column)
  const coverage = new Coverage(reader, ['year', 'code', ...axes])
  const rows: ReadRow[] = []
  for (const row of reader.table.rows) {
    const read = readRow(reader, form, places, row)
    if (!read) coverage.skip(places.isRegionOnly(reader.text(row, 'code')) ? places.codes.length : 1)
    else if (coverage.claim(row, [read.year, ...['code', ...axes].map((column) => reader.text(row, column))]))
      rows.push(read)
  }
  if (reader.table.rows.length === 0 && reader.table.skipped === 0) reportEmpty(reader)
  const tables = new Map<number, AgeTable>()
  for (const year of new Set(rows.map((read) => read.year))) {
    const ofYear = rows.filter((read) => read.year === year)
    const values = fill(reader, form, places, ofYear)
    tables.set(year, { year, values, provenance: ofYear.map(({ provenance }) => provenance) })
    expectAll(coverage, form, places, year, ofYear)
  }
  return tables
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

/**
 * values[axes, age, city] of one year, NaN where a row is missing. A row of the region comes first, so that a
 * city's own row wins.
 */
function fill(reader: Reader, form: AgeForm, places: Places, rows: readonly ReadRow[]): Float64Array {
  const cityCount = places.cities.length
  const cohorts = form.axes.reduce((product, { words }) => product * words.length, 1)
  const values = new Float64Array(cohorts * form.ageCount * cityCount)
  for (let cohort = 0; cohort < cohorts; cohort++) {
    for (const { age } of form.ages) {
      const from = (cohort * form.ageCount + age) * cityCount
      values.fill(Number.NaN, from, from + cityCount)
    }
  }
  const regionFirst = rows.toSorted((a, b) => Number(b.regional) - Number(a.regional))
  const ages = form.ages.map((age) => ({ ...age, index: reader.table.columns.get(age.column)! }))
  for (const { row, cohort, cities } of regionFirst) {
    const range = form.range(row)
    const scale = form.scale?.(row) ?? 1
    for (const { column, age, index } of ages) {
      const value = reader.numberAt(row, index, column, range) * scale
      const from = (cohort * form.ageCount + age) * cityCount
      for (const city of cities) values[from + city] = value
    }
  }
  return values
}

function expectAll(
  coverage: Coverage,
  form: AgeForm,
  places: Places,
  year: number,
  rows: readonly ReadRow[],
) {
  const spread = new Set(rows.filter(({ regional }) => regional).map(({ cohort }) => cohort))
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
