import { describe, expect, it } from 'vitest'
import { packPlan, unpackPlan } from '../../src/explorer/engine/packed-plan.js'
import { shippedPlan } from '../plan/shipped.js'

describe('a packed plan', () => {
  it.each([
    'fixtures/cases/tiny.yaml',
    'scenarios/guangxi-2023.yaml',
    'scenarios/variants/people-as-before.yaml',
  ])('comes back with every number: %s', (file) => {
    const { plan } = shippedPlan(file)
    // fields without a value are no part of a plan
    expect(unpackPlan(packPlan(plan))).toEqual(plan)
  })

  it('keeps the bits of every double, and what JSON has no word for', () => {
    const { plan } = shippedPlan('fixtures/cases/tiny.yaml')
    const odd = [0.1 + 0.2, 5e-324, 1.7976931348623157e308, -0, Number.NaN, Number.POSITIVE_INFINITY, -1 / 3]
    const people = Float64Array.from(odd)
    const settings = [-0, Number.NEGATIVE_INFINITY, 1e21]
    const [policy] = plan.policies
    const packed = unpackPlan(
      packPlan({ ...plan, opening: { people, away: people }, policies: [{ ...policy, settings }] }),
    )
    expect(new Uint8Array(packed.opening.people.buffer)).toEqual(new Uint8Array(people.buffer))
    expect(packed.policies[0].settings.map((value, at) => Object.is(value, settings[at]))).toEqual([
      true,
      true,
      true,
    ])
  })

  it('keeps the bits of long lists, of decimals and of what is none', () => {
    const { plan } = shippedPlan('fixtures/cases/tiny.yaml')
    const [policy] = plan.policies
    const lists = [
      Array.from({ length: 100 }, (_, k) => (k - 50) / 1000),
      Array.from({ length: 100 }, (_, k) => 1e9 * k + 0.25),
      Array.from({ length: 100 }, (_, k) => (k === 7 ? -0 : k)),
      Array.from({ length: 100 }, (_, k) => Math.sqrt(k)),
      Array.from({ length: 100 }, (_, k) => k * 2 ** 45),
      Array.from({ length: 64 }, () => 3.5),
    ]
    const policies = lists.map((settings) => ({ ...policy, settings }))
    const back = unpackPlan(packPlan({ ...plan, policies })).policies
    for (const [at, settings] of lists.entries())
      expect(
        back[at].settings.every((value, k) => Object.is(value, settings[k])),
        `list ${at}`,
      ).toBe(true)
  })

  it('has equal tables once, as one table: the engine compiles each of them once', () => {
    const { plan } = shippedPlan('scenarios/guangxi-2023.yaml')
    const { schedules } = unpackPlan(packPlan(plan))
    expect(schedules[1].mortality).toBe(schedules[0].mortality)
  })
})
