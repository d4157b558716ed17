/** Reads a trajectory's indicators off its memory: by city, and for the region from the sums of both parts. */
import type { Fault } from '../plan/outcomes.js'
import { type IndicatorPlan, type Plan, slotAt } from '../plan/plan.js'
import { variationOf } from './variation.js'

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

/** Where the outcomes of draws lived side by side go: outcomes[column, draw], of which they are some. */
export interface OutcomeRows {
  readonly outcomes: Float64Array
  /** Draws of a column, and which of them the first draw is. */
  readonly draws: number
  readonly first: number
}

/** What is known of the draws before their outcomes are read. */
interface Collected {
  /** Written: 1 for draws with a value that is no number. */
  readonly failed: Uint8Array
  /** Whether a population differs from the one that was in its place before. */
  readonly moved: boolean
}

/**
 * The same for the first `count` of draws lived side by side: it marks the draws with a value that is no number. What
 * hangs on the population alone is kept, and read again only where one has moved.
 */
export function createOutcomeRows(
  plan: Plan,
  memory: Float64Array,
  draws: number,
): (count: number, to: OutcomeRows, known: Collected) => void {
  const columns = columnsOf(plan)
  const kept = new Float64Array(columns.length * draws)
  return (count, to, { failed, moved }) => {
    for (let column = 0; column < columns.length; column++) {
      const { of, per, times, isSteady } = columns[column]
      const at = column * to.draws + to.first
      const keptAt = column * draws
      for (let draw = 0; draw < count; draw++) {
        if (moved || !isSteady) {
          const sum = sumOfDraw(memory, of, draws, draw)
          kept[keptAt + draw] = (per ? sum / sumOfDraw(memory, per, draws, draw) : sum) * times
        }
        const value = kept[keptAt + draw]
        if (!Number.isFinite(value)) failed[draw] = 1
        to.outcomes[at + draw] = value
      }
    }
  }
}

interface Column {
  readonly of: Read
  readonly per: Read | undefined
  readonly times: number
  /** Whether no more than the population changes it. */
  readonly isSteady: boolean
}

/** Where every outcome column is read. */
function columnsOf(plan: Plan): Column[] {
  const indicators = new Map(plan.indicators.map((indicator) => [indicator.name, indicator]))
  const variesOf = variationOf(plan)
  const isSteady = (slot: number) => slot < 0 || ['never', 'by population'].includes(variesOf(slot))
  return plan.outcomes.map(({ indicator, place, year }) => {
    const { of, ofShape, per, perShape, times } = indicators.get(indicator)!
    return {
      of: readAt(plan, of, ofShape, place, year),
      per: per < 0 ? undefined : readAt(plan, per, perShape, place, year),
      times,
      isSteady: isSteady(of) && isSteady(per),
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
interface Read {
  readonly at: number
  readonly count: number
}

/** A column in one place: the city's number, the sum over cities, or the one number it holds. */
function readAt(plan: Plan, slot: number, shape: 'number' | 'cities', place: number, year: number): Read {
  const at = slotAt(plan, slot, year)
  if (shape === 'number') return { at, count: 1 }
  return place > 0 ? { at: at + place - 1, count: 1 } : { at, count: plan.dims.cities }
}

function sumOf(memory: Float64Array, { at, count }: Read): number {
  let sum = memory[at]
  for (let k = 1; k < count; k++) sum += memory[at + k]
  return sum
}

/** The same of one of the draws that are lived side by side. */
function sumOfDraw(memory: Float64Array, { at, count }: Read, draws: number, draw: number): number {
  const first = at * draws + draw
  let sum = memory[first]
  for (let k = 1; k < count; k++) sum += memory[first + k * draws]
  return sum
}
