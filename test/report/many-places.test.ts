/** Pictures of more places than a page shows: those with most people alone, and captions of all. */
import { expect, it } from 'vitest'
import { shownGroups } from '../../src/report/html/figures.js'
import type { Projection } from '../../src/results/projection.js'
import { SUMMARY } from './small-summary.js'

/** Place k of 400 has k x 1,000 people throughout, and lacks one place. */
const COUNT = 400
const codes = Array.from({ length: COUNT }, (_, k) => `P${k + 1}`)
const [first, last] = [SUMMARY.years[0], SUMMARY.years.at(-1)!]
const named = (code: string) => ({ code, name: { en: code, zh: code }, tile: null })
const row = (code: string, year: number, need: number) => ({
  code,
  year,
  need,
  capacity: need - 1,
  lacking: 1,
  lackingShare: 1 / need,
})
const projection: Projection = {
  policy: SUMMARY.policies.at(-1)!.name,
  people: codes.flatMap((code, k) =>
    [first, last].map((year) => ({ code, year, byStatus: [1000 * (k + 1), 0, 0, 0] })),
  ),
  growth: [],
  growthInAll: codes.map((code) => ({
    code,
    year: last,
    before: 0,
    natural: 0,
    withinCity: 0,
    beyondCity: -1,
    reclassified: 0,
    after: 0,
    fromOutside: 0,
    toOutside: 0,
    netOutside: 0,
  })),
  pyramids: [first, last].map((year) => ({ year, ages: [0], people: [[[1], [1]]] })),
  programmes: [],
  services: [
    {
      service: 'schools',
      title: { en: 'School places', zh: '学位' },
      unit: 'place',
      rows: ['R', ...codes].flatMap((code, k) => [first, last].map((year) => row(code, year, 100 + k))),
    },
  ],
}
const summary = { ...SUMMARY, map: [named('R'), ...codes.map(named)], projections: [projection] }

it('shows the places that matter, and says how many there are', () => {
  const figures = shownGroups(summary, { pastOdds: [], backtest: [], cities: [] }).flatMap(
    (group) => group.figures,
  )
  const growth = figures.find(({ id }) => id === 'growth')!
  expect(growth.caption.en).toContain(`of ${COUNT} of ${COUNT} cities`)
  const shown = new Set(JSON.stringify([growth.spec('wide'), growth.tables]).match(/P\d+/g))
  // forty with most people; of those that grow, shrink and lack alike the first twenty
  const largest = codes.slice(-40)
  const others = codes.slice(0, 20)
  expect([...shown].sort()).toEqual([...largest, ...others].sort())
})
