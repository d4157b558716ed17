/** Intervals of the difference of two shares, by the formulas of the papers worked out by hand. */
import { expect, it } from 'vitest'
import { pairedDifference, separateDifference } from '../../src/math/share-difference.js'

it('adds half a pair to each of the four kinds where trials are the same (Agresti and Min 2005)', () => {
  // 3 reach only by the first, 7 only by the second, of 100: (7.5 - 3.5) / 102, variance (11 - 16 / 102) / 102^2
  const centre = 4 / 102
  const half = 1.959963984540054 * (Math.sqrt(11 - 16 / 102) / 102)
  const { value, low, high } = pairedDifference(3, 7, 100)
  expect(value).toBe(0.04)
  expect(low).toBeCloseTo(centre - half, 12)
  expect(high).toBeCloseTo(centre + half, 12)
})

it('adds a hit and a miss to each of two samples (Agresti and Caffo 2000)', () => {
  // 8 of 10 and 3 of 8: 9 / 12 and 4 / 10
  const centre = 0.4 - 0.75
  const half = 1.959963984540054 * Math.sqrt((0.75 * 0.25) / 12 + (0.4 * 0.6) / 10)
  const { value, low, high } = separateDifference({ hits: 8, draws: 10 }, { hits: 3, draws: 8 })
  expect(value).toBeCloseTo(0.375 - 0.8, 15)
  expect(low).toBeCloseTo(centre - half, 12)
  expect(high).toBeCloseTo(centre + half, 12)
})

it('is never sure of no difference, and never beyond all', () => {
  const none = pairedDifference(0, 0, 20)
  expect(none.value).toBe(0)
  expect(none.low).toBeLessThan(0)
  expect(none.high).toBeGreaterThan(0)
  expect(separateDifference({ hits: 0, draws: 2 }, { hits: 2, draws: 2 }).high).toBeLessThanOrEqual(1)
})
