import { describe, expect, it } from 'vitest'
import type { Distribution, UncertaintyDraws } from '../../src/sampling/distribution.js'
import { findingsOf } from '../../src/sampling/findings.js'

const normal: Distribution = { kind: 'normal', mean: 0, sd: 1 }
const seen = (values: number[]): Distribution => ({ kind: 'empirical', values, joint: 'survey' })
const named = (entries: Record<string, Distribution>): UncertaintyDraws[] =>
  Object.entries(entries).map(([name, distribution]) => ({ name, distribution }))

describe('findingsOf', () => {
  it('finds nothing wrong with uncertainties that can be drawn', () => {
    const uncertainties = named({ a: normal, b: normal, c: seen([1, 2]), d: seen([5, 3]) })
    expect(findingsOf(uncertainties, [{ between: ['a', 'b'], rank: -0.4 }])).toEqual([])
  })
  it('finds every slip in a list of correlations, each at its place', () => {
    const uncertainties = named({ a: normal, b: normal, c: seen([1, 2]) })
    const correlations = [
      { between: ['a', 'b'] as const, rank: 0.4 },
      { between: ['b', 'a'] as const, rank: 0.5 },
      { between: ['a', 'fertilty'] as const, rank: 0.1 },
      { between: ['b', 'b'] as const, rank: 0.1 },
      { between: ['a', 'c'] as const, rank: 1.5 },
    ]
    expect(findingsOf(uncertainties, correlations)).toEqual([
      { code: 'correlation-twice', names: ['b', 'a'], correlation: 1 },
      { code: 'correlation-unknown', names: ['fertilty'], correlation: 2 },
      { code: 'correlation-itself', names: ['b'], correlation: 3 },
      { code: 'correlation-joint', names: ['c'], correlation: 4 },
      { code: 'correlation-range', names: ['a', 'c'], correlation: 4 },
    ])
  })
  it('finds correlations that contradict each other', () => {
    const pairs = [['a', 'b', 0.9] as const, ['b', 'c', 0.9] as const, ['a', 'c', -0.9] as const]
    const correlations = pairs.map(([from, to, rank]) => ({ between: [from, to] as const, rank }))
    expect(findingsOf(named({ a: normal, b: normal, c: normal }), correlations)).toEqual([
      { code: 'correlation-contradiction', names: ['a', 'b', 'c'] },
    ])
  })
  it('finds joint observations of unequal length, or truncated one by one', () => {
    const truncated: Distribution = { kind: 'truncated', of: seen([4, 5]), low: 4, high: 4.5 }
    expect(findingsOf(named({ a: seen([1, 2]), b: seen([1, 2, 3]), c: truncated }), [])).toEqual([
      { code: 'joint-lengths', names: ['a', 'b'] },
      { code: 'joint-truncated', names: ['c'] },
    ])
  })
  it('finds a truncation that leaves nothing', () => {
    const nothing: Distribution = {
      kind: 'truncated',
      of: { kind: 'discrete', values: [1, 2], odds: [1, 1] },
      low: 3,
      high: 4,
    }
    expect(findingsOf(named({ a: nothing }), [])).toEqual([{ code: 'range-without-odds', names: ['a'] }])
  })
})
