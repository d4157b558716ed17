/** What every published total of a plan came to before and after people were scaled to it, in a future. */
import type { YearWatch } from '../../model/workspace.js'
import type { Plan, PlanControl } from '../../plan/plan.js'
import { cohortAt, type Dimensions } from '../../vocabulary/dimensions.js'
import { replayPopulation } from './population.js'

export interface ControlledTotal {
  readonly total: PlanControl
  /** Persons as projected, and once they are scaled. */
  readonly projected: number
  readonly scaled: number
}

/** In the order of the plan; memory holds what a policy came to, and is left as it is. */
export function controlledTotals(plan: Plan, memory: Float64Array): ControlledTotal[] {
  const { dims, controls } = plan
  if (!controls) return []
  const found: ControlledTotal[] = []
  let year = 0
  let projected: number[] = []
  const watchOf = ({ state }: { readonly state: { readonly people: Float64Array } }): YearWatch => ({
    after: (event) => {
      if (event !== 'projected' && event !== 'control') return
      const own = controls.totals.filter((total) => total.year === year)
      const sums = own.map((total) => peopleIn(dims, state.people, total))
      if (event === 'projected') projected = sums
      else
        own.forEach((total, index) => {
          found.push({ total, projected: projected[index], scaled: sums[index] })
        })
    },
    cohortMoved: () => undefined,
  })
  // the base year is opened, and then every step is taken
  replayPopulation(plan, Float64Array.from(memory), watchOf, () => {
    year++
  })
  return found
}

function peopleIn(dims: Dimensions, people: Float64Array, { city, sex, from, to }: PlanControl): number {
  const { statuses, sexes, cities } = dims
  let sum = 0
  for (let status = 0; status < statuses; status++)
    for (let one = 0; one < sexes; one++) {
      if (sex >= 0 && one !== sex) continue
      for (let age = from; age <= to; age++) {
        const cohort = cohortAt(dims, status, one, age)
        if (city >= 0) sum += people[cohort + city]
        else for (let every = 0; every < cities; every++) sum += people[cohort + every]
      }
    }
  return sum
}
