import { describe, expect, it } from 'vitest'
import { summarise } from '../../src/analysis/summarise.js'
import { placeTablesOf } from '../../src/report/tables/course.js'
import { shortByCity } from '../../src/report/terminal/place-tables.js'
import { earlierPeak, peakText } from '../../src/report/words/shortfalls.js'
import { type Draws, HEADER, readerOf } from './small-run.js'

// Ten futures. Under `act` the share stands at 56.1, 56.2 ... 57.0, schools at 1 to 10, hours at 2 or 3.
const TEN = Array.from({ length: 10 }, (_, draw) => draw + 1)
const COLUMNS: Draws = {
  '0/share@R@2021': TEN.map((draw) => 56 + draw / 20),
  '1/share@R@2021': TEN.map((draw) => 56 + draw / 10),
  '1/share@A@2021': TEN.map((draw) => 60 + draw / 10),
  '1/share@B@2021': TEN.map(() => 50),
  '1/built@R@2021': TEN,
  '0/built@R@2021': TEN.map((draw) => (draw === 10 ? 9 : 0)),
  '0/hours@R@2021': TEN.map(() => 3),
  '1/hours@R@2020': TEN.map(() => 3),
  '1/hours@R@2021': TEN.map((draw) => (draw % 2 === 0 ? 2 : 3)),
  '0/input@pace': TEN,
}
const summary = await summarise(HEADER, readerOf(10, COLUMNS))
const [idle, act] = summary.policies
const [share, built, hours] = act.targets
// the same ten twice: what needs twelve futures, with the same shares and medians
const TWICE = Object.fromEntries(Object.entries(COLUMNS).map(([name, own]) => [name, [...own, ...own]]))
const twice = await summarise(HEADER, readerOf(20, TWICE))

describe('draws that are no sample of the futures', () => {
  const levels = { kind: 'one_at_a_time', at: [0.1, 0.9], factors: [] } as const
  const set = async () => summarise({ ...HEADER, design: levels }, readerOf(10, COLUMNS))

  it('are counted and not judged: no word, no interval, and a caution in both languages', async () => {
    const { noSample, policies } = await set()
    expect(noSample).toMatchObject({ design: 'one_at_a_time' })
    expect(noSample!.caution.en).toContain('no sample of the futures')
    expect(noSample!.caution.zh).toContain('不是未来情景的样本')
    const { targets, joint } = policies[1]
    expect(new Set(targets.map(({ word }) => word))).toEqual(new Set(['no_odds']))
    expect(targets[0].sentence).toEqual({ en: '6 of 10 settings', zh: '10个设定中6个达到' })
    for (const odds of [joint, targets[0].region.odds, targets[0].strict])
      expect(odds).toMatchObject({ low: Number.NaN, high: Number.NaN, draws: 10 })
    expect(targets[0].region.odds.hits).toBe(6)
  })

  it('leave a sample as it was', () => {
    expect(summary).not.toHaveProperty('noSample')
  })

  it.each([
    ['table', { kind: 'table', rows: 10, dimension: 'rows' }],
    ['morris', { kind: 'morris', levels: 4, factors: [] }],
    ['factorial', { kind: 'factorial', at: [0.1, 0.9], factors: [] }],
  ] as const)('are those of %s as well', async (name, design) => {
    const { noSample } = await summarise({ ...HEADER, design }, readerOf(10, COLUMNS))
    expect(noSample?.design).toBe(name)
  })
})

describe('verdicts', () => {
  it('read "about" leniently, and show the strict reading beside', () => {
    expect(share.region.odds).toMatchObject({ hits: 6, draws: 10, share: 0.6 })
    expect([share.lenient.hits, share.strict.hits]).toEqual([6, 1])
    expect(share.sentence.en).toBe('6 of 10 simulated futures')
    expect(share.word).toBe('too_few')
  })

  it('give the margin in the unit of the indicator, and of a ratio as a count', () => {
    expect(share.region.margin).toBeCloseTo(-0.45, 9)
    // 0.45 % of 200 people
    expect(share.region.marginCount).toBeCloseTo(-0.9, 9)
    expect(share.region.marginUnit).toBe('person')
    expect(built.region.margin).toBe(2.5)
    expect(built.region).not.toHaveProperty('marginCount')
  })

  it('count the margin of at_most the other way round', () => {
    expect(hours.region.spread.median).toBe(2.5)
    expect(hours.region.margin).toBe(-0.5)
  })

  it('give the first year in which half of the futures have reached it, or none', () => {
    const [without, within] = twice.policies.map(({ targets }) =>
      targets.map(({ region }) => region.firstYear),
    )
    expect(within.slice(1)).toEqual([2021, 2021])
    expect(without.slice(1)).toEqual([null, 2020])
  })

  it('give no first year where a year before was not kept', async () => {
    const sparse = HEADER.outcomes.filter(({ place, year }) => place === 0 || year === 1)
    const { policies } = await summarise({ ...HEADER, outcomes: sparse }, readerOf(20, TWICE))
    expect(policies[1].targets[0].cities[0]).toMatchObject({ odds: { hits: 20 }, firstYear: null })
  })

  it('look at cities one by one for ratios only', () => {
    expect(share.cities.map(({ code, odds }) => [code, odds.hits])).toEqual([
      ['A', 10],
      ['B', 0],
    ])
    expect(built.cities).toEqual([])
  })

  it('take the base year and the principal projection from the run', () => {
    const names = HEADER.outcomes.map(({ name }) => name)
    expect(built.region.base).toBe(names.indexOf('built@R@2020'))
    expect(built.principal).toBe(names.indexOf('built@R@2021'))
  })

  it('carry the quality of what they rest on', () => {
    expect(built.quality).toBe('estimate')
  })
})

