import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Design } from '../../src/sampling/design.js'
import type { RankCorrelation, UncertaintyDraws } from '../../src/sampling/distribution.js'
import { createSampler } from '../../src/sampling/sampler.js'

const uncertainties: readonly UncertaintyDraws[] = [
  { name: 'fertility', distribution: { kind: 'normal', mean: 1.3, sd: 0.1 } },
  { name: 'return_flow', distribution: { kind: 'lognormal', median: 1, sigma: 0.4 } },
  { name: 'school_delay', distribution: { kind: 'discrete', values: [0, 1, 2], odds: [6, 3, 1] } },
  { name: 'bed_cost', distribution: { kind: 'pert', low: 20, mode: 25, high: 60, weight: 4 } },
  {
    name: 'quota_met',
    distribution: { kind: 'truncated', of: { kind: 'normal', mean: 1.1, sd: 0.1 }, low: 1, high: 1.25 },
  },
  { name: 'growth', distribution: { kind: 'empirical', values: [0.02, 0.05, 0.03], joint: 'years' } },
  { name: 'prices', distribution: { kind: 'empirical', values: [1, 9, 4], joint: 'years' } },
]
const correlations: readonly RankCorrelation[] = [
  { between: ['fertility', 'bed_cost'], rank: 0.6 },
  { between: ['bed_cost', 'return_flow'], rank: -0.5 },
]

interface Change {
  readonly uncertainties?: readonly UncertaintyDraws[]
  readonly correlations?: readonly RankCorrelation[]
  readonly seed?: number
  readonly design?: Design
  readonly draws?: number
}

/** Values of the first draws by name. */
function drawn(change: Change = {}, first = 200): Record<string, number[]> {
  const sampler = createSampler({
    uncertainties,
    correlations,
    seed: 0,
    design: 'random',
    draws: 1000,
    ...change,
  })
  const out = new Float64Array(sampler.names.length)
  const byName: Record<string, number[]> = Object.fromEntries(sampler.names.map((name) => [name, []]))
  for (let draw = 0; draw < first; draw++) {
    sampler.fill(draw, out)
    for (const [index, name] of sampler.names.entries()) byName[name].push(out[index])
  }
  return byName
}

/** Spearman's rank correlation of values without ties. */
function rankCorrelation(a: readonly number[], b: readonly number[]): number {
  const ranks = (values: readonly number[]) => {
    const order = values.map((_, index) => index).sort((i, j) => values[i] - values[j])
    const rank = new Array<number>(values.length)
    order.forEach((index, place) => {
      rank[index] = place
    })
    return rank
  }
  const [first, second] = [ranks(a), ranks(b)]
  const squares = first.reduce((sum, rank, index) => sum + (rank - second[index]) ** 2, 0)
  return 1 - (6 * squares) / (a.length * (a.length ** 2 - 1))
}

const extra: UncertaintyDraws = { name: 'rail_delay', distribution: { kind: 'gamma', shape: 2, scale: 0.5 } }
const designs: readonly Design[] = ['random', 'latin_hypercube', 'sobol']

