/** A file of what has been counted since: CSV with a row for each number, held against the run that it is to update. */
import { basename, dirname } from 'node:path'
import { Reader } from '../../dataset/reading/cells.js'
import { Findings } from '../../dataset/reading/findings.js'
import type { Folder } from '../../dataset/reading/folder.js'
import { readTable } from '../../dataset/reading/read-table.js'
import type { CsvRow } from '../../dataset/reading/records.js'
import { columnAt } from '../../plan/outcome-columns.js'
import type { Observation } from '../../results/observation.js'
import type { RunHeader } from '../../results/run-header.js'
import { readText } from '../../scenario/read/text-file.js'
import { suggestion } from '../../vocabulary/lookup.js'
import { placesNamed } from '../../vocabulary/place-names.js'
import { CitywardError, fail } from '../../vocabulary/problems.js'

const COLUMNS = ['indicator', 'place', 'year', 'value', 'error', 'unit', 'source'] as const
/** Bytes; no such table is as large. */
const LARGEST = 1_000_000
const ANY = { low: -1e15, high: 1e15, code: 'too-large', expected: 'a number below 1e15' } as const
const YEAR = { low: 1800, high: 2200, code: 'year-wrong', expected: 'a year, such as 2021' } as const
const ERROR = {
  low: Number.MIN_VALUE,
  high: 1e15,
  code: 'observation-error-wrong',
  expected:
    'a standard error above 0, in the unit of the number: half the width of a 95 % interval is two of it',
} as const

/** The observations of a file. Throws CitywardError with every slip in it. */
export function readObservations(file: string, header: RunHeader): Observation[] {
  const findings = new Findings()
  const folder: Folder = { path: dirname(file), files: new Map([[basename(file), bytesOf(file)]]) }
  const table = readTable(folder, basename(file), { required: COLUMNS }, findings)
  const reader = table && new Reader(table, findings, undefined)
  const observations = table?.rows.flatMap((row) => observationIn(row, reader!, header) ?? []) ?? []
  const problems = findings.list()
  if (problems.length > 0) throw new CitywardError(problems)
  if (observations.length === 0)
    fail({
      code: 'rows-missing',
      where: { file },
      found: 'no row of numbers',
      expected: 'a row for each number that has been counted',
    })
  refuseDoubled(file, observations, table!.rows)
  return observations
}

/** The bytes of a table; whatever else stands under the name is refused before it is opened. */
function bytesOf(file: string): Buffer {
  const read = readText(file, LARGEST)
  if ('text' in read) return Buffer.from(read.text)
  const { code, found, line } = read
  return fail({
    code,
    where: { file, ...(line !== undefined && { line }) },
    found: code === 'file-missing' ? 'no such file' : found,
    expected: `a CSV file with the columns ${COLUMNS.join(', ')}`,
  })
}

function observationIn(row: CsvRow, reader: Reader, header: RunHeader): Observation | undefined {
  const name = reader.required(row, 'indicator', 'the name of an indicator of the run')
  const place = placeOf(row, reader, header)
  const year = reader.number(row, 'year', YEAR)
  const value = reader.number(row, 'value', ANY)
  const error = reader.number(row, 'error', ERROR)
  const source = reader.required(row, 'source', 'who counted it and where it is published')
  const indicator = header.indicators.find((one) => one.name === name)
  if (!indicator) {
    const names = header.indicators.map((one) => one.name)
    if (name !== '')
      reader.report(
        row,
        'indicator',
        'indicator-unknown',
        `"${name}"`,
        'an indicator of the run',
        suggestion(name, names),
      )
    return undefined
  }
  const unit = reader.text(row, 'unit')
  if (unit !== indicator.unit)
    reader.report(
      row,
      'unit',
      'unit-wrong',
      unit === '' ? 'an empty cell' : `"${unit}"`,
      `"${indicator.unit}", which ${name} is in`,
    )
  if (place === undefined || Number.isNaN(year + value + error)) return undefined
  const column = columnAt(header, name, place, year)
  if (column < 0) {
    const kept = header.outcomes.filter((one) => one.indicator === name && one.place === place)
    const years = kept.map((one) => header.years[one.year]).join(', ')
    reader.report(
      row,
      'year',
      'outcome-not-kept',
      String(year),
      years === '' ? 'a place that the run keeps the indicator of' : `one of ${years}, which the run keeps`,
    )
    return undefined
  }
  return { indicator: name, place: header.places[place].code, year, value, error, source }
}

/** Index of the place; the region where the cell is empty. */
function placeOf(row: CsvRow, reader: Reader, { places }: RunHeader): number | undefined {
  const text = reader.text(row, 'place')
  if (text === '') return 0
  const found = placesNamed(places, text)
  if (found.length === 1) return found[0]
  const names = places.flatMap(({ name, code }) => [name.en, name.zh, code])
  const hint =
    found.length > 1
      ? `Write its code: ${found.map((at) => places[at].code).join(' or ')}.`
      : suggestion(text, names)
  reader.report(
    row,
    'place',
    found.length > 1 ? 'city-ambiguous' : 'place-unknown',
    `"${text}"`,
    'a city of the run, or an empty cell for the region',
    hint,
  )
  return undefined
}

/** One number that is given twice would count twice. */
function refuseDoubled(file: string, observations: readonly Observation[], rows: readonly CsvRow[]): void {
  const seen = new Map<string, number>()
  observations.forEach(({ indicator, place, year }, at) => {
    const key = JSON.stringify([indicator, place, year])
    const first = seen.get(key)
    if (first !== undefined)
      fail({
        code: 'row-twice',
        where: { file, line: rows[at].line },
        found: `${indicator} of ${place} in ${year} a second time (line ${rows[first].line})`,
        expected: 'one row for each number',
        hint: 'Two counts of one thing are no two witnesses: give their mean, with its error.',
      })
    seen.set(key, at)
  })
}