describe('policies', () => {
  it('are held against no action future by future', () => {
    const [onShare, onBuilt] = twice.policies[1].effects
    // 56 + d/10 less 56 + d/20 is d/20: 0.05 to 0.5
    expect(onShare.spread.median).toBeCloseTo(0.275, 9)
    expect(onShare.odds).toBeCloseTo(0.5, 9)
    // One to ten, but one for the tenth, where nine were built without the policy.
    expect(onBuilt.spread.median).toBe(4.5)
    expect(onBuilt.odds).toBeCloseTo(0.7, 9)
    expect(twice.policies[0].effects).toEqual([])
  })

  it('have joint odds: the futures that reach all targets at once', () => {
    // share from 56.5 on: 5 to 10; schools: 3 to 10; hours: the even ones. Together: 6, 8, 10.
    expect(act.joint.hits).toBe(3)
    expect(idle.joint.hits).toBe(0)
  })

  it('name what the futures differ by', () => {
    const { contributions } = twice.policies[1].targets[1]
    expect(contributions[0]).toMatchObject({ uncertainty: 'pace' })
    expect(contributions[0].share).toBeCloseTo(1, 9)
    expect(contributions.at(-1)!.uncertainty).toBe('other')
  })
})

describe('a trajectory without numbers', () => {
  const spoilt = (policy: number) =>
    Object.fromEntries(
      HEADER.outcomes.map(({ name }) => {
        const key = `${policy}/${name}`
        return [
          key,
          (COLUMNS[key] ?? TEN.map(() => 0)).map((value, draw) => (draw === 9 ? Number.NaN : value)),
        ]
      }),
    )

  it('counts as not reached, is left out of quantiles, and is counted and named', async () => {
    const { policies, findings } = await summarise(HEADER, readerOf(10, { ...COLUMNS, ...spoilt(1) }))
    const target = policies[1].targets[1]
    expect(target.region.odds).toMatchObject({ hits: 7, draws: 10 })
    expect(target.region.spread.median).toBe(5)
    expect(policies.map(({ failures }) => failures)).toEqual([0, 1])
    expect(findings.slice(1).map(({ en }) => en)).toEqual([
      'Act: 1 of 10 trajectories gave no number (draw 9 of seed 5); it counts as not reached and is left out of medians and ranges.',
    ])
  })

  it('takes the verdicts with it, where more than a fifth of the futures have none', async () => {
    const failing = (count: number) =>
      Object.fromEntries(
        Object.entries(spoilt(1)).map(([key, values]) => [
          key,
          values.map((value, draw) => (draw >= 10 - count ? Number.NaN : value)),
        ]),
      )
    const two = await summarise(HEADER, readerOf(10, { ...COLUMNS, ...failing(2) }))
    expect(two.policies[1].targets[1].region.odds).toMatchObject({ draws: 10 })
    expect(two.findings.map(({ en }) => en).join()).not.toContain('no verdict')
    const { policies, findings } = await summarise(HEADER, readerOf(10, { ...COLUMNS, ...failing(3) }))
    expect(policies[1].targets.map(({ word }) => word)).toEqual(['no_odds', 'no_odds', 'no_odds'])
    expect(policies[1].joint.share).toBeNaN()
    expect(policies[1].effects.every(({ odds }) => Number.isNaN(odds))).toBe(true)
    expect(policies[0].targets[1].region.odds).toMatchObject({ draws: 10 })
    expect(findings.map(({ en }) => en).filter((en) => en.startsWith('Act: '))).toEqual([
      'Act: 3 of 10 trajectories gave no number (draws 7, 8, 9 of seed 5); they count as not reached and are left out of medians and ranges. More than 20 % of the futures failed: its targets have no verdict.',
    ])
  })

  it('says why, where the run knows, even of a plan without targets', async () => {
    const cause = {
      policy: 1,
      draw: 9,
      code: 'rate-impossible' as const,
      detail: 'rural_exit is 1.2 in Alpha',
    }
    const later = { ...cause, draw: 12 }
    const bare = { ...HEADER, targets: [] }
    const { policies, findings } = await summarise(bare, readerOf(10, { ...COLUMNS, ...spoilt(1) }), [
      cause,
      later,
    ])
    expect(policies[1].failures).toBe(1)
    expect(findings[1].en).toMatch(/ Draw 9: rural_exit is 1\.2 in Alpha \[rate-impossible\]\.$/)
  })

  it('has no effect where no action failed', async () => {
    const { policies } = await summarise(HEADER, readerOf(10, { ...COLUMNS, ...spoilt(0) }))
    expect(policies[1].effects[1].spread.median).toBe(5)
  })
})

