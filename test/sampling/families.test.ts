import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DISTRIBUTION_KINDS, type Distribution } from '../../src/sampling/distribution.js'
import { familyOf } from '../../src/sampling/families/families.js'
import { momentsOf } from '../../src/sampling/moments.js'
import { quantileOf } from '../../src/sampling/quantiles.js'
import { cdfOf, massWithin, tailsOf } from '../../src/sampling/tails.js'

/** Where quantiles are held against references. */
const PROBABILITIES = [1e-12, 1e-6, 0.001, 0.1, 0.5, 0.9, 0.999, 1 - 1e-6]

/** Distribution, mean, standard deviation (SciPy 1.17.1), quantiles at PROBABILITIES (mpmath 1.3.0, 60 digits). */
const CONTINUOUS: readonly (readonly [Distribution, number, number, readonly number[]])[] = [
  // metalog: the three quantiles without and with ends, five quantiles, and seven with four terms (mpmath 1.3.0, 30 digits)
  [
    { kind: 'metalog', probabilities: [0.1, 0.5, 0.9], values: [10, 17, 30] },
    18.70669854992532,
    8.503500092299086,
    [
      -61.596372785943394, -22.298230706247214, -2.669822772412921, 10.0, 17.0, 30.0, 60.19816850976981,
      103.45595664853909,
    ],
  ],
  [
    { kind: 'metalog', probabilities: [0.1, 0.5, 0.9], values: [10, 17, 30], low: 0 },
    19.12983018459999,
    10.40500166472865,
    [
      0.02280127092077571, 0.6225926144863447, 3.2536191817884967, 10.0, 17.0, 30.0, 102.8370154288909,
      622.5923031852936,
    ],
  ],
  [
    { kind: 'metalog', probabilities: [0.1, 0.5, 0.9], values: [10, 17, 30], low: 0, high: 60 },
    18.71118126810338,
    8.225712783690776,
    [
      0.006632651060785615, 0.3940678095587859, 2.916422723827698, 10.0, 17.0, 30.0, 53.365892861545284,
      59.63666134620481,
    ],
  ],
  [
    { kind: 'metalog', probabilities: [0.1, 0.5, 0.9], values: [10, 17, 30], high: 60 },
    18.56997428784632,
    8.020894959853269,
    [
      -146.24106557638757, -34.17215073439431, -3.683573877485991, 10.0, 17.0, 30.0, 47.215958703732475,
      56.20683243836576,
    ],
  ],
  [
    { kind: 'metalog', probabilities: [0.05, 0.25, 0.5, 0.75, 0.95], values: [2, 4, 5.5, 8, 14] },
    6.437258608999168,
    3.882391935347077,
    [
      -33.90938229310606, -13.58882218131434, -3.443016942023865, 2.844766657958392, 5.5, 11.426228222257668,
      27.941516503818647, 52.08585737784171,
    ],
  ],
  [
    {
      kind: 'metalog',
      probabilities: [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95],
      values: [2, 2.9, 4, 5.5, 8, 11, 14],
      terms: 4,
    },
    6.385472176918607,
    3.843499248092478,
    [
      -39.16581946430584, -15.87999448421564, -4.252055324703223, 2.9055876054518963, 5.45838062529834,
      11.270418993402096, 27.949591808078264, 52.41318888677627,
    ],
  ],
  [
    { kind: 'weibull', shape: 1.5, scale: 2 },
    1.805490585901867,
    1.2258715835093528,
    [
      2.0000000000006667e-8, 0.00020000006666670556, 0.02000667055827368, 0.4461510512738342,
      1.5664395375493028, 3.4874430271928234, 7.254173824678952, 11.51528316043957,
    ],
  ],
  [
    { kind: 'weibull', shape: 0.4, scale: 3 },
    9.97005291134353,
    31.31450215068109,
    [
      3.0000000000037498e-30, 3.000003750003906e-15, 9.498703886618896e-8, 0.010809758050239465,
      1.2000101165466364, 24.135732090227307, 376.23882832329826, 2128.3282148136095,
    ],
  ],
  [
    { kind: 'logistic', location: 1, scale: 0.5 },
    1.0,
    0.9068996821171089,
    [
      -12.815510557963774, -5.907754778981887, -2.453377389324277, -0.09861228866810966, 1.0,
      2.09861228866811, 4.4533773893242765, 7.907754778967509,
    ],
  ],
  [
    { kind: 'gumbel', location: 3, scale: 2 },
    4.1544313298030655,
    2.565099660323728,
    [
      -3.637878190071912, -2.251583828952022, -0.865289467832131, 1.3319351095040886, 3.733025841163329,
      7.500734654624891, 16.814510141047432, 30.63102011587062,
    ],
  ],
  [
    { kind: 'laplace', location: -1, scale: 0.5 },
    -1.0,
    Math.SQRT1_2,
    [
      -14.468936967684302, -7.561181688702164, -4.107304049211096, -1.8047189562170503, -1.0,
      -0.1952810437829497, 2.1073040492110953, 5.561181688687786,
    ],
  ],
  [
    { kind: 'loguniform', low: 0.01, high: 10 },
    1.4462006247378292,
    2.2686422987815305,
    [
      0.010000000000069077, 0.010000069077791376, 0.010069316688518041, 0.019952623149688795,
      0.31622776601683794, 5.011872336272724, 9.931160484209338, 9.999930922685794,
    ],
  ],
  [
    { kind: 'student', df: 2.5, location: 1, scale: 3 },
    1.0,
    6.708203932499369,
    [
      -165917.52222954744, -659.5202875347105, -40.466579332597895, -4.1907527864215295, 1.0,
      6.19075278642153, 42.46657933259788, 661.5202875271127,
    ],
  ],
  [
    { kind: 'student', df: 30, location: 0, scale: 1 },
    0.0,
    1.0350983390135313,
    [
      -11.397217523311411, -5.871117120418883, -3.385184866829305, -1.3104150253913955, 0.0,
      1.3104150253913958, 3.385184866829305, 5.871117120408623,
    ],
  ],
  [
    { kind: 'cauchy', location: 2, scale: 3 },
    Number.NaN,
    Number.NaN,
    [
      -954929658549.3721, -954927.6585482304, -952.9265169566513, -7.233050611525759, 2.0, 11.233050611525762,
      956.9265169566505, 954931.6585207708,
    ],
  ],
]

