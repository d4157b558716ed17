/** Reads a trajectory's indicators off its memory: by city, and for the region from the sums of both parts. */
import { type IndicatorPlan, type Plan, slotAt } from '../plan/plan.js'
import type { Fault } from './trajectory.js'

/** Write every outcome column; a value that is no finite number is a fault that names its column. */
export function collectOutcomes(plan: Plan, memory: Float64Array, outcomes: Float64Array): Fault | undefined {
  const indicators = new Map(plan.indicators.map((indicator) => [indicator.name, indicator]))
  for (let column = 0; column < plan.outcomes.length; column++) {
    const { indicator, place, year, name } = plan.outcomes[column]!
    const value = indicatorValue(plan, memory, indicators.get(indicator)!, place, year)
    if (!Number.isFinite(value)) return { code: 'not-a-number', detail: `${name} is ${value}` }
    outcomes[column] = value
  }
  return undefined
}

/** One indicator in one place (0: the region) and year of the plan. */
export function indicatorValue(
  plan: Plan,
  memory: Float64Array,
  indicator: IndicatorPlan,
  place: number,
  year: number,
): number {
  const part = (slot: number, shape: 'number' | 'cities') => {
    const at = slotAt(plan, slot, year)
    if (shape === 'number') return memory[at]!
    if (place > 0) return memory[at + place - 1]!
    let sum = 0
    for (let city = 0; city < plan.dims.cities; city++) sum += memory[at + city]!
    return sum
  }
  const of = part(indicator.of, indicator.ofShape)
  if (indicator.per < 0) return of * indicator.times
  return (of / part(indicator.per, indicator.perShape)) * indicator.times
}
