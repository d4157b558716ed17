/** What a worker thread does: takes the plan once, then answers one question after another. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Plan } from '../../plan/plan.js'
import type { Failure, Fault } from '../../results/failures.js'
import type { PackedPart, PartOutcomes } from '../../results/parts.js'
import { createBatchRunner } from '../batch.js'
import type { Batch } from '../ranges.js'
import { beginWork, endDraws, readSign } from './heartbeat.js'
import { faultOfThrow } from './lost-worker.js'

export interface WorkerData {
  readonly plan: Plan
  readonly draws: number
  /** Absent where the model itself lives the draws. */
  readonly kernel?: WebAssembly.Module
  readonly reuse?: boolean
  /** See heartbeat.ts. */
  readonly sign: Int32Array
}

/** Draws to live, or a part to pack; `room` is memory for its bytes. */
export type Question =
  | { readonly batch: Batch }
  | { readonly part: PartOutcomes; readonly room?: ArrayBuffer }

/** What is sent back: who failed, or the packed part; or what was thrown, and how many draws were done by then. */
export type Answer =
  | { readonly failures: readonly Failure[] }
  | { readonly packed: PackedPart | undefined }
  | { readonly fault: Fault; readonly done: number }

export type Pack = (plan: Plan, part: PartOutcomes, room?: ArrayBuffer) => PackedPart

/** pack: absent in workers that only live draws. */
export function serve(pack?: Pack): void {
  const { plan, sign, ...options } = workerData as WorkerData
  const createRunner = () =>
    createBatchRunner(plan, { ...options, onDraws: (draws) => endDraws(sign, draws) })
  let runBatch = createRunner()

  const answerTo = (question: Question): Answer => {
    try {
      if ('batch' in question) return { failures: runBatch(question.batch) }
      return { packed: pack?.(plan, question.part, question.room) }
    } catch (error) {
      // what a throw leaves behind in memory is not used again
      runBatch = createRunner()
      return { fault: faultOfThrow(error), done: readSign(sign).done }
    }
  }
  parentPort!.on('message', (question: Question) => {
    beginWork(sign)
    const answer = answerTo(question)
    const bytes = 'packed' in answer ? answer.packed?.bytes : undefined
    parentPort!.postMessage(answer, bytes ? [bytes.buffer] : [])
  })
}
