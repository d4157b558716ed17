/** Counts the people that formulas ask for, by city. */
import type { State } from '../../model/state.js'
import { type HeadCount, type Plan, slotAt } from '../../plan/plan.js'
import { ageAt, cohortAt } from '../../vocabulary/dimensions.js'

type CountedPlan = Pick<Plan, 'dims' | 'years' | 'headCounts'>

/** Write every head count of the plan for one year. */
export function writeHeadCounts(plan: CountedPlan, memory: Float64Array, state: State, year: number): void {
  for (const count of plan.headCounts) {
    const to = slotAt(plan, count.slot, year)
    memory.fill(0, to, to + plan.dims.cities)
    for (const sex of count.sexes) {
      if (count.statuses.length === 0) addAges(plan, memory, to, state.away, ageAt(plan.dims, sex, 0), count)
      for (const status of count.statuses) {
        addAges(plan, memory, to, state.people, cohortAt(plan.dims, status, sex, 0), count)
      }
    }
  }
}

function addAges(
  plan: CountedPlan,
  memory: Float64Array,
  to: number,
  people: Float64Array,
  from: number,
  count: HeadCount,
): void {
  const { cities } = plan.dims
  if (people.length === 0) return
  for (let age = count.from; age <= count.to; age++) {
    for (let city = 0; city < cities; city++) memory[to + city] += people[from + age * cities + city]
  }
}
