/** The time between two censuses of a data folder: people at its start, the rates in force, people counted at its end. */
import { comersOf, LATE_GAIN, LATE_GAIN_ERROR, valueProblems } from '../dataset/checks/fit-values.js'
import type { AgeTable, Dataset, FitChoices, Provenance } from '../dataset/dataset.js'
import { inForce } from '../dataset/year-in-force.js'
import { moveTables } from '../model/move-tables.js'
import type { Schedules } from '../model/rates.js'
import { MOVE_SCHEDULES } from '../scenario/scenario.js'
import type { Bilingual } from '../vocabulary/bilingual.js'
import type { Dimensions } from '../vocabulary/dimensions.js'
import type { ProblemCode } from '../vocabulary/problem-codes.js'
import type { Problem } from '../vocabulary/problems.js'

export interface Decade {
  readonly dims: Dimensions
  readonly cities: readonly { readonly code: string; readonly name: Bilingual }[]
  readonly from: number
  readonly to: number
  /** Schedules of each step as the folder has them. */
  readonly schedules: readonly Schedules[]
  readonly before: State
  readonly after: State
  /** Levels that are given and not fitted, by city. */
  readonly given: {
    readonly arrivals: Float64Array
    readonly sexRatio: number
    readonly fertilityInVillages: number
    readonly fertilityInTowns: number
  }
  /** People registered in a city at the later census, wherever they live; NaN where not known. */
  readonly registered: Float64Array
  /** Part of the gain in urban share that fell into the last two fifths of the time; undefined where not known. */
  readonly lateGain: number | undefined
  /** Standard deviation of its error, where the folder gives one. */
  readonly lateGainError: number | undefined
  /** How it is fitted where the data folder says so; else of all data at once, with UNKNOWNS, schedules read on straight lines. */
  readonly choices?: FitChoices | undefined
  /** Ids of the sources behind the people of both censuses, those away, those registered, and the late gain. */
  readonly sources: Readonly<Record<'people' | 'away' | 'registered' | 'lateGain', readonly string[]>>
  readonly region: { readonly code: string; readonly name: Bilingual }
}

interface State {
  readonly people: Float64Array
  readonly away: Float64Array
}

/** The decade, or why a data folder has none. */
export function decadeOf(dataset: Dataset): { decade?: Decade; problems: Problem[] } {
  const { dims, population, folder } = dataset
  const [from, to] = [...population.keys()].sort((a, b) => a - b).slice(-2)
  const problems: Problem[] = []
  const report = (file: string, code: ProblemCode, found: string, expected: string) =>
    problems.push({ code, where: { file: `${folder}/${file}` }, found, expected })
  if (to === undefined) {
    report(
      'population.csv',
      'censuses-few',
      `one year of people, ${from}`,
      'two censuses to fit moves between',
    )
  } else if ((to - from) % dims.ageWidth !== 0) {
    report(
      'population.csv',
      'censuses-uneven',
      `${from} and ${to}`,
      `a multiple of ${dims.ageWidth} years apart`,
    )
  }
  if (dims.statuses === 1) {
    report(
      'data.yaml',
      'statuses-missing',
      'one status',
      'villagers and townspeople told apart (statuses: true)',
    )
  }
  for (const name of ['rural_exit', 'return_home', 'city_to_city', 'return_from_outside', 'arrivals']) {
    if (dims.statuses > 1 && !dataset.schedules.has(name))
      report('schedules.csv', 'schedule-unknown', `no schedule ${name}`, 'a share by age for each move')
  }
  for (const name of MOVE_SCHEDULES) {
    const table = dataset.schedules.get(name)
    if (table && table.values.length > dims.sexes * dims.ages)
      report(
        'schedules.csv',
        'schedule-by-place',
        `a schedule ${name} by place`,
        'one for all places, which a fit can bend',
      )
  }
  if (dims.statuses > 1 && !(dataset.destinations && dataset.homes))
    report('destinations.csv', 'file-missing', 'no destinations.csv or homes.csv', 'both, to pivot moves on')
  problems.push(...valueProblems(dataset))
  return problems.length > 0 ? { problems } : { problems, decade: decadeBetween(dataset, from, to) }
}

function decadeBetween(dataset: Dataset, from: number, to: number): Decade {
  const { dims, population, away, values } = dataset
  const cities = new Float64Array(dims.cities)
  const number = (name: string, otherwise: number) => values.get(name)?.region ?? otherwise
  const state = (year: number): State => ({
    people: population.get(year)!.values,
    away: away.get(year)?.values ?? new Float64Array(dims.sexes * dims.ages * dims.cities),
  })
  return {
    dims,
    cities: dataset.cities,
    from,
    to,
    schedules: schedulesBetween(dataset, from, to),
    before: state(from),
    after: state(to),
    given: {
      arrivals: comersOf(values)?.cities ?? cities,
      sexRatio: inForce(dataset.sexRatioAtBirth, to).boysPerGirl,
      fertilityInVillages: number('fertility_in_villages', 1),
      fertilityInTowns: number('fertility_in_towns', 1),
    },
    registered: values.get('registered_population')?.cities ?? cities.map(() => Number.NaN),
    lateGain: values.get(LATE_GAIN)?.region,
    lateGainError: values.get(LATE_GAIN_ERROR)?.region,
    sources: {
      people: idsOf(population.get(from), population.get(to)),
      away: idsOf(away.get(from), away.get(to)),
      registered: idsOf(values.get('registered_population')),
      lateGain: idsOf(values.get(LATE_GAIN), values.get(LATE_GAIN_ERROR)),
    },
    region: dataset.region,
    ...(dataset.fit && { choices: dataset.fit }),
  }
}

function idsOf(...tables: readonly ({ provenance: readonly Provenance[] } | undefined)[]): string[] {
  const rows = tables.flatMap((table) => table?.provenance ?? [])
  return [...new Set(rows.flatMap(({ source }) => source.split(';')))]
}

function schedulesBetween(dataset: Dataset, from: number, to: number): Schedules[] {
  const { dims, mortality, fertility } = dataset
  const move = (name: string) => (dataset.schedules.get(name) as AgeTable).values
  return Array.from({ length: (to - from) / dims.ageWidth }, (_, k) => {
    const year = from + k * dims.ageWidth + 1
    return {
      mortality: inForce(mortality.byYear, year).values,
      mortalityAges: mortality.ages,
      mortalityMeasure: mortality.measure,
      fertility: inForce(fertility, year).values,
      ruralExit: move('rural_exit'),
      returnHome: move('return_home'),
      cityToCity: move('city_to_city'),
      returnFromOutside: move('return_from_outside'),
      arrivals: move('arrivals'),
      conversion:
        dataset.schedules.get('conversion')?.values ?? new Float64Array(dims.sexes * dims.ages).fill(1),
      ...moveTables(dataset.destinations!, dataset.homes!, dims.cities),
      netMigration: new Float64Array(0),
      netMigrationMeasure: 'count',
      moreNetMigrants: new Float64Array(0),
    }
  })
}
