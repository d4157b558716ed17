/** totals.csv: what is published of places, as whole persons, with how far each was rounded. */
import { readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { Reader } from '../../dataset/reading/cells.js'
import { Coverage } from '../../dataset/reading/coverage.js'
import { Findings } from '../../dataset/reading/findings.js'
import { type Folder, fileText } from '../../dataset/reading/folder.js'
import { PEOPLE } from '../../dataset/reading/number-ranges.js'
import { type CsvTable, readTable } from '../../dataset/reading/read-table.js'
import { type CsvRow, splitRecords } from '../../dataset/reading/records.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import { CitywardError, fail } from '../../vocabulary/problems.js'
import { PERSONS_IN_UNIT } from './unit-words.js'

/** A number of persons, and by how many it may be off since it was rounded. */
export interface Rounded {
  readonly persons: number
  readonly off: number
  readonly column: string
}

/** A group of ages as a column names it; `to` is the first age beyond, undefined for an open group. */
export interface TotalsAges {
  readonly column: string
  readonly of: 'age' | 'share' | 'male' | 'female'
  readonly from: number
  readonly to: number | undefined
}

export interface TotalsRow {
  readonly row: CsvRow
  readonly isRegion: boolean
  readonly code: string
  /** As written: in one language or both. */
  readonly name: Bilingual
  readonly people: Rounded
  readonly urban: Rounded | undefined
  readonly male: Rounded | undefined
  readonly female: Rounded | undefined
  /** Of the age columns that are filled. */
  readonly ages: readonly (TotalsAges & Rounded)[]
}

export interface TotalsTable {
  readonly reader: Reader
  readonly year: number
  readonly rows: readonly TotalsRow[]
}

const REQUIRED = ['year', 'name_en', 'name_zh', 'people']
const OPTIONAL = ['code', 'kind', 'unit', 'urban', 'urban_share', 'male', 'female', 'note']
const KINDS = ['city', 'region', '']
const AGE_COLUMN = /^(age|share|male|female)_(\d{1,3})_(\d{1,3}|plus)$/
const SOME_PEOPLE = { ...PEOPLE, low: Number.MIN_VALUE, expected: 'more people than none' }
const PERCENT = { low: 0, high: 100, code: 'share-out-of-range', expected: 'per cent from 0 to 100' } as const

/** Every row, or CitywardError with every problem of the file, each with its line and column. */
export function readTotalsTable(file: string): TotalsTable {
  const findings = new Findings()
  const folder = folderOf(file)
  const text = fileText(folder, basename(file), findings)
  const header = text === undefined ? [] : (splitRecords(text).rows[0]?.cells ?? [])
  const ages = header.flatMap(ageColumnOf)
  const format = { required: REQUIRED, optional: [...OPTIONAL, ...ages.map(({ column }) => column)] }
  const table = text === undefined ? undefined : readTable(folder, basename(file), format, findings)
  const answer = table && rowsOf(table, ages, findings)
  const problems = findings.list()
  if (!answer || problems.length > 0) throw new CitywardError(problems)
  return answer
}

function folderOf(file: string): Folder {
  try {
    return { path: dirname(file), files: new Map([[basename(file), readFileSync(file)]]) }
  } catch {
    const expected = 'a table of totals; `cityward new FOLDER --totals` writes one to fill in'
    return fail({ code: 'file-unreadable', where: { file }, found: 'no file that can be read', expected })
  }
}

function ageColumnOf(column: string): TotalsAges[] {
  const parts = AGE_COLUMN.exec(column)
  if (!parts) return []
  const [, of, from, to] = parts
  return [
    {
      column,
      of: of as TotalsAges['of'],
      from: Number(from),
      to: to === 'plus' ? undefined : Number(to) + 1,
    },
  ]
}

function rowsOf(table: CsvTable, ages: readonly TotalsAges[], findings: Findings): TotalsTable | undefined {
  const reader = new Reader(table, findings, undefined)
  const coverage = new Coverage(
    reader,
    ['name_en', 'name_zh', 'code'].filter((column) => reader.has(column)),
  )
  const years = new Set<number>()
  const rows = table.rows.map((row): TotalsRow => {
    const year = reader.year(row)
    if (years.size === 1 && !years.has(year)) {
      const expected = `${[...years].join()}, as in the rows above: one table holds one year`
      reader.report(row, 'year', 'year-wrong', String(year), expected)
    } else years.add(year)
    const own = rowOf(reader, row, ages)
    coverage.claim(row, [own.code || own.name.en || own.name.zh])
    return own
  })
  if (rows.every(({ isRegion }) => isRegion)) {
    findings.report({ code: 'rows-missing', where: { file: table.file }, found: 'no row of a place', expected: 'a row for each place' })
  } // biome-ignore format: one sentence
  return { reader, year: [...years][0], rows }
}

function rowOf(reader: Reader, row: CsvRow, ages: readonly TotalsAges[]): TotalsRow {
  const text = (column: string) => (reader.has(column) ? reader.text(row, column) : '')
  const isRegion = reader.has('kind') && reader.word(row, 'kind', KINDS, 'kind-unknown') === 1
  const size = PERSONS_IN_UNIT[text('unit')]
  if (size === undefined) {
    const expected = Object.keys(PERSONS_IN_UNIT).filter((unit) => unit !== '').join(', ') // biome-ignore format: short
    reader.report(row, 'unit', 'unit-unknown', `"${text('unit')}"`, `one of ${expected}`)
  }
  const counted = (column: string): Rounded | undefined => {
    if (text(column) === '') return undefined
    const value = reader.number(row, column, column === 'people' ? SOME_PEOPLE : PEOPLE) * (size ?? 1)
    return { persons: Math.round(value), off: halfOf(text(column), size ?? 1), column }
  }
  reader.required(row, 'people', 'how many people live there')
  const people = counted('people') ?? { persons: 0, off: 0, column: 'people' }
  const ofAll = (column: string): Rounded | undefined => {
    if (text(column) === '') return undefined
    const part = reader.number(row, column, PERCENT) / 100
    return {
      persons: Math.round(part * people.persons),
      off: people.persons * halfOf(text(column), 0.01) + part * people.off,
      column,
    }
  }
  return {
    row,
    isRegion,
    code: text('code'),
    name: nameOf(reader, row),
    people,
    urban: counted('urban') ?? ofAll('urban_share'),
    male: counted('male'),
    female: counted('female'),
    ages: ages.flatMap((age) => {
      const read = age.of === 'share' ? ofAll(age.column) : counted(age.column)
      return read ? [{ ...age, ...read }] : []
    }),
  }
}

function nameOf(reader: Reader, row: CsvRow): Bilingual {
  reader.bilingual(row, 'name', 'a name in English or Chinese')
  const text = (column: string) => (reader.has(column) ? reader.text(row, column) : '')
  return { en: text('name_en'), zh: text('name_zh') }
}

/** Half of the last digit of a number as it is written; of whole persons nothing, which are counts. */
function halfOf(text: string, size: number): number {
  const decimals = /\.(\d*)/.exec(text)?.[1].length ?? 0
  return size === 1 && decimals === 0 ? 0 : 0.5 * 10 ** -decimals * size
}
