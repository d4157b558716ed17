/**
 * The backtest: every city's later census forecast from its earlier one, by a fit that has not seen the city.
 *
 * The cities are dealt into two halves. Each half is fitted alone; the other half is then projected with levels drawn
 * from the region's means and the spread between cities, given the errors of the error model (those that all cities
 * share as the fitted half shows them), and compared with what was counted. Simple lines learn from the same half: they
 * know as much (docs/method.md, M13).
 */

import { exp, log } from '../math/exponential.js'
import { normalQuantile } from '../math/normal-quantile.js'
import { createStream } from '../sampling/stream.js'
import { ageAt, cohortAt } from '../vocabulary/dimensions.js'
import { howMany } from '../vocabulary/numbers.js'
import { refuseArgument, requireWhole } from '../vocabulary/wrong-argument.js'
import { AGE_GROUPS, groupOf } from './counts.js'
import type { Decade } from './decade.js'
import { createDecadeProjection } from './decade-projection.js'
import { requireCities } from './error-model.js'
import { type Fit, type FitOptions, fitDecade } from './fit.js'
import { levelsOf } from './unknowns.js'

/** What is forecast: percent of people in towns, and persons. */
export const SUBJECTS = ['urban_share', 'people', 'ages_6_14', 'ages_60_plus'] as const
export type Subject = (typeof SUBJECTS)[number]

/** A forecast of one subject in one city, or in the region (city -1). */
export interface Forecast {
  readonly subject: Subject
  readonly city: number
  readonly before: number
  readonly actual: number
  /** Equally likely values, upwards. */
  readonly drawn: Float64Array
  /** The lines; undefined where a line has nothing to say on the subject. */
  readonly straight: number
  readonly growthDifference?: number
}

const ROWS = ['people', 'urban', 'ages_6_14', 'ages_60_plus'] as const

/** Persons by city behind the subjects. */
type Counts = Readonly<Record<(typeof ROWS)[number], Float64Array>>

export interface HeldOutOptions {
  readonly draws: number
  readonly seed: number
  /** Townspeople of a city by another count, persons: fitted, learnt from and forecast. */
  readonly townspeople?: ReadonlyMap<number, number>
  /** How the halves are fitted. */
  readonly fit?: Pick<FitOptions, 'priors' | 'secants' | 'rounds' | 'from'>
}

/** Two to fit and two to forecast in each half. */
export const LEAST_CITIES = 4

/** Forecast every city and the region; the same seed and draws give the same bits. */
export function heldOutForecasts(decade: Decade, options: HeldOutOptions): Forecast[] {
  requireWhole('heldOutForecasts', 'draws', options.draws, 1)
  requireWhole('heldOutForecasts', 'seed', options.seed, 0)
  requireCities('heldOutForecasts', decade, options)
  if (decade.dims.cities < LEAST_CITIES)
    refuseArgument(
      'heldOutForecasts',
      'decade',
      howMany(decade.dims.cities, 'city', 'cities'),
      `at least ${LEAST_CITIES}, two to fit and two to forecast in each half`,
    )
  const cities = decade.cities.map((_, city) => city)
  const halves = [0, 1].map((half) => cities.filter((city) => city % 2 === half))
  const before = countsOf(decade, decade.before.people)
  const actual = countsOf(decade, decade.after.people)
  for (const [city, persons] of options.townspeople ?? []) actual.urban[city] = persons
  const all = Array.from({ length: options.draws }, () => emptyCounts(cities.length))
  const failed = new Set<number>()
  const learnt = halves.map((own, half) => {
    for (const draw of drawHalf(decade, halves[1 - half], own, options, all)) failed.add(draw)
    return linesOf(before, actual, halves[1 - half])
  })
  const drawn = all.filter((_, draw) => !failed.has(draw))
  return [...cities, -1].flatMap((city) => {
    const places = city < 0 ? cities : [city]
    return SUBJECTS.map((subject): Forecast => {
      const from = (counts: Counts) => inPlaces(counts, subject, places)
      const line = (kind: 'straight' | 'growthDifference') =>
        lineFor(subject, before, places, (place) => learnt[place % 2], kind)
      return {
        subject,
        city,
        before: from(before),
        actual: from(actual),
        drawn: Float64Array.from(drawn, from).sort(),
        straight: line('straight')!,
        growthDifference: line('growthDifference'),
      }
    })
  })
}

