/** Forecasts of cities that a fit had not seen, scored beside simple lines that knew as much. */

import { quantileOfSorted } from '../math/quantile.js'
import { howMany } from '../vocabulary/numbers.js'
import { refuseArgument } from '../vocabulary/wrong-argument.js'
import type { Forecast } from './held-out.js'
import { SUBJECTS, type Subject } from './past/subjects.js'
import { coverage, meanError, rankedProbabilityScore } from './scores.js'

export const BACKTEST_METHODS = ['model', 'growth_difference', 'straight_line', 'no_change'] as const
export type BacktestMethod = (typeof BACKTEST_METHODS)[number]

/** Errors of the median in percentage points for the urban share, else in per cent of what was counted. */
export interface MethodScore {
  readonly method: BacktestMethod
  readonly meanOfCities: number
  readonly region: number
  /** Mean score of cities; the absolute error where a method gives one number. */
  readonly crps: number
}

export interface SubjectScore {
  readonly subject: Subject
  readonly methods: readonly MethodScore[]
  /** Share of cities whose count lies in the model's bands. */
  readonly coverage: Readonly<Record<50 | 80 | 95, number>>
}

/** Scores of every subject. */
export function scoresOf(forecasts: readonly Forecast[]): SubjectScore[] {
  return SUBJECTS.map((subject) => {
    const own = forecasts.filter((one) => one.subject === subject)
    const cities = own.filter(({ city }) => city >= 0)
    const region = own.find(({ city }) => city < 0)
    if (!region || cities.length === 0)
      refuseArgument(
        'scoresOf',
        'forecasts',
        `${howMany(own.length, 'forecast')} of ${subject}`,
        'those of the region and of every city',
      )
    const methods = BACKTEST_METHODS.flatMap((method): MethodScore[] => {
      if (pointOf(region, method) === undefined) return []
      const error = (one: Forecast) => errorOf(one, pointOf(one, method)!)
      return [
        {
          method,
          meanOfCities: meanError(cities.map(error)),
          region: error(region),
          crps: meanError(cities.map((one) => (method === 'model' ? scoreOf(one) : error(one)))),
        },
      ]
    })
    const held = (percent: number) => coverage(cities.map((one) => holds(one, percent)))
    return { subject, methods, coverage: { 50: held(50), 80: held(80), 95: held(95) } }
  })
}

/** Ends of a band of so many per cent. */
export function bandOf({ drawn }: Forecast, percent: number): readonly [number, number] {
  const tail = (100 - percent) / 200
  return [quantileOfSorted(drawn, tail), quantileOfSorted(drawn, 1 - tail)]
}

function holds(forecast: Forecast, percent: number): boolean {
  const [low, high] = bandOf(forecast, percent)
  return forecast.actual >= low && forecast.actual <= high
}

/** The one number that a method gives. */
export function pointOf(forecast: Forecast, method: BacktestMethod): number | undefined {
  if (method === 'model') return quantileOfSorted(forecast.drawn, 0.5)
  if (method === 'no_change') return Number.isNaN(forecast.before) ? undefined : forecast.before
  return method === 'straight_line' ? forecast.straight : forecast.growthDifference
}

/** Points of urban share; for people per cent of what was counted. */
export function errorOf({ subject, actual }: Forecast, value: number): number {
  return subject === 'urban_share' ? value - actual : (100 * (value - actual)) / actual
}

function scoreOf({ subject, drawn, actual }: Forecast): number {
  const score = rankedProbabilityScore(drawn, actual)
  return subject === 'urban_share' ? score : (100 * score) / actual
}
