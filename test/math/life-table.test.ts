import { describe, expect, it } from 'vitest'
import { a0Of, lifeTable } from '../../src/math/life-table.js'

describe('a life table', () => {
  it('gives one over the death rate as life expectancy where the rate is the same at every age', () => {
    const survival = new Float64Array(21)
    const rate = 0.02
    expect(lifeTable(new Float64Array(21).fill(rate), 5, false, survival)).toBeCloseTo(1 / rate, 10)
    // With deaths in mid-group a group loses q = 5m/(1 + 2.5m), and years lived fall in the same proportion.
    const q = (5 * rate) / (1 + 2.5 * rate)
    for (const share of survival.subarray(1, 20)) expect(share).toBeCloseTo(1 - q, 14)
  })

  it('carries the last two groups into the open one together', () => {
    const survival = new Float64Array(4)
    const rate = 0.5
    lifeTable(new Float64Array(4).fill(rate), 1, true, survival)
    // Closed: T_n / T_{n-1} = (l_n / m) / (l_{n-1} / m).
    const q = rate / (1 + 0.5 * rate)
    expect(survival[3]).toBeCloseTo(1 - q, 14)
  })

  it('lets everybody live where nobody dies', () => {
    const survival = new Float64Array(5)
    expect(lifeTable(new Float64Array(5), 1, true, survival)).toBe(Number.POSITIVE_INFINITY)
    expect([...survival]).toEqual([1, 1, 1, 1, 1])
  })

  it('uses the published years lived in the first year of life', () => {
    // Andreev and Kingkade (2015), table 3-2 in m0.
    expect(a0Of(0.01, true)).toBeCloseTo(0.14929 - 0.0199545, 12)
    expect(a0Of(0.05, true)).toBeCloseTo(0.02832 + 0.1630105, 12)
    expect(a0Of(0.1, true)).toBe(0.29915)
    expect(a0Of(0.01, false)).toBeCloseTo(0.14903 - 0.0205527, 12)
    expect(a0Of(0.05, false)).toBeCloseTo(0.04667 + 0.1940445, 12)
    expect(a0Of(0.1, false)).toBe(0.31411)
  })
})
