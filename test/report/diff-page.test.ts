import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { oddsOf } from '../../src/analysis/odds.js'
import type { ScenarioDiff } from '../../src/analysis/scenario-diff.js'
import type { Waterfall, WaterfallStep } from '../../src/analysis/waterfall.js'
import { diffCsv } from '../../src/report/files/diff-csv.js'
import { diffText } from '../../src/report/terminal/diff-page.js'
import { scaleOf } from '../../src/report/terminal/waterfall-bars.js'
import { displayWidth } from '../../src/report/words/width.js'

const step = (change: number, odds: number, median: number | null): WaterfallStep => ({
  change,
  odds,
  median,
  oddsError: 0.004,
})
const place = (line: number, text: string) => ({ text, where: { file: 'plans/late.yaml', line } })

function fall(
  id: string,
  en: string,
  zh: string,
  unit: string,
  ends: number[],
  steps: WaterfallStep[],
): Waterfall {
  const aim = { indicator: id, comparator: 'at_least', tolerance: 0, year: 2023 } as const
  const [threshold, hits, median] = ends
  const odds = steps.reduce((sum, one) => sum + one.odds, hits / 1000)
  const moved = steps.reduce((sum, one) => sum + (one.median ?? 0), median)
  return {
    id,
    title: { en, zh },
    unit,
    before: { aim: { ...aim, threshold }, odds: oddsOf(hits, 1000), median },
    after: { aim: { ...aim, threshold }, odds: oddsOf(Math.round(odds * 1000), 1000), median: moved },
    steps,
  }
}

const DIFF: ScenarioDiff = {
  before: { file: 'plan.yaml', title: { en: 'The plan', zh: '行动计划' }, policy: { name: 'plan', title: { en: 'Plan', zh: '计划' } } },
  after: { file: 'plans/late.yaml', title: { en: 'The plan, late', zh: '行动计划（延后）' }, policy: { name: 'plan', title: { en: 'Plan', zh: '计划' } } },
  draws: 1000,
  seed: 7,
  differences: [
    { field: 'levers.hukou_reform.setting', before: { text: '1', where: { file: 'plan.yaml', line: 40 } }, after: place(6, '1.5'), change: 'levers.hukou_reform' },
    { field: 'population.lines.nanning_yulin', before: { text: '2023.5 + nanning_yulin_delay', where: { file: 'plan.yaml', line: 90 } }, after: place(9, '2024.5'), change: 'population.lines.nanning_yulin' },
    { field: 'uncertainties.delay.distribution', before: { text: 'uniform: low 0, high 1', where: { file: 'plan.yaml', line: 12 } }, change: 'uncertainties.delay' },
    { field: 'title', before: { text: 'The plan / 行动计划', where: { file: 'plan.yaml', line: 1 } }, after: place(2, 'The plan, late') },
  ],
  changes: [
    { parts: ['levers.hukou_reform'], title: { en: 'Hukou conversion', zh: '落户改革力度' } },
    {
      parts: ['population.lines.nanning_yulin', 'uncertainties.delay'],
      title: { en: 'population.lines.nanning_yulin and Delay', zh: 'population.lines.nanning_yulin、延误' },
      because: { code: 'name-unknown', where: { file: 'plan.yaml', line: 90 }, found: 'the name "delay"', expected: 'a known name' },
    },
    { parts: ['services.beds'], title: { en: 'service Beds', zh: '服务“床位”' } },
  ],
  targets: [
    fall('share', 'Urban share', '城镇化率', 'percent', [57, 553, 56.58], [step(0, 0.0444, 0.0777), step(1, -0.0214, -0.0333)]),
    fall('places', 'School places added', '新增学位', 'place', [220_000, 0, 211_234], [step(1, 0, -4321), step(0, 0, 1100)]),
    fall('beds', 'Beds', '床位', 'bed per 1,000', [1.25, 300, 1.3], [step(0, 0.0002, null)]),
  ],
  mixtures: 8,
  failed: [{ made: ['levers.hukou_reform'], failures: 12, why: 'conversion_migrant of Alpha is 1.2 in 2021; expected less than 1' }],
  onlyBefore: ['parks'],
  onlyAfter: [],
} // biome-ignore format: a table of what is said

