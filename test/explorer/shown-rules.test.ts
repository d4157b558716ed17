import { describe, expect, it } from 'vitest'
import type { Spread } from '../../src/analysis/summary.js'
import type { ExplorerTarget } from '../../src/explorer/facts.js'
import { aimLimits } from '../../src/explorer/state/aim-limits.js'
import { Batches } from '../../src/explorer/state/batches.js'
import { oddsChange } from '../../src/explorer/state/changes.js'

describe('a change of odds', () => {
  it('is the difference of the whole per cents that stand there', () => {
    // 76 % and 70 %, though 75.5 and 70.4 are 5.1 apart
    expect(oddsChange(0.704, 0.755)).toBe(-6)
    // 76 % twice
    expect(oddsChange(0.755, 0.764)).toBe(0)
    expect(oddsChange(Number.NaN, 0.5)).toBe(0)
  })
})

describe('what a target can ask for', () => {
  const limits = (unit: string, threshold: number, ...range95: [number, number]) =>
    aimLimits({ unit, threshold } as ExplorerTarget, [undefined, { range95 } as unknown as Spread])

  it('is 0 to 100 % of a share, and ten times what is seen of anything else', () => {
    expect(limits('percent', 57, 54, 59)).toEqual([0, 100])
    // more children in school than there are of the age
    expect(limits('percent', 95, 90, 110)).toEqual([0, 1100])
    expect(limits('place', 260, 100, 300)).toEqual([0, 3000])
    expect(limits('person', 0, -40, 20)).toEqual([-400, 400])
    expect(limits('place', 0, 0, 0)).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY])
    expect(limits('place', 260, Number.NaN, Number.NaN)).toEqual([0, 2600])
  })
})

describe('a plan', () => {
  it('is slow after three batches in a row of more than a second for a hundred futures', () => {
    const batches = new Batches()
    const [quick, slow] = [990, 1000]
    expect([slow, slow, quick, slow, slow].map((one) => batches.take(one, 100))).not.toContain(true)
    expect([slow, slow, quick].map((one) => batches.take(4 * one, 400))).toEqual([true, true, false])
  })
})
