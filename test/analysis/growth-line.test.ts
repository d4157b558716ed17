import { describe, expect, it } from 'vitest'
import { compareGrowthLine } from '../../src/analysis/growth-line.js'
import { HEADER } from './small-run.js'

/** Whether a median `gap` points below the line is too far off after so many years. */
function wide(years: number, gap: number): boolean | undefined {
  const last = 2020 + years
  const at = (median: number) => ({ median, range50: [0, 0], range80: [0, 0], range95: [0, 0] }) as const
  const series = {
    policy: 'act',
    indicator: 'share',
    title: { en: '', zh: '' },
    unit: 'percent',
    quality: 'data' as const,
    years: [{ year: last, spread: at(60 - gap), principal: 60 }],
  }
  const line = { indicator: 'share', years: [{ year: last, value: 60 }], basis: '' }
  const header = { ...HEADER, years: [2020, last], growthDifference: line }
  return compareGrowthLine(header, [series])?.apart[0].wide
}

describe('how far the growth-difference line may stand off', () => {
  it.each([
    [1, 1],
    [3, 1],
    [10, 2.5],
    [30, 2.5],
  ])('after %i years: %d points', (years, points) => {
    expect(wide(years, points - 0.001)).toBe(false)
    expect(wide(years, points + 0.001)).toBe(true)
  })

  it('goes in a straight line between 3 and 10 years', () => {
    expect(wide(6.5, 1.749)).toBe(false)
    expect(wide(6.5, 1.751)).toBe(true)
  })
})
