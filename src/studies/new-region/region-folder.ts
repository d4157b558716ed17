/** The tables of a province's data folder before its moves are fitted. */
import { PLACE_COLUMNS, type ValueRow } from '../../census/folder-rows.js'
import { AGES } from '../../census/single-ages.js'
import type { FitChoices } from '../../dataset/dataset.js'
import { csvText } from '../../vocabulary/csv.js'
import { chinaCells, chinaPlaces, chinaText } from './china-tables.js'
import { awayRows, CENSUS_COLUMNS, censusRows, populationRows } from './people-tables.js'
import { fertilityTable, flowTables, travelRows } from './rate-tables.js'
import type { RegionCounts } from './region-counts.js'
import { howMade, isNation } from './region-places.js'
import { printedSeries, startingValues, yearEndOf } from './value-rows.js'

type Cell = string | number
/** Texts of the files of a folder, by name. */
export type FolderFiles = Map<string, string>

const SOURCED = ['unit', 'source', 'quality', 'note']
const AGE_COLUMNS = Array.from({ length: AGES }, (_, age) => (age === AGES - 1 ? `${age}+` : String(age)))

/** Headers of the tables that a fit writes again. */
export const HEADERS = {
  values: ['code', 'variable', 'year', 'value', ...SOURCED],
  schedules: ['name', 'sex', ...SOURCED, ...AGE_COLUMNS],
  mortality: ['year', 'code', 'sex', 'measure', ...SOURCED, ...AGE_COLUMNS],
} as const

/** Tables that a fit adds rows to. */
export interface OpenTables {
  readonly values: readonly ValueRow[]
  readonly schedules: readonly (readonly Cell[])[]
  readonly mortality: readonly (readonly Cell[])[]
}

export function openTables(counts: RegionCounts): OpenTables {
  const deaths = chinaCells('mortality')
  const place = deaths.header.indexOf('code')
  return {
    values: startingValues(counts),
    schedules: chinaCells('schedules').rows,
    mortality: deaths.rows.map((row) => row.with(place, counts.region.code)),
  }
}

/** The texts of values.csv, schedules.csv and mortality.csv. */
export function openFiles(tables: OpenTables): FolderFiles {
  return new Map(
    (['values', 'schedules', 'mortality'] as const).map((name) => [
      `${name}.csv`,
      csvText([HEADERS[name], ...tables[name]]),
    ]),
  )
}

/**
 * All others.
 *
 * choices  how its levels of moves are fitted; undefined where that is not for a folder to say
 */
export function closedFiles(counts: RegionCounts, choices?: FitChoices): FolderFiles {
  const files: FolderFiles = new Map()
  const add = (name: string, header: readonly string[], rows: readonly (readonly Cell[])[]) =>
    files.set(`${name}.csv`, csvText([header, ...rows]))
  const fertility = fertilityTable(counts)
  const flows = flowTables(counts)
  const travel = travelRows(counts)
  files.set('data.yaml', dataYaml(counts, choices))
  add('places', PLACE_COLUMNS, placeRows(counts))
  add('population', ['year', 'code', 'status', 'sex', ...SOURCED, ...AGE_COLUMNS], populationRows(counts))
  add('away', ['year', 'code', 'sex', ...SOURCED, ...AGE_COLUMNS], awayRows(counts))
  add('census', CENSUS_COLUMNS, censusRows(counts))
  add('fertility', ['year', 'code', ...SOURCED, ...fertility.ages.map(String)], fertility.rows)
  add('destinations', ['year', 'from', 'to', 'value', ...SOURCED], flows.destinations)
  add('homes', ['year', 'from', 'to', 'value', ...SOURCED], flows.homes)
  const groups = groupRows(counts)
  if (groups.length > 0) add('groups', ['group', 'code', 'source', 'quality', 'note'], groups)
  if (travel.length > 0) add('travel_times', ['from', 'to', 'line', 'hours', ...SOURCED], travel)
  const series = printedSeries(counts)
  add(
    'printed-series',
    Object.keys(series[0]),
    series.map((row) => Object.values(row)),
  )
  files.set('sources.csv', chinaText('sources.csv'))
  return files
}

function placeRows({ region, places }: RegionCounts): Cell[][] {
  const own = places.map(({ place: { code, name, seat } }) => [
    code, 'city', name.en, name.zh, seat?.longitude ?? '', seat?.latitude ?? '', '', '',
    seat ? 'S_PYECHARTS' : 'S_LEIII_C2020', 'data', seat ? 'seat from the source' : 'no seat was found',
  ]) // biome-ignore format: a row reads best as a line
  return [
    [region.code, 'region', region.name.en, region.name.zh, '', '', '', '', 'S_LEIII_C2020', 'data', ''],
    ...own,
  ]
}

/** The places of every larger one: of each province of the nation, of each city of a province by county. */
function groupRows({ region, level, places }: RegionCounts): Cell[][] {
  if (level === 'province' || (level === 'city' && !isNation(region))) return []
  const larger = new Map(chinaPlaces().map((place) => [place.code, place.name.en]))
  const ofPlace = ({ place, parent }: RegionCounts['places'][number]) =>
    isNation(region) ? (place.province === '' ? place.code : place.province) : parent
  return places.map((place) => {
    const code = ofPlace(place)
    const bare = larger
      .get(code)!
      .normalize('NFD')
      .replaceAll(/\p{Mark}/gu, '')
    const name = bare.toLowerCase().replaceAll(/[^a-z]+/g, '_')
    return [name, place.code, 'S_LEIII_C2020', 'data', `of ${code} ${larger.get(code)}`]
  })
}

function dataYaml(counts: RegionCounts, choices: FitChoices | undefined): string {
  const { region } = counts
  const { factor, note } = yearEndOf(counts)
  return `# ${region.name.en}: ${counts.places.length} places, censuses of 2010 and 2020. Made by \`cityward new ${howMade(counts)}\`; README.md beside this file says how.
title: { en: ${region.name.en}, zh: ${region.name.zh} }
region: '${region.code}'
base_year: 2020
age_width: 1
statuses: true
# One factor for everybody: the official number of the year's end over the census.
year_end:
  factor: ${factor}
  source: nbs_kabuto_2024;S_LEIII_C2020
  quality: estimate
  note: ${note}
${choices ? fitYaml(choices) : ''}`
}

const fitYaml = ({ arrivals, reclassification, schedules }: FitChoices) =>
  `# How levels of moves are fitted, which \`cityward calibrate\` and \`cityward backtest\` of this folder follow (docs/method.md, M12).
fit: { arrivals: ${arrivals}, reclassification: ${reclassification}, schedules: ${schedules} }
`
