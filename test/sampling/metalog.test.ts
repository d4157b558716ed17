/** Against Keelin (2016), The metalog distributions: closed forms and limits; quantiles and moments are in families.test.ts. */
import { describe, expect, it } from 'vitest'
import type { Distribution } from '../../src/sampling/distribution.js'
import { fallOf, termsThatRise } from '../../src/sampling/families/metalog.js'
import { metalogFault } from '../../src/sampling/families/metalog-fault.js'
import { momentsOf } from '../../src/sampling/moments.js'
import { quantileOf } from '../../src/sampling/quantiles.js'
import { tailsOf } from '../../src/sampling/tails.js'

type Metalog = Extract<Distribution, { kind: 'metalog' }>
const through = (
  probabilities: readonly number[],
  values: readonly number[],
  more: Partial<Metalog> = {},
): Metalog => ({
  kind: 'metalog',
  probabilities,
  values,
  ...more,
})
const logit = (p: number) => Math.log(p / (1 - p))

describe('a metalog distribution through three quantiles', () => {
  it("rises where a3 / a2 is below 1.66711, Keelin's limit, and falls beyond", () => {
    const of = (ratio: number) => {
      const at = (p: number) => logit(p) + ratio * (p - 0.5) * logit(p)
      return through([0.1, 0.5, 0.9], [0.1, 0.5, 0.9].map(at))
    }
    expect([1.667, -1.667].map((ratio) => fallOf(of(ratio)))).toEqual([undefined, undefined])
    for (const ratio of [1.6673, -1.6673]) expect(fallOf(of(ratio))?.length).toBe(2)
  })
  it('has the closed form of three quantiles in the same distance from the ends', () => {
    // a1 = q50, a2 = (q90 - q10) / 2 ln 9, a3 = (1 - 2 r)(q90 - q10) / 0.8 ln 9, r = (q50 - q10) / (q90 - q10)
    const [low, middle, high] = [10, 17, 30]
    const [a2, a3] = [20 / 2 / Math.log(9), ((1 - 2 * 0.35) * 20) / 0.8 / Math.log(9)]
    for (const p of [0.02, 0.3, 0.77])
      expect(quantileOf(through([0.1, 0.5, 0.9], [low, middle, high]), p)).toBeCloseTo(
        middle + a2 * logit(p) + a3 * (p - 0.5) * logit(p),
        10,
      )
  })
  it('is logistic where the quantiles lie alike to both sides', () => {
    const scale = 1 / Math.log(9)
    for (const p of [1e-9, 0.2, 0.999])
      expect(quantileOf(through([0.1, 0.5, 0.9], [1, 2, 3]), p)).toBeCloseTo(2 + scale * logit(p), 9)
  })
  it('is uniform where they lie on a line of p', () => {
    const even = through([0.1, 0.4, 0.6, 0.9], [1, 4, 6, 9])
    expect(fallOf(even)).toBeUndefined()
    expect(quantileOf(even, 0.25)).toBeCloseTo(2.5, 12)
    expect(momentsOf(even).variance).toBeCloseTo(100 / 12, 10)
  })
  it('has no mean where the tail beyond the one bound is too heavy', () => {
    // log-logistic of shape 1 / s: a mean for s below 1, a variance below a half
    const of = (s: number) =>
      momentsOf(
        through(
          [0.1, 0.5, 0.9],
          [0.1, 0.5, 0.9].map((p) => Math.exp(s * logit(p))),
          { low: 0 },
        ),
      )
    expect(of(1.2)).toEqual({ mean: Number.POSITIVE_INFINITY, variance: Number.NaN })
    expect(of(0.7).variance).toBe(Number.POSITIVE_INFINITY)
    // (pi s) / sin(pi s)
    expect(of(0.25).mean).toBeCloseTo(Math.PI / 4 / Math.sin(Math.PI / 4), 9)
  })
  it('keeps the digits of tails that are cut off far out', () => {
    const one = through([0.1, 0.5, 0.9], [1, 2, 3])
    expect(tailsOf(one, 2 + 60 / Math.log(9)).upper / Math.exp(-60)).toBeCloseTo(1, 9)
  })
})

describe('what is no metalog distribution', () => {
  it.each([
    [through([0.1, 0.5], [1, 2]), 'probabilities', 'as many probabilities as values, 3 to 10'],
    [through([0.1, 0.5, 0.5], [1, 2, 3]), 'probabilities', 'shares above 0 and below 1 that rise'],
    [through([0.1, 0.5, 0.9], [1, 3, 2]), 'values', 'values that rise with their probabilities'],
    [through([0.1, 0.5, 0.9], [1, 2, 3], { low: 1 }), 'values', 'values above low and below high'],
    [through([0.1, 0.5, 0.9], [1, 2, 3], { low: 5, high: 1 }), 'low', 'low below high'],
    [through([0.1, 0.5, 0.9], [1, 2, 3], { terms: 4 }), 'terms', '2 to 3 terms'],
    [through([0.1, 0.5, 0.9], [1, 2, 9]), 'values', 'quantiles through which it rises all the way'],
  ])('is said: %o', (distribution, field, expected) => {
    expect(metalogFault(distribution)).toMatchObject({ field, expected })
  })
  it('comes with the terms that would do, which leave the quantiles', () => {
    const steep = through([0.1, 0.5, 0.9], [1, 2, 9])
    expect(termsThatRise(steep)).toBe(2)
    expect(metalogFault({ ...steep, terms: 2 })).toBeUndefined()
    expect(metalogFault({ ...steep, low: 0 })).toBeUndefined()
  })
})
