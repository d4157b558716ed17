/** What the numbers behind services may be; formulas can go beyond what a scenario's check can see. */
import type { RowMemory } from '../../kernel/row-memory.js'
import { type Plan, slotAt } from '../../plan/plan.js'
import type { Fault } from '../../results/failures.js'
import { byCauses, causesOf } from './dependencies.js'

/** A column with its bounds, named as a planner would find it in the scenario. */
interface Bounded {
  readonly name: string
  readonly slot: number
  readonly high: number
}

/** A function that returns the first number of a year that no service can have. */
export function createServiceChecks(plan: Plan, memory: Float64Array): (year: number) => Fault | undefined {
  const columns = boundedColumns(plan)
  const { cities } = plan.dims
  return (year) => {
    for (const column of columns) {
      const at = slotAt(plan, column.slot, year)
      for (let city = 0; city < cities; city++) {
        const value = memory[at + city]
        if (!isWithin(value, column)) return faultOf(plan, column, value, city, year)
      }
    }
    return undefined
  }
}

/**
 * The same for draws lived side by side: a function that marks those with such a number. Columns that have not changed
 * are not looked at again; what was found in them stays true.
 */
export function createServiceMarks(
  plan: Plan,
  rows: RowMemory,
  draws: number,
): (year: number, failed: Uint8Array, changed: number) => void {
  const slots = causesOf(plan)
  const alike = byCauses(boundedColumns(plan), ({ slot }) => slots[slot])
  const known = plan.years.map(() => alike.map((group) => ({ ...group, failed: new Uint8Array(draws) })))
  const row = plan.dims.cities * draws
  const memory = rows.doubles
  const look = (column: Bounded, year: number, failed: Uint8Array) => {
    let at = slotAt(plan, column.slot, year) * draws
    if (rows.isWithin(at, column.high, row)) return
    for (let city = 0; city < plan.dims.cities; city++) {
      for (let draw = 0; draw < draws; draw++) if (!isWithin(memory[at++], column)) failed[draw] = 1
    }
  }
  return (year, failed, changed) => {
    for (const { causes, members, failed: found } of known[year]) {
      if (causes & changed) {
        found.fill(0)
        for (const column of members) look(column, year, found)
      }
      for (let draw = 0; draw < draws; draw++) failed[draw] |= found[draw]
    }
  }
}

function isWithin(value: number, { high }: Bounded): boolean {
  return value >= 0 && value <= high
}

function boundedColumns(plan: Plan): Bounded[] {
  return plan.services.flatMap((service): Bounded[] => [
    { name: `${service.name}.opening`, slot: service.openingSlot, high: Number.MAX_VALUE },
    { name: `${service.name}.closure`, slot: service.closureSlot, high: 1 / plan.conventions.step },
    { name: `${service.name}.demand`, slot: service.demandSlot, high: Number.MAX_VALUE },
    { name: `${service.name}.standard`, slot: service.standardSlot, high: Number.MAX_VALUE },
    ...service.programmes.flatMap((programme): Bounded[] => {
      const name = `${service.name}.${programme.name}`
      return [
        { name: `${name}.share`, slot: programme.share, high: 1 },
        { name: `${name}.scale`, slot: programme.scale, high: Number.MAX_VALUE },
        { name: `${name}.fulfilment`, slot: programme.fulfilment, high: Number.MAX_VALUE },
        { name: `${name}.on_time`, slot: programme.onTime, high: 1 },
        { name: `${name}.each`, slot: programme.each, high: Number.MAX_VALUE },
      ]
    }),
  ])
}

function faultOf(plan: Plan, { name, high }: Bounded, value: number, city: number, year: number): Fault {
  const expected = high < Number.MAX_VALUE ? `0 to ${high}` : '0 or more'
  const where = `${plan.places[city + 1].name.en} is ${Number(value.toPrecision(6))} in ${plan.years[year]}`
  return { code: 'service-impossible', detail: `${name} of ${where}; expected ${expected}` }
}
