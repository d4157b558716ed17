/** src/math/ranks.ts: the order by bits is that of comparisons. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { midranks, risingOrder } from '../../src/math/ranks.js'

const compared = (values: Float64Array) =>
  Uint32Array.from(values, (_, index) => index).sort((a, b) => values[a] - values[b])

describe('the order in which values rise', () => {
  it('is that of comparisons, equal ones as they came', () => {
    const value = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constantFrom(0, -0, 1, -1, Number.MIN_VALUE, -Number.MIN_VALUE, Number.MAX_VALUE, -Number.MAX_VALUE),
      fc.integer({ min: -3, max: 3 }),
    )
    fc.assert(
      fc.property(fc.array(value, { minLength: 120, maxLength: 400 }), (values) => {
        const column = Float64Array.from(values)
        expect(risingOrder(column)).toEqual(compared(column))
      }),
      { numRuns: 100 },
    )
  })

  it('has the infinities at its ends', () => {
    const column = Float64Array.from({ length: 200 }, (_, k) => k - 100)
    column[50] = Number.POSITIVE_INFINITY
    column[150] = Number.NEGATIVE_INFINITY
    const order = risingOrder(column)
    expect([order[0], order.at(-1)]).toEqual([150, 50])
  })

  it('gives ranks of which equal values share the mean, by hand', () => {
    // 128 values and more are sorted by their bits: 100 times 2, then 100 times 1
    const column = Float64Array.from({ length: 200 }, (_, k) => (k < 100 ? 2 : 1))
    expect([midranks(column)[0], midranks(column)[199]]).toEqual([149.5, 49.5])
  })
})
