/** The data folder and scenario of a table of totals. */

import { PLACE_COLUMNS } from '../../census/folder-rows.js'
import type { PlacePattern } from '../../census/people-from-totals.js'
import { compulsoryPupils } from '../../census/school-ages.js'
import { JUDGED_ARRIVALS } from '../../dataset/checks/fit-values.js'
import { csvText } from '../../vocabulary/csv.js'
import { SEXES, STATUSES } from '../../vocabulary/dimensions.js'
import { significant } from '../../vocabulary/numbers.js'
import { chinaText, chinaWords } from '../new-region/china-tables.js'
import { NO_OWN_DRAWS } from '../new-region/own-draws.js'
import { CENSUS_COLUMNS } from '../new-region/people-tables.js'
import type { FolderFiles } from '../new-region/region-folder.js'
import { filled } from '../new-region/region-guide.js'
import { flowsOf, type TotalsFlows } from './flows.js'
import type { Pattern, PatternTable } from './pattern.js'
import { type Carried, carriedRows } from './rate-rows.js'
import type { TotalsRegion } from './region.js'

type Cell = string | number

export const SOURCED = ['unit', 'source', 'quality', 'note']
export const SOURCE = 'S_TOTALS'
const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)

/** Writes tables of a folder: rows of its own, or those of the pattern carried over to its places. */
export interface TableWriter {
  readonly files: FolderFiles
  readonly add: (name: string, header: readonly string[], rows: readonly (readonly Cell[])[]) => void
  /** year: the one whose rows are carried, to the year of the totals; all where absent. */
  readonly carry: (name: string, keys: readonly string[], carried?: Carried, year?: number) => void
}

export function createTableWriter(pattern: Pattern, region: TotalsRegion): TableWriter {
  const files: FolderFiles = new Map()
  const add: TableWriter['add'] = (name, header, rows) => files.set(`${name}.csv`, csvText([header, ...rows]))
  const carry: TableWriter['carry'] = (name, keys, carried = 'rates', year) => {
    const table = pattern.table(name)
    if (!table) return
    const first = table.header.indexOf('note') + 1
    const ages = new Set(table.header.slice(first))
    const rows = year === undefined ? table : inYear(table, year)
    const own = carriedRows(
      rows,
      { pattern, region, carried },
      { numbers: (column) => ages.has(column), keys },
    )
    const at = table.header.indexOf('year')
    add(name, table.header, year === undefined ? own : own.map((row) => row.with(at, region.year)))
  }
  return { files, add, carry }
}

/** What every folder from totals has: header, places, people by status, sex and single age and their sums, deaths and fertility. */
export function addPeople(
  { files, add, carry }: TableWriter,
  pattern: Pattern,
  region: TotalsRegion,
  people: readonly PlacePattern[],
): void {
  const towns = people[0].length > 1
  files.set('data.yaml', dataYaml(region, towns))
  add('places', PLACE_COLUMNS, placeRows(pattern, region))
  const ages = people[0][0][0].map((_, age, row) => (age === row.length - 1 ? `${age}+` : String(age)))
  add('population', ['year', 'code', 'status', 'sex', ...SOURCED, ...ages], populationRows(region, people))
  add('census', CENSUS_COLUMNS, censusRows(region, people))
  carry('mortality', ['year', 'sex', 'measure'])
  carry('fertility', ['year'])
}

/** Every file of the folder but its guides. */
export function totalsFiles(
  pattern: Pattern,
  region: TotalsRegion,
  people: readonly PlacePattern[],
): FolderFiles {
  const writer = createTableWriter(pattern, region)
  const { files, add, carry } = writer
  const flows = flowsOf(pattern.dataset, region)
  addPeople(writer, pattern, region, people)
  carry('away', ['year', 'sex'], (place) => flows.away[place], pattern.dataset.baseYear)
  add('values', ['code', 'variable', 'year', 'value', ...SOURCED], valueRows(pattern, region, flows, people))
  for (const name of ['destinations', 'homes'] as const)
    add(name, ['year', 'from', 'to', 'value', ...SOURCED], flowRows(region, flows[name]))
  for (const file of ['schedules.csv', 'calibration-draws.csv']) files.set(file, pattern.text(file)!)
  files.set('sources.csv', withSource(pattern.table('sources')!))
  return files
}

const inYear = ({ header, rows }: PatternTable, year: number): PatternTable => ({
  header,
  rows: rows.filter((row) => row[header.indexOf('year')] === String(year)),
})

/** The scenario of a province's template, from the year of the totals on. */
export function totalsScenario({ name, year }: TotalsRegion, file: string): string {
  return filled(chinaText('scenario.yaml'), { EN: name.en, ZH: name.zh, FILE: file, ...NO_OWN_DRAWS })
    .replace('`cityward new @HOW@`', '`cityward new --totals`')
    .replace('years: { from: 2020, to: 2030 }', `years: { from: ${year}, to: ${year + 10} }`)
}

function dataYaml({ code, name, year }: TotalsRegion, towns: boolean): string {
  return `# ${name.en}: made by \`cityward new --totals\`; README.md beside this file says how.
title: { en: ${JSON.stringify(name.en)}, zh: ${JSON.stringify(name.zh)} }
region: ${JSON.stringify(code)}
base_year: ${year}
age_width: 1
statuses: ${towns}
# Totals are taken as of 31 December.
year_end:
  factor: 1
  source: ${SOURCE}
  quality: judgement
  note: totals are taken as of the end of the year
`
}

