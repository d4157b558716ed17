/** Reads a trajectory's indicators off its memory: by city, and for the region from the sums of both parts. */

import { type IndicatorPlan, type Plan, slotAt } from '../../plan/plan.js'
import type { Fault } from '../../results/failures.js'

/** A function that writes every outcome column; a value that is no finite number is a fault that names its column. */
export function createOutcomes(
  plan: Plan,
  memory: Float64Array,
): (outcomes: Float64Array) => Fault | undefined {
  const columns = columnsOf(plan)
  return (outcomes) => {
    for (let column = 0; column < columns.length; column++) {
      const { of, per, times } = columns[column]
      const value = (per ? sumOf(memory, of) / sumOf(memory, per) : sumOf(memory, of)) * times
      if (!Number.isFinite(value)) {
        return { code: 'not-a-number', detail: `${plan.outcomes[column].name} is ${value}` }
      }
      outcomes[column] = value
    }
    return undefined
  }
}

/** Where an outcome is read. */
export interface Column {
  readonly of: Read
  readonly per: Read | undefined
  readonly times: number
}

/** Where every outcome column is read. */
export function columnsOf(plan: Plan): Column[] {
  const indicators = new Map(plan.indicators.map((indicator) => [indicator.name, indicator]))
  return plan.outcomes.map(({ indicator, place, year }) => {
    const { of, ofShape, per, perShape, times } = indicators.get(indicator)!
    return {
      of: readAt(plan, of, ofShape, place, year),
      per: per < 0 ? undefined : readAt(plan, per, perShape, place, year),
      times,
    }
  })
}

/** One indicator in one place (0: the region) and year of the plan. */
export function indicatorValue(
  plan: Plan,
  memory: Float64Array,
  indicator: IndicatorPlan,
  place: number,
  year: number,
): number {
  const { of, ofShape, times } = indicator
  const denominator = denominatorValue(plan, memory, indicator, place, year) ?? 1
  return (sumOf(memory, readAt(plan, of, ofShape, place, year)) / denominator) * times
}

/** What a ratio is measured against, in one place and year; undefined for a count. */
export function denominatorValue(
  plan: Plan,
  memory: Float64Array,
  { per, perShape }: IndicatorPlan,
  place: number,
  year: number,
): number | undefined {
  return per < 0 ? undefined : sumOf(memory, readAt(plan, per, perShape, place, year))
}

/** Places of memory that add up to a value, one after another. */
export interface Read {
  readonly slot: number
  readonly at: number
  readonly count: number
}

/** A column in one place: the city's number, the sum over cities, or the one number it holds. */
function readAt(plan: Plan, slot: number, shape: 'number' | 'cities', place: number, year: number): Read {
  const at = slotAt(plan, slot, year)
  if (shape === 'number') return { slot, at, count: 1 }
  return place > 0 ? { slot, at: at + place - 1, count: 1 } : { slot, at, count: plan.dims.cities }
}

function sumOf(memory: Float64Array, { at, count }: Read): number {
  let sum = memory[at]
  for (let k = 1; k < count; k++) sum += memory[at + k]
  return sum
}
