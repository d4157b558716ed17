import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Distribution } from '../../src/sampling/distribution.js'
import { medianOf, quantileOf } from '../../src/sampling/quantiles.js'
import { cdfOf, massWithin } from '../../src/sampling/tails.js'

/** Distribution, mean, standard deviation, quantiles at PROBABILITIES: SciPy 1.17, the last with mpmath 1.3. */
const PROBABILITIES = [1e-12, 1e-6, 0.001, 0.1, 0.5, 0.9, 0.999, 1 - 1e-6]
const CONTINUOUS: readonly (readonly [Distribution, number, number, readonly number[]])[] = [
  [
    { kind: 'normal', mean: 10, sd: 3 },
    10.0,
    3.0,
    [
      -11.103451475903395, -4.260272926468696, 0.7293030814965604, 6.1553453033661985, 10.0,
      13.844654696633802, 19.27069691850344, 24.26027292645126,
    ],
  ],
  [
    { kind: 'lognormal', median: 2, sigma: 0.6 },
    2.3944347262436203,
    1.5762027738632454,
    [
      0.02937700320527716, 0.11545119357997287, 0.31317529316674314, 0.927016644109475, 2.0,
      4.314917132736642, 12.772399634572354, 34.646675152953335,
    ],
  ],
  [
    { kind: 'triangular', low: 2, mode: 4, high: 10 },
    5.333333333333334,
    1.699673171197595,
    [
      2.000004, 2.004, 2.126491106406735, 3.264911064067352, 5.101020514433644, 7.809109769979336,
      9.780910976997934, 9.993071796769625,
    ],
  ],
  [
    { kind: 'pert', low: 2, mode: 4, high: 10, weight: 4 },
    4.666666666666666,
    1.4253932901995967,
    [
      2.000002529822928, 2.00253062257115, 2.080814303069902, 2.897879668366868, 4.51048136364558,
      6.671122996956232, 9.023889363108172, 9.83009425439435,
    ],
  ],
  [
    { kind: 'beta', alpha: 0.5, beta: 3, low: -1, high: 3 },
    -0.4285714285714286,
    0.659828879073858,
    [
      -1.0, -0.9999999999988622, -0.9999988622217907, -0.9885788196604769, -0.6838689316953082,
      0.544995527221477, 2.42179110676794, 2.9411644344794428,
    ],
  ],
  [
    { kind: 'gamma', shape: 2.5, scale: 4 },
    10.0,
    6.324555320336759,
    [
      0.00010249286993661082, 0.025792320412994174, 0.4204252052584384, 3.2206159739246454, 8.702920382191053,
      18.472713799562246, 41.030011304865745, 71.77637375922085,
    ],
  ],
  [
    { kind: 'truncated', of: { kind: 'normal', mean: 1.1, sd: 0.2 }, low: 0.9, high: 1.25 },
    1.080749948433918,
    0.09585344437661898,
    [
      0.9000000000005082, 0.9000005080917239, 0.9005074486098289, 0.9456471221275522, 1.0829412604025717,
      1.2117893145229444, 1.2495920482338738, 1.2499995917366242,
    ],
  ],
  [
    { kind: 'truncated', of: { kind: 'normal', mean: 0, sd: 1 }, low: 9, high: 12 },
    9.108523105002847,
    0.10730699256966134,
    [
      9.00000000000011, 9.000000109787338, 9.000109841558167, 9.011559993479182, 9.075787065491832,
      9.249418310448364, 9.729491851965975, 10.40894135980464,
    ],
  ],
]

const discrete: Distribution = { kind: 'discrete', values: [5, 1, 3], odds: [2, 3, 5] }
const seen: Distribution = { kind: 'empirical', values: [9, 2, 7, 4] }

