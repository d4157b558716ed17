/** Weights and draws by what was observed, beside the posterior of a normal mean, which is known exactly. */
import { describe, expect, it } from 'vitest'
import {
  areEnough,
  placeAmong,
  takeByWeight,
  weightsOf,
} from '../../src/analysis/weighed/observed-futures.js'
import { normalQuantile } from '../../src/math/normal-quantile.js'
import { quantileOfSorted } from '../../src/math/quantile.js'
import type { Observation } from '../../src/results/observation.js'
import { createStream } from '../../src/sampling/stream.js'

const observed = (value: number, error: number): Observation => ({
  indicator: 'share',
  place: 'T',
  year: 2021,
  value,
  error,
  source: 'a test',
})
const normals = (name: string, count: number) =>
  Float64Array.from({ length: count }, (_, k) => normalQuantile(createStream(3, name)(k)))

describe('weightsOf', () => {
  // a mean with the prior N(0, 1), observed as 1 with the error 0.5: N(0.8, 0.2)
  it('gives the posterior of a normal mean: mean 0.8, variance 0.2', () => {
    const values = normals('prior', 20_000)
    const { weights, khat, effectiveDraws } = weightsOf(
      [{ observation: observed(1, 0.5), values }],
      values.length,
    )
    const mean = weights.reduce((sum, weight, k) => sum + weight * values[k], 0)
    const variance = weights.reduce((sum, weight, k) => sum + weight * (values[k] - mean) ** 2, 0)
    expect(mean).toBeCloseTo(0.8, 1)
    expect(variance).toBeCloseTo(0.2, 1)
    expect(khat).toBeLessThan(0.7)
    expect(effectiveDraws).toBeGreaterThan(5000)
  })

  it('adds up what independent observations say', () => {
    const values = normals('two', 20_000)
    // twice with the error 0.5 is once with the error 0.5 / sqrt(2)
    const twice = weightsOf(
      [observed(1, 0.5), observed(1, 0.5)].map((observation) => ({ observation, values })),
      values.length,
    )
    const once = weightsOf([{ observation: observed(1, Math.SQRT1_2 / 2), values }], values.length)
    for (let k = 0; k < 100; k++) expect(twice.weights[k]).toBeCloseTo(once.weights[k], 9)
  })

  it('gives no weight to a draw without a number', () => {
    const values = normals('missing', 1000)
    values[7] = Number.NaN
    const { weights } = weightsOf([{ observation: observed(0, 1), values }], 1000)
    expect(weights[7]).toBe(0)
  })

  it('carries no odds where the draws lie far off', () => {
    const values = normals('far', 10_000)
    expect(areEnough(weightsOf([{ observation: observed(6, 0.1), values }], 10_000))).toBe(false)
    expect(placeAmong({ observation: observed(6, 0.1), values })).toMatchObject({
      below: 1,
      near: 0,
      draws: 10_000,
    })
  })
})

describe('takeByWeight', () => {
  it('takes each draw the whole number below or above its weight, and no other', () => {
    const weights = normals('weights', 500).map((x) => x * x)
    const sum = weights.reduce((all, one) => all + one, 0)
    const shares = weights.map((one) => one / sum)
    const taken = takeByWeight(shares, 3000, 9)
    const counts = new Float64Array(500)
    for (const draw of taken) counts[draw]++
    for (let draw = 0; draw < 500; draw++)
      expect(Math.abs(counts[draw] - 3000 * shares[draw])).toBeLessThan(1)
    expect([...takeByWeight(shares, 3000, 9)]).toEqual([...taken])
  })

  it('orders them by chance, so that the first half is a sample too', () => {
    const values = normals('order', 4000)
    const { weights } = weightsOf([{ observation: observed(1, 0.5), values }], 4000)
    const half = [...takeByWeight(weights, 4000, 1)].slice(0, 2000).map((draw) => values[draw])
    expect(half.reduce((sum, one) => sum + one, 0) / 2000).toBeCloseTo(0.8, 1)
  })
})

// Talts and others (2018): truths drawn from the prior, each observed with its error, fall into 80 % bands 80 times in 100
it('holds 80 of 100 simulated truths in its 80 % bands, which are narrower than those before', () => {
  const values = normals('truths', 4000)
  const errors = normals('errors', 4000)
  let [within, narrower] = [0, 0]
  const truths = 500
  for (let truth = 0; truth < truths; truth++) {
    const others = values.filter((_, draw) => draw !== truth)
    const seen = observed(values[truth] + 0.6 * errors[truth], 0.6)
    const { weights } = weightsOf([{ observation: seen, values: others }], others.length)
    const drawn = Float64Array.from(takeByWeight(weights, 2000, truth), (draw) => others[draw]).sort()
    const [low, high] = [quantileOfSorted(drawn, 0.1), quantileOfSorted(drawn, 0.9)]
    if (values[truth] >= low && values[truth] <= high) within++
    if (high - low < 2 * 1.2816) narrower++
  }
  expect(Math.abs(within / truths - 0.8)).toBeLessThan(0.04)
  expect(narrower).toBe(truths)
})
