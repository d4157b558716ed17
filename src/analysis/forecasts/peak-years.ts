/** The year in which a course is highest, or lowest, as odds: each future has one such year, and a year at the end is a peak so far. */
import { wilsonInterval } from '../../math/wilson.js'
import { howMany } from '../../vocabulary/numbers.js'
import { refuseArgument, requireOneOf } from '../../vocabulary/wrong-argument.js'

export interface PeakYears {
  readonly side: PeakSide
  /** Futures with a number in every year; the others have no peak that is known. */
  readonly draws: number
  /** Every year with its odds, which add up to one, and their 95 % intervals. */
  readonly years: readonly {
    readonly year: number
    readonly hits: number
    readonly share: number
    readonly low: number
    readonly high: number
  }[]
}

export const PEAK_SIDES = ['highest', 'lowest'] as const
export type PeakSide = (typeof PEAK_SIDES)[number]

/**
 * years   rising
 * values  [year][draw]; of equal values the first year counts
 *
 * Throws CitywardError for lengths that differ.
 */
export function peakYears(
  years: readonly number[],
  values: readonly ArrayLike<number>[],
  side: PeakSide = 'highest',
): PeakYears {
  const called = 'peakYears'
  requireOneOf(called, 'side', side, PEAK_SIDES)
  if (years.length < 2 || values.length !== years.length)
    refuseArgument(called, 'values', `${values.length} years of values`, `${years.length}, and at least 2`)
  const draws = values[0].length
  const other = values.find(({ length }) => length !== draws)
  if (other) refuseArgument(called, 'values', howMany(other.length, 'draw'), `${draws}, as in the first year`)
  const hits = new Float64Array(years.length)
  const sign = side === 'highest' ? 1 : -1
  for (let draw = 0; draw < draws; draw++) {
    let at = 0
    for (let year = 0; year < years.length; year++) {
      const value = sign * values[year][draw]
      if (Number.isNaN(value)) at = Number.NaN
      else if (value > sign * values[at]?.[draw]) at = year
    }
    if (!Number.isNaN(at)) hits[at] += 1
  }
  const known = hits.reduce((sum, one) => sum + one, 0)
  return {
    side,
    draws: known,
    years: years.map((year, at) => ({
      year,
      hits: hits[at],
      share: known === 0 ? Number.NaN : hits[at] / known,
      ...wilsonInterval(hits[at], known),
    })),
  }
}