/** Mean and standard deviation over the middles of 30,000 equal cells of probability. */
function momentsOf(distribution: Distribution): [number, number] {
  const cells = 30_000
  let sum = 0
  let squares = 0
  for (let cell = 0; cell < cells; cell++) {
    const x = quantileOf(distribution, (cell + 0.5) / cells)
    sum += x
    squares += x * x
  }
  const mean = sum / cells
  return [mean, Math.sqrt(squares / cells - mean * mean)]
}

describe('quantileOf', () => {
  it('agrees with exact quantiles, deep into both tails', () => {
    for (const [distribution, , sd, exact] of CONTINUOUS) {
      PROBABILITIES.forEach((p, index) => {
        const off = Math.abs(quantileOf(distribution, p) - exact[index])
        expect(off, `${JSON.stringify(distribution)} at ${p}`).toBeLessThan(
          1e-10 * sd + 1e-13 * Math.abs(exact[index]),
        )
      })
    }
  })
  it('has the mean and standard deviation of the distribution', () => {
    for (const [distribution, mean, sd] of CONTINUOUS) {
      const [foundMean, foundSd] = momentsOf(distribution)
      expect(Math.abs(foundMean - mean), JSON.stringify(distribution)).toBeLessThan(5e-4 * sd)
      expect(Math.abs(foundSd / sd - 1), JSON.stringify(distribution)).toBeLessThan(2e-3)
    }
  })
  it('never falls as p rises, and is undone by the distribution function', () => {
    for (const [distribution] of CONTINUOUS) {
      fc.assert(
        fc.property(fc.double({ min: 1e-4, max: 1 - 1e-9, noNaN: true }), (p) => {
          const x = quantileOf(distribution, p)
          const slack = 1e-12 * Math.abs(x)
          return (
            quantileOf(distribution, Math.min(p * 1.001, 1 - 1e-10)) >= x - slack &&
            Math.abs(cdfOf(distribution, x) - p) < 1e-9
          )
        }),
        { numRuns: 300 },
      )
    }
  })
  it('is finite and within the bounds at the smallest and largest p that a stream gives', () => {
    for (const [distribution] of CONTINUOUS) {
      for (const p of [2 ** -53, 1 - 2 ** -53])
        expect(Number.isFinite(quantileOf(distribution, p))).toBe(true)
    }
    const within: Distribution = {
      kind: 'truncated',
      of: { kind: 'normal', mean: 0, sd: 1 },
      low: -1,
      high: 0.3,
    }
    expect(quantileOf(within, 2 ** -53)).toBeGreaterThanOrEqual(-1)
    expect(quantileOf(within, 1 - 2 ** -53)).toBeLessThanOrEqual(0.3)
  })
  it('takes the smallest discrete value whose odds reach p, in whatever order they are written', () => {
    expect([0.01, 0.3, 0.31, 0.8, 0.81, 0.99].map((p) => quantileOf(discrete, p))).toEqual([1, 1, 3, 3, 5, 5])
    expect([0.1, 0.25, 0.26, 0.5, 0.51, 0.99].map((p) => quantileOf(seen, p))).toEqual([2, 2, 4, 4, 7, 9])
  })
  it('never draws a value without odds', () => {
    const odds: Distribution = { kind: 'discrete', values: [1, 2, 3], odds: [0, 1, 0] }
    expect([2 ** -53, 0.5, 1 - 2 ** -53].map((p) => quantileOf(odds, p))).toEqual([2, 2, 2])
  })
  it('keeps the odds among the values that a truncation leaves', () => {
    const upper: Distribution = { kind: 'truncated', of: discrete, low: 3, high: 5 }
    expect([0.7, 0.72].map((p) => quantileOf(upper, p))).toEqual([3, 5])
  })
  it('truncates twice as it truncates once by the narrower bounds', () => {
    const of: Distribution = { kind: 'normal', mean: 0, sd: 1 }
    const once: Distribution = { kind: 'truncated', of, low: -0.5, high: 1 }
    const twice: Distribution = {
      kind: 'truncated',
      of: { kind: 'truncated', of, low: -2, high: 1 },
      low: -0.5,
      high: 3,
    }
    for (const p of [0.001, 0.2, 0.5, 0.9]) expect(quantileOf(twice, p)).toBeCloseTo(quantileOf(once, p), 12)
  })
  it('stands still where all bounds coincide', () => {
    expect(quantileOf({ kind: 'fixed', value: 4 }, 0.2)).toBe(4)
    expect(quantileOf({ kind: 'triangular', low: 4, mode: 4, high: 4 }, 0.2)).toBe(4)
    expect(quantileOf({ kind: 'pert', low: 4, mode: 4, high: 4, weight: 4 }, 0.2)).toBe(4)
    expect(quantileOf({ kind: 'uniform', low: 4, high: 4 }, 0.2)).toBe(4)
  })
  it('refuses a truncation that leaves no odds', () => {
    const nothing: Distribution = {
      kind: 'truncated',
      of: { kind: 'uniform', low: 0, high: 1 },
      low: 2,
      high: 3,
    }
    expect(massWithin({ kind: 'uniform', low: 0, high: 1 }, 2, 3)).toBe(0)
    expect(() => quantileOf(nothing, 0.5)).toThrow('truncated: no odds between 2 and 3')
  })
})

