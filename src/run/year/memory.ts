/**
 * The memory of draws that are simulated side by side: memory[slot, year, city, draw], and behind it what formulas need
 * for themselves. A single trajectory has one draw.
 */
import { doublesFor } from '../../formula/execute.js'
import type { Program } from '../../formula/program.js'
import { type Plan, slotAt } from '../../plan/plan.js'

/** Where rows [city, draw] stand in memory: all that code needs which goes over a row as a whole. */
export interface RowLayout {
  readonly draws: number
  /** Numbers of a row. */
  readonly width: number
  /** Offset of memory[slot, year]. */
  readonly at: (slot: number, year: number) => number
}

/** Rows of so many draws a city. */
export function createRowLayout(plan: Plan, draws = 1): RowLayout {
  return {
    draws,
    width: plan.dims.cities * draws,
    at: (slot, year) => slotAt(plan, slot, year) * draws,
  }
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

/** Memory of rows, with what never changes written into it; `memory` is zeros. */
export function createMemory(
  plan: Plan,
  layout: RowLayout,
  memory: Float64Array = new Float64Array(memorySize(plan, layout.draws)),
): Float64Array {
  for (let year = 0; year < plan.years.length; year++) {
    const at = layout.at(plan.yearSlot, year)
    memory.fill(plan.years[year], at, at + layout.width)
    for (const { slot, values } of plan.constants) {
      const { cities } = plan.dims
      const own = values.length > cities ? values.subarray(year * cities, (year + 1) * cities) : values
      writeCities(memory, layout.at(slot, year), own, layout.draws)
    }
  }
  return memory
}

/** One number a city, the same in every draw. */
function writeCities(memory: Float64Array, at: number, values: Float64Array, draws: number): void {
  for (let city = 0; city < values.length; city++) {
    memory.fill(values[city], at + city * draws, at + (city + 1) * draws)
  }
}

/** A row [city, draw], the same in every year. */
export function writeRow(layout: RowLayout, memory: Float64Array, slot: number, row: Float64Array): void {
  const end = layout.at(slot + 1, 0)
  for (let at = layout.at(slot, 0); at < end; at += layout.width) memory.set(row, at)
}

/** One number a draw, in every year and city. */
export function writeDraws(
  layout: RowLayout,
  memory: Float64Array,
  slot: number,
  values: Float64Array,
): void {
  const end = layout.at(slot + 1, 0)
  for (let at = layout.at(slot, 0); at < end; at += layout.draws) memory.set(values, at)
}
