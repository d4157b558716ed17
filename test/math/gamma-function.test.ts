import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gammaLower, gammaQuantile, gammaUpper, logGamma } from '../../src/math/gamma-function.js'
import { evenly } from '../setup/evenly.js'

const relativeError = (found: number, exact: number) => Math.abs(found / exact - 1)

/** a, ln gamma(a): mpmath 1.3, 50 digits. */
const LOG_GAMMA = [
  [1e-5, 11.512919692895826],
  [0.05, 2.9688792010517306],
  [0.3, 1.0957979948180756],
  [0.5, 0.5723649429247001],
  [1.5, -0.12078223763524522],
  [2.5, 0.2846828704729192],
  [9.99, 12.779315214350193],
  [10, 12.801827480081469],
  [50, 144.5657439463449],
  [2000, 13198.923448054265],
  [1000000.0, 12815504.569147611],
]

/** a, x, P(a, x), Q(a, x): mpmath 1.3, 50 digits. */
const TAILS = [
  [0.05, 0.001, 0.7271792290529226, 0.27282077094707735],
  [0.3, 2, 0.977974019172853, 0.022025980827147015],
  [0.5, 30, 0.9999999999999906, 9.485737571073848e-15],
  [1, 0.5, 0.3934693402873666, 0.6065306597126334],
  [5, 2, 0.05265301734371116, 0.9473469826562888],
  [5, 20, 0.9999830552560699, 1.6944743930067385e-5],
  [2000, 1900, 0.011695820381150114, 0.9883041796188499],
  [2000, 2200, 0.9999928300749118, 7.169925088244839e-6],
]

/** Shape, then quantiles at PROBABILITIES: SciPy 1.17 polished to 25 digits with mpmath 1.3. */
const PROBABILITIES = [1e-12, 1e-3, 0.3, 0.5, 0.9, 0.999]
const QUANTILES = [
  [
    0.05, 5.8446320572866764e-241, 5.844632057286547e-61, 2.0378971887326642e-11, 5.573878440746248e-7,
    0.07631711390918851, 2.736458598728676,
  ],
  [
    0.3, 6.972699096409337e-41, 6.972699096783344e-11, 0.012726657769948701, 0.0731311358669519,
    0.884810773360244, 4.618936042791334,
  ],
  [
    1,
    1.0000000000005e-12,
    0.0010005003335835335,
    0.35667494393873234,
    Math.LN2,
    Math.LN10,
    6.907755278982136,
  ],
  [
    5, 0.0103893448525018, 0.7393717319178326, 3.6336090829638032, 4.670908882795984, 7.9935895860526305,
    14.794149222537209,
  ],
  [
    2000, 1701.3792073822638, 1864.6453587034669, 1976.3086271674797, 1999.6666765450127, 2057.522586213722,
    2141.053931192648,
  ],
]

describe('logGamma', () => {
  it('agrees with published values from 1e-5 to a million', () => {
    for (const [a, exact] of LOG_GAMMA)
      expect(Math.abs(logGamma(a!) - exact!) / Math.max(1, Math.abs(exact!)), `${a}`).toBeLessThan(3e-15)
  })
  it('is zero at 1 and 2, and ln 24 at 5', () => {
    expect(Math.abs(logGamma(1))).toBeLessThan(3e-15)
    expect(Math.abs(logGamma(2))).toBeLessThan(3e-15)
    expect(logGamma(5)).toBeCloseTo(Math.log(24), 14)
  })
})

describe('the regularised incomplete gamma function', () => {
  it('agrees with published values in both tails', () => {
    for (const [a, x, lower, upper] of TAILS) {
      expect(relativeError(gammaLower(a!, x!), lower!), `P(${a}, ${x})`).toBeLessThan(1e-12)
      expect(relativeError(gammaUpper(a!, x!), upper!), `Q(${a}, ${x})`).toBeLessThan(1e-12)
    }
  })
  it('begins at 0 and ends at 1', () => {
    expect([gammaLower(2, 0), gammaUpper(2, 0), gammaLower(2, 1e6), gammaUpper(2, 1e6)]).toEqual([0, 1, 1, 0])
  })
})

describe('gammaQuantile', () => {
  it('is within 1e-11 of exact values for shapes from 0.05 to 2000 and p down to 1e-12', () => {
    for (const [shape, ...exact] of QUANTILES) {
      PROBABILITIES.forEach((p, index) => {
        expect(relativeError(gammaQuantile(shape!, p), exact[index]), `${shape} at ${p}`).toBeLessThan(1e-11)
      })
    }
  })
  it('keeps the digits of an upper tail given as such', () => {
    expect(relativeError(gammaQuantile(1, 1, 1e-100), 230.25850929940458)).toBeLessThan(1e-14)
  })
  it('is undone by the distribution function, whatever the shape', () => {
    fc.assert(
      fc.property(evenly(-3, 5), evenly(-30, -0.001), (logShape, logP) => {
        const shape = 10 ** logShape
        const p = Math.exp(logP)
        const x = gammaQuantile(shape, p)
        // below the smallest double there is no quantile left to undo
        return x < 1e-290 || relativeError(gammaLower(shape, x), p) < 1e-9
      }),
      { numRuns: 2000 },
    )
  })
})
