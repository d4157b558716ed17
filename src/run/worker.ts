/** A worker thread: takes the plan once, then lives the draws of one batch after another. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Batch, BatchOutcomes, Fault } from '../plan/outcomes.js'
import type { Plan } from '../plan/plan.js'
import { createBatchRunner } from './batch.js'
import { faultOfThrow } from './lost.js'
import { beginBatch, endDraws, readSign } from './sign.js'

export interface WorkerData {
  readonly plan: Plan
  readonly draws: number
  /** Absent where the model itself lives the draws. */
  readonly kernel?: WebAssembly.Module
  readonly reuse?: boolean
  /** See sign.ts. */
  readonly sign: Int32Array
}

/** What is sent back for a batch: its outcomes, or what was thrown in it and how many draws were done by then. */
export type Answer =
  | { readonly outcomes: readonly BatchOutcomes[] }
  | { readonly fault: Fault; readonly done: number }

const { plan, sign, ...options } = workerData as WorkerData
const createRunner = () => createBatchRunner(plan, { ...options, onDraws: (draws) => endDraws(sign, draws) })
let runBatch = createRunner()

parentPort!.on('message', (batch: Batch) => {
  beginBatch(sign)
  const answer = answerTo(batch)
  const outcomes = 'outcomes' in answer ? answer.outcomes : []
  const buffers = outcomes.flatMap((one) => [
    one.inputs.buffer as ArrayBuffer,
    one.outcomes.buffer as ArrayBuffer,
  ])
  parentPort!.postMessage(answer, buffers)
})

/** What a throw leaves behind in memory is not used again. */
function answerTo(batch: Batch): Answer {
  try {
    return { outcomes: runBatch(batch) }
  } catch (error) {
    runBatch = createRunner()
    return { fault: faultOfThrow(error), done: readSign(sign).done }
  }
}
