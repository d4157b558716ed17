/** What a plan reads of a population, [column, year, city]: head counts first, then flows, slowest pairs, hours to cities, vital rates. */
import { type Plan, slotAt } from '../../plan/plan.js'
import { writeHeadCounts } from '../year/head-counts.js'
import { createVitalRates } from '../year/vital-rates.js'

/** Slots of these columns, in their order. */
export function populationSlots(plan: Plan): number[] {
  return [plan.headCounts, plan.flows, plan.slowest, plan.hoursTo, plan.vitalRates ?? []].flatMap((list) =>
    list.map(({ slot }) => slot),
  )
}

/** Offsets of cities in the columns of a population; the first of each pair counts within its kind. */
export interface ColumnLayout {
  readonly headCount: (count: number, year: number) => number
  readonly flow: (flow: number, year: number) => number
  readonly slowest: (group: number, year: number) => number
  readonly hoursTo: (city: number, year: number) => number
  readonly vitalRate: (rate: number, year: number) => number
}

export function columnLayout(plan: Plan): ColumnLayout {
  const { cities } = plan.dims
  const years = plan.years.length
  const firstFlow = plan.headCounts.length
  const firstSlowest = firstFlow + plan.flows.length
  const firstHoursTo = firstSlowest + plan.slowest.length
  const at = (column: number, year: number) => (column * years + year) * cities
  return {
    headCount: at,
    flow: (flow, year) => at(firstFlow + flow, year),
    slowest: (group, year) => at(firstSlowest + group, year),
    hoursTo: (city, year) => at(firstHoursTo + city, year),
    vitalRate: (rate, year) => at(firstHoursTo + plan.hoursTo.length + rate, year),
  }
}

/** Columns of a population with those of the base year written, which no draw changes; there are no flows in it. */
export function baseColumns(plan: Plan): Float64Array {
  const slots = populationSlots(plan)
  const size = plan.years.length * plan.dims.cities
  const memory = new Float64Array(slotAt(plan, plan.slots, 0))
  writeHeadCounts(plan, memory, plan.opening, 0)
  const writeVitalRate = createVitalRates(plan)
  for (const rate of plan.vitalRates ?? [])
    writeVitalRate(rate, 0, undefined, memory, slotAt(plan, rate.slot, 0))
  const columns = new Float64Array(slots.length * size)
  slots.forEach((slot, column) => {
    const at = slotAt(plan, slot, 0)
    columns.set(memory.subarray(at, at + plan.dims.cities), column * size)
  })
  return columns
}

/**
 * A function that writes columns of populations into memory[slot, year, city, draw], cell by cell, so that draws are written
 * side by side: of all years, or of one.
 */
export function createColumnWriter(
  plan: Plan,
  memory: Float64Array,
  draws: number,
): (columns: readonly Float64Array[], year?: number) => void {
  const slots = populationSlots(plan)
  const { cities } = plan.dims
  const years = plan.years.length
  return (columns, year) => {
    const [from, count] = year === undefined ? [0, years * cities] : [year * cities, cities]
    for (let column = 0; column < slots.length; column++) {
      let to = slotAt(plan, slots[column], year ?? 0) * draws
      const first = column * years * cities + from
      for (let cell = first; cell < first + count; cell++) {
        for (let draw = 0; draw < columns.length; draw++) memory[to + draw] = columns[draw][cell]
        to += draws
      }
    }
  }
}
