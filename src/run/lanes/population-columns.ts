/** What a plan reads of a population, [column, year, city]: head counts first, then flows, then slowest pairs. */
import { type Plan, slotAt } from '../../plan/plan.js'
import { writeHeadCounts } from '../year/head-counts.js'

/** Slots of these columns, in their order. */
export function populationSlots(plan: Plan): number[] {
  return [plan.headCounts, plan.flows, plan.slowest].flatMap((list) => list.map(({ slot }) => slot))
}

/** Offsets of cities in the columns of a population; the first of each pair counts within its kind. */
export interface ColumnLayout {
  readonly headCount: (count: number, year: number) => number
  readonly flow: (flow: number, year: number) => number
  readonly slowest: (group: number, year: number) => number
}

export function columnLayout(plan: Plan): ColumnLayout {
  const { cities } = plan.dims
  const years = plan.years.length
  const firstFlow = plan.headCounts.length
  const firstSlowest = firstFlow + plan.flows.length
  const at = (column: number, year: number) => (column * years + year) * cities
  return {
    headCount: at,
    flow: (flow, year) => at(firstFlow + flow, year),
    slowest: (group, year) => at(firstSlowest + group, year),
  }
}

/** Columns of a population with those of the base year written, which no draw changes; there are no flows in it. */
export function baseColumns(plan: Plan): Float64Array {
  const slots = populationSlots(plan)
  const size = plan.years.length * plan.dims.cities
  const memory = new Float64Array(slotAt(plan, plan.slots, 0))
  writeHeadCounts(plan, memory, plan.opening, 0)
  const columns = new Float64Array(slots.length * size)
  slots.forEach((slot, column) => {
    const at = slotAt(plan, slot, 0)
    columns.set(memory.subarray(at, at + plan.dims.cities), column * size)
  })
  return columns
}
