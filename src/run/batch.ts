/** Lives a batch: its draws under every one of its policies, into columns of results. */
import type { Batch, BatchOutcomes } from '../plan/outcomes.js'
import type { Plan } from '../plan/plan.js'
import { type BatchInMaking, createGroup } from './group.js'
import { createTrajectory } from './trajectory.js'

export interface BatchOptions {
  /** Draws of the whole run. */
  readonly draws: number
  /** Absent where the model itself is to live the draws. */
  readonly kernel?: WebAssembly.Module
  /** Whether populations with equal drivers are lived once; true where it is not said. Changes no result. */
  readonly reuse?: boolean
  /** Told after every few draws that are done under all policies of a batch. */
  readonly onDraws?: (draws: number) => void
}

/** A function that lives one batch after another. */
export function createBatchRunner(
  plan: Plan,
  options: BatchOptions,
): (batch: Batch) => readonly BatchOutcomes[] {
  const live = options.kernel
    ? liveInGroups(plan, { ...options, kernel: options.kernel })
    : liveOneByOne(plan, options)
  return (batch) => {
    const results = batch.policies.map(
      (policy): BatchInMaking => ({
        policy,
        firstDraw: batch.firstDraw,
        draws: batch.draws,
        inputs: new Float64Array(plan.uncertainties.length * batch.draws),
        outcomes: new Float64Array(plan.outcomes.length * batch.draws),
        failures: [],
      }),
    )
    live(batch, results)
    return results
  }
}

type LiveBatch = (batch: Batch, results: readonly BatchInMaking[]) => void

function liveInGroups(
  plan: Plan,
  options: BatchOptions & { readonly kernel: WebAssembly.Module },
): LiveBatch {
  const group = createGroup(plan, options)
  return ({ firstDraw, draws }, results) => {
    for (let at = 0; at < draws; at += group.size) {
      const count = Math.min(group.size, draws - at)
      group.live(firstDraw + at, count, results)
      options.onDraws?.(count)
    }
  }
}

/** One draw after another under every policy, so that policies that leave the population alone share its trajectory. */
function liveOneByOne(plan: Plan, { draws, onDraws }: BatchOptions): LiveBatch {
  const trajectory = createTrajectory(plan, draws)
  const inputs = new Float64Array(plan.uncertainties.length)
  const outcomes = new Float64Array(plan.outcomes.length)
  return (batch, results) => {
    for (let draw = 0; draw < batch.draws; draw++) {
      for (const result of results) {
        const failure = trajectory.run(result.policy, batch.firstDraw + draw, inputs, outcomes)
        if (failure) result.failures.push(failure)
        writeColumn(inputs, result.inputs, batch.draws, draw)
        writeColumn(outcomes, result.outcomes, batch.draws, draw)
      }
      onDraws?.(1)
    }
  }
}

/** One draw's values into columns of so many draws. */
function writeColumn(values: Float64Array, columns: Float64Array, draws: number, draw: number): void {
  for (let column = 0; column < values.length; column++) columns[column * draws + draw] = values[column]
}
