/** What a worker thread does: takes the plan once, then responds to one request after another. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Plan } from '../../plan/plan.js'
import type { Failure, LossFault } from '../../results/failures.js'
import type { PackedPart, PartOutcomes } from '../../results/parts.js'
import { createBatchRunner } from '../batch.js'
import type { Batch } from '../ranges.js'
import { beginWork, endDraws, readHeartbeat } from './heartbeat.js'
import { thrownFault } from './lost-worker.js'
import { ownMemory } from './part-memory.js'

export interface WorkerData {
  readonly plan: Plan
  readonly draws: number
  /** Absent where the model itself simulates the draws. */
  readonly kernel?: WebAssembly.Module
  readonly reuse?: boolean
  /** See heartbeat.ts. */
  readonly heartbeat: Int32Array
}

/** Draws to simulate, or a part to pack; `room` is memory for its bytes. */
export type WorkerRequest =
  | { readonly batch: Batch }
  | { readonly part: PartOutcomes; readonly room?: ArrayBufferLike }

/** Who failed, or the packed part; or the fault that ended it, and how many draws were done by then. */
export type WorkerResponse =
  | { readonly failures: readonly Failure[] }
  | { readonly packed: PackedPart | undefined }
  | { readonly fault: LossFault; readonly done: number }

/** draws: of the whole run. */
export type Pack = (plan: Plan, part: PartOutcomes, draws: number, room?: ArrayBufferLike) => PackedPart

/** pack: absent in workers that only simulate draws. */
export function serve(pack?: Pack): void {
  const { plan, heartbeat, ...options } = workerData as WorkerData
  const createRunner = () =>
    createBatchRunner(plan, { ...options, onDraws: (draws) => endDraws(heartbeat, draws) })
  let runBatch = createRunner()

  const respondTo = (request: WorkerRequest): WorkerResponse => {
    try {
      if ('batch' in request) return { failures: runBatch(request.batch) }
      return { packed: pack?.(plan, request.part, options.draws, request.room) }
    } catch (error) {
      // what a throw leaves behind in memory is not used again
      runBatch = createRunner()
      return { fault: thrownFault(error), done: readHeartbeat(heartbeat).done }
    }
  }
  parentPort!.on('message', (request: WorkerRequest) => {
    beginWork(heartbeat)
    const response = respondTo(request)
    parentPort!.postMessage(response, 'packed' in response ? ownMemory(response.packed?.bytes.buffer) : [])
  })
}
