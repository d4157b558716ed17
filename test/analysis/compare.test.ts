import { describe, expect, it } from 'vitest'
import { compareSummaries } from '../../src/analysis/compare.js'
import { summarise } from '../../src/analysis/summarise.js'
import { comparisonTable } from '../../src/report/terminal/compare-table.js'
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

  // by hand: 55 per cent less 55 people is no number of anything
  it('give no change for a target whose indicator or unit is another, and name both', async () => {
    const counted = {
      ...HEADER,
      indicators: HEADER.indicators.map((one) => (one.name === 'share' ? { ...one, unit: 'person' } : one)),
      targets: HEADER.targets.map((one) => (one.indicator === 'share' ? { ...one, unit: 'person' } : one)),
    }
    const [share] = HEADER.targets.filter(({ indicator }) => indicator === 'share')
    const comparison = compareSummaries(await runOf(20, 55), await runOf(80, 55, counted))
    expect(comparison.policies.flatMap(({ targets }) => targets).map(({ id }) => id)).not.toContain(share.id)
    expect(comparison.mismatched).toMatchObject([
      {
        id: share.id,
        before: { indicator: 'share', unit: 'percent' },
        after: { indicator: 'share', unit: 'person' },
      },
    ])
    expect(comparison.onlyBefore.targets).toEqual([])
    const text = (language: 'en' | 'zh') => comparisonTable(comparison, { language, width: 300 })
    expect(text('en')).toContain(`Not compared: ${share.id} measures different things in the two runs`)
    expect(text('en')).toContain('(indicator share, in %) in the first')
    expect(text('en')).toContain('(indicator share, in people) in the second')
    expect(text('zh')).toContain('衡量的不是同一事物')
  })

  // by hand: of a policy whose targets are all another thing in the other run there is nothing to say
  it('name no policy in which nothing can be compared', async () => {
    const { before, after, ...found } = compareSummaries(await runOf(20, 55), await runOf(80, 57))
    const none = found.policies.map((policy) => ({ ...policy, targets: [] }))
    const text = comparisonTable({ before, after, ...found, policies: none }, { language: 'en', width: 100 })
    expect(text).toContain('Before: ')
    for (const { title } of HEADER.policies) expect(text.split('\n')).not.toContain(title.en)
  })

  it('say of all targets that they are just as before, and not of the others', async () => {
    const comparison = compareSummaries(await runOf(20, 55), await runOf(20, 55))
    const number = HEADER.targets.length
    expect(comparisonTable(comparison, { language: 'en', width: 100 })).toContain(
      `All ${number} targets are just as before.`,
    )
    expect(comparisonTable(comparison, { language: 'zh', width: 100 })).toContain(
      `全部${number}项目标没有变化。`,
    )
  })
})

describe('two runs that may not be meant for each other', () => {
  const said = (one: Awaited<ReturnType<typeof runOf>>, other: Awaited<ReturnType<typeof runOf>>) =>
    comparisonTable(compareSummaries(one, other), { language: 'en', width: 200 })
  const titled = (en: string) => ({
    ...HEADER,
    targets: HEADER.targets.map((one) => (one.id === 'built' ? { ...one, title: { en, zh: en } } : one)),
  })

  it('are told to be of different regions', async () => {
    const [region, ...cities] = HEADER.places
    const elsewhere = { ...HEADER, places: [{ ...region, name: { en: 'Elsewhere', zh: '他处' } }, ...cities] }
    const text = said(await runOf(20, 57), await runOf(20, 57, elsewhere))
    expect(text).toContain(
      'The runs are of different regions, R and Elsewhere: what differs is no effect of a change.',
    )
    expect(said(await runOf(20, 57), await runOf(20, 57))).not.toContain('regions')
  })

  it('are told to call a target otherwise', async () => {
    const text = said(await runOf(20, 57), await runOf(20, 57, titled('Schools planned')))
    expect(text).toContain(
      'built is “built” in the first run and “Schools planned” in the second: see that they mean the same.',
    )
  })
})
