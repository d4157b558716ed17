/**
 * The backtest: every city's later census forecast from its earlier one, by a fit that has not seen the city.
 *
 * The cities are dealt into two halves. Each half is fitted alone, as the folder is fitted; the other half is then projected
 * with levels drawn from the region's means and the spread between cities (moves go no higher than can be lived), with fertility
 * changed as in the fitted half and by chance as much as places of it differ, given the errors of the error model (those that all
 * cities share as the fitted half shows them), and compared with what was counted. Where the folder says how it is fitted, as
 * `cityward new` writes it, places not seen are also expected to grow as those seen, and err in growth as such fits have been
 * found to. Simple lines learn from the same half: they know as much (docs/method.md, M13).
 */

import { exp } from '../math/exponential.js'
import { normalQuantile } from '../math/normal-quantile.js'
import { createStream } from '../sampling/stream.js'
import { howMany } from '../vocabulary/numbers.js'
import { refuseArgument, requireWhole } from '../vocabulary/wrong-argument.js'
import { AGE_GROUPS } from './counts.js'
import type { Decade } from './decade.js'
import { createDecadeProjections } from './decade-projection.js'
import { CHILDREN, requireCities } from './error-model.js'
import type { Fit } from './fit.js'
import { expectedGrowth } from './past/expected-growth.js'
import { withGrowthErrors } from './past/growth-errors.js'
import { withLearntFertility, withOwnFertility } from './past/learnt-fertility.js'
import { lineFor, linesOf } from './past/lines.js'
import {
  copyCities,
  emptyCounts,
  inPlaces,
  SUBJECTS,
  type Subject,
  type SubjectCounts,
  subjectCounts,
} from './past/subjects.js'
import { fitAsMade } from './stages.js'
import { levelsOf } from './unknowns.js'

/** A forecast of one subject in one city, or in the region (city -1). */
export interface Forecast {
  readonly subject: Subject
  readonly city: number
  /** At the earlier census; NaN for deaths. */
  readonly before: number
  readonly actual: number
  /** Equally likely values, upwards. */
  readonly drawn: Float64Array
  /** The lines; undefined where a line has nothing to say on the subject. */
  readonly straight: number
  readonly growthDifference?: number
}

export interface HeldOutOptions {
  readonly draws: number
  readonly seed: number
  /** Townspeople of a city by another count, persons: fitted, learnt from and forecast. */
  readonly townspeople?: ReadonlyMap<number, number>
}

/** How `cityward new` and `cityward backtest` make it where nothing else is asked for. */
export const USUAL_HELD_OUT: HeldOutOptions = { draws: 500, seed: 0 }

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
  const before = subjectCounts(decade, decade.before.people)
  const actual = subjectCounts(decade, decade.after.people)
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
      const from = (counts: SubjectCounts) => inPlaces(counts, subject, places)
      const line = (kind: 'straight' | 'growthDifference') =>
        lineFor(subject, before, places, (place) => learnt[place % 2], kind)
      return {
        subject,
        city,
        before: subject === 'deaths' ? Number.NaN : from(before),
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
  whole: Decade,
  fitted: readonly number[],
  others: readonly number[],
  { draws, seed, townspeople }: HeldOutOptions,
  out: readonly SubjectCounts[],
): number[] {
  const learnt = withLearntFertility(whole, fitted)
  const { decade } = learnt
  const known = new Map([...(townspeople ?? [])].filter(([city]) => fitted.includes(city)))
  const isLearnt = decade.choices !== undefined
  const also = isLearnt ? expectedGrowth(whole, fitted, known) : []
  const fit = fitAsMade(decade, { cities: fitted, townspeople: known, also })
  const failed: number[] = []
  const project = createDecadeProjections(decade, { withJoin: false, isHeld: true })
  const { ages_60_plus: oldBefore } = subjectCounts(decade, decade.before.people)
  for (let draw = 0; draw < draws; draw++) {
    const z = fit.draw(seed, draw)
    const [projection] = project([levelsOf(fit.entries, z, decade.dims.cities, fit.priors)])
    if (!projection) {
      failed.push(draw)
      continue
    }
    withOwnFertility(learnt, others, { seed, draw }, projection.people)
    const counts = subjectCounts(decade, projection.people, agesCounted(fit, z, seed, draw))
    if (isLearnt) withGrowthErrors(decade, others, oldBefore, { seed, draw }, counts)
    copyCities(counts, out[draw], others)
  }
  return failed
}

/**
 * By how much a count of one age group differs from the people projected there: the error that all cities share, drawn from
 * what the fit knows of it, the city's own, and of its children one that boys and girls of every age share. [sex, group, city]
 */
function agesCounted({ decade, data, entries, shared }: Fit, z: Float64Array, seed: number, draw: number) {
  const { cities, sexes } = decade.dims
  const known = new Map(data.filter(({ kind }) => kind === 'ages').map((datum) => [datum.shared, datum]))
  const factors = new Float64Array(sexes * AGE_GROUPS * cities)
  const chance = (name: string, city: number) =>
    normalQuantile(createStream(seed, `held out ${name} ${decade.cities[city].code}`)(draw))
  const children = decade.cities.map((_, city) => CHILDREN.sd * chance('children', city))
  for (const { shared: name, sharedSd, sd, sex, group } of known.values()) {
    const common = sharedSd * z[entries.length + shared.indexOf(name)]
    for (let city = 0; city < cities; city++) {
      const own = sd * chance(name, city) + (group < CHILDREN.groups ? children[city] : 0)
      factors[(sex * AGE_GROUPS + group) * cities + city] = exp(common + own)
    }
  }
  return factors
}
