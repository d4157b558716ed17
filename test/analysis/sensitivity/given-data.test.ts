import { describe, expect, it } from 'vitest'
import { convergenceOf } from '../../../src/analysis/sensitivity/convergence.js'
import { delta } from '../../../src/analysis/sensitivity/delta.js'
import { certain, type Input } from '../../../src/analysis/sensitivity/estimate.js'
import { failedDraws } from '../../../src/analysis/sensitivity/failed-draws.js'
import { pawn } from '../../../src/analysis/sensitivity/pawn.js'
import { rbdFast } from '../../../src/analysis/sensitivity/rbd-fast.js'
import { regionalSensitivity } from '../../../src/analysis/sensitivity/regional.js'
import { carriedByLines, regression } from '../../../src/analysis/sensitivity/regression.js'
import { shapleyEffects } from '../../../src/analysis/sensitivity/shapley-effects.js'
import { clustersOf, shapleyOfLines } from '../../../src/analysis/sensitivity/shapley-of-lines.js'
import { fromDraws, type Statistic } from '../../../src/analysis/sensitivity/statistic.js'
import { normalQuantile } from '../../../src/math/normal-quantile.js'
import { ISHIGAMI, LINEAR, outcomeOf, sampleOf } from './functions.js'

const sample = (draws: number, seed = 1) => {
  const inputs = sampleOf(ISHIGAMI.names, 'random', seed, draws)
  return { inputs, outcome: outcomeOf(ISHIGAMI.of, inputs) }
}
const values = (statistic: Statistic, inputs: readonly Input[], outcome: Float64Array, measure: string) => [
  ...statistic(inputs.map((input) => input.values))(outcome)[measure],
]
/** Standard normal inputs, the second correlated with the first. */
const normals = (names: readonly string[], draws: number, correlation = 0, seed = 1): Input[] => {
  const inputs = sampleOf(names, 'random', seed, draws).map(({ name, values: own }) => ({
    name,
    values: own.map(normalQuantile),
  }))
  const [one, two] = inputs
  two.values.set(
    two.values.map((value, k) => correlation * one.values[k] + Math.sqrt(1 - correlation ** 2) * value),
  )
  return inputs
}

describe('on the same 2,000 draws of Ishigami', () => {
  const { inputs, outcome } = sample(2000)
  it('PAWN is what SALib 1.6 gives, to its last digit', () => {
    expect(values(pawn, inputs, outcome, 'median').map((value) => value.toFixed(5))).toEqual([
      '0.25225',
      '0.38775',
      '0.08825',
    ])
    expect(values(pawn, inputs, outcome, 'most').map((value) => value.toFixed(4))).toEqual([
      '0.2840',
      '0.5335',
      '0.2440',
    ])
  })
  it('RBD-FAST is what SALib 1.6 gives', () => {
    expect(values(rbdFast, inputs, outcome, 'first').map((value) => value.toFixed(5))).toEqual([
      '0.29332',
      '0.46928',
      '0.00716',
    ])
  })
  it('delta lies near what SALib 1.6 gives (0.223, 0.333, 0.157), whose kernels have other widths', () => {
    const found = values(delta, inputs, outcome, 'delta')
    for (const [k, other] of [0.223, 0.333, 0.157].entries())
      expect(Math.abs(found[k] - other)).toBeLessThan(0.03)
  })
})

