/** The binomial quantile against its own definition summed by hand, and against published odds. */
import { describe, expect, it } from 'vitest'
import { binomialQuantile } from '../../src/math/binomial-quantile.js'

/** P(X <= k) from factorials. */
function upTo(n: number, p: number, k: number): number {
  let sum = 0
  for (let j = 0; j <= k; j++) {
    let ways = 1
    for (let i = 0; i < j; i++) ways = (ways * (n - i)) / (i + 1)
    sum += ways * p ** j * (1 - p) ** (n - j)
  }
  return sum
}

describe('binomialQuantile', () => {
  it('is the fewest successes whose odds reach u', () => {
    for (const n of [1, 5, 30, 45])
      for (const p of [0.05, 0.3, 0.5, 0.62, 0.97])
        for (const u of [0.001, 0.1, 0.37, 0.5, 0.83, 0.999]) {
          const k = binomialQuantile(n, p, u)
          expect(upTo(n, p, k), `${n} ${p} ${u}`).toBeGreaterThanOrEqual(u - 1e-12)
          if (k > 0) expect(upTo(n, p, k - 1), `${n} ${p} ${u}`).toBeLessThan(u + 1e-12)
        }
  })

  // Johnson, Kemp and Kotz (2005): n = 10, p = 0.5 has P(X <= 5) = 0.623, P(X <= 4) = 0.377
  it('steps where the table of n = 10, p = 1/2 steps', () => {
    expect([0.376, 0.378, 0.622, 0.624].map((u) => binomialQuantile(10, 0.5, u))).toEqual([4, 5, 5, 6])
  })

  it('counts whole projects, and knows certain ones', () => {
    expect(binomialQuantile(30.9, 1, 0.5)).toBe(30)
    expect(binomialQuantile(30, 0, 0.5)).toBe(0)
    expect(binomialQuantile(0, 0.5, 0.5)).toBe(0)
    expect(binomialQuantile(-1, 0.5, 0.5)).toBe(0)
    expect(binomialQuantile(30, Number.NaN, 0.5)).toBeNaN()
  })

  it('goes over to the normal distribution without a step to be seen', () => {
    for (const u of [0.05, 0.5, 0.95])
      expect(Math.abs(binomialQuantile(1001, 0.3, u) - binomialQuantile(1000, 0.3, u))).toBeLessThanOrEqual(2)
  })
})