/** Fit the cities of one half and write forecasts of the others into the draws; returns draws whose rates are out of their bounds. */
function drawHalf(
  decade: Decade,
  fitted: readonly number[],
  others: readonly number[],
  { draws, seed, townspeople, fit: how }: HeldOutOptions,
  out: readonly Counts[],
): number[] {
  const known = new Map([...(townspeople ?? [])].filter(([city]) => fitted.includes(city)))
  const fit = fitDecade(decade, { ...how, cities: fitted, townspeople: known })
  const failed: number[] = []
  const project = createDecadeProjection(decade, fitted)
  for (let draw = 0; draw < draws; draw++) {
    const z = fit.draw(seed, draw)
    const projection = project(levelsOf(fit.entries, z, decade.dims.cities, fit.priors))
    if (!projection) {
      failed.push(draw)
      continue
    }
    const counts = countsOf(decade, projection.people, agesCounted(fit, z, seed, draw))
    for (const city of others) for (const rows of ROWS) out[draw][rows][city] = counts[rows][city]
  }
  return failed
}

/**
 * By how much a count of one age group differs from the people projected there: the error that all cities share, drawn from
 * what the fit knows of it, and the city's own. [sex, group, city]
 */
function agesCounted({ decade, data, entries, shared }: Fit, z: Float64Array, seed: number, draw: number) {
  const { cities, sexes } = decade.dims
  const known = new Map(data.filter(({ kind }) => kind === 'ages').map((datum) => [datum.shared, datum]))
  const factors = new Float64Array(sexes * AGE_GROUPS * cities)
  for (const { shared: name, sharedSd, sd, sex, group } of known.values()) {
    const common = sharedSd * z[entries.length + shared.indexOf(name)]
    for (let city = 0; city < cities; city++) {
      const own = createStream(seed, `held out ${name} ${decade.cities[city].code}`)(draw)
      factors[(sex * AGE_GROUPS + group) * cities + city] = exp(common + sd * normalQuantile(own))
    }
  }
  return factors
}

/** What a line learns from the cities of a half: growth by subject, and the difference of urban and rural growth. */
interface Lines {
  readonly growth: Readonly<Record<Subject, number>>
  readonly logOdds: number
}

function linesOf(before: Counts, after: Counts, half: readonly number[]): Lines {
  const pair = (subject: Subject) => [inPlaces(before, subject, half), inPlaces(after, subject, half)]
  const [share0, share1] = pair('urban_share')
  const ratio = (subject: Subject) => {
    const [first, second] = pair(subject)
    return second / first
  }
  return {
    growth: {
      urban_share: share1 - share0,
      people: ratio('people'),
      ages_6_14: ratio('ages_6_14'),
      ages_60_plus: ratio('ages_60_plus'),
    },
    logOdds: log(share1 / (100 - share1)) - log(share0 / (100 - share0)),
  }
}

/** The line of each city by what the other half taught, added up over several cities. */
function lineFor(
  subject: Subject,
  before: Counts,
  places: readonly number[],
  learnt: (place: number) => Lines,
  kind: 'straight' | 'growthDifference',
): number | undefined {
  if (kind === 'growthDifference' && subject !== 'urban_share') return undefined
  const own = places.map((place) => {
    const { growth, logOdds } = learnt(place)
    const value = inPlaces(before, subject, [place])
    if (subject !== 'urban_share') return value * growth[subject]
    const odds = log(value / (100 - value)) + logOdds
    const share = kind === 'straight' ? value + growth.urban_share : 100 / (1 + exp(-odds))
    return share * before.people[place] * growth.people
  })
  const sum = own.reduce((total, value) => total + value, 0)
  if (subject !== 'urban_share') return sum
  return sum / places.reduce((total, place) => total + before.people[place] * learnt(place).growth.people, 0)
}

function inPlaces(counts: Counts, subject: Subject, places: readonly number[]): number {
  const sum = (values: Float64Array) => places.reduce((total, place) => total + values[place], 0)
  return subject === 'urban_share' ? (100 * sum(counts.urban)) / sum(counts.people) : sum(counts[subject])
}

function emptyCounts(cities: number): Counts {
  const row = () => new Float64Array(cities)
  return { people: row(), urban: row(), ages_6_14: row(), ages_60_plus: row() }
}

/** counted  what ages are multiplied with [sex, group, city] */
function countsOf({ dims }: Decade, people: Float64Array, counted?: Float64Array): Counts {
  const counts = emptyCounts(dims.cities)
  const cells = ageAt(dims, dims.sexes - 1, dims.ages - 1) + dims.cities
  for (let status = 0; status < dims.statuses; status++) {
    const from = cohortAt(dims, status, 0, 0)
    for (let cell = 0; cell < cells; cell++) {
      const city = cell % dims.cities
      const shape = Math.floor(cell / dims.cities)
      const [sex, age] = [Math.floor(shape / dims.ages), (shape % dims.ages) * dims.ageWidth]
      const persons = people[from + cell]
      counts.people[city] += persons
      if (status > 0) counts.urban[city] += persons
      const ofAge = counted
        ? persons * counted[(sex * AGE_GROUPS + groupOf(age)) * dims.cities + city]
        : persons
      if (age >= 6 && age <= 14) counts.ages_6_14[city] += ofAge
      if (age >= 60) counts.ages_60_plus[city] += ofAge
    }
  }
  return counts
}
