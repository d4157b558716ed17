/** Every scenario that comes with cityward: it says what it asks, it can be lived, and it moves what it asks about. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Plan } from '../../src/plan/plan.js'
import { shippedPlan } from '../plan/shipped.js'
import { everyPolicy, livedColumns } from '../run/lived-columns.js'

const DRAWS = 4
const BASE = 'scenarios/guangxi-2023.yaml'
const VARIANTS = readdirSync('scenarios/variants').map((name) => `scenarios/variants/${name}`)

interface Lived {
  readonly plan: Plan
  /** Outcomes of a column in every draw of a policy. */
  readonly column: (policy: string, column: string) => number[]
}

/** Every policy of a scenario through the same few draws. */
function live(file: string): Lived {
  const { plan } = shippedPlan(file)
  const columns = livedColumns(plan, DRAWS, everyPolicy(plan))
  return {
    plan,
    column: (policy, name) => {
      const at = plan.policies.findIndex((one) => one.name === policy)
      expect(at, policy).toBeGreaterThanOrEqual(0)
      return columns[at](name)
    },
  }
}

const lived = new Map([BASE, ...VARIANTS].map((file) => [file, live(file)]))
const base = lived.get(BASE)!
const variant = (name: string) => lived.get(`scenarios/variants/${name}.yaml`)!

/** In every draw, an outcome of the one is above that of the other by more than rounding. */
function expectAbove(above: readonly number[], below: readonly number[]): void {
  expect(above).toHaveLength(DRAWS)
  for (let draw = 0; draw < DRAWS; draw++) expect(above[draw]).toBeGreaterThan(below[draw] * (1 + 1e-9))
}

describe('every scenario', () => {
  it.each([BASE, ...VARIANTS])('%s begins with the question that it asks', (file) => {
    const [first, second] = readFileSync(file, 'utf8').split('\n')
    expect(first).toMatch(/^# [A-Z].*\?/)
    expect(second).toMatch(/^(#|extends:)/)
  })

  it('has names of its own', () => {
    const titles = [...lived.values()].map(({ plan }) => `${plan.title.en} ${plan.title.zh}`)
    expect(new Set(titles).size).toBe(lived.size)
  })
})

describe('a variant moves what it asks about, on the same draws', () => {
  it('beds-doubled raises beds per 1,000', () => {
    const { column } = variant('beds-doubled')
    const beds = 'primary_beds_per_thousand@45@2023'
    expectAbove(column('beds_doubled', beds), column('plan', beds))
    expect(column('plan', beds)).toEqual(base.column('plan', beds))
  })

  it('schools-late lowers the places added, and sends a few more home the year after', () => {
    const late = variant('schools-late')
    for (const name of ['places_added', 'new_kindergartens', 'new_high_schools'])
      expectAbove(base.column('plan', `${name}@45@2023`), late.column('plan', `${name}@45@2023`))
    const share = 'urban_share@45'
    expectAbove(base.column('plan', `${share}@2023`), late.column('plan', `${share}@2023`))
    expect(late.column('plan', `${share}@2021`)).toEqual(base.column('plan', `${share}@2021`))
  })

  it('faster-hukou raises the resident rate a little, since those registered do not go back', () => {
    const { column } = variant('faster-hukou')
    expectAbove(column('faster_hukou', 'urban_share@45@2023'), column('plan', 'urban_share@45@2023'))
    const gain = column('faster_hukou', 'urban_share@45@2023').map(
      (share, draw) => share - column('plan', 'urban_share@45@2023')[draw],
    )
    expect(Math.max(...gain)).toBeLessThan(1)
  })

  it('faster-hukou leaves fewer migrants without registration', () => {
    const { column } = variant('faster-hukou')
    expectAbove(
      column('plan', 'migrant_children@45@2023'),
      column('faster_hukou', 'migrant_children@45@2023'),
    )
  })

  it('weak-guangdong raises the residents of the region', () => {
    const weak = variant('weak-guangdong')
    expectAbove(weak.column('plan', 'residents@45@2023'), base.column('plan', 'residents@45@2023'))
  })

  // by hand, with a change of a quarter of an hour in Nanning: Yulin-Chongzuo 2.23 + 1.77 - 0.25 = 3.75 hours without a railway; with both open
  // Beihai-Chongzuo is slowest, 1.93 + 1.18 - 0.25 = 2.86; none of them reaches two hours, nor do they touch Beihai-Fangchenggang
  it('the railways shorten the slowest journey of the cluster, by a change in Nanning, and reach no target', () => {
    const slowest = (name: string, year: number) =>
      new Set(
        variant(name)
          .column('plan', `main_cities_hours@45@${year}`)
          .map((hours) => hours.toFixed(2)),
      )
    for (const name of ['railways-late', 'railways-on-time']) {
      expect(slowest(name, 2020)).toEqual(new Set(['3.75']))
      expect(slowest(name, 2023)).toEqual(new Set([name === 'railways-late' ? '3.75' : '2.86']))
      expect(variant(name).column('plan', 'bqf_hours@45@2023')).toEqual(
        base.column('plan', 'bqf_hours@45@2020'),
      )
    }
  })

  it('railways-on-time brings more people to Nanning than railways-late, and the base lies between', () => {
    const nanning = 'residents@4501@2023'
    const [early, late] = [variant('railways-on-time'), variant('railways-late')]
    expectAbove(early.column('plan', nanning), late.column('plan', nanning))
    for (let draw = 0; draw < DRAWS; draw++) {
      const residents = [late, base, early].map((run) => run.column('plan', nanning)[draw])
      expect(residents.toSorted((a, b) => a - b)).toEqual(residents)
    }
  })

  it('horizon-2035 reaches 2035, more urban than 2023', () => {
    const { plan, column } = variant('horizon-2035')
    expect(plan.years.at(-1)).toBe(2035)
    expectAbove(column('plan', 'urban_share@45@2035'), column('plan', 'urban_share@45@2023'))
  })

  it('no-action has the two ways to have no plan, with what the base gives for them', () => {
    const { plan, column } = variant('no-action')
    expect(plan.policies.map(({ name, onRequest }) => [name, onRequest])).toEqual([
      ['as_before', undefined],
      ['withdrawn', undefined],
    ])
    for (const policy of ['as_before', 'withdrawn'])
      for (const { name } of plan.outcomes) expect(column(policy, name)).toEqual(base.column(policy, name))
  })
})
