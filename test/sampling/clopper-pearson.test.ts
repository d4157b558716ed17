import { expect, it } from 'vitest'
import { clopperPearsonInterval as clopperPearson } from '../../src/sampling/share-intervals.js'

it.each([
  // Newcombe (1998), Statistics in Medicine 17, 857-872, table I, method 5, to four digits
  [81, 263, 0.2527, 0.3676],
  [15, 148, 0.0578, 0.1617],
  [0, 20, 0, 0.1684],
  [1, 29, 0.0009, 0.1776],
])('holds the share of %i out of %i', (successes, trials, low, high) => {
  const found = clopperPearson(successes, trials)
  expect([found.low, found.high].map((end) => Number(end.toFixed(4)))).toEqual([low, high])
})

it('is exact at both ends, and mirrored', () => {
  // nobody of n: the upper end has (1 - high)^n = half of what is left of the level
  expect(clopperPearson(0, 20, 0.9).high).toBeCloseTo(1 - 0.05 ** (1 / 20), 13)
  expect(clopperPearson(20, 20, 0.9).low).toBeCloseTo(0.05 ** (1 / 20), 13)
  expect(clopperPearson(20, 20).high).toBe(1)
  expect(clopperPearson(3, 10).low).toBeCloseTo(1 - clopperPearson(7, 10).high, 13)
  expect(clopperPearson(0, 0)).toEqual({ low: 0, high: 1 })
})
