/** Forecasts of a province's places as rows that are kept: quantiles, what was counted, and what simple lines said. */
import type { Decade } from '../../src/calibration/decade.js'
import { type RolledForecast, rolledForecasts } from '../../src/calibration/past/rolled.js'
import type { Subject } from '../../src/calibration/past/subjects.js'
import { rankedProbabilityScore } from '../../src/calibration/scores.js'
import { priorsBy } from '../../src/calibration/unknowns.js'
import { quantileOfSorted } from '../../src/math/quantile.js'
import { decadeBefore } from '../../src/studies/new-region/new-region.js'
import { significant } from '../../src/vocabulary/numbers.js'
import { provinceHeldOut } from './held-out.js'
import { knownPaces, type Pace, paceBefore2010, paceBefore2015 } from './paces.js'
import { countsOf, decadeAsKnown } from './province-decade.js'

export const TESTS = ['held_out', 'rolled_2010', 'rolled_2015'] as const
export type Test = (typeof TESTS)[number]

export const QUANTILES = [0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975] as const

export const COLUMNS = [
  'test', 'province', 'place', 'name', 'subject', 'no_change', 'straight_line', 'growth_difference', 'actual', 'crps',
  ...QUANTILES.map((share) => `q${share}`),
] // biome-ignore format: a list of headings reads best as a paragraph
export type Row = readonly (string | number)[]

const DRAWS = 1000
const YEARS = { rolled_2010: 10, rolled_2015: 5 } as const

/** What the lines say of a place; NaN where a line says nothing. */
interface LineValues {
  readonly noChange: number
  readonly straight: number
  readonly growthDifference: number
}

/** Told how many of the draws could be lived. */
export function heldOutRows(code: string, tell: (text: string) => void): Row[] {
  const decade = decadeBefore(countsOf(code))
  const forecasts = provinceHeldOut(decade)
  tell(`held_out: ${forecasts[0]?.drawn.length ?? 0} draws lived`)
  return forecasts.map((one) =>
    rowOf('held_out', code, decade, one, {
      noChange: one.before,
      straight: one.straight,
      growthDifference: one.growthDifference ?? Number.NaN,
    }),
  )
}

/** From 2010 and from 2015; told how many draws of equal weight the forecasts of each rest on, and the shape of the weights' tail. */
export function rolledRows(code: string, tell: (text: string) => void): Row[] {
  const decade = decadeAsKnown(countsOf(code))
  const paces = knownPaces(code)
  const rolled = rolledForecasts(decade, {
    draws: DRAWS,
    seed: 0,
    priors: priorsBy(decade.choices),
    origins: [paces[2010], paces[2015]],
  })
  const known = { rolled_2010: paceBefore2010(code), rolled_2015: paceBefore2015(code) }
  return (['rolled_2010', 'rolled_2015'] as const).flatMap((test, at) => {
    const { forecasts, weights } = rolled[at]
    tell(`${test}: ${weights.effectiveDraws.toFixed(0)} draws, k-hat ${weights.khat.toFixed(2)}`)
    const region = forecasts.find((one) => one.city < 0 && one.subject === 'urban_share')!.before
    return forecasts.map((one) => rowOf(test, code, decade, one, linesFrom(test, one, known[test], region)))
  })
}

/** Lines that go on from the origin; a place has moved until then, and goes on, as its province. */
function linesFrom(
  test: 'rolled_2010' | 'rolled_2015',
  { subject, before }: RolledForecast,
  { share, growth }: Pace,
  regionShare: number,
): LineValues {
  const since = 10 - YEARS[test]
  const nothing = {
    noChange: since === 0 ? before : Number.NaN,
    straight: Number.NaN,
    growthDifference: Number.NaN,
  }
  if (subject === 'people')
    return {
      ...nothing,
      noChange: before * Math.exp(since * growth),
      straight: before * Math.exp(10 * growth),
    }
  if (subject !== 'urban_share' || share === undefined) return nothing
  const odds = (percent: number) => Math.log(percent / (100 - percent))
  const past =
    test === 'rolled_2010' ? [regionShare - 5 * share, regionShare] : [regionShare, regionShare + 5 * share]
  const yearly = (odds(past[1]) - odds(past[0])) / 5
  return {
    noChange: before + since * share,
    straight: Math.min(100, before + 10 * share),
    growthDifference: 100 / (1 + Math.exp(-(odds(before) + 10 * yearly))),
  }
}

interface Forecasted {
  readonly subject: Subject
  readonly city: number
  readonly actual: number
  readonly drawn: Float64Array
}

function rowOf(test: Test, code: string, decade: Decade, one: Forecasted, lines: LineValues): Row {
  const place = decade.cities[one.city] ?? decade.region
  const short = (value: number) => (Number.isFinite(value) ? significant(value, 6) : '')
  return [
    test,
    code,
    place.code,
    place.name.en,
    one.subject,
    short(lines.noChange),
    short(lines.straight),
    short(lines.growthDifference),
    short(one.actual),
    short(rankedProbabilityScore(one.drawn, one.actual)),
    ...QUANTILES.map((share) => short(quantileOfSorted(one.drawn, share))),
  ]
}
