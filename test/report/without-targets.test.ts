/** What a run without targets says first: where the region stands in the last year, with ranges, and what is not known of it. */
import { describe, expect, it } from 'vitest'
import type { Series, Summary } from '../../src/analysis/summary.js'
import { loadDataset } from '../../src/dataset/load.js'
import { answerHtml } from '../../src/report/html/answer.js'
import { unknownsHtml } from '../../src/report/html/first-page.js'
import { outlookFigure } from '../../src/report/html/headline-figures.js'
import { lastYearTable } from '../../src/report/tables/last-year.js'
import { firstScreenText } from '../../src/report/terminal/first-screen/first-screen.js'
import { shippedDataset } from '../plan/shipped.js'
import { SUMMARY } from './small-summary.js'

const own = SUMMARY.policies.at(-1)!
const spread = (median: number) => ({
  median,
  ...({
    range50: [median, median],
    range80: [median - 1, median + 2],
    range95: [median - 3, median + 3],
  } as const),
})
const [first, end] = [SUMMARY.years[0], SUMMARY.years.at(-1)!]
const series: Series = {
  ...{ policy: own.name, indicator: 'share', unit: 'percent', quality: 'estimate' },
  title: { en: 'Share in towns', zh: '城镇比例' },
  years: [
    { year: first, spread: spread(50), principal: 50 },
    { year: end, spread: spread(60), principal: 60 },
  ],
}
const summary: Summary = { ...SUMMARY, policies: [{ ...own, targets: [] }], series: [series] }
const last = series.years[1]

describe('a run without targets', () => {
  it('has its numbers of the last year in a table, those that are counted within a year without a base', () => {
    const [row] = lastYearTable(summary)!.rows
    expect(row.slice(1)).toMatchObject([
      { kind: 'number', value: 50 },
      { kind: 'number', value: 60 },
      { kind: 'range', range: [59, 62] },
    ])
    const flow = {
      ...series,
      years: series.years.map((one, at) => (at > 0 ? one : { ...one, spread: { ...one.spread, median: 0 } })),
    }
    const [counted] = lastYearTable({ ...summary, series: [flow] })!.rows
    expect(counted[1]).toMatchObject({ value: null })
  })

  it('begins with them, on the page and on the screen', () => {
    const html = String(answerHtml(summary, { picture: '', next: [], trust: [] }))
    expect(html).toContain(`At the end of ${last.year}`)
    expect(firstScreenText(summary, { language: 'en', width: 100, paint: (_, text) => text })).toContain(
      `At the end of ${last.year}`,
    )
    expect(outlookFigure(summary)!.title.en).toBe(`Share in towns, ${first}–${end}`)
  })

  it('says what its levels rest on, and no odds', () => {
    const html = String(unknownsHtml(summary, shippedDataset('fixtures/guangxi'), []))
    expect(html).toContain('Never fitted: what comes after the base year')
    expect(html).toContain('Fit: lived from 2010')
    expect(html).not.toContain('may move the odds')
    // of a folder without a fit there is nothing to say
    expect(String(unknownsHtml(summary, loadDataset('fixtures/tiny'), []))).toBe('')
  })

  it('says first on page one how many futures gave no number, where a hundredth or more did', () => {
    const tiny = loadDataset('fixtures/tiny')
    const { draws } = summary
    const page = (failures: number) =>
      String(unknownsHtml({ ...summary, policies: [{ ...own, targets: [], failures }] }, tiny, []))
    expect(page(Math.ceil(draws / 100) - 1)).toBe('')
    expect(page(draws / 4)).toMatch(/250 of 1,000 futures gave no number, 25\s%/)
    expect(page(draws / 4)).toContain('（25%）未得出数值')
  })
})
