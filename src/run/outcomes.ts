/** Reads a trajectory's indicators off its memory: by city, and for the region from the sums of both parts. */
import type { Fault } from '../plan/outcomes.js'
import { type IndicatorPlan, type Plan, slotAt } from '../plan/plan.js'

/** A function that writes every outcome column; a value that is no finite number is a fault that names its column. */
export function createOutcomes(
  plan: Plan,
  memory: Float64Array,
): (outcomes: Float64Array) => Fault | undefined {
  const indicators = new Map(plan.indicators.map((indicator) => [indicator.name, indicator]))
  const columns = plan.outcomes.map((column) => ({ ...column, of: indicators.get(column.indicator)! }))
  return (outcomes) => {
    for (let column = 0; column < columns.length; column++) {
      const { of, place, year, name } = columns[column]
      const value = indicatorValue(plan, memory, of, place, year)
      if (!Number.isFinite(value)) return { code: 'not-a-number', detail: `${name} is ${value}` }
      outcomes[column] = value
    }
    return undefined
  }
}

/** One indicator in one place (0: the region) and year of the plan. */
export function indicatorValue(
  plan: Plan,
  memory: Float64Array,
  indicator: IndicatorPlan,
  place: number,
  year: number,
): number {
  const of = partOf(plan, memory, indicator.of, indicator.ofShape, place, year)
  if (indicator.per < 0) return of * indicator.times
  return (of / partOf(plan, memory, indicator.per, indicator.perShape, place, year)) * indicator.times
}

/** What a ratio is measured against, in one place and year; undefined for a count. */
export function denominatorValue(
  plan: Plan,
  memory: Float64Array,
  { per, perShape }: IndicatorPlan,
  place: number,
  year: number,
): number | undefined {
  return per < 0 ? undefined : partOf(plan, memory, per, perShape, place, year)
}

/** A column in one place: the city's number, the sum over cities, or the one number it holds. */
function partOf(
  plan: Plan,
  memory: Float64Array,
  slot: number,
  shape: 'number' | 'cities',
  place: number,
  year: number,
): number {
  const at = slotAt(plan, slot, year)
  if (shape === 'number') return memory[at]
  if (place > 0) return memory[at + place - 1]
  let sum = 0
  for (let city = 0; city < plan.dims.cities; city++) sum += memory[at + city]
  return sum
}
