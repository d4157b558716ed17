/**
 * A region without cities is its own only city: its columns are there once. Twice of one name, the summary of the city, which
 * is of fewer years and has no chance curve or census revision, took the place of the region's, and SQL counted each twice.
 */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { summarise } from '../../src/analysis/summarise.js'
import { columnAt } from '../../src/plan/outcome-columns.js'
import { loadPlan } from '../../src/studies/load-plan.js'
import { HEADER, readerOf } from '../analysis/small-run.js'

const folder = mkdtempSync(join(tmpdir(), 'cityward-'))
afterAll(() => rmSync(folder, { recursive: true }))

it('has every column once, which is that of the city as well', () => {
  cpSync('fixtures/cases/leavers', join(folder, 'data'), { recursive: true })
  writeFileSync(
    join(folder, 'plan.yaml'),
    `title: { en: T, zh: 例 }
data: data
years: { from: 2020, to: 2030 }
run: { draws: 1, seed: 0 }
policies: { no_action: { title: { en: none, zh: 无 }, set: {} } }
population: { migration: 'off' }
indicators: { residents: { title: { en: People, zh: 人口 }, of: people(resident), unit: person } }
`,
  )
  const { plan } = loadPlan(join(folder, 'plan.yaml'))
  expect(plan.outcomes.map(({ name }) => name)).toEqual([
    'residents@R@2020',
    'residents@R@2025',
    'residents@R@2030',
  ])
  expect([0, 1].map((place) => columnAt(plan, 'residents', place, 2025))).toEqual([1, 1])
})

// by hand: 20 draws of 55 or 57 %, half of each; a revision of 1 point reaches 56.5 in all years
it('has a summary of every year, a chance curve and a second band', async () => {
  const [region] = HEADER.places
  const alone = {
    ...HEADER,
    places: [region, region],
    outcomes: HEADER.outcomes.filter(({ place }) => place === 0),
    indicators: HEADER.indicators.map((one) => ({ ...one, censusRevision: one.name === 'share' ? 1 : 0 })),
  }
  const draws = Array.from({ length: 20 }, (_, draw) => (draw < 10 ? 55 : 57))
  const columns = { '1/share@R@2020': draws, '1/share@R@2021': draws }
  const { policies, series, places } = await summarise(alone, readerOf(20, columns))
  const [share] = policies[1].targets
  expect(share.region.odds.hits).toBe(10)
  expect(share.cities.map(({ odds }) => odds.hits)).toEqual([10])
  expect(share.quantiles.length).toBeGreaterThan(50)
  expect(share.futures).toEqual(draws)
  // normal probabilities of -1.5 and 0.5: 0.0668 and 0.6915, and half of their sum
  expect(share.revised!.lenient).toBeCloseTo(0.3791, 3)
  const years = series.find(({ policy, indicator }) => policy === 'act' && indicator === 'share')!.years
  expect(years.map(({ year, spread }) => [year, spread.median])).toEqual([
    [2020, 56],
    [2021, 56],
  ])
  expect(places.find(({ indicator }) => indicator === 'built')!.rows.map(({ code }) => code)).toEqual(['R'])
})
