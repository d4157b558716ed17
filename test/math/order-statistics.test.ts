import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quantilesAt, sortedNumbers } from '../../src/math/order-statistics.js'
import { quantileOfSorted } from '../../src/math/quantile.js'

const SHARES = [0, 0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975, 1]

/** The same by sorting, as quantile.ts defines it. */
const bySorting = (values: Float64Array) => {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort()
  return SHARES.map((share) => quantileOfSorted(sorted, share))
}

describe('quantilesAt', () => {
  it('gives the type-7 quantiles of a few numbers, and leaves NaN out', () => {
    expect(quantilesAt(Float64Array.of(20, Number.NaN, 3, 9, 8), [0, 0.5, 1])).toEqual([3, 8.5, 20])
    expect(quantilesAt(Float64Array.of(Number.NaN), [0.5])).toEqual([Number.NaN])
    expect(quantilesAt(new Float64Array(0), [0.5])).toEqual([Number.NaN])
  })

  it.each<[string, (k: number) => number]>([
    ['spread evenly', (k) => (k * 7919) % 10007],
    ['all the same', () => 4.5],
    ['two numbers only', (k) => (k % 3 === 0 ? -1 : 2)],
    ['one far outside', (k) => (k === 17 ? 1e300 : (k * 31) % 101)],
    ['wider than a double can tell', (k) => (k % 2 === 0 ? -1.7e308 : 1.7e308 / ((k % 50) + 1))],
    ['closer than a width can divide', (k) => (k % 7) * 5e-324],
    ['every tenth without a number', (k) => (k % 10 === 0 ? Number.NaN : Math.sqrt((k * 13) % 9973))],
  ])('equals sorting to the last bit where thousands of values are %s', (_, valueAt) => {
    const values = Float64Array.from({ length: 10_007 }, (_, k) => valueAt(k))
    const before = values.slice()
    expect(quantilesAt(values, SHARES)).toEqual(bySorting(values))
    expect(sortedNumbers(values)).toEqual(values.filter((value) => !Number.isNaN(value)).sort())
    expect(values).toEqual(before)
  })

  it('equals sorting for any values', () => {
    const doubles = fc.array(fc.double({ noDefaultInfinity: true }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(doubles, fc.integer({ min: 1, max: 9000 }), (some, length) => {
        const values = Float64Array.from({ length }, (_, k) => some[(k * k) % some.length] * (1 + (k % 5)))
        const numbers = values.map((value) => (Number.isFinite(value) ? value : Number.NaN))
        // 0 and -0 are one number
        const plain = (list: number[]) => list.map((value) => value + 0)
        expect(plain(quantilesAt(numbers, SHARES))).toEqual(plain(bySorting(numbers)))
        const sorted = numbers.filter((value) => !Number.isNaN(value)).sort()
        expect(plain([...sortedNumbers(numbers)])).toEqual(plain([...sorted]))
      }),
      { numRuns: 200 },
    )
  })
})
