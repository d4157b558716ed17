import { describe, expect, it } from 'vitest'
import { quantileOfSorted } from '../../src/math/quantile.js'

describe('quantileOfSorted', () => {
  const sorted = Float64Array.of(3, 6, 7, 8, 8, 10, 13, 15, 16, 20)
  it('uses the type 7 method of Hyndman and Fan', () => {
    expect([0, 0.25, 0.5, 0.75, 1].map((p) => quantileOfSorted(sorted, p))).toEqual([3, 7.25, 9, 14.5, 20])
  })
  it('gives the one value of a single observation, and NaN of none', () => {
    expect(quantileOfSorted(Float64Array.of(5), 0.3)).toBe(5)
    expect(quantileOfSorted(new Float64Array(0), 0.5)).toBeNaN()
  })
})
