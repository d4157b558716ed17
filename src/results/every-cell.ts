/** A plan that also keeps every cell of people and every flow, and where they stand in a trajectory's memory. */
import { FLOWS } from '../model/state.js'
import { isOwnCity } from '../plan/outcome-columns.js'
import { type HeadCount, type Plan, slotAt } from '../plan/plan.js'

/** The plan with a slot for every cell of people, one after the other, and then for every flow. */
export function withEveryCell(plan: Plan): Plan {
  const headCounts: HeadCount[] = []
  const { statuses, sexes, ages } = plan.dims
  for (let cell = 0; cell < statuses * sexes * ages; cell++) {
    const age = cell % ages
    const sex = Math.floor(cell / ages) % sexes
    const status = Math.floor(cell / ages / sexes)
    headCounts.push({ slot: plan.slots + cell, statuses: [status], sexes: [sex], from: age, to: age })
  }
  const slots = plan.slots + headCounts.length
  const flows = FLOWS.map((_, flow) => ({ slot: slots + flow, flow }))
  return {
    ...plan,
    headCounts: [...plan.headCounts, ...headCounts],
    flows: [...plan.flows, ...flows],
    slots: slots + flows.length,
  }
}

/** Region first, then its cities; a region that is its own only city once. */
export function placesOf(plan: Plan): { code: string; cities: readonly number[] }[] {
  const [region, ...cities] = plan.places
  const own = cities.map(({ code }, city) => ({ code, cities: [city] }))
  if (isOwnCity(plan.places)) return own
  return [{ code: region.code, cities: cities.map((_, city) => city) }, ...own]
}

/** What stands in a slot at a year's end (an index), added up over cities. */
export function sumAt(
  plan: Plan,
  memory: Float64Array,
  slot: number,
  year: number,
  cities: readonly number[],
): number {
  const at = slotAt(plan, slot, year)
  let sum = 0
  for (let k = 0; k < cities.length; k++) sum += memory[at + cities[k]]
  return sum
}

/** Slot of the first cell of people [status, sex, age]; the flows follow after the last. */
export function firstCell(plan: Plan): number {
  const { statuses, sexes, ages } = plan.dims
  return plan.slots - FLOWS.length - statuses * sexes * ages
}