describe('a sampler', () => {
  it('gives every earlier draw the same values when draws are raised from 1,000 to 2,000, random and sobol', () => {
    for (const design of ['random', 'sobol'] as const) {
      expect(drawn({ design, draws: 2000 }, 1000)).toEqual(drawn({ design, draws: 1000 }, 1000))
    }
  })
  it('leaves all others where they were when an uncertainty is added at the end, in every design', () => {
    for (const design of designs) {
      const { rail_delay, ...others } = drawn({ design, uncertainties: [...uncertainties, extra] })
      expect(others).toEqual(drawn({ design }))
      expect(new Set(rail_delay).size).toBe(200)
    }
  })
  it('leaves every uncertainty where it was in whatever order they are written, random and latin_hypercube', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...uncertainties, extra], { minLength: 8 }), (shuffled) => {
        const whole = [...uncertainties, extra]
        for (const design of ['random', 'latin_hypercube'] as const) {
          expect(drawn({ design, uncertainties: shuffled }, 20)).toEqual(
            drawn({ design, uncertainties: whole }, 20),
          )
        }
      }),
      { numRuns: 20 },
    )
  })
  it('leaves all others where they were when a correlation with a new uncertainty is appended', () => {
    const appended = [...correlations, { between: ['fertility', 'rail_delay'] as const, rank: 0.3 }]
    const whole = [...uncertainties, extra]
    const before = drawn({ uncertainties: whole })
    const after = drawn({ uncertainties: whole, correlations: appended })
    expect({ ...after, rail_delay: [] }).toEqual({ ...before, rail_delay: [] })
    expect(after.rail_delay).not.toEqual(before.rail_delay)
  })
  it('gives the first of a cluster the draws it has alone', () => {
    expect(drawn().fertility).toEqual(drawn({ correlations: [] }).fertility)
  })
  it('gives the same values whichever draws were asked before', () => {
    const sampler = createSampler({ uncertainties, correlations, seed: 4, design: 'sobol', draws: 100 })
    const out = new Float64Array(7)
    sampler.fill(73, out)
    const alone = [...out]
    for (const draw of [5, 99, 0]) sampler.fill(draw, out)
    sampler.fill(73, out)
    expect([...out]).toEqual(alone)
  })
  it('reaches the rank correlations asked for, in every design', () => {
    for (const design of designs) {
      const { fertility, bed_cost, return_flow, quota_met } = drawn({ design, draws: 8192 }, 8192)
      // four standard errors of a rank correlation at 8,192 draws
      const error = 4 / Math.sqrt(8192)
      expect(Math.abs(rankCorrelation(fertility!, bed_cost!) - 0.6)).toBeLessThan(error)
      expect(Math.abs(rankCorrelation(bed_cost!, return_flow!) + 0.5)).toBeLessThan(error)
      expect(Math.abs(rankCorrelation(fertility!, return_flow!))).toBeLessThan(error)
      expect(Math.abs(rankCorrelation(fertility!, quota_met!))).toBeLessThan(error)
    }
  })
  it('leaves the distribution of a correlated uncertainty as it is', () => {
    const sorted = drawn({}, 8192).return_flow!.sort((a, b) => a - b)
    // Kolmogorov-Smirnov, 99.9 % point 1.95 / sqrt(n), at the quartiles of a lognormal with sigma 0.4
    const below = (x: number) => sorted.filter((value) => value <= x).length / 8192
    for (const [x, p] of [
      [0.76353532, 0.25],
      [1, 0.5],
      [1.30969711, 0.75],
    ] as const) {
      expect(Math.abs(below(x) - p)).toBeLessThan(1.95 / Math.sqrt(8192))
    }
  })
  it('takes one row for uncertainties that were observed together', () => {
    const { growth, prices } = drawn()
    const rows = new Set(growth!.map((value, draw) => `${value} ${prices![draw]}`))
    expect([...rows].sort()).toEqual(['0.02 1', '0.03 4', '0.05 9'])
  })
  it('treats seed 0 as a seed, and shares nothing between seeds', () => {
    expect(drawn({ seed: 0 })).toEqual(drawn({ seed: 0 }))
    const other = new Set(drawn({ seed: 1 }).fertility)
    expect(drawn({ seed: 0 }).fertility!.filter((value) => other.has(value))).toEqual([])
  })
  it('puts every uncertainty at its median', () => {
    const sampler = createSampler({ uncertainties, correlations, seed: 0, design: 'random', draws: 10 })
    const out = new Float64Array(7)
    sampler.medians(out)
    expect([out[0], out[1], out[2], out[5], out[6]]).toEqual([1.3, 1, 0, 0.03, 4])
  })
  it('refuses what its findings name', () => {
    const nobody = [{ between: ['fertility', 'nobody'] as const, rank: 0.1 }]
    expect(() => drawn({ correlations: nobody })).toThrow(
      'createSampler  nobody\n  Found a correlation names an uncertainty that does not exist',
    )
  })
})
