import { describe, expect, it } from 'vitest'
import { narrowEnough, reached } from '../../src/analysis/attainment.js'
import { outcomeSpread } from '../../src/analysis/outcome-quantiles.js'

const aim = (comparator: 'at_least' | 'at_most' | 'about', threshold: number, tolerance = 0) => ({
  comparator,
  threshold,
  tolerance,
})

describe('reaching a target', () => {
  it.each([
    ['at_least', 10, 0, 10, true],
    ['at_least', 10, 0, 9.999, false],
    ['at_most', 2, 0, 2, true],
    ['at_most', 2, 0, 2.001, false],
    ['about', 57, 0.5, 56.5, true],
    ['about', 57, 0.5, 56.49, false],
    ['about', 57, 0, 56.99, false],
    ['about', 57, 0.5, 80, true],
  ] as const)('%s %d (tolerance %d) by %d: %s', (comparator, threshold, tolerance, value, answer) => {
    expect(reached(aim(comparator, threshold, tolerance), value)).toBe(answer)
  })

  it('forgives the last bits of a sum, and no more', () => {
    const sum = 0.1 + 0.2
    expect(sum).not.toBe(0.3)
    expect(reached(aim('at_most', 0.3), sum)).toBe(true)
    expect(reached(aim('at_least', 3000), 2999.9999999999995)).toBe(true)
    expect(reached(aim('at_least', 3000), 2999.99)).toBe(false)
  })

  it('is never done by a trajectory without a number', () => {
    for (const comparator of ['at_least', 'at_most', 'about'] as const)
      expect(reached(aim(comparator, 0, 1), Number.NaN)).toBe(false)
  })
})

describe('knowing the odds narrowly enough', () => {
  it('needs every count within the half-width', () => {
    // The half-width of 50 of 100 is 0.0961 and of 0 of 100 is 0.0185.
    expect(narrowEnough([50, 0], 100, 0.097)).toBe(true)
    expect(narrowEnough([50, 0], 100, 0.096)).toBe(false)
    expect(narrowEnough([0], 100, 0.019)).toBe(true)
    expect(narrowEnough([0], 100, 0.018)).toBe(false)
  })
})

describe('the spread of an outcome', () => {
  it('has the quantiles of type 7', () => {
    expect(outcomeSpread(Float64Array.of(50, 10, 40, 20, 30))).toEqual({
      median: 30,
      range50: [20, 40],
      range80: [14, 46],
      range95: [11, 49],
    })
  })

  it('leaves out draws without a number, and has none where no draw has', () => {
    expect(outcomeSpread(Float64Array.of(1, Number.NaN, 3)).median).toBe(2)
    expect(outcomeSpread(Float64Array.of(Number.NaN)).median).toBeNaN()
  })

  it('sorts by number, not by text', () => {
    expect(outcomeSpread(Float64Array.of(100, 9, -20)).median).toBe(9)
  })
})
