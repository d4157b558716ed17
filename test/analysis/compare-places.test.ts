/** Two runs by city and service, with gaps that are set by hand: A gains 30, B loses 10, C stays. */
import { describe, expect, it } from 'vitest'
import { compareSummaries } from '../../src/analysis/compare.js'
import type { PlaceNeeds, Summary } from '../../src/analysis/summary.js'
import { comparisonTable } from '../../src/report/terminal/compare-table.js'
import { THERE_AGAINST_HERE, whoGains } from '../../src/report/words/first-page/beside.js'
import { SUMMARY } from '../report/small-summary.js'

const place = (code: string, lacking: number, toAdd: number): PlaceNeeds => {
  const gap = { median: lacking, range50: [0, 0], range80: [0, 0], range95: [0, 0] } as const
  const year = { year: 2023, need: 100, capacity: 90, gap, toAdd, startBy: [] }
  return {
    code,
    name: { en: code, zh: code },
    years: [year],
    peak: toAdd > 0 ? year : null,
    everyYear: toAdd,
  }
}
const withGaps = (gaps: Readonly<Record<string, readonly [number, number]>>): Summary => ({
  ...SUMMARY,
  needs: [
    {
      ...{ policy: 'plan', service: 'school', unit: 'place', odds: 0.8, programmes: [] },
      title: { en: 'School places', zh: '学位' },
      places: Object.entries(gaps).map(([code, [lacking, toAdd]]) => place(code, lacking, toAdd)),
    },
  ],
})

const before = withGaps({ all: [60, 70], A: [50, 55], B: [10, 15], C: [0, 0] })
const after = withGaps({ all: [40, 50], A: [20, 25], B: [20, 25], C: [0, 0] })
const comparison = compareSummaries(before, after)

describe('two runs by city', () => {
  it('have what lacks in both, and what it changes by', () => {
    const [{ service, year, places }] = comparison.services
    expect([service, year]).toEqual(['school', 2023])
    expect(places.map(({ code, change }) => [code, change])).toEqual([
      ['all', -20],
      ['A', -30],
      ['B', 10],
      ['C', 0],
    ])
    expect(places[1].before).toEqual({ lacking: 50, toAdd: 55, year: 2023 })
  })

  it('say who gains and who loses', () => {
    expect(whoGains(comparison.services[0], THERE_AGAINST_HERE)).toEqual({
      en: 'School places, 2023, there against here: less lacks in A 30; more in B 10.',
      zh: '2023年学位（另一方案与本方案相比）：缺口减少：A30个；缺口增加：B10个。',
    })
  })

  it('are told apart on the screen, with what is alike folded into one line', () => {
    const text = comparisonTable(comparison, { language: 'en', width: 120 })
    expect(text).toContain('School places: lacking in 2023, median')
    expect(text).toMatch(/^A +50 +20 +-30 +55 \(2023\) +25 \(2023\)$/m)
    expect(text).toContain('Nothing differs in 1 more.')
    expect(text).not.toMatch(/^C /m)
  })

  it('have the course of the first target in both', () => {
    const { spread } = SUMMARY.policies[1].targets[0].region
    const years = [{ year: 2023, spread, principal: 0 }]
    const [one, other] = [before, after].map((run) => ({
      ...run,
      series: run.series.map((series) => ({ ...series, years })),
    }))
    expect(compareSummaries(one, other).course).toMatchObject({ threshold: 57, before: years, after: years })
  })

  it('of two regions have none', () => {
    const other = { ...after, region: { en: 'Elsewhere', zh: '别处' } }
    expect(compareSummaries(before, other).services).toEqual([])
  })
})
