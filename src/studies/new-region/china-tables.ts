/** The national tables of fixtures/china, of which every province takes its part. */
import { readFileSync } from 'node:fs'
import type { Counted } from '../../census/counted.js'
import type { Seat } from '../../census/travel-hours.js'
import { splitRecords } from '../../dataset/reading/records.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import { packagePath } from './package-folder.js'

/** A row of a table by column; the tables are the package's own, and hold what they should. */
export type TableRow = Readonly<Record<string, string>>

/** Tables that were read: each province takes its part of them. */
const known = new Map<string, readonly TableRow[]>()

/** Every row of a table of fixtures/china. */
export function chinaTable(name: string): readonly TableRow[] {
  const before = known.get(name)
  if (before) return before
  const { header, rows } = chinaCells(name)
  const made = rows.map((cells) => Object.fromEntries(header.map((column, at) => [column, cells[at]])))
  known.set(name, made)
  return made
}

/** The same as cells in their order, which ages as names of properties would not keep. */
export function chinaCells(name: string): {
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
} {
  const [header, ...rows] = splitRecords(chinaText(`${name}.csv`)).rows
  return { header: header.cells, rows: rows.map(({ cells }) => cells) }
}

/** A text of words.csv, which the code itself does not hold. */
export const chinaWords = (name: string) => chinaTable('words').find((row) => row.name === name)!.text

export const chinaText = (file: string) => readFileSync(packagePath('fixtures', 'china', file), 'utf8')

/** A province, or one of its places. */
export interface ChinaPlace {
  readonly code: string
  readonly province: string
  readonly name: Bilingual
  /** Other names that it is asked for by. */
  readonly also: readonly string[]
  readonly seat: Seat | undefined
}

export function chinaPlaces(): ChinaPlace[] {
  return chinaTable('places').map((row) => ({
    code: row.code,
    province: row.province,
    name: { en: row.name_en, zh: row.name_zh },
    also: row.also.split(';').filter((name) => name !== ''),
    seat:
      row.longitude === '' ? undefined : { longitude: Number(row.longitude), latitude: Number(row.latitude) },
  }))
}

/** A county as counted, and the place that it is part of. */
export interface ChinaCounty {
  readonly place: string
  readonly code: string
  readonly name: string
  readonly counted: Counted
}

/** Counties of a province in a census. */
export function chinaCounties(province: string, year: number): ChinaCounty[] {
  const rows = chinaTable(`counties_${year}`).filter(({ place }) => place.startsWith(province))
  const [men, women] = ['m_', 'f_'].map((sex) =>
    Object.keys(rows[0]).filter((column) => column.startsWith(sex)),
  )
  return rows.map((row) => {
    const number = (column: string) => Number(row[column] ?? Number.NaN)
    const groups = [men.map(number), women.map(number)]
    return {
      place: row.place,
      code: row.code,
      name: row.name,
      counted: {
        population: groups.flat().reduce((sum, persons) => sum + persons, 0),
        urban: number('urban'),
        groups,
        fromSameCounty: number('same_county'),
        fromOtherCounty: number('other_county'),
        fromOutside: number('other_province'),
        registered: number('registered'),
        urbanRegistered: number('urban_registered'),
      },
    }
  })
}

/** What the nation is taken to say of every province. */
export interface NationalTable {
  /** The one number of a name, or of a name and year. */
  readonly number: (variable: string, year?: number) => number
  /** Numbers of a name, year and sex, in the order of their ages. */
  readonly list: (variable: string, year: number, sex: string) => number[]
}

export function nationalTable(): NationalTable {
  const rows = chinaTable('national')
  return {
    number: (variable, year = 2020) =>
      Number(rows.find((row) => row.variable === variable && row.year === String(year))!.value),
    list: (variable, year, sex) =>
      rows
        .filter((row) => row.variable === variable && row.year === String(year) && row.sex === sex)
        .map(({ value }) => Number(value)),
  }
}
