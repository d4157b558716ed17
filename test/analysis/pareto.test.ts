/** Fronts and crowding by hand, and NSGA-II on a published test problem. */
import { describe, expect, it } from 'vitest'
import { search } from '../../src/analysis/nsga2.js'
import { crowding, dominates, fronts } from '../../src/analysis/pareto.js'
import { robustnessOf } from '../../src/analysis/robustness.js'
import { createStream } from '../../src/sampling/stream.js'

describe('dominance', () => {
  it('asks for as good in every respect and better in one', () => {
    expect(dominates([1, 2], [1, 3])).toBe(true)
    expect(dominates([1, 2], [1, 2])).toBe(false)
    expect(dominates([1, 4], [2, 3])).toBe(false)
  })

  it('sorts points into fronts', () => {
    const points = [
      [1, 5],
      [2, 3],
      [4, 1],
      [3, 4],
      [5, 2],
      [6, 6],
    ]
    expect(fronts(points)).toEqual([[0, 1, 2], [3, 4], [5]])
  })

  it('measures how alone a point stands by the gap between its neighbours', () => {
    // spans of 4 and 8: the middle one has gaps of 4 / 4 and 8 / 8
    expect(
      crowding([
        [0, 8],
        [1, 4],
        [4, 0],
      ]),
    ).toEqual([Number.POSITIVE_INFINITY, 2, Number.POSITIVE_INFINITY])
  })
})

describe('NSGA-II', () => {
  it('comes near the front f2 = 1 - sqrt(f1) of ZDT1 with 6 variables', async () => {
    // Zitzler, Deb and Thiele (2000), Evolutionary Computation 8(2)
    const stream = createStream(1, 'zdt1')
    let drawn = 0
    const found = await search({
      ranges: Array.from({ length: 6 }, () => ({ low: 0, high: 1 })),
      known: [],
      size: 40,
      generations: 120,
      uniform: () => stream(drawn++),
      evaluate: async (settings) =>
        settings.map(([first, ...rest]) => {
          const g = 1 + (9 * rest.reduce((sum, one) => sum + one, 0)) / rest.length
          return [first, g * (1 - Math.sqrt(first / g))]
        }),
    })
    expect(found.length).toBeGreaterThan(30)
    for (const { objectives } of found) {
      expect(objectives[1] - (1 - Math.sqrt(objectives[0]))).toBeGreaterThanOrEqual(-1e-12)
      expect(objectives[1] - (1 - Math.sqrt(objectives[0]))).toBeLessThan(0.05)
    }
    expect(found[0].objectives[0]).toBeLessThan(0.05)
    expect(found[found.length - 1].objectives[0]).toBeGreaterThan(0.9)
  })
})

describe('robustness', () => {
  it('counts the mean, nine in ten, regret and futures that are good enough', () => {
    // in eleven futures the steady choice always reaches 4, the daring one 0, 1, .. 10
    const steady = Array.from({ length: 11 }, () => 4)
    const daring = Array.from({ length: 11 }, (_, draw) => draw)
    const [first, second] = robustnessOf([steady, daring], 5)
    expect(first).toEqual({ mean: 4, in9of10: 4, meanRegret: 21 / 11, regret90: 5, satisfied: 0 })
    expect(second).toEqual({ mean: 5, in9of10: 1, meanRegret: 10 / 11, regret90: 3, satisfied: 6 / 11 })
  })
})
