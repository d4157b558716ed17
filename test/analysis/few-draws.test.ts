/**
 * Fewer draws than a word needs: nothing that would be read as odds, in any form of output.
 *
 * Twelve is from Wilson's interval (odds.test.ts). By hand: of eleven futures six build enough schools under `act` and
 * none without, so that odds would be 55 % and their difference 55 points; half of them from the first year on.
 */
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { compareSummaries } from '../../src/analysis/compare.js'
import { summarise } from '../../src/analysis/summarise.js'
import { verdictCsv, verdictMarkdown } from '../../src/report/files/verdict-files.js'
import { sheetCells } from '../../src/report/files/workbook-cells.js'
import { effectTable } from '../../src/report/tables/differences.js'
import { targetTable } from '../../src/report/tables/targets.js'
import { comparisonTable } from '../../src/report/terminal/compare-table.js'
import { verdictText } from '../../src/report/terminal/verdict-page.js'
import { HEADER, readerOf } from './small-run.js'

const PAGE = { language: 'en', width: 200, paint: (_: unknown, text: string) => text } as const
const revised = HEADER.indicators.map((one) => (one.name === 'share' ? { ...one, censusRevision: 1 } : one))

/** So many futures, six of which build enough. */
function runOf(draws: number) {
  const some = Array.from({ length: draws }, (_, draw) => (draw < 6 ? 3 : 2))
  const columns = {
    '0/built@R@2021': some.map(() => 0),
    '1/built@R@2020': some,
    '1/built@R@2021': some,
    '1/share@R@2021': some.map((one) => 54 + one),
    '0/input@pace': some,
  }
  return summarise({ ...HEADER, indicators: revised }, readerOf(draws, columns))
}
const few = await runOf(11)
const enough = await runOf(12)

describe('eleven draws', () => {
  const [share, built] = few.policies[1].targets

  it('give no word, first year, difference of odds, second odds or shares of the variance', () => {
    expect(built).toMatchObject({ word: 'too_few', contributions: [], region: { firstYear: null } })
    expect(few.policies[1].effects.map(({ odds }) => odds)).toEqual([Number.NaN, Number.NaN, Number.NaN])
    expect([share.revised!.lenient, share.revised!.strict]).toEqual([Number.NaN, Number.NaN])
  })

  it('say so once, in every form', () => {
    expect(few.findings[0]).toEqual({
      en: '11 draws are too few for verdicts, first years, differences of odds and what each uncertainty contributes (12 at the least); medians and ranges of so few say little as well.',
      zh: '11次抽样太少，不足以给出结论、首次达标年份、概率之差和各不确定因素的贡献（至少12次）；中位数和区间也说明不了多少。',
    })
  })

  it('are counted on screen', () => {
    const text = verdictText(few, PAGE)
    expect(text).toContain('All 3 together: reached in 6 of 11 simulated futures.')
    expect(text).toMatch(/\nbuilt \(schools\) +6 +3 +2-3 +>= 3 +6\/11 \(28-79\) +0\/11\n/)
    expect(text).toMatch(/\nbuilt \(schools\) +\+3 +2-3 +-\n/)
    expect(text).toContain('Nothing is added to: hours.')
    expect(text).not.toMatch(/55 %|unlikely|likely|open/)
  })

  it('are counted in CSV, Markdown and the workbook', () => {
    const rows: Record<string, string>[] = parse(verdictCsv(few), { columns: true })
    const row = rows.find(
      ({ policy, target, place }) => policy === 'act' && target === 'built' && place === 'R',
    )
    expect(row).toMatchObject({ odds: '', odds_strict: '', adds_odds: '', first_year: '', draws: '11' })
    expect(Number(row!['odds_low'])).toBeCloseTo(0.28, 2)
    expect(verdictMarkdown(few, 'en')).toContain(
      '| 6/11 | 28-79 | too few draws to tell | 0 schools | - | +3 (-) |',
    )
    const cell = targetTable(few).rows[1][2]
    expect(sheetCells(cell, false)).toMatchObject([{ value: '6/11' }])
    const [points] = effectTable(few)!.rows[1].filter(({ kind }) => kind === 'points')
    expect(sheetCells(points, false)).toEqual([null])
  })

  it('have no difference of odds to another run', () => {
    const comparison = compareSummaries(few, enough)
    const [, own] = comparison.policies[1].targets
    expect(own).toMatchObject({ oddsChange: Number.NaN, overlap: true })
    expect(comparisonTable(comparison, { language: 'en', width: 200 })).toMatch(
      /built \(schools\) +3 +\S+ +\S+ +6\/11 \(28-79\) +50 % \(25-75\) +- +within chance/,
    )
  })
})

it('twelve draws give all of it', () => {
  const [share, built] = enough.policies[1].targets
  expect(built).toMatchObject({ word: 'even', region: { firstYear: 2020, odds: { share: 0.5 } } })
  expect(enough.policies[1].effects[1].odds).toBe(0.5)
  expect(share.revised!.lenient).toBeGreaterThan(0)
  expect(built.contributions[0]).toMatchObject({ uncertainty: 'pace', share: 1 })
  expect(enough.findings).toEqual([])
})

// two settings of a design are no futures, so that their counts have no intervals that could overlap
it('runs of designs do not differ by intervals that they do not have', async () => {
  const design = { kind: 'one_at_a_time', at: [0.1, 0.9], factors: [] } as const
  const set = await summarise({ ...HEADER, design }, readerOf(12, {}))
  const { policies } = compareSummaries(set, enough)
  expect(policies[1].targets[1].overlap).toBeNull()
  expect(policies[1].targets[1].oddsChange).toBeNaN()
})