/** Distribution, mean, variance, quantiles at PROBABILITIES, and a value with what lies up to it and above it: SciPy 1.17.1. */
const COUNTS: readonly (readonly [
  Distribution,
  number,
  number,
  readonly number[],
  readonly [at: number, lower: number, upper: number],
])[] = [
  [
    { kind: 'poisson', mean: 3.7 },
    3.7,
    3.7,
    [0, 0, 0, 1, 4, 6, 11, 16],
    [1, 0.11620057441059513, 0.8837994255894048],
  ],
  [
    { kind: 'poisson', mean: 25000 },
    25000.0,
    25000.0,
    [23896, 24252, 24513, 24797, 25000, 25203, 25490, 25755],
    [24797, 0.10002629252366278, 0.8999737074763373],
  ],
  [
    { kind: 'binomial', trials: 20, odds: 0.3 },
    6.0,
    4.2,
    [0, 0, 1, 3, 6, 9, 13, 16],
    [3, 0.10708680450373087, 0.8929131954962691],
  ],
  [
    { kind: 'binomial', trials: 100000, odds: 0.001 },
    100.0,
    99.9,
    [38, 56, 71, 87, 100, 113, 132, 151],
    [87, 0.10364017340859252, 0.8963598265914074],
  ],
  [
    { kind: 'negative_binomial', successes: 2.5, odds: 0.2 },
    10.0,
    49.99999999999999,
    [0, 0, 0, 2, 9, 19, 45, 79],
    [2, 0.10375355415599029, 0.8962464458440097],
  ],
  [
    { kind: 'negative_binomial', successes: 40, odds: 0.9 },
    4.444444444444444,
    4.93827160493827,
    [0, 0, 0, 2, 4, 7, 13, 19],
    [2, 0.19510765482693676, 0.8048923451730632],
  ],
  [{ kind: 'geometric', odds: 0.25 }, 4.0, 12.0, [1, 1, 1, 1, 3, 9, 25, 49], [1, 0.24999999999999997, 0.75]],
  [
    { kind: 'geometric', odds: 0.000001 },
    1000000.0,
    999999000000.0,
    [1, 1, 1001, 105361, 693147, 2302584, 6907752, 13815504],
    [105361, 0.10000048332030817, 0.8999995166796918],
  ],
]

const text = (distribution: Distribution) => JSON.stringify(distribution)

