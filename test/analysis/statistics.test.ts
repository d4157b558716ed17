import { expect, it } from 'vitest'
import { average, extentOf, sumOf } from '../../src/analysis/statistics.js'

it('sums add in the order of the draws, without compensation', () => {
  // 1e16 + 1 is 1e16 in doubles; a compensated sum would be 1
  expect(sumOf(Float64Array.of(1e16, 1, -1e16))).toBe(0)
  expect(average(Float64Array.of(1e16, 1, -1e16, 4))).toBe(1)
})

it('no values have the sum 0 and no mean', () => {
  expect(sumOf(new Float64Array(0))).toBe(0)
  expect(average(new Float64Array(0))).toBeNaN()
})

it('an extent is the smallest and the largest value', () => {
  expect(extentOf(Float64Array.of(3, -2, 7, 0))).toEqual([-2, 7])
  expect(extentOf(Float64Array.of(5))).toEqual([5, 5])
})
