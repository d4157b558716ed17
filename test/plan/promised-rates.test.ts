/** Promised rates of the shipped scenario, and what is refused of them. A case by hand: fixtures/cases/promises/rates.yaml. */
import { describe, expect, it } from 'vitest'
import type { Plan } from '../../src/plan/plan.js'
import { createTrajectory } from '../../src/run/reference/trajectory.js'
import { partText } from '../../src/scenario/compare/part-text.js'
import { livedColumns } from '../run/lived-columns.js'
import { answerToChange } from '../scenario/tiny-scenario.js'
import { shippedPlan } from './shipped.js'

const { plan, scenario } = shippedPlan('scenarios/guangxi-2023.yaml')
const before = shippedPlan('scenarios/variants/rates-as-before.yaml').plan
const DRAWS = 20

const promised = plan.indicators.filter(({ promisedFor }) => promisedFor)

/** A column of the region in 2023 under the plan, by the name of its indicator; and the value of an uncertainty in each draw. */
function columnsOf(one: Plan) {
  const policy = one.policies.findIndex(({ name }) => name === 'plan')
  const [column] = livedColumns(one, DRAWS, [{ policy, settings: one.policies[policy].settings }])
  return (indicator: string) => column(`${indicator}@45@2023`)
}

describe('promised rates of Guangxi', () => {
  const [now, then] = [columnsOf(plan), columnsOf(before)]

  it('come to what they were, times the people expected over those who are there', () => {
    expect(promised).toHaveLength(7)
    for (const { name, promisedFor } of promised) {
      const [expected, people, kept, was] = [promisedFor!.expected, promisedFor!.people, name]
        .map(now)
        .concat([then(name)])
      const ofAll = scenario.indicators.find((one) => one.name === name)!.promised_for!.follows === undefined
      kept.forEach((value, draw) => {
        const whole = (was[draw] * expected[draw]) / people[draw]
        // where networks follow it lies between that and what was built
        if (ofAll) expect(value / whole).toBeCloseTo(1, 12)
        else {
          expect(value).toBeGreaterThanOrEqual(Math.min(whole, was[draw]) - 1e-12)
          expect(value).toBeLessThanOrEqual(Math.max(whole, was[draw]) + 1e-12)
        }
      })
    }
  })

  it('are the same bits in the model itself as in the kernel', () => {
    const trajectory = createTrajectory(plan, DRAWS)
    const policy = plan.policies.findIndex(({ name }) => name === 'plan')
    const outcomes = new Float64Array(plan.outcomes.length)
    const inputs = new Float64Array(plan.uncertainties.length)
    for (const draw of [0, DRAWS - 1]) {
      expect(trajectory.run(policy, draw, inputs, outcomes)).toBeUndefined()
      for (const { name } of promised) {
        const column = plan.outcomes.findIndex((one) => one.name === `${name}@45@2023`)
        expect(outcomes[column], name).toBe(now(name)[draw])
      }
    }
  })

  it('and everything else, are to the last bit what they were in the variant without', () => {
    const of = (indicator: string) => scenario.indicators.find(({ name }) => name === indicator)!
    for (const { id, indicator } of before.targets) {
      if (of(indicator).promised_for === undefined) expect(then(indicator), id).toEqual(now(indicator))
      else expect(before.indicators.find(({ name }) => name === indicator)!.per).toBe(-1)
    }
  })
})

describe('the people that an office expects', () => {
  const expected = [...new Set(promised.map(({ promisedFor }) => promisedFor!.expected))]
  const thresholds = new Set(plan.targets.map(({ threshold }) => threshold))

  it.each(expected)(
    '%s rests on counts, print and a judgement of its own, and on no target, lever or later year',
    (name) => {
      const seen = new Set<number>()
      const visit = (slot: number) => {
        if (seen.has(slot)) return
        seen.add(slot)
        for (const step of plan.steps) {
          if (step.slot !== slot) continue
          step.loads.flat().forEach(visit)
          for (const { loads, constants } of step.programs) {
            // 1 stands in "1 - share"; the base year in at(...)
            for (const constant of constants) if (constant !== 1) expect(thresholds).not.toContain(constant)
            for (const { key, time } of loads)
              if (key.startsWith('people(')) expect(time).toEqual({ year: 2020 })
          }
        }
      }
      visit(plan.indicators.find((one) => one.name === name)!.of)
      const keys = [...seen].map((slot) => plan.keys[slot])
      const kinds = new Set(keys.map(({ kind }) => kind))
      for (const kind of kinds) expect(['indicator', 'data', 'uncertainty', 'year', 'people']).toContain(kind)
      for (const key of keys) if (key.kind === 'uncertainty') expect(key.name).toBe('carried_on')
    },
  )
})