describe('families', () => {
  it('are each held against a reference', () => {
    const held = new Set([...CONTINUOUS, ...COUNTS].map(([{ kind }]) => kind))
    const families = DISTRIBUTION_KINDS.slice(DISTRIBUTION_KINDS.indexOf('weibull'))
    expect([...held].sort()).toEqual([...families].sort())
    for (const [distribution] of CONTINUOUS) expect(familyOf(distribution)).toBeDefined()
  })

  it('agree with exact quantiles, deep into both tails', () => {
    for (const [distribution, , , exact] of CONTINUOUS) {
      const width = exact[5] - exact[3]
      PROBABILITIES.forEach((p, at) => {
        const off = Math.abs(quantileOf(distribution, p) - exact[at])
        expect(off, `${text(distribution)} at ${p}`).toBeLessThan(1e-13 * (width + Math.abs(exact[at])))
      })
    }
  })

  it('of whole numbers agree to the number, and in both tails', () => {
    for (const [distribution, , , exact, [at, lower, upper]] of COUNTS) {
      expect(
        PROBABILITIES.map((p) => quantileOf(distribution, p)),
        text(distribution),
      ).toEqual(exact)
      const found = tailsOf(distribution, at)
      expect(Math.abs(found.lower / lower - 1), text(distribution)).toBeLessThan(1e-10)
      expect(Math.abs(found.upper / upper - 1), text(distribution)).toBeLessThan(1e-10)
      // a step: nothing between two of them, and nothing below the least
      expect(tailsOf(distribution, at + 0.9)).toEqual(found)
      expect(tailsOf(distribution, -1).lower).toBe(0)
    }
  })

  it('have mean and variance, or none', () => {
    for (const [distribution, mean, sd] of CONTINUOUS) {
      const found = momentsOf(distribution)
      if (Number.isNaN(sd)) {
        expect(found).toEqual({ mean: Number.NaN, variance: Number.NaN })
        continue
      }
      expect(found.mean, text(distribution)).toBeCloseTo(mean, 11)
      expect(Math.sqrt(found.variance) / sd, text(distribution)).toBeCloseTo(1, 12)
    }
    for (const [distribution, mean, variance] of COUNTS) {
      const found = momentsOf(distribution)
      expect(
        [found.mean / mean, found.variance / variance].map((ratio) => Math.abs(ratio - 1) < 1e-12),
      ).toEqual([true, true])
    }
    // Student's: no variance up to two degrees of freedom, no mean up to one
    const student = (df: number) => momentsOf({ kind: 'student', df, location: 3, scale: 1 })
    expect(student(2)).toEqual({ mean: 3, variance: Number.POSITIVE_INFINITY })
    expect(student(1)).toEqual({ mean: Number.NaN, variance: Number.NaN })
  })

  it("have Cauchy's where Student's has one degree of freedom", () => {
    for (const p of PROBABILITIES) {
      const [cauchy, student] = (['cauchy', 'student'] as const).map((kind) =>
        quantileOf({ kind, df: 1, location: 0, scale: 1 } as Distribution, p),
      )
      expect(Math.abs(cauchy - student)).toBeLessThanOrEqual(1e-12 * (1 + Math.abs(cauchy)))
    }
  })

  it('never fall as p rises, and are undone by the distribution function', () => {
    for (const [distribution] of CONTINUOUS)
      fc.assert(
        fc.property(fc.double({ min: 1e-4, max: 1 - 1e-9, noNaN: true }), (p) => {
          const x = quantileOf(distribution, p)
          const next = quantileOf(distribution, Math.min(p * 1.001, 1 - 1e-10))
          return next >= x - 1e-12 * Math.abs(x) && Math.abs(cdfOf(distribution, x) - p) < 1e-9
        }),
        { numRuns: 100 },
      )
    for (const [distribution] of COUNTS)
      fc.assert(
        fc.property(fc.double({ min: 2 ** -53, max: 1 - 2 ** -53, noNaN: true }), (p) => {
          const count = quantileOf(distribution, p)
          // the smallest that reaches p
          const slack = 1e-12
          return cdfOf(distribution, count) >= p - slack && cdfOf(distribution, count - 1) < p + slack
        }),
        { numRuns: 100 },
      )
  })

  it('are finite at the smallest and largest p that a stream gives', () => {
    for (const [distribution] of [...CONTINUOUS, ...COUNTS])
      for (const p of [2 ** -53, 1 - 2 ** -53])
        expect(Number.isFinite(quantileOf(distribution, p)), text(distribution)).toBe(true)
  })

  it('of whole numbers stand where exactly p is reached, in spite of rounding', () => {
    // an odd number of fair trials has half of its odds up to (n - 1) / 2, and as many failures before n successes up to n - 1
    for (const trials of [1, 3, 5, 9, 11, 101, 100_001]) {
      expect(quantileOf({ kind: 'binomial', trials, odds: 0.5 }, 0.5)).toBe((trials - 1) / 2)
      expect(quantileOf({ kind: 'negative_binomial', successes: trials, odds: 0.5 }, 0.5)).toBe(trials - 1)
    }
    // P(X <= k) = 1 - 2^-k
    for (const k of [1, 2, 10, 40]) expect(quantileOf({ kind: 'geometric', odds: 0.5 }, 1 - 2 ** -k)).toBe(k)
  })

  it('have bounds whose ratio is beyond what a number holds', () => {
    const wide: Distribution = { kind: 'loguniform', low: 1e-300, high: 1e300 }
    expect(quantileOf(wide, 0.5)).toBeCloseTo(1, 10)
    expect(tailsOf(wide, 1).lower).toBeCloseTo(0.5, 14)
    expect(tailsOf(wide, 1e150).lower).toBeCloseTo(0.75, 14)
  })

  it('of whole numbers are cut off at both bounds, which belong to what is left', () => {
    // P(1), P(2), P(3) of Poisson with mean 2: in proportion 2, 2, 4/3
    const of: Distribution = { kind: 'poisson', mean: 2 }
    const cut: Distribution = { kind: 'truncated', of, low: 0.5, high: 3 }
    expect(massWithin(of, 1, 3)).toBeCloseTo((2 + 2 + 4 / 3) * Math.exp(-2), 14)
    expect([0.01, 0.37, 0.38, 0.74, 0.76, 0.99].map((p) => quantileOf(cut, p))).toEqual([1, 1, 2, 2, 3, 3])
    expect(tailsOf(cut, 2).lower).toBeCloseTo(0.75, 14)
    expect(tailsOf(cut, 2).upper).toBeCloseTo(0.25, 14)
    expect(momentsOf(cut).mean).toBeCloseTo((2 + 4 + 4) / (2 + 2 + 4 / 3), 3)
  })
})

