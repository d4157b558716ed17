/** Discrepancy, sensitivity by derivatives, and pairs of factorial designs, against printed and closed answers. */
import { describe, expect, it } from 'vitest'
import { dgsm } from '../../../src/analysis/samples/dgsm.js'
import { centredDiscrepancy } from '../../../src/analysis/samples/discrepancy.js'
import { sample } from '../../../src/analysis/samples/sample.js'
import { interactionEffects } from '../../../src/analysis/sensitivity/interaction-effects.js'
import type { LevelDesign } from '../../../src/sampling/design.js'

describe('centredDiscrepancy', () => {
  it('tells two designs of six points apart, as printed', () => {
    // reference of scipy.stats.qmc.discrepancy (SciPy 1.17.1); 0.0081 and 0.0105 in Fang, Li & Sudjianto (2006)
    const scaled = (values: number[]) => values.map((value) => (value - 0.5) / 6)
    const first = [1, 2, 3, 4, 5, 6]
    expect(centredDiscrepancy([scaled(first), scaled([3, 6, 2, 5, 1, 4])])).toBeCloseTo(
      0.008142039609053464,
      15,
    )
    expect(centredDiscrepancy([scaled(first), scaled([5, 4, 3, 2, 1, 6])])).toBeCloseTo(
      0.010456854423869011,
      15,
    )
  })

  it("is smaller of Sobol' points than of chance", () => {
    const unit = { kind: 'uniform', low: 0, high: 1 } as const
    const [even, chance] = (['sobol', 'random'] as const).map((kind) => {
      const { columns } = sample(kind, { x: unit, y: unit, z: unit }, { N: 128 })
      return centredDiscrepancy(Object.values(columns))
    })
    expect(even).toBeLessThan(chance / 5)
  })
})

describe('a size beside the powers of two', () => {
  it('makes a mean less exact than the power of two below it, as docs/method.md has it', () => {
    const unit = { kind: 'uniform', low: 0, high: 1 } as const
    const inputs = { a: unit, b: unit, c: unit, d: unit, e: unit, f: unit }
    const errorOf = (N: number) => {
      const squares = Array.from({ length: 40 }, (_, seed) => {
        const rows = sample('sobol', inputs, { N, seed })
        const values = rows.evaluate((point) =>
          rows.names.reduce((product, name, k) => product * (1 + (point[name] - 0.5) / (k + 1)), 1),
        )
        // its mean is 1
        return (values.reduce((sum, value) => sum + value, 0) / N - 1) ** 2
      })
      return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length)
    }
    expect(errorOf(300)).toBeGreaterThan(3 * errorOf(256))
  })
})

describe('dgsm', () => {
  const angle = { kind: 'uniform', low: -Math.PI, high: Math.PI } as const
  type Point = { readonly x1: number; readonly x2: number; readonly x3: number }
  const ishigami = ({ x1, x2, x3 }: Point) =>
    Math.sin(x1) + 7 * Math.sin(x2) ** 2 + 0.1 * x3 ** 4 * Math.sin(x1)

  it("has the closed form of Ishigami's function, and bounds its total indices", () => {
    const { nu, bound, draws } = dgsm(ishigami, { x1: angle, x2: angle, x3: angle }, { N: 4096 })
    expect(draws).toBe(4096 * 7)
    // E cos^2 E(1 + x^4 / 10)^2, 49 E sin^2(2x), E(0.4 x^3)^2 E sin^2
    const { PI } = Math
    const exact = [(1 + PI ** 4 / 25 + PI ** 8 / 900) / 2, 24.5, (0.08 * PI ** 6) / 7]
    expect(
      [nu.x1.value / exact[0], nu.x2.value / exact[1], nu.x3.value / exact[2]].map(
        (ratio) => Math.abs(ratio - 1) < 0.01,
      ),
    ).toEqual([true, true, true])
    // 0.5576, 0.4424, 0.2437: closed form of the total indices
    expect([bound.x1 > 0.5576, bound.x2 > 0.4424, bound.x3 > 0.2437]).toEqual([true, true, true])
  })

  it('is the total index itself for a straight line through normal inputs', () => {
    const inputs = { a: { kind: 'normal', mean: 1, sd: 2 }, b: { kind: 'normal', mean: 0, sd: 1 } } as const
    const { nu, bound } = dgsm(({ a, b }) => 3 * a - b, inputs, { N: 1024 })
    expect([nu.a.value, nu.b.value].map((value) => Number(value.toFixed(9)))).toEqual([9, 1])
    // 36 and 1 of 37, to what a sample of 1,024 has of the variance
    expect(bound.a).toBeCloseTo(36 / 37, 2)
    expect(dgsm(({ a }) => a, { a: { kind: 'gumbel', location: 0, scale: 1 } }, { N: 8 }).bound.a).toBeNaN()
  })
})

describe('interactionEffects', () => {
  const factors = (...names: string[]) => names.map((name) => ({ name, members: [name], dimensions: [name] }))

  it('has the printed effect of a chemical process', () => {
    // Montgomery (2013), Design and Analysis of Experiments, example 6.1: totals of three runs 80, 100, 60, 90; AB = 1.67
    const design: LevelDesign = { kind: 'factorial', at: [0.1, 0.9], factors: factors('A', 'B') }
    const means = Float64Array.from([80, 100, 60, 90], (total) => total / 3)
    const [{ names, effect, with: alike }] = interactionEffects(design, means)
    expect([names, Number(effect.toFixed(2)), alike]).toEqual([['A', 'B'], 1.67, []])
  })

  it('has the printed pairs of a filtration rate, largest first', () => {
    // the same, example 6.2: AC = -18.125, AD = 16.625; BD = -0.375, CD = -1.125, AB = 0.125, BC = 2.375
    const design: LevelDesign = { kind: 'factorial', at: [0.1, 0.9], factors: factors('A', 'B', 'C', 'D') }
    const rates = [45, 71, 48, 65, 68, 60, 80, 65, 43, 100, 45, 104, 75, 86, 70, 96]
    const found = interactionEffects(design, Float64Array.from(rates))
    expect(found.map(({ names, effect }) => [names.join(''), effect])).toEqual([
      ['AC', -18.125],
      ['AD', 16.625],
      ['BC', 2.375],
      ['CD', -1.125],
      ['BD', -0.375],
      ['AB', 0.125],
    ])
  })

  it('names the pairs that a fraction cannot tell apart', () => {
    // resolution 4, four factors in eight draws: each pair has the number of the one of the two others
    const design: LevelDesign = {
      kind: 'fractional_factorial',
      resolution: 4,
      at: [0.1, 0.9],
      factors: factors('A', 'B', 'C', 'D'),
    }
    for (const { names, with: alike } of interactionEffects(
      design,
      new Float64Array(8).map((_, k) => k),
    )) {
      expect(alike).toHaveLength(1)
      expect([...names, ...alike[0]].sort()).toEqual(['A', 'B', 'C', 'D'])
    }
  })
})
