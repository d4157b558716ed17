/**
 * How well the levels of places forecast places whose counts they have not seen: every other place is left out in turn,
 * takes the level of its city and the mean of its kind, and deviates from them by chance as far as the places fitted
 * do. Its city has been seen: the levels of cities come from all of their people. See docs/method.md, M13.
 */
import { normalQuantile } from '../math/normal-quantile.js'
import { quantileOfSorted } from '../math/quantile.js'
import { createStream } from '../sampling/stream.js'
import { cohortAt } from '../vocabulary/dimensions.js'
import { refuseArgument, requireWhole } from '../vocabulary/wrong-argument.js'
import type { Decade } from './decade.js'
import { createDecadeProjection } from './decade-projection.js'
import { byLevel } from './own-levels.js'
import { coverage, meanError, rankedProbabilityScore } from './scores.js'
import { fitWithin, levelsWithin, type Within, type WithinFit } from './within.js'

/** What is forecast of a place; urban share in percent, the others in persons. */
export const PLACE_SUBJECTS = ['townspeople', 'people', 'urban_share'] as const
export type PlaceSubject = (typeof PLACE_SUBJECTS)[number]

export interface PlaceForecast {
  readonly subject: PlaceSubject
  readonly place: number
  readonly before: number
  readonly actual: number
  /** Equally likely values, upwards. */
  readonly drawn: Float64Array
  /** What the places of the other half would have it grow by. */
  readonly straight: number
}

type Counts = Readonly<Record<PlaceSubject, Float64Array>>

/**
 * Forecasts of the places that can be followed from census to census.
 *
 * places  that are dealt into two halves in their order
 */
export function forecastsWithin(
  within: Within,
  places: readonly number[],
  { draws, seed }: { readonly draws: number; readonly seed: number },
): PlaceForecast[] {
  requireWhole('forecastsWithin', 'draws', draws, 1)
  requireWhole('forecastsWithin', 'seed', seed, 0)
  const before = countsOf(within.decade, within.decade.before.people)
  const actual = countsOf(within.decade, within.decade.after.people)
  return [0, 1].flatMap((half) => {
    const others = places.filter((_, at) => at % 2 === half)
    const fitted = places.filter((_, at) => at % 2 !== half)
    const drawn = drawnCounts(fitWithin(within, fitted), draws, seed)
    return PLACE_SUBJECTS.flatMap((subject) => {
      const grow = lineOf(subject, before, actual, fitted)
      return others.map(
        (place): PlaceForecast => ({
          subject,
          place,
          before: before[subject][place],
          actual: actual[subject][place],
          drawn: Float64Array.from(drawn, (counts) => counts[subject][place]).sort(),
          straight: grow(before[subject][place]),
        }),
      )
    })
  })
}

/** Counts in draws of what is not known of places that were left out; draws whose rates cannot be lived are left out. */
function drawnCounts(fit: WithinFit, draws: number, seed: number): Counts[] {
  const { within, places, deviations, means, spreads } = fit
  const { decade, kindOf } = within
  const project = createDecadeProjection(decade)
  const known = new Set(places)
  /** The mean of a kind is not known either. */
  const wider = Math.sqrt(1 + 1 / places.length)
  return Array.from({ length: draws }, (_, draw) => {
    const drawn = byLevel((level) => {
      return deviations[level].map((own, place) => {
        if (known.has(place)) return own
        const point = createStream(seed, `within ${level} ${decade.cities[place].code}`)(draw)
        return means[level][kindOf[place]] + wider * spreads[level] * normalQuantile(point)
      })
    })
    const projection = project(levelsWithin(within, drawn))
    return projection && countsOf(decade, projection.people)
  }).filter((counts) => counts !== undefined)
}

/** A straight line: the growth of the fitted places together, or what their urban share gained. */
function lineOf(subject: PlaceSubject, before: Counts, after: Counts, fitted: readonly number[]) {
  const sum = (counts: Counts, of: PlaceSubject) => fitted.reduce((all, place) => all + counts[of][place], 0)
  if (subject !== 'urban_share') {
    const growth = sum(after, subject) / sum(before, subject)
    return (value: number) => value * growth
  }
  const share = (counts: Counts) => (100 * sum(counts, 'townspeople')) / sum(counts, 'people')
  const gain = share(after) - share(before)
  return (value: number) => Math.min(100, value + gain)
}

function countsOf({ dims }: Decade, people: Float64Array): Counts {
  const counts = {
    townspeople: new Float64Array(dims.cities),
    people: new Float64Array(dims.cities),
    urban_share: new Float64Array(dims.cities),
  }
  const towns = cohortAt(dims, 1, 0, 0)
  people.forEach((persons, cell) => {
    counts.people[cell % dims.cities] += persons
    if (cell >= towns) counts.townspeople[cell % dims.cities] += persons
  })
  counts.people.forEach((all, place) => {
    counts.urban_share[place] = (100 * counts.townspeople[place]) / all
  })
  return counts
}

/** Errors of one way of forecasting, of urban share in points, else in per cent of the count. */
export interface PlaceScore {
  readonly subject: PlaceSubject
  readonly method: 'model' | 'straight_line' | 'no_change'
  /** Mean over places without and with their sign, and of all places together. */
  readonly meanError: number
  readonly bias: number
  readonly total: number
  readonly crps: number
  /** Share of places within bands of 50, 80 and 95 %; of the model only. */
  readonly held?: Readonly<Record<50 | 80 | 95, number>>
}

export function placeScores(forecasts: readonly PlaceForecast[]): PlaceScore[] {
  if (forecasts.length === 0) refuseArgument('placeScores', 'forecasts', 'none', 'those of forecastsWithin')
  return PLACE_SUBJECTS.flatMap((subject) => {
    const own = forecasts.filter((one) => one.subject === subject)
    const ways = {
      model: ({ drawn }: PlaceForecast) => quantileOfSorted(drawn, 0.5),
      straight_line: ({ straight }: PlaceForecast) => straight,
      no_change: ({ before }: PlaceForecast) => before,
    }
    return (Object.keys(ways) as (keyof typeof ways)[]).map((method): PlaceScore => {
      const value = ways[method]
      const unit = ({ actual }: PlaceForecast) => (subject === 'urban_share' ? 1 : actual / 100)
      const errors = own.map((one) => (value(one) - one.actual) / unit(one))
      const sum = (of: (one: PlaceForecast) => number) => own.reduce((all, one) => all + of(one), 0)
      const crps = own.map(
        (one) =>
          rankedProbabilityScore(method === 'model' ? one.drawn : Float64Array.of(value(one)), one.actual) /
          unit(one),
      )
      return {
        subject,
        method,
        meanError: meanError(errors),
        bias: errors.reduce((all, error) => all + error, 0) / errors.length,
        total:
          subject === 'urban_share'
            ? sum((one) => value(one) - one.actual) / own.length
            : 100 * (sum(value) / sum(({ actual }) => actual) - 1),
        crps: meanError(crps),
        ...(method === 'model' && { held: heldBy(own) }),
      }
    })
  })
}

function heldBy(forecasts: readonly PlaceForecast[]): Readonly<Record<50 | 80 | 95, number>> {
  const share = (percent: number) =>
    coverage(
      forecasts.map(({ drawn, actual }) => {
        const tail = (1 - percent / 100) / 2
        return quantileOfSorted(drawn, tail) <= actual && actual <= quantileOfSorted(drawn, 1 - tail)
      }),
    )
  return { 50: share(50), 80: share(80), 95: share(95) }
}
