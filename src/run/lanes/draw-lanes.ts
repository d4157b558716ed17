/**
 * Draws simulated side by side, each in a lane: the fast way through a plan, which gives the bits of trajectory.ts.
 *
 * Formulas and services go over rows of [city, draw], populations are simulated by the kernel (populations.ts), and
 * nothing is computed again that has not changed (dependencies.ts). A draw in which anything fails is simulated again as
 * a single trajectory, which says why.
 */
import { RowMemory } from '../../kernel/row-memory.js'
import type { Plan } from '../../plan/plan.js'
import { createTrajectory, type Trajectory } from '../reference/trajectory.js'
import { causesOf, DRAW, START } from '../year/dependencies.js'
import { createFormulas } from '../year/formulas.js'
import { columnsSize, createMemory, createRowLayout, memorySize } from '../year/memory.js'
import { createServices } from '../year/services.js'
import { createInputRows } from './input-rows.js'
import { createOutcomeRows, outcomeRowsSize } from './outcome-rows.js'
import type { KernelOptions } from './populations.js'
import { createServiceMarks } from './service-marks.js'
import type { UnfinishedPart } from './unfinished-part.js'
import { createYearOrder } from './year-order.js'

export interface DrawLanesOptions extends KernelOptions {
  /** Draws of the whole run; a Latin hypercube needs to know how many cells to cut. */
  readonly draws: number
}

export interface DrawLanes {
  /** Most draws that are simulated side by side. */
  readonly size: number
  /** Simulate `count` draws from `firstDraw` on under the policy of every part, and write them there. */
  readonly simulate: (firstDraw: number, count: number, parts: readonly UnfinishedPart[]) => void
}

/** Bytes of columns that lanes should keep within, so that they stay near the processor. */
const MEMORY_BYTES = 4 * 2 ** 20
const MOST_DRAWS = 16

/** Draws that are simulated side by side: an even number, since vectors hold two. */
function lanesFor(plan: Plan): number {
  const fitting = Math.floor(MEMORY_BYTES / (16 * columnsSize(plan, 1)))
  return Math.max(2, Math.min(MOST_DRAWS, 2 * fitting))
}

export function createDrawLanes(plan: Plan, options: DrawLanesOptions): DrawLanes {
  const size = lanesFor(plan)
  const layout = createRowLayout(plan, size)
  const causes = causesOf(plan)
  const outcomesAt = memorySize(plan, size)
  const rows = new RowMemory(options.kernel, outcomesAt + outcomeRowsSize(plan, size))
  const memory = createMemory(plan, layout, rows.doubles)
  const years = plan.years.map((_, year) => year)
  const inputs = createInputRows(plan, memory, layout, causes, options.draws)
  const formulas = createFormulas(plan, memory, layout, causes, rows.arithmetic)
  const mark = createServiceMarks(plan, rows, layout, causes)
  const serve = createServices(plan, memory, layout, causes, rows)
  const collect = createOutcomeRows(plan, rows, size, outcomesAt, causes)
  const explain = createExplanation(plan, options.draws, causes)
  const failed = new Uint8Array(size)
  /** What has changed since memory was last computed (dependencies.ts). */
  let changed = START

  const simulateYears = createYearOrder(
    plan,
    { memory, layout, causes, options },
    {
      levels: (year, changed) => formulas('level', year, changed),
      services: (year, failed, changed) => {
        formulas('demand', year, changed)
        mark(year, failed, changed)
        serve(year, changed)
      },
    },
  )
  const simulateUnder = (part: UnfinishedPart, first: number, count: number) => {
    changed |= inputs.set(part.settings)
    failed.fill(0)
    for (const year of years) formulas('input', year, changed)
    changed = simulateYears(count, failed, changed)
    for (const year of years) formulas('result', year, changed)
    collect(count, { outcomes: part.outcomes, draws: part.draws, first }, failed, changed)
    changed = 0
  }
  return {
    size,
    simulate: (firstDraw, count, parts) => {
      changed |= DRAW
      inputs.sample(firstDraw, count, changed)
      for (const part of parts) {
        const first = firstDraw - part.firstDraw
        inputs.copyTo(part, first, count)
        simulateUnder(part, first, count)
        for (let lane = 0; lane < count; lane++) if (failed[lane]) explain(part, first + lane)
      }
    },
  }
}

/** A function that simulates one draw of a part again, in which something failed, and writes down the reason. */
function createExplanation(
  plan: Plan,
  draws: number,
  causes: Int32Array,
): (part: UnfinishedPart, at: number) => void {
  const inputs = new Float64Array(plan.uncertainties.length)
  const outcomes = new Float64Array(plan.outcomes.length)
  let trajectory: Trajectory | undefined
  return (part, at) => {
    trajectory ??= createTrajectory(plan, draws, causes)
    const failure = trajectory.run(part.policy, part.firstDraw + at, inputs, outcomes, part.settings)
    if (failure) part.failures.push(failure)
    for (let column = 0; column < outcomes.length; column++)
      part.outcomes[column * part.draws + at] = outcomes[column]
  }
}