describe('medianOf', () => {
  it('is the middle of a symmetric distribution, and the median named by a lognormal', () => {
    expect(medianOf({ kind: 'normal', mean: 3, sd: 2 })).toBe(3)
    expect(medianOf({ kind: 'uniform', low: 1, high: 2 })).toBe(1.5)
    expect(medianOf({ kind: 'lognormal', median: 2.5, sigma: 1 })).toBe(2.5)
    expect(medianOf({ kind: 'pert', low: 0, mode: 1, high: 2, weight: 4 })).toBe(1)
    expect(medianOf({ kind: 'triangular', low: 0, mode: 1, high: 2 })).toBe(1)
  })
  it('is a value that can occur where values are discrete', () => {
    expect(medianOf(discrete)).toBe(3)
    expect(medianOf(seen)).toBe(4)
  })
})

describe('cdfOf', () => {
  it('steps at discrete values, that value included', () => {
    expect([0, 1, 2.9, 3, 5].map((x) => cdfOf(discrete, x))).toEqual([0, 0.3, 0.3, 0.8, 1])
  })
  it('is 0 below and 1 above the bounds', () => {
    for (const distribution of [CONTINUOUS[2][0], CONTINUOUS[3][0], CONTINUOUS[6][0]]) {
      expect([cdfOf(distribution, -1), cdfOf(distribution, 11)]).toEqual([0, 1])
    }
  })
  it('keeps the digits of odds far out in an upper tail', () => {
    // mpmath 1.3: ncdf(-9) - ncdf(-12)
    expect(massWithin({ kind: 'normal', mean: 0, sd: 1 }, 9, 12) / 1.128588405953823e-19).toBeCloseTo(1, 12)
  })
})

describe('quantiles', () => {
  const table: Distribution = { kind: 'quantiles', values: [1, 2, 3, 5, 9] }
  // hand: steps of a quarter, straight lines between
  it('runs along straight lines from value to value', () => {
    const at = [0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875].map((p) => quantileOf(table, p))
    expect(at).toEqual([1.5, 2, 2.5, 3, 4, 5, 7])
  })

  it('has tails that undo it', () => {
    expect([0.9, 1, 1.5, 2, 4, 5, 9].map((x) => cdfOf(table, x))).toEqual([0, 0, 0.125, 0.25, 0.625, 0.75, 1])
  })

  it('can be cut off', () => {
    const cut: Distribution = { kind: 'truncated', of: table, low: 2, high: 5 }
    expect(quantileOf(cut, 0.5)).toBeCloseTo(3, 12)
    expect(quantileOf(cut, 0.75)).toBeCloseTo(4, 12)
  })
})
