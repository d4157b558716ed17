import { describe, expect, it } from 'vitest'
import type { Explanation } from '../../src/explain/explanation.js'
import { type ExplanationQuestion, explanationText } from '../../src/report/terminal/explanation-page.js'
import { displayWidth } from '../../src/report/words/width.js'

const both = (text: string) => ({ en: text, zh: text })
const node = (
  what: string,
  value: number | null,
  unit: string,
  more: Partial<Explanation> = {},
): Explanation => ({
  what,
  value,
  unit,
  note: both(''),
  sources: [],
  parts: [],
  folded: 0,
  ...more,
})

const people = node('people(resident)', 5_791_848.4, 'person', {
  note: { en: 'lived forward year by year from the base year', zh: '自基年起逐年推演' },
  folded: 3,
})
const beds = node('capacity(beds)', 7358.9, 'bed', {
  parts: [
    node('data(stock)', null, 'bed / person', {
      across: [0.0011, 0.00152],
      quality: 'estimate',
      sources: ['census', 'lost'],
      note: both(
        'a long note that says where the number came from and how it was moved to the end of the year',
      ),
    }),
    people,
  ],
})
const tree = node('beds_per_thousand', 1.2706, 'bed per 1,000', {
  formula: '1000 * capacity(beds) / people(resident)',
  quality: 'judgement',
  parts: [beds, people],
})
const question: ExplanationQuestion = {
  name: 'beds',
  title: { en: 'Beds per 1,000 residents', zh: '每千人床位' },
  place: { en: 'Yulin', zh: '玉林市' },
  year: 2022,
  policy: { en: 'The plan', zh: '行动计划' },
  wholeRegion: false,
  regionOnly: false,
  depth: 2,
  target: {
    id: 'beds',
    title: both('beds'),
    indicator: 'beds_per_thousand',
    comparator: 'at_least',
    threshold: 1.25,
    tolerance: 0,
    year: 2023,
    quality: 'judgement',
    basis: { en: '1.25 beds per 1,000 by 2023', zh: '到2023年每千人床位达到1.25张' },
  },
}
const sources = new Map([
  [
    'census',
    {
      id: 'census',
      title: { en: 'Census', zh: '人口普查' },
      original: '人口普查',
      publisher: { en: 'Bureau', zh: '统计局' },
      url: 'example.org',
      note: { en: '', zh: '' },
    },
  ],
])
const textOf = (change: Partial<ExplanationQuestion>, language: 'en' | 'zh' = 'en') =>
  explanationText({ ...question, ...change }, tree, sources, { language, width: 80 })

describe('an explanation', () => {
  it('says what is asked, how each number came about, in what unit, how well known, and from where', () => {
    expect(textOf({})).toBe(`Beds per 1,000 residents (beds)
Yulin, 2022, The plan; every uncertainty at its median: one future, not the odds
Target: >= 1.25 per 1,000 by 2023; margin in this future +0.02 per 1,000; rests
  on judgement
Commitment: 1.25 beds per 1,000 by 2023

beds_per_thousand = 1.271 per 1,000 [judgement]
    = 1000 * capacity(beds) / people(resident)
  capacity(beds) = 7,359 beds
    data(stock) = 0.0011 to 0.00152 beds a person, by area [estimate] {census,
        lost}
        a long note that says where the number came from and how it was moved to
        the end of the year
    people(resident) = 5,791,848 people
        lived forward year by year from the base year
      ... 3
  people(resident) = 5,791,848 people (explained above)

"... n" stands for n parts that lie deeper: --depth 3 opens them.

Sources
  census  Census; Bureau; example.org
  lost  not in sources.csv
`)
  })

  it('says the same in Chinese', () => {
    const text = textOf({}, 'zh')
    expect(text.split('\n').slice(0, 4)).toEqual([
      '每千人床位（beds）',
      '玉林市，2022，行动计划；各不确定因素取中位数，仅为众多情景之一，不是可能性',
      '目标：2023年>= 1.25张/千人；本情景与目标之差+0.02张/千人；依据：主观判断',
      '任务原文：到2023年每千人床位达到1.25张',
    ])
    expect(text).toContain('data(stock) = 0.0011 至 0.00152 张/人（各地） [推算]')
    expect(text.split('\n').filter((line) => displayWidth(line) > 80)).toEqual([])
  })

  it('holds no city to a target of the region', () => {
    expect(textOf({ wholeRegion: true })).toContain(
      'Target: >= 1.25 per 1,000 by 2023, set for the region as a whole; rests on\n  judgement',
    )
  })

  it('says where a city has no number of its own', () => {
    expect(textOf({ regionOnly: true })).toContain(
      'This indicator is one number for the whole region; no area has its own.',
    )
  })
})
