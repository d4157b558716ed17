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
  parentPort!.postMessage(outcomes, [outcomes.inputs.buffer as ArrayBuffer, outcomes.outcomes.buffer as ArrayBuffer])
})

/** Every draw of a batch; results stand by column, so that a column's draws lie together. */
function liveBatch(plan: Plan, trajectory: Trajectory, batch: Batch): BatchOutcomes {
  const columns = plan.outcomes.length
  const names = plan.uncertainties.length
  const inputs = new Float64Array(names * batch.draws)
  const outcomes = new Float64Array(columns * batch.draws)
  const failures: Failure[] = []
  const oneInput = new Float64Array(names)
  const oneOutcome = new Float64Array(columns)
  for (let draw = 0; draw < batch.draws; draw++) {
    const failure = trajectory.run(batch.policy, batch.firstDraw + draw, oneInput, oneOutcome)
    if (failure) failures.push(failure)
    for (let name = 0; name < names; name++) inputs[name * batch.draws + draw] = oneInput[name]!
    for (let column = 0; column < columns; column++) outcomes[column * batch.draws + draw] = oneOutcome[column]!
  }
  return { ...batch, inputs, outcomes, failures }
}
