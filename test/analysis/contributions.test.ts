import { describe, expect, it } from 'vitest'
import { contributionsTo, rankInputs } from '../../src/analysis/contributions.js'
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
    contributionsTo(rankInputs(named('a', 'b'), inputs), outcome).map(({ uncertainty, share }) => [
      uncertainty,
      share,
    ]),
  )

/** Spearman's correlation of two normals from Pearson's (Kruskal 1958). */
const spearman = (r: number) => (6 / Math.PI) * Math.asin(r / 2)

/** Product measures of y = 2a + b by ranks: coefficients of the ranks times their correlations with y. */
function closedForm(pearson: number): { a: number; b: number } {
  const sd = Math.sqrt(5 + 4 * pearson)
  const [ya, yb, ab] = [(2 + pearson) / sd, (2 * pearson + 1) / sd, pearson].map(spearman)
  const determinant = 1 - ab * ab
  return { a: ((ya - ab * yb) / determinant) * ya, b: ((yb - ab * ya) / determinant) * yb }
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

  it('are unchanged by any rising function of the outcome', () => {
    const [a, b] = drawn(1000, 0)
    const y = a.map((value, draw) => 2 * value + b[draw])
    expect(sharesOf([a, b], y.map(Math.exp))).toEqual(sharesOf([a, b], y))
  })

  it('are all with the only thing that matters, up or down', () => {
    const [a, b] = drawn(1000, 0)
    expect(
      sharesOf(
        [a, b],
        a.map((value) => -(value ** 3)),
      ).a,
    ).toBeCloseTo(1, 6)
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
