import { describe, expect, it } from 'vitest'
import { fitGeneralisedPareto, paretoSmoothed } from '../../src/math/pareto-smoothing.js'
import { createStream } from '../../src/sampling/stream.js'

const uniform = (name: string, count: number) =>
  Float64Array.from({ length: count }, (_, k) => createStream(1, name)(k))

describe('paretoSmoothed', () => {
  // Vehtari and others (2024): draws of Exp(1) weighed for Exp(rate) have ratios with a Pareto tail of shape 1 - rate
  it.each([0.8, 0.5, 0.3])('finds the shape 1 - %d of ratios of exponentials', (rate) => {
    const draws = uniform(`exponential ${rate}`, 20_000).map((u) => -Math.log(u))
    const { khat } = paretoSmoothed(draws.map((x) => Math.log(rate) + (1 - rate) * x))
    // the shape of a tail of n is known to (1 + shape) / sqrt(n); here n = 3 sqrt(20,000) = 424
    expect(Math.abs(khat - (1 - rate))).toBeLessThan((3 * (2 - rate)) / Math.sqrt(424))
  })

  it('keeps a mean that plain weights of heavy tails miss: that of Exp(0.5) is 2', () => {
    const draws = uniform('mean', 20_000).map((u) => -Math.log(u))
    const { weights } = paretoSmoothed(draws.map((x) => x / 2))
    const mean = weights.reduce((sum, weight, k) => sum + weight * draws[k], 0)
    expect(Math.abs(mean - 2)).toBeLessThan(0.15)
  })

  it('gives equal weights where all draws are as likely, and says that each counts', () => {
    const { weights, effectiveDraws, khat } = paretoSmoothed(new Float64Array(400).fill(-7))
    expect([...new Set(weights)]).toEqual([1 / 400])
    expect(effectiveDraws).toBeCloseTo(400, 9)
    expect(khat).toBe(Number.NEGATIVE_INFINITY)
  })

  it('gives weights that add up to one, whatever is added to every logarithm', () => {
    const logs = uniform('shift', 1000).map((u) => -30 * u * u)
    const [one, other] = [paretoSmoothed(logs), paretoSmoothed(logs.map((log) => log + 512))]
    expect(one.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12)
    for (let k = 0; k < 1000; k++) expect(other.weights[k]).toBeCloseTo(one.weights[k], 12)
  })

  it('says that nothing is known where no draw can be, or too few to tell a tail', () => {
    const none = paretoSmoothed(new Float64Array(100).fill(Number.NEGATIVE_INFINITY))
    expect([none.khat, none.effectiveDraws]).toEqual([Number.POSITIVE_INFINITY, 0])
    expect(paretoSmoothed(Float64Array.of(0, -1, -2)).khat).toBe(Number.POSITIVE_INFINITY)
    // one draw of a hundred is left: its weight is all there is
    const one = new Float64Array(100).fill(Number.NEGATIVE_INFINITY)
    one[3] = 0
    expect(paretoSmoothed(one)).toMatchObject({ khat: Number.POSITIVE_INFINITY, effectiveDraws: 1 })
  })
})

describe('fitGeneralisedPareto', () => {
  // values at the middles of equal shares of a distribution with known shape and scale
  it.each([
    [0.4, 2],
    [-0.3, 1],
  ])('finds shape %d and scale %d, but for what the prior draws towards a half', (shape, scale) => {
    const count = 2000
    const values = Float64Array.from(
      { length: count },
      (_, k) => (scale * ((1 - (k + 0.5) / count) ** -shape - 1)) / shape,
    )
    const fit = fitGeneralisedPareto(values)
    expect(fit.shape).toBeCloseTo((count * shape + 5) / (count + 10), 1)
    expect(fit.scale / scale).toBeCloseTo(1, 1)
  })
})
