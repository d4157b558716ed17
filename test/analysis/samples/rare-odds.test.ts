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