describe('indices with intervals', () => {
  it.each([
    ['RBD-FAST of Ishigami', rbdFast, 'first', ISHIGAMI.names, ISHIGAMI.of, ISHIGAMI.first, 0],
    [
      'standardised slopes of a sum',
      regression,
      'src',
      LINEAR.names,
      LINEAR.of,
      LINEAR.first.map(Math.sqrt),
      0,
    ],
    [
      'Shapley effects of lines of a sum',
      shapleyOfLines,
      'shapley',
      LINEAR.names,
      LINEAR.of,
      LINEAR.first,
      0,
    ],
  ] as const)(
    '%s hold the truth in about 95 of 100 cases, and narrow with the root of the draws',
    (_, statistic, measure, names, of, truth, off) => {
      let [held, cases] = [0, 0]
      const width = new Map<number, number>()
      for (const draws of [500, 2000]) {
        for (let seed = 0; seed < 20; seed++) {
          const inputs = sampleOf(names, 'random', seed, draws)
          const { indices } = fromDraws(statistic, inputs, outcomeOf(of, inputs))
          indices.forEach(({ measures }, k) => {
            const { low, high } = measures[measure]
            width.set(draws, (width.get(draws) ?? 0) + high - low)
            if (low - off <= truth[k] && truth[k] <= high + off) held += 1
            cases += 1
          })
        }
      }
      expect(held / cases).toBeGreaterThan(0.9)
      expect(width.get(500)! / width.get(2000)!).toBeGreaterThan(1.6)
      expect(width.get(500)! / width.get(2000)!).toBeLessThan(3)
    },
  )
  it('tell inputs from dummies: the noise floor lies above what has no effect, and below what has', () => {
    const inputs = sampleOf([...LINEAR.names], 'random', 3, 2000)
    const outcome = outcomeOf(LINEAR.of, inputs)
    for (const [statistic, measure] of [
      [rbdFast, 'first'],
      [pawn, 'median'],
      [delta, 'delta'],
    ] as const) {
      const { indices, floor } = fromDraws(statistic, inputs, outcome)
      const [a, b, , d] = indices.map(({ measures }) => measures[measure].value)
      expect(d).toBeLessThan(1.2 * floor[measure])
      expect(Math.min(a, b)).toBeGreaterThan(1.5 * floor[measure])
    }
  })
  it('leave out failed draws, and say how many', () => {
    const { inputs, outcome } = sample(1000)
    const some = outcome.map((value, draw) => (draw < 20 ? Number.NaN : value))
    const found = fromDraws(rbdFast, inputs, some)
    expect([found.draws, found.failed]).toEqual([980, 20])
    expect(found.indices.every(({ measures }) => Number.isFinite(measures['first'].value))).toBe(true)
  })
})

describe('delta', () => {
  it('is near its exact value where the outcome is 2x + y of normals: 0.505 and 0.160', () => {
    // by quadrature of half the area between N(0, 5) and N(bx, rest), averaged over x
    const inputs = normals(['x', 'y', 'z'], 8000)
    const outcome = outcomeOf(([x, y]) => 2 * x + y, inputs)
    const [x, y, z] = values(delta, inputs, outcome, 'delta')
    expect(Math.abs(x - 0.505)).toBeLessThan(0.06)
    expect(Math.abs(y - 0.16)).toBeLessThan(0.02)
    expect(z).toBeLessThan(0.05)
  })
})

describe('a linear model with correlated inputs', () => {
  const [rho, b1, b2] = [0.8, 1, 2]
  const inputs = normals(['x1', 'x2', 'x3'], 4000, rho)
  const outcome = outcomeOf(([x1, x2, x3]) => b1 * x1 + b2 * x2 + x3, inputs)
  const variance = b1 ** 2 + b2 ** 2 + 2 * rho * b1 * b2 + 1
  // Source: Iooss & Prieur (2019), Int. J. Uncertain. Quantif. 9, 493-514, section 4.1
  const shapley = [
    (b1 ** 2 * (1 - rho ** 2 / 2) + rho * b1 * b2 + (b2 ** 2 * rho ** 2) / 2) / variance,
    (b2 ** 2 * (1 - rho ** 2 / 2) + rho * b1 * b2 + (b1 ** 2 * rho ** 2) / 2) / variance,
    1 / variance,
  ]
  it.each([
    ['lines', shapleyOfLines, 0.02],
    ['nearest neighbours', shapleyEffects, 0.04],
  ] as const)('has its exact Shapley effects, by %s', (_, statistic, off) => {
    const found = values(statistic, inputs, outcome, 'shapley')
    found.forEach((value, k) => {
      expect(Math.abs(value - shapley[k])).toBeLessThan(off)
    })
    expect(found.reduce((sum, value) => sum + value, 0)).toBeGreaterThan(0.95)
  })
  it('has its own slopes, told apart', () => {
    const found = values(regression, inputs, outcome, 'src')
    for (const [k, slope] of [b1, b2, 1].entries())
      expect(found[k]).toBeCloseTo(slope / Math.sqrt(variance), 1)
    // Corr(y, x1 | others): what is left of y is b1 of what x1 has of its own, exactly
    for (const value of values(regression, inputs, outcome, 'pcc')) expect(value).toBeCloseTo(1, 6)
    expect(
      carriedByLines(
        inputs.map((input) => input.values),
        outcome,
      ).values,
    ).toBeCloseTo(1, 9)
  })
  it('is known by its clusters', () => {
    expect(clustersOf(Float64Array.from([1, 0.8, 0.02, 0.8, 1, 0.01, 0.02, 0.01, 1]), 3, 4000)).toEqual([
      [0, 1],
      [2],
    ])
  })
})

