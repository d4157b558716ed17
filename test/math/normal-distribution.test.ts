import { describe, expect, it } from 'vitest'
import { normalCumulative } from '../../src/math/normal-distribution.js'

/** x, P(Z <= x): mpmath 1.3, 50 digits. */
const VALUES = [
  [-37, 5.725571222524577e-300],
  [-20, 2.7536241186062337e-89],
  [-8.25, 7.919726314642477e-17],
  [-5.7, 5.990371401063528e-9],
  [-5.6, 1.071759025831093e-8],
  [-3, 0.0013498980316300946],
  [-1.96, 0.024997895148220435],
  [-1, 0.15865525393145705],
  [-0.5, 0.3085375387259869],
  [0.25, 0.5987063256829237],
  [0.6, 0.7257468822499265],
  [0.7, 0.758036347776927],
  [1.5, 0.9331927987311419],
  [4, 0.9999683287581669],
  [6, 0.9999999990134123],
]

describe('normalCumulative', () => {
  it('agrees with exact values to 1e-15, far out in the lower tail too', () => {
    for (const [x, exact] of VALUES) {
      expect(Math.abs(normalCumulative(x!) / exact! - 1), `at ${x}`).toBeLessThan(1e-15)
    }
  })
  it('is one half at 0, and 0 and 1 at the ends', () => {
    expect([0, -40, 40, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY].map(normalCumulative)).toEqual([
      0.5, 0, 1, 0, 1,
    ])
    expect(normalCumulative(Number.NaN)).toBeNaN()
  })
})
