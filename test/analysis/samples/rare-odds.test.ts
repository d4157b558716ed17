/** Odds below what draws can count, against closed forms. */
import { expect, it } from 'vitest'
import { rareOdds } from '../../../src/analysis/samples/rare-odds.js'

const normal = { kind: 'normal', mean: 0, sd: 1 } as const
const unit = { kind: 'uniform', low: 0, high: 1 } as const

it('of a sum of two normals four standard deviations out: 1 - Phi(4) = 3.167e-5', () => {
  const { odds, each, draws } = rareOdds(
    ({ x, y }) => (x + y) / Math.SQRT2,
    { x: normal, y: normal },
    { threshold: 4, seed: 1 },
  )
  expect(each).toHaveLength(10)
  expect(odds.low).toBeLessThan(3.167e-5)
  expect(odds.high).toBeGreaterThan(3.167e-5)
  expect(Math.abs(odds.value / 3.167e-5 - 1)).toBeLessThan(0.25)
  // five subsets of 1,000, ten times; counting would take a hundred million draws for as narrow an interval
  expect(draws).toBe(10 * 5000)
})

it('of a product of two uniforms, below: t (1 - ln t) = 1.0210e-3 at t = 1e-4', () => {
  const { odds } = rareOdds(
    ({ x, y }) => x * y,
    { x: unit, y: unit },
    { threshold: 1e-4, side: 'below', seed: 2 },
  )
  expect(odds.low).toBeLessThan(1.021e-3)
  expect(odds.high).toBeGreaterThan(1.021e-3)
})

it('of an outcome of whole numbers: a binomial of 20 fair trials of 18 or more, 2.0123e-4', () => {
  const { odds } = rareOdds(
    ({ x }) => x,
    { x: { kind: 'binomial', trials: 20, odds: 0.5 } },
    { threshold: 18, seed: 4 },
  )
  expect(odds.low).toBeLessThan(2.0123e-4)
  expect(odds.high).toBeGreaterThan(2.0123e-4)
})

it('are those that are counted, where they are not rare, and none where nothing reaches so far', () => {
  const half = rareOdds(({ x }) => x, { x: normal }, { threshold: 0, seed: 3 })
  expect(Math.abs(half.odds.value - 0.5)).toBeLessThan(0.02)
  expect(half.draws).toBe(10_000)
  expect(
    rareOdds(({ x }) => (x > 2 ? Number.NaN : x), { x: normal }, { threshold: 2.5, N: 200, repetitions: 2 })
      .odds.value,
  ).toBe(0)
})

// 1 - Phi(2) = 0.02275 and 1 - Phi(3) = 1.3499e-3
it('go on above what nine in ten draws have: of two thresholds that are passed one behind the other, 3.0710e-5', () => {
  const { odds } = rareOdds(
    ({ x, y }) => (x > 2 ? (y > 3 ? 2 : 1) : 0),
    { x: normal, y: normal },
    { threshold: 2, seed: 5 },
  )
  expect(odds.low).toBeLessThan(3.071e-5)
  expect(odds.high).toBeGreaterThan(3.071e-5)
})

it('are not known to be 0 where all draws have one outcome: an interval up to what 1,000 draws may miss', () => {
  const { odds } = rareOdds(({ x }) => (x > 4.5 ? 1 : 0), { x: normal }, { threshold: 1, seed: 6 })
  expect([odds.value, odds.low]).toEqual([0, 0])
  // Clopper and Pearson's of 0 in 1,000: 1 - 0.025^(1/1000)
  expect(odds.high).toBeCloseTo(0.003682, 6)
})
