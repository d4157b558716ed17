/**
 * Draws lived side by side: the fast way through a plan, which gives the bits of trajectory.ts.
 *
 * Formulas and services go over rows of [city, draw]; populations that differ are lived two at a time in the kernel,
 * and those that do not are lived once. A draw in which anything fails is lived again by the trajectory, which says
 * why.
 */
import { RowMemory } from '../kernel/row-memory.js'
import type { Failure, PartOutcomes } from '../plan/outcomes.js'
import { type Plan, slotAt } from '../plan/plan.js'
import { createSampler } from '../sampling/sampler.js'
import { createDrivers, drivingSlots } from './drivers.js'
import { createFormulas } from './formulas.js'
import { type Lived, LivedPopulations } from './lived.js'
import { columnsSize, createMemory, memorySize, widen, writeDraws } from './memory.js'
import { createOutcomeRows, outcomeRowsSize } from './outcome-rows.js'
import { createPair, livedSlots } from './pair.js'
import { createServiceMarks } from './service-checks.js'
import { createServices } from './services.js'
import { createTrajectory, type Trajectory } from './trajectory.js'
import { causesOf, DRAW, POLICY, POPULATION, START } from './variation.js'

/** A part being filled. */
export interface PartInMaking extends PartOutcomes {
  readonly failures: Failure[]
}

export interface GroupOptions {
  /** Draws of the whole run; a Latin hypercube needs to know how many cells to cut. */
  readonly draws: number
  readonly kernel: WebAssembly.Module
  /** Whether populations with equal drivers are lived once; changes no result. */
  readonly reuse?: boolean
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
  /** What has changed since memory was last worked out (variation.ts), and the policy it was worked out for. */
  let changed = START
  let lived: number | undefined

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

  const choose = (policy: number) => {
    if (policy === lived) return
    changed |= POLICY
    lived = policy
    plan.levers.forEach(({ slot }, lever) => {
      writeDraws(wide, memory, slot, same.fill(plan.policies[policy].settings[lever]), size)
    })
  }

  const liveUnder = (part: PartInMaking, first: number, count: number) => {
    choose(part.policy)
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
    const failure = trajectory.run(part.policy, firstDraw + at, inputs, outcomes)
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

/**
 * A function that puts the population of every draw into memory, and marks the draws that cannot be lived; false where
 * all were there already.
 */
function createPopulations(
  plan: Plan,
  memory: Float64Array,
  size: number,
  { kernel, reuse = true }: GroupOptions,
): (count: number, failed: Uint8Array, changed: number) => boolean {
  const { cities } = plan.dims
  const causes = causesOf(plan)
  const driving = drivingSlots(plan).reduce((all, slot) => all | causes[slot], 0)
  const drivers = createDrivers(plan, memory, size)
  const slots = livedSlots(plan)
  const known = new LivedPopulations(drivers.size, slots.length * plan.years.length * cities)
  const livePair = createPair(plan, kernel, drivers)
  const gathered = new Float64Array(drivers.size)
  const cells = plan.years.length * cities
  // cell by cell, so that draws are written side by side
  const put = (columns: readonly Float64Array[]) => {
    const draws = columns.length
    for (let column = 0; column < slots.length; column++) {
      let to = slotAt(plan, slots[column], 0) * size
      for (let cell = column * cells; cell < (column + 1) * cells; cell++) {
        for (let draw = 0; draw < draws; draw++) memory[to + draw] = columns[draw][cell]
        to += size
      }
    }
  }
  let inMemory: Lived[] = []
  const markFailed = (failed: Uint8Array, count: number) => {
    for (let draw = 0; draw < count; draw++) if (inMemory[draw].failed) failed[draw] = 1
  }
  return (count, failed, changed) => {
    if (reuse && !(driving & changed) && inMemory.length >= count) {
      markFailed(failed, count)
      return false
    }
    const ofDraw: Lived[] = []
    const fresh: Lived[] = []
    if (known.makeRoom()) inMemory = []
    for (let draw = 0; draw < count; draw++) {
      // where no draw drives them, all of them live the first one's
      if (reuse && draw > 0 && !(driving & DRAW)) {
        ofDraw.push(ofDraw[0])
        continue
      }
      drivers.gather(draw, gathered)
      const { lived, isNew } = reuse ? known.find(gathered) : { lived: known.add(gathered), isNew: true }
      ofDraw.push(lived)
      if (isNew) fresh.push(lived)
    }
    for (let at = 0; at < fresh.length; at += 2) livePair([fresh[at], fresh[at + 1]])
    const moved = ofDraw.some((lived, draw) => lived !== inMemory[draw])
    if (moved) put(ofDraw.map(({ columns }) => columns))
    inMemory.splice(0, count, ...ofDraw)
    markFailed(failed, count)
    return moved
  }
}
