/** A worker thread: takes the plan once, then lives the draws of one batch after another. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Batch, BatchOutcomes } from '../plan/outcomes.js'
import type { Plan } from '../plan/plan.js'
import { createBatchRunner } from './batch.js'

export interface WorkerData {
  readonly plan: Plan
  readonly draws: number
  /** Absent where the model itself lives the draws. */
  readonly kernel?: WebAssembly.Module
  readonly reuse?: boolean
}

const { plan, ...options } = workerData as WorkerData
const runBatch = createBatchRunner(plan, options)

parentPort!.on('message', (batch: Batch) => {
  const outcomes: readonly BatchOutcomes[] = runBatch(batch)
  const buffers = outcomes.flatMap((one) => [
    one.inputs.buffer as ArrayBuffer,
    one.outcomes.buffer as ArrayBuffer,
  ])
  parentPort!.postMessage(outcomes, buffers)
})
