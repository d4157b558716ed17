/**
 * How the Guangxi plan acts on people: each mechanism moves what its source says, in that direction, from 2022 on, and
 * with every effect at 0 nothing is moved at all. The directions are those of docs/method.md, M17.
 */
import { describe, expect, it } from 'vitest'
import type { Plan } from '../../src/plan/plan.js'
import { livedColumns } from '../run/lived-columns.js'
import { shippedPlan } from './shipped.js'

const { plan, scenario } = shippedPlan('scenarios/guangxi-2023.yaml')
const DRAWS = 3
const EFFECTS = ['jobs', 'hukou', 'settling', 'crowding', 'township', 'parks'].map((name) => `${name}_effect`)
const indexOf = (lever: string) => plan.levers.findIndex(({ name }) => name === lever)
const policyOf = (name: string) => plan.policies.find((one) => one.name === name)!
const baseline = policyOf('as_before').settings
const simulated = new Map<Plan, Map<string, (name: string) => number[]>>()

/** Outcomes by name, in some draws under settings of all levers: simulated once. */
function lived(of: Plan, settings: readonly number[]): (name: string) => number[] {
  const ofPlan = simulated.get(of) ?? new Map<string, (name: string) => number[]>()
  simulated.set(of, ofPlan)
  const key = String(settings)
  if (!ofPlan.has(key)) ofPlan.set(key, simulate(of, settings))
  return ofPlan.get(key)!
}

function simulate(of: Plan, settings: readonly number[]): (name: string) => number[] {
  return livedColumns(of, DRAWS, [{ policy: 0, settings }])[0]
}

const withLever = (lever: string, setting: number) =>
  baseline.map((own, at) => (at === indexOf(lever) ? setting : own))
const asBefore = lived(plan, baseline)

function expectAll(holds: (one: number, other: number) => boolean, ones: number[], others: number[]): void {
  expect(ones.map((one, draw) => [one, others[draw], holds(one, others[draw])])).toEqual(
    ones.map((one, draw) => [one, others[draw], true]),
  )
}
const above = (one: number, other: number) => one > other
const below = (one: number, other: number) => one < other

describe('a mechanism of the plan', () => {
  it.each([
    ['jobs_and_industry', 'urban_share', above],
    ['hukou_chapter', 'urban_share', above],
    // who is registered is a migrant no more
    ['hukou_chapter', 'migrant_children', below],
    ['settling', 'urban_share', above],
    ['settling', 'migrant_children', above],
    ['county_towns', 'urban_share', above],
    ['return_parks', 'residents', above],
    // by what its schools and beds leave short
    ['programmes', 'urban_share', above],
  ] as const)(
    '%s moves %s as its source says, and its withdrawal the other way',
    (lever, indicator, holds) => {
      const column = `${indicator}@45@2023`
      expectAll(holds, lived(plan, withLever(lever, 1))(column), asBefore(column))
      if (lever === 'programmes') return
      expectAll(holds, asBefore(column), lived(plan, withLever(lever, -1))(column))
    },
  )

  it('begins in 2022: nobody lives elsewhere at the end of 2021, whatever the policy', () => {
    for (const { settings } of plan.policies)
      for (const { name } of plan.outcomes.filter(({ year }) => plan.years[year] === 2021))
        if (/^(urban_share|residents|urban_residents|school_age|older_share)@/.test(name))
          expect(lived(plan, settings)(name), name).toEqual(asBefore(name))
  })

  it('reads places and beds a year late: schools opened in 2023 send nobody home by then', () => {
    const late = shippedPlan('scenarios/variants/schools-late.yaml').plan
    const now = lived(plan, policyOf('plan').settings)
    const then = lived(late, policyOf('plan').settings)
    // extensions of 2021 count in 2022
    expectAll(below, then('urban_share@45@2023'), now('urban_share@45@2023'))
    expect(then('urban_share@45@2021')).toEqual(now('urban_share@45@2021'))
  })

  it('leaves every number as it was where its effect is 0, to the last bit', () => {
    const bare = shippedPlan('scenarios/variants/people-as-before.yaml').plan
    const fixed = plan.uncertainties.map((one) =>
      EFFECTS.includes(one.name) ? { ...one, distribution: { kind: 'fixed' as const, value: 0 } } : one,
    )
    expect(fixed.filter(({ distribution }) => distribution.kind === 'fixed')).toHaveLength(EFFECTS.length)
    const still = lived({ ...plan, uncertainties: fixed }, policyOf('plan').settings)
    const without = lived(bare, bare.policies.find(({ name }) => name === 'plan')!.settings)
    for (const { name } of bare.outcomes) expect(still(name), name).toEqual(without(name))
  })
})

describe('policies to measure the plan against', () => {
  it('are as before, and withdrawn too; the second is simulated where it is named', () => {
    expect(plan.policies.map(({ name, onRequest }) => [name, onRequest ?? false])).toEqual([
      ['as_before', false],
      ['withdrawn', true],
      ['plan', false],
    ])
  })

  it('order the urban share: withdrawn, as before, the plan', () => {
    const column = 'urban_share@45@2023'
    expectAll(below, lived(plan, policyOf('withdrawn').settings)(column), asBefore(column))
    expectAll(below, asBefore(column), lived(plan, policyOf('plan').settings)(column))
  })

  it('have ranges that hold 0 wherever only a sign is known, and say so', () => {
    for (const name of EFFECTS) {
      const { distribution, because } = scenario.uncertainties.find((one) => one.name === name)!
      expect(distribution, name).toMatchObject({ kind: 'triangular', low: 0 })
      expect(because.en, name).toMatch(/judgement/i)
      expect(because.zh, name).toContain('主观判断')
    }
  })
})
