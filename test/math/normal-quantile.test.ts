import { describe, expect, it } from 'vitest'
import { normalCumulative } from '../../src/math/normal-distribution.js'
import { normalQuantile } from '../../src/math/normal-quantile.js'

/** p, quantile: mpmath 1.3, 50 digits. */
const QUANTILES = [
  [1e-300, -37.0470962993612],
  [1e-100, -21.273453560965326],
  [1e-16, -8.222082216130435],
  [1e-12, -7.034483825301132],
  [1e-9, -5.9978070150076865],
  [0.0001, -3.7190164854556804],
  [0.01, -2.326347874040841],
  [0.025, -1.9599639845400543],
  [0.074, -1.4466320671589785],
  [0.076, -1.4325027208258116],
  [0.25, -0.6744897501960817],
  [0.4, -0.2533471031357997],
  [0.6, 0.2533471031357997],
  [0.75, 0.6744897501960817],
  [0.93, 1.475791028179171],
  [0.975, 1.9599639845400538],
  [0.999, 3.090232306167813],
]

describe('normalQuantile', () => {
  it('agrees with exact values to 1e-15 from p = 1e-300 up', () => {
    for (const [p, exact] of QUANTILES) {
      expect(Math.abs(normalQuantile(p!) / exact! - 1), `at ${p}`).toBeLessThan(1.5e-15)
    }
  })
  it('gives the check values printed with AS 241', () => {
    expect(normalQuantile(0.25)).toBeCloseTo(-0.6744897501960817, 15)
    expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306167814, 14)
    expect(normalQuantile(1e-20)).toBeCloseTo(-9.262340089798409, 13)
  })
  it('is 0 at one half, infinite at 0 and 1, and NaN outside', () => {
    expect([0.5, 0, 1, -0.1, 1.1, Number.NaN].map(normalQuantile)).toEqual([
      0,
      Number.NEGATIVE_INFINITY,
      Number.POSITIVE_INFINITY,
      Number.NaN,
      Number.NaN,
      Number.NaN,
    ])
  })
  it('is undone by the distribution function', () => {
    for (let p = 0.0005; p < 1; p += 0.001) expect(normalCumulative(normalQuantile(p))).toBeCloseTo(p, 14)
  })
})