describe('momentsOf', () => {
  it('has the closed forms of the others', () => {
    const of = (distribution: Distribution) => {
      const { mean, variance } = momentsOf(distribution)
      return [mean, variance].map((value) => Number(value.toPrecision(12)))
    }
    // SciPy 1.17.1: lognorm(0.6, scale=2), triang(0.25, 2, 8), beta(2, 3), gamma(2.5, scale=4); the others by hand
    expect(of({ kind: 'normal', mean: 1, sd: 3 })).toEqual([1, 9])
    expect(of({ kind: 'lognormal', median: 2, sigma: 0.6 })).toEqual([2.39443472624, 2.48441518433])
    expect(of({ kind: 'triangular', low: 2, mode: 4, high: 10 })).toEqual([5.33333333333, 2.88888888889])
    expect(of({ kind: 'uniform', low: 2, high: 4 })).toEqual([3, 0.333333333333])
    expect(of({ kind: 'beta', alpha: 2, beta: 3, low: 0, high: 1 })).toEqual([0.4, 0.04])
    expect(of({ kind: 'pert', low: 0, mode: 1, high: 2, weight: 4 })).toEqual([1, 0.142857142857])
    expect(of({ kind: 'gamma', shape: 2.5, scale: 4 })).toEqual([10, 40])
    expect(of({ kind: 'discrete', values: [1, 3], odds: [0.25, 0.75] })).toEqual([2.5, 0.75])
    expect(of({ kind: 'empirical', values: [1, 2, 3] })).toEqual([2, 0.666666666667])
    expect(of({ kind: 'fixed', value: 7 })).toEqual([7, 0])
    // half of it uniform on 0-1, half on 1-3: means 0.5 and 2
    expect(of({ kind: 'quantiles', values: [0, 1, 3] })).toEqual([1.25, 0.770833333333])
    // a normal cut off at its mean: 1 + 2 phi(0) / Phi(0), 4 (1 - 2 / pi), as its slices have it
    const half = momentsOf({ kind: 'truncated', of: { kind: 'normal', mean: 1, sd: 2 }, low: 1, high: 100 })
    expect(half.mean).toBeCloseTo(1 + 4 / Math.sqrt(2 * Math.PI), 4)
    expect(half.variance).toBeCloseTo(4 * (1 - 2 / Math.PI), 3)
  })
})
