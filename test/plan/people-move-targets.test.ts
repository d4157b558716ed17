/**
 * How many targets of Guangxi respond to people: with leaving the village moved by a tenth, in the median future of the plan and
 * in some draws. By the definitions of what they measure, beds and childcare are per resident, networks per townsperson, and
 * migrants' children are the model's own.
 */
import { expect, it } from 'vitest'
import { compilePlan } from '../../src/plan/compile.js'
import { createTrajectory } from '../../src/run/reference/trajectory.js'
import type { Formula, Value } from '../../src/scenario/scenario.js'
import { loadPlan } from '../../src/studies/load-plan.js'

const { scenario, dataset, plan } = loadPlan('scenarios/guangxi-2023.yaml')
const DRAWS = 5
/** Far above what sums of shares over cities are rounded by, far below what people do. */
const LEAST = 1e-6

/** The plan with the level of leaving the village multiplied. */
function withLeaving(times: number) {
  const exit = scenario.population.levels.rural_exit as Extract<Value, { kind: 'formula' }>
  const formula: Formula = { ...exit.formula, text: `(${exit.formula.text}) * ${times}` }
  const levels = { ...scenario.population.levels, rural_exit: { ...exit, formula } }
  const changed = { ...scenario, population: { ...scenario.population, levels } }
  return compilePlan(changed, dataset, () => ({ file: 'here' }), 'test').plan!
}

/** Outcomes of some draws under the plan, in the target's year. */
function outcomesOf(one: typeof plan): number[][] {
  const trajectory = createTrajectory(one, DRAWS)
  const policy = one.policies.findIndex(({ name }) => name === 'plan')
  return Array.from({ length: DRAWS }, (_, draw) => {
    const outcomes = new Float64Array(one.outcomes.length)
    expect(trajectory.run(policy, draw, new Float64Array(one.uncertainties.length), outcomes)).toBeUndefined()
    return one.targets.map(
      ({ indicator, year }) =>
        outcomes[one.outcomes.findIndex(({ name }) => name === `${indicator}@45@${year}`)],
    )
  })
}

it('at least ten targets respond to a tenth more people leaving their villages, in the direction that follows', () => {
  const [before, after] = [outcomesOf(plan), outcomesOf(withLeaving(1.1))]
  const change = plan.targets.map((_, at) => before.map((draw, index) => after[index][at] - draw[at]))
  const moved = plan.targets.flatMap(({ id }, at) =>
    change[at].some((one) => Math.abs(one) > LEAST) ? [id] : [],
  )
  expect(moved).toEqual([
    'urbanisation-rate',
    'migrant-children-public-share',
    'public-kindergarten-enrolment',
    'primary-care-beds',
    'childcare-places',
    'sewage-collection-rate',
    'county-sewage-treatment-rate',
    'waste-harmless-rate',
    'gas-coverage',
    'park-service-coverage',
  ])
  const of = (id: string) => change[plan.targets.findIndex((target) => target.id === id)]
  for (const one of of('urbanisation-rate')) expect(one).toBeGreaterThan(0)
  // more townspeople than networks are built for, and more loss of waste
  for (const id of ['sewage-collection-rate', 'waste-harmless-rate'])
    for (const one of of(id)) expect(one).toBeLessThanOrEqual(0)
  // more leave for other provinces as well, so that beds are for fewer
  for (const one of of('primary-care-beds')) expect(one).toBeGreaterThan(0)
})

it('no split over cities moves what a programme comes to in the region', () => {
  const stock = loadPlan('scenarios/variants/schools-by-stock.yaml').plan
  const [need, before] = [outcomesOf(plan), outcomesOf(stock)]
  for (const id of [
    'compulsory-places-added',
    'compulsory-schools-new',
    'high-schools-new',
    'public-kindergartens-new',
  ]) {
    const at = plan.targets.findIndex((target) => target.id === id)
    need.forEach((draw, index) => {
      expect(draw[at]).toBeCloseTo(before[index][at], 6)
    })
  }
})
