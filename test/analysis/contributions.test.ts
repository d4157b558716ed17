import { describe, expect, it } from 'vitest'
import { contributionsTo, prepareInputs } from '../../src/analysis/contributions.js'
import { normalCumulative } from '../../src/math/normal-distribution.js'
import { createSampler } from '../../src/sampling/sampler.js'

const named = (...names: string[]) => names.map((name) => ({ name, title: { en: name, zh: name } }))
const NORMAL = { kind: 'normal', mean: 0, sd: 1 } as const

/** Standard normal a and b, of some rank correlation, over a Latin hypercube. */
function drawn(draws: number, rank: number): Float64Array[] {
  const sampler = createSampler({
    uncertainties: named('a', 'b').map(({ name }) => ({ name, distribution: NORMAL })),
    correlations: rank === 0 ? [] : [{ between: ['a', 'b'], rank }],
    seed: 11,
    design: 'latin_hypercube',
    draws,
  })
  const columns = [new Float64Array(draws), new Float64Array(draws)]
  const inputs = new Float64Array(2)
  for (let draw = 0; draw < draws; draw++) {
    sampler.fill(draw, inputs)
    columns.forEach((column, index) => {
      column[draw] = inputs[index]
    })
  }
  return columns
}

const sharesOf = (inputs: Float64Array[], outcome: Float64Array) =>
  Object.fromEntries(
    contributionsTo(prepareInputs(named('a', 'b'), inputs), outcome).map(({ uncertainty, share }) => [
      uncertainty,
      share,
    ]),
  )

/** Spearman's correlation of two normals from Pearson's (Kruskal 1958). */
const spearman = (r: number) => (6 / Math.PI) * Math.asin(r / 2)

/**
 * Shapley effects of y = 2a + b for normals of this correlation.
 * Source: Iooss & Prieur (2019), Int. J. Uncertain. Quantif. 9, 493-514, section 4.1.
 */
function closedForm(rho: number): { a: number; b: number } {
  const variance = 5 + 4 * rho
  const [own, other] = [1 - rho ** 2 / 2, rho ** 2 / 2]
  return { a: (4 * own + 2 * rho + other) / variance, b: (own + 2 * rho + 4 * other) / variance }
}

describe('contributions to y = 2a + b', () => {
  it.each([0, 0.3, 0.6])('are those of the closed form at a correlation of %d', (pearson) => {
    const [a, b] = drawn(10_000, spearman(pearson))
    const y = a.map((value, draw) => 2 * value + b[draw])
    const expected = closedForm(pearson)
    const { a: ofA, b: ofB, other } = sharesOf([a, b], y)
    expect(ofA).toBeCloseTo(expected.a, 1.7)
    expect(ofB).toBeCloseTo(expected.b, 1.7)
    expect(ofA + ofB + other).toBeCloseTo(1, 12)
  })

  it('add up to 1 where the outcome is a sum, with nothing left over', () => {
    const [a, b] = drawn(1000, spearman(0.6))
    const { other } = sharesOf(
      [a, b],
      a.map((value, draw) => 2 * value + b[draw]),
    )
    expect(other).toBeCloseTo(0, 12)
  })

  it('are all with the only thing that matters, up or down', () => {
    const [a, b] = drawn(1000, 0)
    expect(
      sharesOf(
        [a, b],
        a.map((value) => -(value ** 3)),
      ).a,
    ).toBeGreaterThan(0.95)
  })

  it('leave out draws without a number', () => {
    const [a, b] = drawn(1000, 0)
    const y = a.map((value, draw) => (draw < 100 ? Number.NaN : 2 * value + b[draw]))
    const rest = [a, b, y].map((column) => column.slice(100))
    expect(sharesOf([a, b], y)).toEqual(sharesOf(rest.slice(0, 2), rest[2]))
  })

  it('are not told where nothing varies, or draws are fewer than ten an uncertainty', () => {
    const [a, b] = drawn(1000, 0)
    expect(sharesOf([a, b], new Float64Array(1000).fill(3))).toEqual({})
    const few = [a, b].map((column) => column.slice(0, 19))
    expect(sharesOf(few, few[0])).toEqual({})
    const enough = [a, b].map((column) => column.slice(0, 20))
    expect(sharesOf(enough, enough[0]).a).toBeGreaterThan(0.9)
  })

  it('are not told where two uncertainties move as one', () => {
    const [a] = drawn(1000, 0)
    expect(sharesOf([a, a.map((value) => value * 2)], a)).toEqual({})
  })

  it('leave out an uncertainty that does not vary', () => {
    const [a] = drawn(1000, 0)
    expect(Object.keys(sharesOf([a, new Float64Array(1000).fill(1)], a))).toEqual(['a', 'other'])
  })
})

/** Two inputs, uniform on 0-1, by a Latin hypercube; the second as a switch of 0 or 1. */
function switchAndX(draws: number): { x: Float64Array; on: Float64Array } {
  const [a, b] = drawn(draws, 0)
  return { x: a.map(normalCumulative), on: b.map((value) => (value > 0 ? 1 : 0)) }
}

describe('contributions are shares of the variance of values, and not of ranks', () => {
  const { x, on } = switchAndX(10_000)
  const shares = (outcome: Float64Array) => {
    const found = contributionsTo(prepareInputs(named('x', 'on'), [x, on]), outcome)
    return Object.fromEntries(found.map(({ uncertainty, share }) => [uncertainty, share]))
  }

  it('of 10 on + x: 25 of the switch, 1/12 of x', () => {
    const found = shares(x.map((value, draw) => 10 * on[draw] + value))
    // chance correlation of the two in 10,000 draws moves a share by some 0.002
    expect(Math.abs(found['on'] - 25 / (25 + 1 / 12))).toBeLessThan(0.003)
    expect(found['x'] ?? 0).toBeLessThan(0.006)
  })

  it('of 1000 max(0, x - 0.99) + on: the tail of x has 57 %, the switch 43 %', () => {
    // variance of 1000 max(0, x - 0.99): mean of squares 10^6 0.01^3 / 3, mean 0.05
    const tail = 1 / 3 - 0.05 ** 2
    const found = shares(x.map((value, draw) => 1000 * Math.max(0, value - 0.99) + on[draw]))
    expect(Math.abs(found['x'] - tail / (tail + 0.25))).toBeLessThan(0.03)
    expect(Math.abs(found['on'] - 0.25 / (tail + 0.25))).toBeLessThan(0.03)
  })

  it('are not told of rounding: 0.1 + x - x + 0.2 is the same in every draw', () => {
    expect(shares(x.map((value) => 0.1 + value - value + 0.2))).toEqual({})
  })
})
