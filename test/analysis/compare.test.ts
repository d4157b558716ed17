import { describe, expect, it } from 'vitest'
import { compareSummaries } from '../../src/analysis/compare.js'
import { summarise } from '../../src/analysis/summarise.js'
import { HEADER, readerOf } from './small-run.js'

const HUNDRED = Array.from({ length: 100 }, (_, draw) => draw)
/** A run in which so many of 100 futures build enough schools, and share stands at `share`. */
const runOf = (reaching: number, share: number, header = HEADER) =>
  summarise(
    header,
    readerOf(100, {
      '1/built@R@2021': HUNDRED.map((draw) => (draw < reaching ? 3 : 2)),
      '1/share@R@2021': HUNDRED.map(() => share),
    }),
  )

describe('two runs', () => {
  it('differ by their medians and odds, after minus before', async () => {
    const { policies } = compareSummaries(await runOf(20, 55), await runOf(80, 57))
    const [share, built] = policies[1].targets
    expect(share).toMatchObject({ medianChange: 2, oddsChange: 1, overlap: false, unit: 'percent' })
    expect(built.medianChange).toBe(1)
    expect(built.oddsChange).toBeCloseTo(0.6, 12)
    expect(built.before.odds.hits).toBe(20)
    expect(built.after).toMatchObject({ threshold: 3, year: 2021 })
  })

  it('differ within chance where the intervals of the odds overlap', async () => {
    // Wilson: 50 of 100 is 40.4 to 59.6 %, 60 is 50.2 to 69.1, 69 is 59.4 to 77.2, 70 is 60.4 to 78.1.
    const overlapOf = async (after: number) =>
      compareSummaries(await runOf(50, 57), await runOf(after, 57)).policies[1].targets[1].overlap
    expect(await overlapOf(60)).toBe(true)
    expect(await overlapOf(69)).toBe(true)
    expect(await overlapOf(70)).toBe(false)
  })

  it('share the policies and targets that both have, and name the others', async () => {
    const less = {
      ...HEADER,
      policies: [HEADER.policies[0], { name: 'other', title: { en: 'Other', zh: '其他' } }],
      targets: HEADER.targets.slice(0, 2),
    }
    const comparison = compareSummaries(await runOf(1, 57), await runOf(1, 57, less))
    expect(comparison.policies.map(({ name, targets }) => [name, targets.length])).toEqual([['no_action', 2]])
    expect(comparison.onlyBefore).toEqual({ policies: ['act'], targets: ['hours'] })
    expect(comparison.onlyAfter).toEqual({ policies: ['other'], targets: [] })
    expect(comparison.before).toMatchObject({ seed: 5, draws: 100, version: '0.0.0' })
  })
})