function placeRows({ dataset }: Pattern, { code, name, places }: TotalsRegion): Cell[][] {
  const own = places.map((place): Cell[] => {
    const seat = place.same === undefined ? undefined : dataset.cities[place.same]
    const at = [seat?.longitude ?? '', seat?.latitude ?? '', '', '']
    return [place.code, 'city', place.name.en, place.name.zh, ...at, SOURCE, 'data', '']
  })
  return [[code, 'region', name.en, name.zh, '', '', '', '', SOURCE, 'data', ''], ...own]
}

function populationRows({ year, places }: TotalsRegion, people: readonly PlacePattern[]): Cell[][] {
  const towns = people[0].length > 1
  const between = towns ? 'status, sex and single age' : 'sex and single age'
  const note = `totals as given; ${between} between them as in the pattern`
  const statuses = towns ? STATUSES : ['all']
  return places.flatMap(({ code }, place) =>
    statuses.flatMap((status, s) =>
      SEXES.map((sex, x): Cell[] => [
        year,
        code,
        status,
        sex,
        'person',
        SOURCE,
        'estimate',
        note,
        ...people[place][s][x],
      ]),
    ),
  )
}

/** First ages of adults and of the old in census.csv. */
const [ADULT, OLD] = [15, 60]

function censusRows({ code, year, places }: TotalsRegion, people: readonly PlacePattern[]): Cell[][] {
  const counts = people.map((place) => {
    const persons = (from: number, to?: number, statuses = place) =>
      sumOf(statuses.flatMap((sexes) => sexes.flatMap((row) => row.slice(from, to))))
    const [male, female] = SEXES.map((_, sex) => sumOf(place.flatMap((sexes) => sexes[sex])))
    return [
      persons(0),
      persons(0, undefined, place.slice(1)),
      male,
      female,
      persons(0, ADULT),
      persons(ADULT, OLD),
      persons(OLD),
    ]
  })
  const all = counts[0].map((_, column) => sumOf(counts.map((row) => row[column])))
  // without towns only everyone is as given: what a reader's own table by sex and age says may differ in the rest
  const towns = people[0].length > 1
  const known = (row: readonly number[]): Cell[] =>
    row.map((count, column) => (towns || column === 0 ? count : Number.NaN))
  return [
    [code, '', 'region', year, ...known(all), SOURCE],
    ...places.map((place, k) => [place.code, code, 'city', year, ...known(counts[k]), SOURCE]),
  ]
}

/** Variables that the new people give, and units of what is no count. */
const COMPUTED = ['resident_population', 'urban_population', 'compulsory_places', JUDGED_ARRIVALS]
const RATES = ['ratio', 'share', 'percent', 'log odds', 'odds', 'hour', 'year']

function valueRows(
  pattern: Pattern,
  region: TotalsRegion,
  flows: TotalsFlows,
  people: readonly PlacePattern[],
): Cell[][] {
  const table = pattern.table('values')!
  const [code, variable, unit] = ['code', 'variable', 'unit'].map((name) => table.header.indexOf(name))
  const isRate = (row: readonly string[]) => RATES.includes(row[unit]) || row[unit].includes('/')
  const rows = table.rows.filter((row) => !COMPUTED.includes(row[variable]))
  const isOfRegion = (row: readonly string[]) => row[code] === pattern.dataset.region.code
  const carry = (chosen: typeof rows, carried: Carried) =>
    carriedRows(
      { header: table.header, rows: chosen },
      { pattern, region, carried },
      { numbers: (column) => column === 'value', keys: ['variable', 'year'] },
    )
  const arrivals = (row: readonly string[]) => row[variable] === 'arrivals'
  const note = 'of the people as given and between'
  const byPlace = (name: string, of: (place: PlacePattern) => number, what: string): Cell[][] =>
    region.places.map((place, k) => [
      place.code,
      name,
      region.year,
      of(people[k]),
      what,
      SOURCE,
      'estimate',
      note,
    ])
  const both = (place: PlacePattern) =>
    SEXES.map((_, sex) => place[0][sex].map((__, age) => sumOf(place.map((status) => status[sex][age]))))
  const own = [
    ...byPlace('resident_population', (place) => sumOf(place.flat(2)), 'person'),
    ...byPlace('urban_population', (place) => sumOf(place.slice(1).flat(2)), 'person'),
    ...byPlace('compulsory_places', (place) => Math.round(compulsoryPupils(both(place))), 'place'),
  ]
  const carried = [
    ...carry(rows.filter(isRate), 'rates'),
    ...carry(
      rows.filter((row) => !isRate(row) && !isOfRegion(row) && !arrivals(row)),
      () => 1,
    ),
    ...carry(
      rows.filter((row) => !isOfRegion(row) && arrivals(row)),
      (place) => flows.comers[place],
    ),
  ]
  const columns = ['code', 'variable', 'year', 'value', ...SOURCED].map((name) => table.header.indexOf(name))
  return [...carried.map((row) => columns.map((index) => row[index])), ...own]
}

function flowRows({ year, places }: TotalsRegion, shares: readonly (readonly number[])[]): Cell[][] {
  return shares.flatMap((row, from) =>
    row.map((share, to): Cell[] => [
      year, places[from].code, places[to]?.code ?? 'outside', significant(share, 12), 'share', SOURCE, 'estimate', 'shares of the pattern; its places that the totals leave out are outside',
    ]),
  ) // biome-ignore format: a row reads best as a line
}

export function withSource({ header, rows }: PatternTable): string {
  const own: Readonly<Record<string, string>> = {
    id: SOURCE,
    title: 'totals.csv as it was given, beside this file',
    title_en: 'totals.csv as it was given, beside this file',
    title_zh: chinaWords('totals_source_zh'),
  }
  return csvText([header, ...rows, header.map((name) => own[name] ?? '')])
}
