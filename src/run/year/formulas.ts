/** Computes the formulas of a plan, one moment and year at a time, into the memory of draws simulated side by side. */
import { createMachine } from '../../formula/execute.js'
import type { Load } from '../../formula/program.js'
import type { BinaryRows } from '../../formula/rows.js'
import type { Moment } from '../../plan/language.js'
import type { Plan, Step } from '../../plan/plan.js'
import { ALL_CAUSES } from './dependencies.js'
import { columnsSize, programsOf, type RowLayout } from './memory.js'

/** A step with all that does not change from draw to draw. */
interface PreparedStep {
  readonly step: Step
  /** What its answer depends on (dependencies.ts). */
  readonly causes: number
  /** By year: which program, where its loads stand in memory, where its answer goes. */
  readonly years: readonly { readonly program: number; readonly loads: Int32Array; readonly answer: number }[]
}

/**
 * A function that computes the formulas of a moment for one year of the plan: those that depend on what has changed.
 *
 * causes  of every slot (dependencies.ts)
 * faster  operations of two numbers over rows of this memory, where there are any
 */
export function createFormulas(
  plan: Plan,
  memory: Float64Array,
  layout: RowLayout,
  causes: Int32Array,
  faster?: ReadonlyMap<string, BinaryRows>,
): (moment: Moment, year: number, changed?: number) => void {
  const { cities } = plan.dims
  const { draws, width } = layout
  const own = columnsSize(plan, draws)
  const run = createMachine(programsOf(plan), { memory, own, cities, draws, faster })
  const scratch = new Float64Array(width)
  const prepared = new Map<Moment, PreparedStep[]>()
  for (const step of plan.steps) {
    const list = prepared.get(step.moment) ?? []
    list.push(prepare(plan, step, causes[step.slot], layout))
    prepared.set(step.moment, list)
  }
  return (moment, year, changed = ALL_CAUSES) => {
    for (const { step, causes, years } of prepared.get(moment) ?? []) {
      if (!(causes & changed)) continue
      const { program, loads, answer } = years[year]
      if (step.only) scratch.set(memory.subarray(answer, answer + width))
      run(step.programs[program], loads, answer)
      if (step.only) keepOthers(memory, answer, scratch, step.only, draws)
    }
  }
}

/** Put back what stood in the cities that a step does not write. */
function keepOthers(
  memory: Float64Array,
  at: number,
  before: Float64Array,
  only: readonly number[],
  draws: number,
): void {
  for (let k = 0; k < before.length; k++) {
    if (!only.includes(Math.floor(k / draws))) memory[at + k] = before[k]
  }
}

function prepare(plan: Plan, step: Step, causes: number, { at }: RowLayout): PreparedStep {
  const years = plan.years.map((_, year) => {
    const program = step.programs.length === 1 ? 0 : year
    const slots = step.loads[program]
    const loads = Int32Array.from(step.programs[program].loads, (load, index) =>
      at(slots[index], yearOf(plan, load, year)),
    )
    return { program, loads, answer: at(step.slot, year) }
  })
  return { step, causes, years }
}

/** The year a load means; a step before the base year is the base year itself. */
function yearOf(plan: Plan, { time }: Load, year: number): number {
  if (time === 'now') return year
  return 'year' in time ? plan.years.indexOf(time.year) : Math.max(0, year - time.back)
}
