/**
 * The memory of draws that are lived side by side: memory[slot, year, city, draw], and behind it what formulas need for
 * themselves.
 *
 * Code that goes over a row of cities without asking which city it is at works on a wide plan as it is: there, a row
 * has a place for every city and draw.
 */
import { doublesFor } from '../../formula/execute.js'
import type { Program } from '../../formula/program.js'
import { type Plan, slotAt } from '../../plan/plan.js'

/** The plan with rows of so many draws a city. */
export function widen(plan: Plan, draws: number): Plan {
  return { ...plan, dims: { ...plan.dims, cities: plan.dims.cities * draws } }
}

/** Doubles of the columns of so many draws. */
export function columnsSize(plan: Plan, draws: number): number {
  return slotAt(plan, plan.slots, 0) * draws
}

/** Doubles of the columns and of what the formulas of the plan need. */
export function memorySize(plan: Plan, draws: number): number {
  return columnsSize(plan, draws) + doublesFor(programsOf(plan), plan.dims.cities, draws)
}

/** Every program of a plan's formulas. */
export function programsOf({ steps }: Plan): Program[] {
  return steps.flatMap(({ programs }) => programs)
}

/** Memory for so many draws, with what never changes written into it; `memory` is zeros. */
export function createMemory(
  plan: Plan,
  draws = 1,
  memory: Float64Array = new Float64Array(memorySize(plan, draws)),
): Float64Array {
  const wide = widen(plan, draws)
  for (let year = 0; year < plan.years.length; year++) {
    const at = slotAt(wide, plan.yearSlot, year)
    memory.fill(plan.years[year], at, at + wide.dims.cities)
    for (const { slot, values } of plan.constants) {
      writeCities(memory, slotAt(wide, slot, year), values, draws)
    }
  }
  return memory
}

/** One number a city, the same in every draw. */
export function writeCities(memory: Float64Array, at: number, values: Float64Array, draws: number): void {
  for (let city = 0; city < values.length; city++) {
    memory.fill(values[city], at + city * draws, at + (city + 1) * draws)
  }
}

/** One number a draw, in every year and city; draws beyond the numbers given keep what they had. */
export function writeDraws(
  wide: Plan,
  memory: Float64Array,
  slot: number,
  values: Float64Array,
  draws: number,
): void {
  const end = slotAt(wide, slot + 1, 0)
  for (let at = slotAt(wide, slot, 0); at < end; at += draws) memory.set(values, at)
}
