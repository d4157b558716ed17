import { describe, expect, it } from 'vitest'
import { wilsonInterval } from '../../src/math/wilson.js'

/** successes, trials, level, low, high: SciPy 1.17, binomtest(...).proportion_ci(method='wilson'). */
const INTERVALS = [
  [0, 10, 0.95, 0, 0.27753279986288926],
  [3, 10, 0.95, 0.10779126740630102, 0.6032218525388546],
  [10, 10, 0.95, 0.7224672001371109, 1],
  [573, 1000, 0.95, 0.5421204037602065, 0.6033208895009023],
  [50, 1000, 0.8, 0.04188182474845842, 0.059593888551408625],
] as const

describe('wilsonInterval', () => {
  it('agrees with published values, at 0 and at all successes too', () => {
    for (const [successes, trials, level, low, high] of INTERVALS) {
      const interval = wilsonInterval(successes, trials, level)
      expect(interval.low).toBeCloseTo(low, 13)
      expect(interval.high).toBeCloseTo(high, 13)
    }
  })
  it('knows nothing without trials', () => {
    expect(wilsonInterval(0, 0)).toEqual({ low: 0, high: 1 })
  })
})
