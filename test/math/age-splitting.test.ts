import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shareWhole, splitAges } from '../../src/math/age-splitting.js'
import { evenly } from '../setup/evenly.js'

const STARTS = [0, 5, 10, 15, 20]
const sumOf = (values: ArrayLike<number>) => Array.from(values).reduce((sum, value) => sum + value, 0)

describe('splitting age groups into single ages', () => {
  it('keeps every group exactly and no age below zero', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 5, maxLength: 5 })
    fc.assert(
      fc.property(counts, (groups) => {
        const ages = splitAges(STARTS, 25, groups)
        groups.forEach((count, group) => {
          const within = ages.subarray(group * 5, group * 5 + 5)
          expect(sumOf(within)).toBeCloseTo(count, 6)
          expect(Math.min(...within)).toBeGreaterThanOrEqual(-1e-9)
        })
      }),
    )
  })

  it('spreads an even population evenly', () => {
    for (const persons of splitAges(STARTS, 25, [50, 50, 50, 50, 50])) expect(persons).toBeCloseTo(10, 10)
  })
})

describe('sharing whole persons', () => {
  it('adds up to the total exactly, within one person of the exact share', () => {
    const weights = fc.array(evenly(0, 1e3), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e7 }), weights, (total, parts) => {
        const shares = shareWhole(total, parts)
        expect(sumOf(shares)).toBe(total)
        const sum = sumOf(parts)
        if (sum === 0) return
        shares.forEach((share, index) => {
          expect(Math.abs(share - (total * parts[index]) / sum)).toBeLessThan(1 + 1e-6)
        })
      }),
    )
  })

  it('gives what is over to the largest remainders, the first of equals', () => {
    expect(shareWhole(10, [1, 1, 1])).toEqual([4, 3, 3])
    expect(shareWhole(3, [0, 0])).toEqual([2, 1])
  })
})
