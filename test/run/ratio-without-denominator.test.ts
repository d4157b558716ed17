/**
 * A ratio that has nothing to be measured against: missing in its place, and everywhere else as if it were not there.
 * By hand: Beta's denominator is 0 where `pace` is 1 or less, or the region's where both cities' are.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { summarise } from '../../src/analysis/summarise.js'
import { loadPlan } from '../../src/studies/load-plan.js'
import { HEADER, readerOf } from '../analysis/small-run.js'
import { cityward, NUMBERS_ONLY, temporary } from '../commands/cityward.js'
import { replaced, TINY } from '../scenario/tiny-scenario.js'
import { collect } from './tiny-plan.js'

const folder = temporary()
const beside = (name: string, denominator: string) => {
  const file = join(folder, name)
  const text = replaced(TINY, 'data: ../tiny', `data: ${resolve('fixtures/tiny')}`)
  writeFileSync(file, replaced(text, 'per: people(resident)', `per: ${denominator}`))
  return file
}
const sometimes = beside(
  'sometimes.yaml',
  '{ by_city: { A: people(resident), B: "people(resident) * max(0, pace - 1)" } }',
)
const { plan } = loadPlan(sometimes)
const pace = plan.uncertainties.findIndex(({ name }) => name === 'pace')
const columns = plan.outcomes.map(({ name }) => name)
const at = (row: readonly number[], name: string) => row[plan.uncertainties.length + columns.indexOf(name)]

it.each(['kernel', 'reference'] as const)('is missing in its city alone (%s)', async (engine) => {
  const rows = [...(await collect(plan, { engine })).values()]
  const without = rows.filter((row) => row[pace] <= 1)
  expect(without.length).toBeGreaterThan(10)
  expect(without.length).toBeLessThan(rows.length - 10)
  for (const row of rows) {
    const missing = columns.filter((name) => Number.isNaN(at(row, name)))
    expect(missing.length > 0).toBe(row[pace] <= 1)
    expect(missing.every((name) => name.startsWith('urban_share@B@'))).toBe(true)
  }
})

const nowhere = beside('nowhere.yaml', 'people(resident) * max(0, pace - 1)')
const empty = loadPlan(nowhere).plan

it.each(['kernel', 'reference'] as const)(
  'is missing in the region too, and fails nothing else (%s)',
  async (engine) => {
    const rows = [...(await collect(empty, { engine })).values()]
    for (const row of rows) {
      const missing = columns.filter((name) => Number.isNaN(at(row, name)))
      const share = columns.filter((name) => name.startsWith('urban_share@'))
      expect(missing).toEqual(row[pace] <= 1 ? share : [])
    }
  },
)

it.each([
  ['a city', plan],
  ['the region', empty],
])('has the same bits in both engines, missing in %s', async (_, some) => {
  const [kernel, reference] = await Promise.all([collect(some, {}), collect(some, { engine: 'reference' })])
  expect(kernel).toEqual(reference)
})

// By hand: in about half of the futures pace is above 1, which is its median; no odds of the share, odds of the rest.
it('leaves the other targets their odds where the region lacks it, and says why one has none', () => {
  const run = join(folder, 'region')
  const { code, out } = cityward('run', nowhere, '--draws', '40', '--out', run)
  expect(code).toBe(0)
  expect(out).not.toMatch(/NaN|null|undefined/)
  const { policies, findings } = JSON.parse(readFileSync(join(run, 'summary.json'), 'utf8'))
  const [share, places] = policies[1].targets
  expect(share).toMatchObject({ word: 'no_odds', lenient: { share: null, draws: 0 } })
  expect(share.region).toMatchObject({ firstYear: null, odds: { share: null } })
  expect(places.region.odds.draws).toBe(40)
  expect(policies[1].joint.share).toBeNull()
  expect(policies[1].effects[0].odds).toBeNull()
  expect(policies[1].effects[1].odds).toBe(0)
  expect(policies.map(({ failures }: { failures: number }) => failures)).toEqual([0, 0])
  expect(findings[1].en).toBe(
    'Build: no odds of Urban share: in some futures there is nothing that it is measured against (0). Its medians and ranges are of the other futures.',
  )
  const page = readFileSync(join(run, 'report.html'), 'utf8')
  expect(page).not.toMatch(/NaN|>undefined</)
  const again = cityward('compare', run, run)
  expect(again.out).toContain('All 3 targets are just as before.')
})

it('is refused by reach, whose odds it would take, and said by diff', () => {
  const { code, err } = cityward('reach', nowhere, '--draws', '40', '--quiet')
  expect(code).toBe(2)
  expect(err).toMatch(
    /Found nothing to measure "Urban share" of Tinyland in 2023 against in \d+ of 40 futures; expected a number in every future, or its odds are not known\. {2}\[denominator-zero\]/,
  )
  const whole = beside('whole.yaml', 'people(resident)')
  expect(cityward('diff', whole, nowhere, '--draws', '40', '--quiet').out.replaceAll(/\s+/g, ' ')).toContain(
    'Warning: 1 mixture has futures that cannot be lived or have no number; they count as not reached.',
  )
})

it('is null in the summary and "-" on screen, has no odds, and is NULL in SQL', () => {
  const run = join(folder, 'run')
  const { code, out } = cityward('run', ...NUMBERS_ONLY, '--full', sometimes, '--draws', '50', '--out', run)
  expect(code).toBe(0)
  expect(out).not.toContain('NaN')
  const { policies, notNumbers } = JSON.parse(readFileSync(join(run, 'summary.json'), 'utf8'))
  const [alpha, beta] = policies[1].targets[0].cities
  expect(alpha.odds.draws).toBe(50)
  expect(beta.odds).toEqual({ share: null, low: null, high: null, hits: 0, draws: 0 })
  expect(notNumbers).toContainEqual({ at: 'policies.1.targets.0.cities.1.odds.share', is: 'NaN' })
  expect(policies[1].failures).toBe(0)
  expect(out).toMatch(/Beta +[0-9.]+ \(-\)/)
  const sql = `select count("urban_share@B@2023") as known, count(*) as draws, count(*) filter (where "input@pace" > 1) as wide from outcomes`
  const [known, draws, wide] = cityward('query', run, sql, '--csv').out.trim().split('\n')[1].split(',')
  expect(draws).toBe('100')
  expect(known).toBe(wide)
})

it('gives no odds where some futures lack it, and counts them where a future failed as a whole', async () => {
  const reach = [57, 57, 57, 57, Number.NaN]
  const failed = Object.fromEntries(HEADER.outcomes.map(({ name }) => [`1/${name}`, reach]))
  const whole = await summarise(HEADER, readerOf(5, failed))
  expect(whole.policies[1].targets[0].cities[1].odds).toMatchObject({ hits: 4, draws: 5 })
  expect(whole.policies[1].failures).toBe(1)
  const lacking = await summarise(HEADER, readerOf(5, { '1/share@B@2021': reach }))
  expect(lacking.policies[1].targets[0].cities[1].odds.share).toBeNaN()
  expect(lacking.policies[1].targets[0].cities[1].firstYear).toBeNull()
  expect(lacking.policies[1].failures).toBe(0)
})
