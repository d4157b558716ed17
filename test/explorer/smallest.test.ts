import { describe, expect, it } from 'vitest'
import { type KnownStep, nextStep } from '../../src/explorer/state/smallest.js'

/** Steps that are tried until the first that is enough is known, where those from `first` on are; none is at `last` + 1. */
function search(first: number, last: number, guess: number): KnownStep[] {
  const known: KnownStep[] = []
  for (;;) {
    const step = nextStep(known, last, guess)
    if (step === undefined) return known
    known.push({ step, isEnough: step >= first })
    known.sort((a, b) => a.step - b.step)
  }
}

describe('the search for the least setting that is enough', () => {
  const LAST = 100
  it('ends with the first step that is enough beside one that is not, wherever it begins', () => {
    for (let first = 0; first <= LAST + 1; first++) {
      for (const guess of [0, first - 2, first, first + 3, LAST].filter((one) => one >= 0 && one <= LAST)) {
        const known = search(first, LAST, guess)
        expect(known.find(({ isEnough }) => isEnough)?.step).toBe(first > LAST ? undefined : first)
        if (first > 0) expect(known.some(({ step }) => step === first - 1)).toBe(true)
        expect(new Set(known.map(({ step }) => step)).size).toBe(known.length)
      }
    }
  })

  it('tries two steps where the curve says it, and never more than a dozen and a few', () => {
    expect(search(40, LAST, 40).map(({ step }) => step)).toEqual([39, 40])
    expect(search(0, LAST, 0)).toHaveLength(1)
    expect(search(LAST + 1, LAST, LAST)).toHaveLength(1)
    const most = Math.max(...Array.from({ length: LAST + 2 }, (_, first) => search(first, LAST, 0).length))
    // steps that double reach 100 in 7, and as many halve what lies between
    expect(most).toBeLessThanOrEqual(14)
  })
})
