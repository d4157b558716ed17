import { describe, expect, it } from 'vitest'
import { bestSplit, expectedLack, type SplitSample } from '../../../src/analysis/needs/best-split.js'

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)

/** Every way to cut a thousand parts among three cities. */
function everySplit(visit: (parts: readonly number[]) => void): void {
  for (let a = 0; a <= 1000; a++) for (let b = 0; b <= 1000 - a; b++) visit([a, b, 1000 - a - b])
}

// four draws of three cities: numbers without order, some to spare, and a place that costs more in one city
const SAMPLE: SplitSample = {
  cities: 3,
  lacking: Float64Array.from([120, -40, 75, 30, 260, 10, 90, 140, -5, 310, 20, 55]),
  whole: Float64Array.from([400, 400, 300, 380, 380, 290, 410, 410, 310, 400, 400, 300]),
}

describe('the best split of a quota', () => {
  const lacks = [0, 1, 2].map((city) =>
    Array.from({ length: 1001 }, (_, parts) => expectedLack(SAMPLE, city, parts / 1000)),
  )
  const lackOf = (parts: readonly number[]) => parts.map((part, city) => lacks[city][part])

  it('averages what is lacking and never what there is to spare', () => {
    // by hand: (120 + 30 + 90 + 310) / 4, and with a tenth given (80 + 0 + 49 + 270) / 4
    expect(expectedLack(SAMPLE, 0, 0)).toBe(137.5)
    expect(expectedLack(SAMPLE, 0, 0.1)).toBeCloseTo(99.75, 9)
  })

  it('has the least sum of all half a million splits, and the least largest number', () => {
    let [least, leastWorst] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
    everySplit((parts) => {
      const lack = lackOf(parts)
      least = Math.min(least, sum(lack))
      leastWorst = Math.min(leastWorst, Math.max(...lack))
    })
    const total = bestSplit(SAMPLE, 'total', [1, 1, 1])
    const worst = bestSplit(SAMPLE, 'worst', [1, 1, 1])
    expect([sum(total), sum(worst)]).toEqual([1000, 1000])
    expect(sum(lackOf(total))).toBeCloseTo(least, 9)
    expect(Math.max(...lackOf(worst))).toBeCloseTo(leastWorst, 9)
  })

  // by hand: A lacks 100 and would gain 1000, so that a tenth is enough; 900 parts go by need, 2 : 1
  it('shares out by need what helps no city any more', () => {
    const enough = { cities: 2, lacking: Float64Array.from([100, 0]), whole: Float64Array.from([1000, 1000]) }
    expect(bestSplit(enough, 'total', [2, 1])).toEqual([700, 300])
    expect(bestSplit(enough, 'worst', [0, 0])).toEqual([550, 450])
  })
})
