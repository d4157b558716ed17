/**
 * Draws lived side by side: the fast way through a plan, which gives the bits of trajectory.ts.
 *
 * Formulas and services go over rows of [city, draw], populations are lived by the kernel (populations.ts), and nothing is
 * worked out again that has not changed (dependencies.ts). A draw in which anything fails is lived again by the
 * trajectory, which says why.
 */
import { RowMemory } from '../../kernel/row-memory.js'
import type { Plan } from '../../plan/plan.js'
import type { Failure } from '../../results/failures.js'
import type { PartOutcomes } from '../../results/parts.js'
import { createSampler } from '../../sampling/sampler.js'
import { createTrajectory, type Trajectory } from '../reference/trajectory.js'
import { causesOf, DRAW, POLICY, POPULATION, START } from '../year/dependencies.js'
import { createFormulas } from '../year/formulas.js'
import { columnsSize, createMemory, memorySize, widen, writeDraws } from '../year/memory.js'
import { createServiceMarks } from '../year/service-checks.js'
import { createServices } from '../year/services.js'
import { createOutcomeRows, outcomeRowsSize } from './outcome-rows.js'
import { createPopulations, type PopulationOptions } from './populations.js'

/** A part being filled. */
export interface PartInMaking extends PartOutcomes {
  readonly failures: Failure[]
}

export interface GroupOptions extends PopulationOptions {
  /** Draws of the whole run; a Latin hypercube needs to know how many cells to cut. */
  readonly draws: number
}

export interface Group {
  /** Most draws that are lived side by side. */
  readonly size: number
  /** Live `count` draws from `firstDraw` on under the policy of every part, and write them there. */
  readonly live: (firstDraw: number, count: number, parts: readonly PartInMaking[]) => void
}

/** Bytes of columns that a group should keep within, so that they stay near the processor. */
const MEMORY_BYTES = 4 * 2 ** 20
const MOST_DRAWS = 16

/** Draws that are lived side by side: an even number, since vectors hold two. */
function groupSize(plan: Plan): number {
  const fitting = Math.floor(MEMORY_BYTES / (16 * columnsSize(plan, 1)))
  return Math.max(2, Math.min(MOST_DRAWS, 2 * fitting))
}

export function createGroup(plan: Plan, options: GroupOptions): Group {
  const { uncertainties, correlations, seed, design } = plan
  const size = groupSize(plan)
  const keptAt = memorySize(plan, size)
  const vectors = new RowMemory(options.kernel, keptAt + outcomeRowsSize(plan, size))
  const memory = createMemory(plan, size, vectors.doubles)
  const wide = widen(plan, size)
  const years = plan.years.map((_, year) => year)
  const sampler = createSampler({ uncertainties, correlations, seed, design, draws: options.draws })
  const formulas = createFormulas(plan, memory, size, vectors.arithmetic)
  const mark = createServiceMarks(plan, vectors, size)
  const serve = createServices(wide, memory, vectors)
  const collect = createOutcomeRows(plan, vectors, size, keptAt)
  const populate = createPopulations(plan, memory, size, options)
  const causes = causesOf(plan)
  const failed = new Uint8Array(size)
  const inputs = new Float64Array(uncertainties.length)
  const rows = new Float64Array(uncertainties.length * size)
  const same = new Float64Array(size)
  let trajectory: Trajectory | undefined
  /** What has changed since memory was last worked out (dependencies.ts), and the settings it was worked out for. */
  let changed = START
  let lived: readonly number[] | undefined

  const draw = (firstDraw: number, count: number) => {
    changed |= DRAW
    // places without a draw of their own repeat the last, so that what never changes again is right in all of them
    for (let lane = 0; lane < size; lane++) {
      if (lane < count) sampler.fill(firstDraw + lane, inputs)
      for (let name = 0; name < inputs.length; name++) rows[name * size + lane] = inputs[name]
    }
    uncertainties.forEach(({ slot }, name) => {
      if (!(causes[slot] & changed)) return
      writeDraws(wide, memory, slot, rows.subarray(name * size, (name + 1) * size), size)
    })
  }

  const choose = (settings: readonly number[]) => {
    // a nought below nought is another setting: what is divided by it has no end on the other side
    if (lived && settings.every((value, lever) => Object.is(value, lived![lever]))) return
    changed |= POLICY
    lived = settings
    plan.levers.forEach(({ slot }, lever) => {
      writeDraws(wide, memory, slot, same.fill(settings[lever]), size)
    })
  }

  const liveUnder = (part: PartInMaking, first: number, count: number) => {
    choose(part.settings)
    failed.fill(0)
    for (const year of years) formulas('input', year, changed)
    if (populate(count, failed, changed)) changed |= POPULATION
    for (const year of years) {
      formulas('demand', year, changed)
      mark(year, failed, changed)
      serve(year, changed)
    }
    for (const year of years) formulas('result', year, changed)
    collect(count, { outcomes: part.outcomes, draws: part.draws, first }, failed, changed)
    changed = 0
  }

  /** Live a draw in which something failed again, for the reason. */
  const explain = (part: PartInMaking, firstDraw: number, at: number) => {
    trajectory ??= createTrajectory(plan, options.draws)
    const outcomes = new Float64Array(plan.outcomes.length)
    const failure = trajectory.run(part.policy, firstDraw + at, inputs, outcomes, part.settings)
    if (failure) part.failures.push(failure)
    for (let column = 0; column < outcomes.length; column++)
      part.outcomes[column * part.draws + at] = outcomes[column]
  }

  return {
    size,
    live: (firstDraw, count, parts) => {
      draw(firstDraw, count)
      for (const part of parts) {
        const first = firstDraw - part.firstDraw
        for (let name = 0; name < uncertainties.length; name++) {
          const row = name * size
          part.inputs.set(rows.subarray(row, row + count), name * part.draws + first)
        }
        liveUnder(part, first, count)
        for (let lane = 0; lane < count; lane++) if (failed[lane]) explain(part, part.firstDraw, first + lane)
      }
    },
  }
}