it('is one line where two scenarios are compared, its formula as it is written', () => {
  const gas = scenario.indicators.find(({ name }) => name === 'gas_kept')!
  expect(partText(gas.promised_for)).toBe(
    'expected: townspeople_expected, people: urban_residents, follows: networks_follow',
  )
})

describe('what is refused', () => {
  const said = (fields: string) =>
    answerToChange(
      'indicators:\n',
      `indicators:\n  kept: { title: { en: Kept, zh: 兑现 }, unit: ratio, ${fields} }\n`,
    )

  it('values by city, and a denominator beside it', () => {
    expect(said('of: 0.9, promised_for: { expected: places_short, people: places_short }')).toContain(
      'indicators.kept.promised_for\n  Found promised_for of an indicator with values by city or year; expected one formula under `of:`, the share of the promise that is built, and `places: region`.  [promise-not-of-region]',
    )
    expect(
      said('of: 0.9, per: 2, places: region, promised_for: { expected: places_short, people: places_short }'),
    ).toContain('Found promised_for beside per; expected one formula')
  })

  const promise = (of: string, follows = '1') =>
    `of: ${of}, places: region, promised_for: { expected: places_added, people: places_short, follows: ${follows} }`

  it('a share that differs by city, or is none', () => {
    expect(said(promise('people(urban) / people(resident)'))).toContain(
      'indicators.kept.promised_for\n  Found promised_for of an indicator with values by city or year',
    )
    expect(said(promise('0.9', 'people(urban) / people(resident)'))).toContain(
      'indicators.kept.promised_for.follows\n  Found `follows:` with a value for every city',
    )
    expect(said(promise('sum(people(urban))'))).toContain(
      'Found a value in person; expected a value in a pure',
    )
    expect(said(promise('0.9', '25'))).toContain(
      'indicators.kept.promised_for.follows\n  Found 25; expected a share from 0 to 1.',
    )
    expect(said(promise('0.9', '-1'))).toContain('Found -1; expected a number of 0 or more.')
  })

  it('people who are a share, or counted in two units', () => {
    expect(
      said('of: 0.9, places: region, promised_for: { expected: urban_share, people: places_short }'),
    ).toContain(
      'indicators.kept.promised_for.expected\n  Found the indicator "urban_share", a share in percent; expected an indicator that counts people, without `per:`.  [promise-not-of-people]',
    )
    expect(
      said('of: 0.9, places: region, promised_for: { expected: schools_open, people: places_short }'),
    ).toContain('Found people expected in school and people there in place; expected the same unit for both.')
  })

  it('and nothing of a plain number of people, whoever follows', () => {
    const many = 'many: { title: { en: Many, zh: 多 }, unit: place, of: 1000, places: region }'
    const kept = `kept: { title: { en: Kept, zh: 兑现 }, unit: ratio, of: 0.9, places: region, promised_for: { expected: many, people: places_short, follows: 0.5 } }`
    expect(answerToChange('indicators:\n', `indicators:\n  ${many}\n  ${kept}\n`)).toMatch(/^a plan of/)
  })

  it('an indicator that there is not, and one that comes back to itself', () => {
    expect(
      said('of: 0.9, places: region, promised_for: { expected: urban_shar, people: urban_share }'),
    ).toContain(
      'indicators.kept.promised_for.expected\n  Found the indicator "urban_shar"; expected a name under `indicators:`.\n  Did you mean urban_share?  [indicator-unknown]',
    )
    expect(said('of: 0.9, places: region, promised_for: { expected: kept, people: urban_share }')).toContain(
      'Found a circle of indicators that name each other: kept > kept',
    )
  })
})