describe('Shapley effects', () => {
  it('of Ishigami share an interaction out evenly', () => {
    const { inputs, outcome } = sample(4000)
    const half = ISHIGAMI.total[2] / 2
    values(shapleyEffects, inputs, outcome, 'shapley').forEach((value, k) => {
      expect(Math.abs(value - [ISHIGAMI.first[0] + half, ISHIGAMI.first[1], half][k])).toBeLessThan(0.04)
    })
  })
  it('are refused for more inputs than neighbours can be found for', () => {
    expect(() => shapleyEffects(Array.from({ length: 9 }, () => new Float64Array(9)))).toThrow(
      'shapleyEffects  inputs\n  Found 9 inputs; expected at most 8.',
    )
  })
  it('are NaN, not a number, where inputs follow from one another', () => {
    const [x] = normals(['x', 'y'], 100)
    const twice = x.values.map((value) => 2 * value)
    expect(values(shapleyOfLines, [x, { name: 'twice', values: twice }], x.values, 'shapley')).toEqual([
      Number.NaN,
      Number.NaN,
    ])
  })
})

describe('regional sensitivity', () => {
  it('finds the input that parts the draws, by the distance that can be counted by hand', () => {
    const inputs = [
      { name: 'parts', values: Float64Array.from([1, 2, 3, 4]) },
      { name: 'other', values: Float64Array.from([1, 3, 2, 4]) },
    ]
    const { indices, count } = regionalSensitivity(inputs, Uint8Array.from([0, 0, 1, 1]))
    expect(count).toBe(2)
    expect(indices).toEqual([
      { name: 'parts', distance: 1, middle: 2.5 / 3 },
      { name: 'other', distance: 0.5, middle: 2 / 3 },
    ])
  })
  it('tells where failed draws lie', () => {
    const { inputs, outcome } = sample(1000)
    const failing = outcome.map((value, draw) => (inputs[2].values[draw] > 0.95 ? Number.NaN : value))
    const { count, where } = failedDraws(inputs, failing)
    expect(count).toBe(failing.filter(Number.isNaN).length)
    expect(where.map(({ name }) => name)).toEqual(['x3'])
    expect(where[0].failed[0]).toBeGreaterThan(0.95)
    expect(failedDraws(inputs, outcome)).toEqual({ count: 0, draws: 1000, where: [] })
  })
})

describe('the verdict on the number of draws', () => {
  const index = (value: number, half: number) => [
    { name: 'a', measures: { first: { value, low: value - half, high: value + half } } },
  ]
  it('is enough where intervals are narrow and the second half moved nothing', () => {
    const found = convergenceOf(
      [[{ name: 'a', measures: { first: certain(0.42) } }], index(0.4, 0.03)],
      [500, 1000],
      'first',
    )
    expect(found).toMatchObject({
      enough: true,
      sizes: [500, 1000],
      paths: [{ name: 'a', values: [0.42, 0.4] }],
    })
    expect(found.wanted).toBeUndefined()
  })
  it('is not enough where an interval is wide, and says how many draws would do', () => {
    // twice too wide: four times the draws
    expect(convergenceOf([index(0.4, 0.15), index(0.4, 0.1)], [500, 1000], 'first')).toMatchObject({
      enough: false,
      wanted: 4000,
    })
  })
  it('is not enough where the second half of the draws moved an index', () => {
    expect(convergenceOf([index(0.5, 0.01), index(0.4, 0.01)], [500, 1000], 'first')).toMatchObject({
      enough: false,
      wanted: 2000,
    })
  })
})