const plain = (_: string, text: string) => text
const pageOf = (language: 'en' | 'zh', width: number, diff = DIFF) =>
  diffText(diff, { language, width, paint: plain })

describe.each(['en', 'zh'] as const)('a page of two scenarios in %s', (language) => {
  it('reads as it did', () => {
    expect(pageOf(language, 100)).toBe(readFileSync(`test/report/golden/diff-${language}-100.txt`, 'utf8'))
  })

  it.each([80, 100, 120, 160])('of %i columns keeps within them, and its bars in line', (width) => {
    const lines = pageOf(language, width).split('\n')
    expect(lines.filter((line) => displayWidth(line) > width)).toEqual([])
    const frames = lines.filter((line) => /\|[ =+-]{24}\|$/.test(line))
    expect(frames).toHaveLength(8)
    const starts = frames.map((line) => displayWidth(line.slice(0, line.indexOf('|'))))
    expect(new Set(starts.slice(0, 4)).size).toBe(1)
    expect(new Set(starts.slice(4)).size).toBe(1)
  })

  it('prints steps that add up', () => {
    const rows = pageOf(language, 100)
      .split('\n')
      .filter((line) => line.endsWith('|'))
      .slice(0, 4)
    const numbers = rows.map((row) =>
      [...row.matchAll(/ ([+-]?\d+\.\d+)(?= )/g)].map((match) => Number(match[1])),
    )
    const [[median, odds], first, second, [lastMedian, lastOdds]] = numbers
    expect(median + first[0] + second[0]).toBeCloseTo(lastMedian, 9)
    expect(odds + first[1] + second[1]).toBeCloseTo(lastOdds, 9)
  })
})

describe('a page of two scenarios', () => {
  it('prints no sign before nought', () => {
    const lost = fall('lost', 'Schools', '学校', 'school', [100, 110, 88], [step(0, -0.11 - 1e-17, -49)])
    expect(pageOf('en', 100, { ...DIFF, targets: [lost] })).toMatch(/^Second file +39 +0\.0 /m)
    const below = { ...lost, steps: [step(0, -0.07, -40), step(1, -0.04 - 1e-15, -9)] }
    expect(pageOf('en', 100, { ...DIFF, targets: [below] })).toMatch(/^Second file +39 +0\.0 /m)
  })

  it('says of orders drawn that they were', () => {
    expect(pageOf('en', 160, { ...DIFF, orders: 32 })).toContain('over 32 orders drawn at random')
    expect(pageOf('zh', 160, { ...DIFF, orders: 32 })).toContain('随机抽取的32种变更顺序')
  })

  it('has nothing but what is the same of two files that do not differ', () => {
    const same = { ...DIFF, differences: [], changes: [], targets: [], failed: [], onlyBefore: [] }
    expect(pageOf('en', 100, same).split('\n').slice(3)).toEqual([
      'Nothing differs that a target could depend on.',
      '',
    ])
  })
})

describe('a bar', () => {
  it('starts where the one before ends', () => {
    const bars = scaleOf([50, 60, 55], 5)
    expect([bars.level(0), bars.step(0), bars.step(1), bars.level(2)]).toEqual([
      '|=                       |',
      '| +++++++++++++++++++++++|',
      '|             -----------|',
      '|=============           |',
    ]) // biome-ignore format: four bars
  })

  it('of a small move is small, and of none is none', () => {
    expect(scaleOf([50, 50.3], 5).step(0)).toBe('| +                      |')
    expect(scaleOf([50, 50], 5).level(0)).toBe('')
  })
})

it('the steps as CSV have a line a step between a line before and one after', () => {
  const [head, ...rows]: string[][] = parse(diffCsv(DIFF))
  expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([head.length]))
  expect(rows.map((row) => row[head.indexOf('row')]).join()).toBe(
    'before,change,change,after,before,change,change,after,before,change,after',
  )
})
