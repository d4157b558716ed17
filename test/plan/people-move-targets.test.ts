/**
 * Which targets of Guangxi respond to people: with leaving the village moved by a tenth, in some draws of the plan. Nine do: the urban
 * share, the share of migrants' children, who are the model's own, and seven promised rates, which are built for the people that an office
 * expects and shared by those who are there (docs/method.md, M21). All others are counts of what is built or given, shares of
 * beds, waste and land, and hours: nobody is counted in their definitions, or the record speaks against it (docs/decisions.md).
 */
import { expect, it } from 'vitest'
import { compilePlan } from '../../src/plan/compile.js'
import type { Formula, Value } from '../../src/scenario/scenario.js'
import { livedColumns } from '../run/lived-columns.js'
import { shippedPlan } from './shipped.js'

const { scenario, dataset, plan } = shippedPlan('scenarios/guangxi-2023.yaml')
const DRAWS = 5
/** Far above what sums of shares over cities are rounded by, far below what people do. */
const LEAST = 1e-6

const multiplied = (formula: Formula, times: number): Formula => ({
  ...formula,
  text: `(${formula.text}) * ${times}`,
})

/** The plan with the level of leaving the village multiplied in every year. */
function withLeaving(times: number) {
  const exit = scenario.population.levels.rural_exit as Extract<Value, { kind: 'by_year' }>
  const points = exit.points.map((point) => ({ ...point, formula: multiplied(point.formula, times) }))
  const levels = { ...scenario.population.levels, rural_exit: { ...exit, points } }
  const changed = { ...scenario, population: { ...scenario.population, levels } }
  return compilePlan(changed, dataset, () => ({ file: 'here' }), 'test').plan!
}

/** Outcomes of some draws under the plan, in the target's year. */
function outcomesOf(one: typeof plan): number[][] {
  const policy = one.policies.findIndex(({ name }) => name === 'plan')
  const { settings } = one.policies[policy]
  const [column] = livedColumns(one, DRAWS, [{ policy, settings }])
  const byTarget = one.targets.map(({ indicator, year }) => column(`${indicator}@45@${year}`))
  return Array.from({ length: DRAWS }, (_, draw) => byTarget.map((values) => values[draw]))
}

/** Promised rates of townspeople, of whom more come; and of residents, and children, of whom some leave the region. */
const OF_TOWNSPEOPLE = ['sewage-collection-rate', 'county-sewage-treatment-rate', 'gas-coverage']
const OF_RESIDENTS = ['primary-care-beds', 'childcare-places']
const OF_CHILDREN = ['inclusive-kindergarten-share', 'public-kindergarten-enrolment']
const ANSWERING = [
  'urbanisation-rate',
  'migrant-children-public-share',
  ...OF_CHILDREN,
  ...OF_RESIDENTS,
  ...OF_TOWNSPEOPLE,
]

it('nine targets respond to a tenth more people leaving their villages, each to its side', () => {
  const [before, after] = [outcomesOf(plan), outcomesOf(withLeaving(1.1))]
  const change = plan.targets.map((_, at) => before.map((draw, index) => after[index][at] - draw[at]))
  const moved = plan.targets.flatMap(({ id }, at) =>
    change[at].some((one) => Math.abs(one) > LEAST) ? [id] : [],
  )
  expect(plan.targets.length).toBe(31)
  expect(moved).toEqual(ANSWERING)
  const of = (id: string) => change[plan.targets.findIndex((target) => target.id === id)]
  for (const one of of('urbanisation-rate')) expect(one).toBeGreaterThan(0)
  for (const id of OF_TOWNSPEOPLE) for (const one of of(id)) expect(one, id).toBeLessThan(0)
  for (const id of OF_RESIDENTS) for (const one of of(id)) expect(one, id).toBeGreaterThan(0)
})

it('a target is said to answer to people where it does', () => {
  expect(plan.targets.filter(({ ofPeople }) => ofPeople).map(({ id }) => id)).toEqual(ANSWERING)
})

it('no split over cities moves what a programme comes to in the region', () => {
  const stock = shippedPlan('scenarios/variants/schools-by-stock.yaml').plan
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
