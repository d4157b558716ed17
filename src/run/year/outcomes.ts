/** Reads a trajectory's indicators off its memory: by city, and for the region from the sums of both parts. */

import { type IndicatorPlan, type Plan, slotAt } from '../../plan/plan.js'
import type { OutcomeFault } from '../../results/failures.js'

/**
 * A function that writes every outcome column; a value that is no finite number is a fault of its column.
 *
 * A ratio whose denominator is 0 is missing and no fault: NaN in its own column, and the rest stands.
 */
export function createOutcomes(
  plan: Plan,
  memory: Float64Array,
): (outcomes: Float64Array) => OutcomeFault | undefined {
  const sources = outcomeSources(plan)
  return (outcomes) => {
    for (let column = 0; column < sources.length; column++) {
      const { of, per, times } = sources[column]
      const above = sumOf(memory, of)
      const below = per ? sumOf(memory, per) : 1
      const value = (per ? above / below : above) * times
      if (Number.isFinite(value)) outcomes[column] = value
      else if (below === 0 && Number.isFinite(above)) outcomes[column] = Number.NaN
      else {
        return { code: 'not-a-number', outcome: plan.outcomes[column].name, value }
      }
    }
    return undefined
  }
}

/** What an outcome is read from. */
export interface OutcomeSource {
  readonly of: MemorySpan
  readonly per: MemorySpan | undefined
  readonly times: number
}

/** What every outcome column is read from. */
export function outcomeSources(plan: Plan): OutcomeSource[] {
  const indicators = new Map(plan.indicators.map((indicator) => [indicator.name, indicator]))
  return plan.outcomes.map(({ indicator, place, year }) => {
    const { of, ofShape, per, perShape, times } = indicators.get(indicator)!
    return {
      of: spanAt(plan, of, ofShape, place, year),
      per: per < 0 ? undefined : spanAt(plan, per, perShape, place, year),
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
  return (sumOf(memory, spanAt(plan, of, ofShape, place, year)) / denominator) * times
}

/** What a ratio is measured against, in one place and year; undefined for a count. */
export function denominatorValue(
  plan: Plan,
  memory: Float64Array,
  { per, perShape }: IndicatorPlan,
  place: number,
  year: number,
): number | undefined {
  return per < 0 ? undefined : sumOf(memory, spanAt(plan, per, perShape, place, year))
}

/** Places of memory that add up to a value, one after another. */
export interface MemorySpan {
  readonly slot: number
  readonly at: number
  readonly count: number
}

/** A column in one place: the city's number, the sum over cities, or the one number it holds. */
function spanAt(
  plan: Plan,
  slot: number,
  shape: 'number' | 'cities',
  place: number,
  year: number,
): MemorySpan {
  const at = slotAt(plan, slot, year)
  if (shape === 'number') return { slot, at, count: 1 }
  return place > 0 ? { slot, at: at + place - 1, count: 1 } : { slot, at, count: plan.dims.cities }
}

function sumOf(memory: Float64Array, { at, count }: MemorySpan): number {
  let sum = memory[at]
  for (let k = 1; k < count; k++) sum += memory[at + k]
  return sum
}
