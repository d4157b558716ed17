/** A worker of the pool, with the requests sent to it and not yet answered. */
import type { Worker } from 'node:worker_threads'
import type { Failure } from '../../results/failures.js'
import type { PackedPart, PartOutcomes } from '../../results/parts.js'
import type { Batch } from '../ranges.js'
import { readHeartbeat } from './heartbeat.js'
import type { Loss } from './lost-worker.js'
import { ownMemory } from './part-memory.js'
import type { WorkerRequest } from './worker-main.js'

/** A batch to simulate or a part to pack, and who waits for it; `tries`: how often its worker was lost over it. */
export type Job = (BatchJob | PackJob) & { readonly reject: (error: Error) => void; tries: number }

interface BatchJob {
  readonly batch: Batch
  readonly resolve: (failures: readonly Failure[]) => void
}

interface PackJob {
  readonly part: PartOutcomes
  readonly resolve: (packed: PackedPart | undefined) => void
}

/** Seconds that a worker may take at least to start, however little patience there is with draws. */
const START_PATIENCE = 60

export class WorkerHandle {
  /** Not yet answered, in the order in which they were sent. */
  readonly jobs: Job[] = []
  /** Why it was lost, where that is known. */
  loss: Loss = {}
  private answered = 0
  /** The heartbeat that was read last, and when it was new (milliseconds). */
  private lastBeat = ''
  private since = performance.now()

  constructor(
    readonly worker: Worker,
    private readonly heartbeat: Int32Array,
  ) {}

  /** room: memory that a packed part may take. */
  send(job: Job, room: ArrayBufferLike | undefined): void {
    if (this.jobs.length === 0) this.since = performance.now()
    this.jobs.push(job)
    const request: WorkerRequest = 'part' in job ? { part: job.part, room } : { batch: job.batch }
    this.worker.postMessage(request, ownMemory(room))
  }

  /** Take the job that a response is for. */
  takeAnswered(): Job | undefined {
    this.answered++
    return this.jobs.shift()
  }

  /** Whether it has had work, and its heartbeat has stood still, for so many seconds; to be called at intervals. */
  isSilent(patience: number): boolean {
    const now = performance.now()
    const { begun, done } = readHeartbeat(this.heartbeat)
    const beat = `${begun}/${done}`
    const allowed = begun === 0 ? Math.max(patience, START_PATIENCE) : patience
    if (beat === this.lastBeat && this.jobs.length > 0) return now - this.since > allowed * 1000
    this.lastBeat = beat
    this.since = now
    return false
  }

  /**
   * What it was at when it was lost: a response may be lost on its way, so what was begun last was at work. `begun` is
   * false where it was lost before it was ready; `done`: draws of the batch that are whole.
   */
  atWork(): { readonly job: Job | undefined; readonly begun: boolean; readonly done: number } {
    const { begun, done } = readHeartbeat(this.heartbeat)
    return { job: this.jobs[begun - this.answered - 1], begun: begun > 0, done }
  }
}
