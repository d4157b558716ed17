/** How many worker threads a run is worth where nobody says: starting one costs a third of a second of the processor. */
import { availableParallelism } from 'node:os'
import type { Plan } from '../plan/plan.js'
import type { Engine } from './engine.js'

/** Years of one draw in one place that the thread that asks simulates sooner than a worker starts: 0.2 s of the kernel. */
const NOT_WORTH_A_WORKER = 20_000
/** The same that keep one worker busy for as long as a second takes to start and to compile its code. */
const WORTH_A_WORKER = 60_000
/** How many times as long the reference engine takes. */
const REFERENCE_TIMES = 10

/**
 * Worker threads for so many trajectories of a plan, at most one a core; 0: the thread that asks does the work.
 *
 * trajectories  draws times policies
 */
export function threadsWorth(plan: Plan, trajectories: number, engine: Engine = 'kernel'): number {
  const times = engine === 'reference' ? REFERENCE_TIMES : 1
  const work = times * trajectories * plan.years.length * plan.dims.cities
  if (work <= NOT_WORTH_A_WORKER) return 0
  return Math.min(availableParallelism(), Math.ceil(work / WORTH_A_WORKER))
}
