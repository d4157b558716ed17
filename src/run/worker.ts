/** A worker thread: takes the plan once, then lives the draws of one batch after another. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Batch, BatchOutcomes, Failure } from '../plan/outcomes.js'
import type { Plan } from '../plan/plan.js'
import { createTrajectory, type Trajectory } from './trajectory.js'

export interface WorkerData {
  readonly plan: Plan
  readonly draws: number
}

const { plan, draws } = workerData as WorkerData
const trajectory = createTrajectory(plan, draws)

parentPort!.on('message', (batch: Batch) => {
  const outcomes = liveBatch(plan, trajectory, batch)
  const buffers = outcomes.flatMap((one) => [
    one.inputs.buffer as ArrayBuffer,
    one.outcomes.buffer as ArrayBuffer,
  ])
  parentPort!.postMessage(outcomes, buffers)
})

/**
 * Every draw of a batch under every policy, one draw after another, so that policies that leave the population
 * alone share its trajectory. Results stand by column: a column's draws lie together.
 */
function liveBatch(plan: Plan, trajectory: Trajectory, batch: Batch): BatchOutcomes[] {
  const columns = plan.outcomes.length
  const names = plan.uncertainties.length
  const results = batch.policies.map((policy) => ({
    policy,
    firstDraw: batch.firstDraw,
    draws: batch.draws,
    inputs: new Float64Array(names * batch.draws),
    outcomes: new Float64Array(columns * batch.draws),
    failures: [] as Failure[],
  }))
  const inputs = new Float64Array(names)
  const outcomes = new Float64Array(columns)
  for (let draw = 0; draw < batch.draws; draw++) {
    for (const result of results) {
      const failure = trajectory.run(result.policy, batch.firstDraw + draw, inputs, outcomes)
      if (failure) result.failures.push(failure)
      for (let name = 0; name < names; name++) result.inputs[name * batch.draws + draw] = inputs[name]
      for (let column = 0; column < columns; column++)
        result.outcomes[column * batch.draws + draw] = outcomes[column]
    }
  }
  return results
}
