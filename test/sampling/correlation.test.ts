import { describe, expect, it } from 'vitest'
import { correlate, pearsonOf } from '../../src/sampling/correlation.js'

describe('pearsonOf', () => {
  it('turns a rank correlation into 2 sin(pi rho / 6)', () => {
    for (const rank of [-1, -0.7, -0.1, 0, 1e-9, 0.3, 0.5, 0.95, 1]) {
      expect(pearsonOf(rank)).toBeCloseTo(2 * Math.sin((Math.PI * rank) / 6), 15)
    }
  })
})

describe('correlate', () => {
  it('makes a cluster of what is joined directly or through others, by first appearance', () => {
    const outcome = correlate([
      { between: ['c', 'a'], rank: 0.2 },
      { between: ['x', 'y'], rank: 0.5 },
      { between: ['a', 'b'], rank: 0.3 },
    ])
    expect(outcome.ok && outcome.clusters.map(({ names }) => names)).toEqual([
      ['c', 'a', 'b'],
      ['x', 'y'],
    ])
  })
  it('joins two clusters when a later correlation bridges them', () => {
    const outcome = correlate([
      { between: ['a', 'b'], rank: 0.2 },
      { between: ['x', 'y'], rank: 0.5 },
      { between: ['y', 'b'], rank: 0.3 },
    ])
    expect(outcome.ok && outcome.clusters.map(({ names }) => names)).toEqual([['a', 'b', 'x', 'y']])
  })
  it('names those whose correlations contradict each other, and mends nothing', () => {
    const outcome = correlate([
      { between: ['free', 'other'], rank: 0.5 },
      { between: ['a', 'b'], rank: 0.9 },
      { between: ['b', 'c'], rank: 0.9 },
      { between: ['a', 'c'], rank: -0.9 },
    ])
    expect(outcome).toEqual({ ok: false, names: ['a', 'b', 'c'] })
  })
  it('has nothing to join without correlations', () => {
    expect(correlate([])).toEqual({ ok: true, clusters: [] })
  })
})
