import { describe, expect, it } from 'vitest'
import { revisedBand, revisedBy } from '../../src/analysis/census-revision.js'

const about = { comparator: 'about', threshold: 57, tolerance: 0.5 } as const

describe('what a later census may revise', () => {
  it('alone is the normal distribution about a value that is certain', () => {
    const revised = revisedBy(1, Float64Array.of(57), about)!
    expect(revised.range80[0]).toBeCloseTo(57 - 1.281552, 4)
    expect(revised.range80[1]).toBeCloseTo(57 + 1.281552, 4)
    expect(revised.range95[1]).toBeCloseTo(57 + 1.959964, 4)
    // sums that end a hair beside a round number count as it
    expect(revised.strict).toBeCloseTo(0.5, 7)
    // normal probability above -0.5
    expect(revised.lenient).toBeCloseTo(0.6914625, 6)
  })

  it('adds its variance to that of normal draws', () => {
    const draws = Float64Array.from({ length: 4000 }, (_, k) => {
      // sums of twelve evenly spread numbers would do; here the quantiles of a triangle of variance 1/6
      const p = (k + 0.5) / 4000
      return p < 0.5 ? Math.sqrt(2 * p) - 1 : 1 - Math.sqrt(2 - 2 * p)
    })
    const { range80 } = revisedBy(2, draws, { ...about, threshold: 0, tolerance: 0 })!
    expect(range80[1]).toBeCloseTo(1.281552 * Math.sqrt(4 + 1 / 6), 2)
    expect(range80[0]).toBeCloseTo(-range80[1], 4)
  })

  it('as a share of the value grows with it', () => {
    const { within95, range80 } = revisedBand({ share: 0.02 }, Float64Array.of(5000))!
    expect(within95).toBeCloseTo(196, 1)
    expect(range80[1]).toBeCloseTo(5000 * (1 + 0.02 * 1.281552), 2)
    // nothing is revised of what is nothing
    expect(revisedBand({ share: 0.02 }, Float64Array.of(0))!.range80).toEqual([0, 0])
  })

  it('reads an upper bound from the other side, and leaves draws without a number out of the band', () => {
    const most = { comparator: 'at_most', threshold: 3, tolerance: 0 } as const
    const half = revisedBy(1, Float64Array.of(2, Number.NaN), most)!
    expect(half.lenient).toBeCloseTo(0.8413447 / 2, 6)
    expect(half.range80[0]).toBeCloseTo(2 - 1.281552, 4)
    expect(revisedBy(1, Float64Array.of(Number.NaN), most)).toBeUndefined()
  })

  it('gives the same band for a hundred thousand draws as for ten thousand', () => {
    const spread = (length: number) => Float64Array.from({ length }, (_, k) => 55 + (4 * (k + 0.5)) / length)
    const [few, many] = [10_000, 100_000].map((length) => revisedBy(1, spread(length), about)!)
    expect(many.range80[0]).toBeCloseTo(few.range80[0], 3)
    expect(many.lenient).toBeCloseTo(few.lenient, 4)
  })
})
