/** Simulates a batch: its draws under every one of its policies, into the columns of its parts. */

import type { Plan } from '../plan/plan.js'
import type { Failure } from '../results/failures.js'
import { createDrawLanes } from './lanes/draw-lanes.js'
import type { UnfinishedPart } from './lanes/unfinished-part.js'
import type { Batch } from './ranges.js'
import { createTrajectory } from './reference/trajectory.js'

export interface BatchOptions {
  /** Draws of the whole run. */
  readonly draws: number
  /** Absent where the model itself is to simulate the draws. */
  readonly kernel?: WebAssembly.Module
  /** Whether populations with equal drivers are simulated once; true where it is left out. Changes no result. */
  readonly reuse?: boolean
  /** Populations used last that are kept for certain. Changes no result. */
  readonly keptPopulations?: number
  /** Told after every few draws that are done under all policies of a batch. */
  readonly onDraws?: (draws: number) => void
}

/** A function that simulates one batch after another, and gives the trajectories of it that failed. */
export function createBatchRunner(plan: Plan, options: BatchOptions): (batch: Batch) => readonly Failure[] {
  const simulate = options.kernel
    ? simulateInLanes(plan, { ...options, kernel: options.kernel })
    : simulateOneByOne(plan, options)
  return (batch) => {
    const parts = batch.parts.map((part): UnfinishedPart => ({ ...part, failures: [] }))
    simulate(batch, parts)
    return parts.flatMap(({ failures }) => failures)
  }
}

type SimulateBatch = (batch: Batch, parts: readonly UnfinishedPart[]) => void

function simulateInLanes(
  plan: Plan,
  options: BatchOptions & { readonly kernel: WebAssembly.Module },
): SimulateBatch {
  const lanes = createDrawLanes(plan, options)
  return ({ firstDraw, draws }, parts) => {
    let order = parts
    for (let at = 0; at < draws; at += lanes.size) {
      const count = Math.min(lanes.size, draws - at)
      lanes.simulate(firstDraw + at, count, order)
      // the next draws start with the policy whose population is in memory
      order = order.toReversed()
      options.onDraws?.(count)
    }
  }
}

/** One draw after another under every policy, so that policies that leave the population alone share its trajectory. */
function simulateOneByOne(plan: Plan, { draws, onDraws }: BatchOptions): SimulateBatch {
  const trajectory = createTrajectory(plan, draws)
  const inputs = new Float64Array(plan.uncertainties.length)
  const outcomes = new Float64Array(plan.outcomes.length)
  return (batch, parts) => {
    for (let draw = batch.firstDraw; draw < batch.firstDraw + batch.draws; draw++) {
      for (const part of parts) {
        const failure = trajectory.run(part.policy, draw, inputs, outcomes, part.settings)
        if (failure) part.failures.push(failure)
        const at = draw - part.firstDraw
        writeColumn(inputs, part.inputs, part.draws, at)
        writeColumn(outcomes, part.outcomes, part.draws, at)
      }
      onDraws?.(1)
    }
  }
}

/** One draw's values into columns of so many draws. */
function writeColumn(values: Float64Array, columns: Float64Array, draws: number, draw: number): void {
  for (let column = 0; column < values.length; column++) columns[column * draws + draw] = values[column]
}
