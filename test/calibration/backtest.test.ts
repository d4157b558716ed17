/** Forecasts of cities that a fit has not seen: scores with known answers, and what they say of Guangxi. */
import { describe, expect, it } from 'vitest'
import { scoresOf } from '../../src/calibration/backtest.js'
import { decadeOf } from '../../src/calibration/decade.js'
import { heldOutForecasts } from '../../src/calibration/held-out.js'
import { rankedProbabilityScore } from '../../src/calibration/scores.js'
import { backtest } from '../../src/commands/backtest.js'
import { CitywardError } from '../../src/vocabulary/problems.js'
import { shippedDataset } from '../plan/shipped.js'

describe('the ranked probability score', () => {
  it('of one value is its absolute error', () => {
    expect(rankedProbabilityScore(Float64Array.of(3), 5)).toBe(2)
  })

  it('of two values, by hand: mean error less half the mean distance of pairs', () => {
    expect(rankedProbabilityScore(Float64Array.of(0, 1), 0.5)).toBe(0.5 - 0.25)
    expect(rankedProbabilityScore(Float64Array.of(0, 4), 1)).toBe(2 - 1)
  })

  it('of an even spread from 0 to 1 is 1/12 at its middle, and 1/3 at its ends', () => {
    const even = Float64Array.from({ length: 2000 }, (_, k) => (k + 0.5) / 2000)
    expect(rankedProbabilityScore(even, 0.5)).toBeCloseTo(1 / 12, 6)
    expect(rankedProbabilityScore(even, 0)).toBeCloseTo(1 / 3, 6)
  })
})

describe('the cities of Guangxi, each forecast by a fit to the other half', () => {
  const { decade } = decadeOf(shippedDataset('fixtures/guangxi'))
  const forecasts = heldOutForecasts(decade!, { draws: 60, seed: 0 })
  const scores = scoresOf(forecasts)
  const scoreOf = (subject: string, method: string) =>
    scores.find((one) => one.subject === subject)!.methods.find((one) => one.method === method)!

  it('have each subject once, and the region as well', () => {
    expect(forecasts).toHaveLength(6 * (14 + 1))
    expect(forecasts.find(({ subject, city }) => subject === 'people' && city < 0)!.actual).toBe(50_126_804)
  })

  it("add up to the region's urban share, nearer than the growth-difference line", () => {
    const [model, line] = ['model', 'growth_difference'].map((name) => scoreOf('urban_share', name).region)
    expect(Math.abs(model)).toBeLessThan(0.5)
    expect(Math.abs(model)).toBeLessThan(Math.abs(line))
  })

  it('score better than every line, in every subject', () => {
    for (const { methods } of scores) {
      const [model, ...lines] = methods
      for (const { crps } of lines) expect(model.crps).toBeLessThan(crps)
    }
  })

  it('miss ages by less than six tenths of what the best line misses, by city', () => {
    for (const subject of ['ages_6_14', 'ages_60_plus']) {
      const lines = ['straight_line', 'no_change'].map((name) => scoreOf(subject, name).meanOfCities)
      expect(scoreOf(subject, 'model').meanOfCities).toBeLessThan(0.6 * Math.min(...lines))
    }
  })

  it('miss ages of the region by less than the best line, too', () => {
    for (const subject of ['ages_6_14', 'ages_60_plus'])
      expect(Math.abs(scoreOf(subject, 'model').region)).toBeLessThan(
        Math.abs(scoreOf(subject, 'straight_line').region),
      )
  })

  it('lie in bands of 95 % as often as 9 times in 10', () => {
    for (const { coverage } of scores) expect(coverage[95]).toBeGreaterThanOrEqual(0.9)
  })
})

it('is refused where there are too few cities to hold some out', async () => {
  const refused = backtest('fixtures/tiny', { draws: 20, seed: 0, lang: 'en' })
  await expect(refused).rejects.toThrow(CitywardError)
})