describe('the growth-difference line', () => {
  const withLine = async (value: number, year = 2021) => {
    const growthDifference = { indicator: 'share', years: [{ year, value }], basis: 'two censuses' }
    const { growthDifference: line } = await summarise({ ...HEADER, growthDifference }, readerOf(10, COLUMNS))
    return line
  }

  it('stands beside the median of every policy, too far off beyond a point in the first years', async () => {
    expect((await withLine(57.54))?.apart).toMatchObject([
      { policy: 'no_action', year: 2021, line: 57.54, wide: true },
      { policy: 'act', year: 2021, line: 57.54, wide: false },
    ])
  })

  it('is left out where the run has none', () => {
    expect(summary.growthDifference).toBeUndefined()
  })
})

describe('too few draws for the uncertainties', () => {
  // two uncertainties ask for twenty
  it('is a finding, and contributions are empty', async () => {
    const columns = Object.fromEntries(Object.entries(TWICE).map(([name, own]) => [name, own.slice(0, 19)]))
    const two = {
      ...HEADER,
      uncertainties: [...HEADER.uncertainties, { name: 'on_time', title: HEADER.title }],
    }
    const other = { '0/input@on_time': columns['0/input@pace'].map((value, draw) => value * (draw % 3)) }
    const { policies, findings } = await summarise(two, readerOf(19, { ...columns, ...other }))
    expect(policies[1].targets[1].contributions).toEqual([])
    expect(findings[0].zh).toBe(
      '未给出各不确定因素的贡献：19次抽样不足以区分2个不确定因素，或其中有完全同步变动的因素。',
    )
  })
})

describe('what is lacking', () => {
  // by hand: A lacks 30 in 2020 and nothing in 2021, B nothing and then 10; the region 30, then 10
  const renamed = (name: string) => name.replace('built', 'gap_short')
  const header = {
    ...HEADER,
    indicators: HEADER.indicators.map((one) => ({ ...one, name: renamed(one.name) })),
    targets: HEADER.targets.filter(({ indicator }) => indicator !== 'built'),
    outcomes: HEADER.outcomes.map((one) => ({
      ...one,
      name: renamed(one.name),
      indicator: renamed(one.indicator),
    })),
  }
  const all = (value: number) => TEN.map(() => value)
  const lacking = summarise(
    header,
    readerOf(10, {
      '1/gap_short@R@2020': all(30),
      '1/gap_short@A@2020': all(30),
      '1/gap_short@R@2021': all(10),
      '1/gap_short@B@2021': all(10),
    }),
  )
  const tableOf = async () =>
    (await lacking).places.find(({ policy, indicator }) => policy === 'act' && indicator === 'gap_short')!

  it('has its peak and the year of it, in the region and in each city', async () => {
    const { year, peak, rows } = await tableOf()
    expect(year).toBe(2021)
    expect(peak).toMatchObject({ year: 2020, spread: { median: 30 } })
    expect(rows.map((row) => [row.spread.median, row.peak?.year, row.peak?.spread.median])).toEqual([
      [0, 2020, 30],
      [10, 2021, 10],
    ])
  })

  it('is told with the year of its peak where that is not the last', async () => {
    const table = await tableOf()
    expect(peakText(table, 3)).toEqual({
      en: 'most in 2020, 30 schools in all: A 30, B 10 (in 2021)',
      zh: '2020年最多，合计30所：A 30、B10（2021年）',
    })
    expect(earlierPeak(table.rows[0], table)?.year).toBe(2020)
    expect(earlierPeak(table.rows[1], table)).toBeUndefined()
    const shown = shortByCity(await lacking, (await lacking).policies[1], {
      language: 'en',
      width: 200,
      paint: (_, text) => text,
    }).join('\n')
    expect(shown).toMatch(/A\s+-; 2020: 30/)
    expect(shown).toContain('most in 2020, 30 schools in all')
  })

  it('has a column for its peak in the tables of page and workbook', async () => {
    const table = placeTablesOf(await lacking).find(({ id }) => id === 'places-gap_short')!
    expect(table.columns.map(({ title }) => title.en).slice(-2)).toEqual([
      'Year with most lacking',
      'Median then',
    ])
    expect(table.rows).toHaveLength(2)
  })
})
