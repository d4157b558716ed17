/** Shares of the variance of outcomes with steps, tails and rounding noise; right values by hand. */
import { describe, expect, it } from 'vitest'
import { createAnalysis } from '../../../src/analysis/sensitivity/analyse.js'
import { doubtOf } from '../../../src/analysis/sensitivity/doubts.js'
import type { SensitivityMethod } from '../../../src/analysis/sensitivity/method-names.js'
import { regression } from '../../../src/analysis/sensitivity/regression.js'
import { shapleyEffects } from '../../../src/analysis/sensitivity/shapley-effects.js'
import { fromDraws } from '../../../src/analysis/sensitivity/statistic.js'
import type { Design } from '../../../src/sampling/design.js'
import { outcomeOf, sampleOf } from './functions.js'

const names = ['switch', 'x']
const inputsOf = (design: Design, draws = 4000) =>
  sampleOf(names, design, 1, draws).map((input) =>
    input.name === 'switch' ? { ...input, values: input.values.map((u) => Math.round(u)) } : input,
  )
const analysed = (method: SensitivityMethod, of: (point: readonly number[]) => number) => {
  const inputs = inputsOf('random')
  return createAnalysis({ design: 'random', seed: 0, inputs }, method)(outcomeOf(of, inputs))
}
const shareOf = ({ indices }: ReturnType<typeof analysed>, name: string) =>
  indices.find((one) => one.name === name)!.measures['share']

describe('shares of the variance', () => {
  it('of 10 switch + x are 99.7 and 0.3 %', () => {
    // By hand: variances 25 and 1/12
    const found = analysed('shares', ([on, x]) => 10 * on + x)
    expect(shareOf(found, 'switch').value).toBeCloseTo(25 / (25 + 1 / 12), 2)
    expect(shareOf(found, 'x').value).toBeCloseTo(1 / 12 / (25 + 1 / 12), 2)
    expect(found.doubt).toBeUndefined()
  })
  it('of 1000 max(0, x - 0.99) + switch are 57 and 43 %: one draw of a hundred matters', () => {
    // By hand: variances 1e6 (0.01^3 / 3 - 0.01^4 / 4) = 0.331 and 0.25
    const found = analysed('shares', ([on, x]) => 1000 * Math.max(0, x - 0.99) + on)
    for (const [name, share] of [
      ['x', 0.331 / 0.581],
      ['switch', 0.25 / 0.581],
    ] as const) {
      const { low, high } = shareOf(found, name)
      expect(low).toBeLessThan(share)
      expect(high).toBeGreaterThan(share)
    }
    expect(found.carried).toBeLessThan(0.9)
  })
  it.each(['efast', 'saltelli'] as const)('have no part in rounding noise: %s', (kind) => {
    // By hand: 0.1 + x - x + 0.2 is 0.3 for every x
    const factors = names.map((name) => ({ name, members: [name], dimensions: [name] }))
    const design: Design =
      kind === 'efast'
        ? { kind, points: 257, harmonics: 4, factors }
        : { kind, secondOrder: true, scrambles: 4, factors }
    const inputs = sampleOf(names, design, 1, 600)
    const outcome = outcomeOf(([, x]) => 0.1 + x - x + 0.2, inputs)
    const { indices } = createAnalysis(
      { design, seed: 1, inputs },
      kind === 'efast' ? 'efast' : 'sobol',
    )(outcome)
    expect(indices).toEqual([])
  })
})

describe('what enough draws do not mend', () => {
  const tail = ([on, x]: readonly number[]) => 1000 * Math.max(0, x - 0.99) + on
  it.each(['shapley', 'regression'] as const)(
    'are lines that carry little, of a method that knows no other: %s',
    (method) => {
      expect(analysed(method, tail).doubt).toEqual({ kind: 'lines' })
      expect(analysed(method, ([on, x]) => 10 * on + x).doubt).toBeUndefined()
    },
  )
  it('are columns that lie apart by more than a tenth beyond their intervals', () => {
    const index = (share: number, steps: number) => ({
      name: 'x',
      measures: {
        share: { value: share, low: share - 0.02, high: share + 0.02 },
        steps: { value: steps, low: steps - 0.02, high: steps + 0.02 },
      },
    })
    expect(doubtOf('overview', [index(0.54, 0.4)], 0.95)).toBeUndefined()
    expect(doubtOf('overview', [index(0.54, 0.35)], 0.95)).toEqual({ kind: 'columns', names: ['x'] })
  })
})

describe('fromDraws', () => {
  /** 3 x + 2 y + z of independent inputs of one variance: 9, 4 and 1 of 14. */
  const three = ['x', 'y', 'z']
  const weighted = ([x, y, z]: readonly number[]) => 3 * x + 2 * y + z
  it.each(['random', 'sobol', 'halton'] as const)(
    'of Shapley effects is right for draws of any design: %s',
    (design) => {
      const inputs = sampleOf(three, design, 1, 4096)
      const { indices, floor } = fromDraws(shapleyEffects, inputs, outcomeOf(weighted, inputs))
      indices.forEach(({ measures }, k) => {
        expect(Math.abs(measures['shapley'].value - [9, 4, 1][k] / 14)).toBeLessThan(0.04)
      })
      expect(floor).toEqual({})
    },
    60_000,
  )
  it('of a regression has the slopes exactly, with twenty draws too', () => {
    const inputs = sampleOf(three, 'random', 1, 20)
    const outcome = outcomeOf(weighted, inputs)
    const deviation = (values: Float64Array) => {
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length
      return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0))
    }
    fromDraws(regression, inputs, outcome).indices.forEach(({ measures }, k) => {
      const expected = ([3, 2, 1][k] * deviation(inputs[k].values)) / deviation(outcome)
      expect(measures['src'].value).toBeCloseTo(expected, 12)
    })
  })
})
