/** A worker of a fleet, with the questions sent to it and not yet answered. */
import type { Worker } from 'node:worker_threads'
import type { Failure } from '../../results/failures.js'
import type { PackedPart, PartOutcomes } from '../../results/parts.js'
import type { Batch } from '../ranges.js'
import { readSign } from './heartbeat.js'
import type { Loss } from './lost-worker.js'
import type { Question } from './worker-main.js'

/** A batch to live or a part to pack, and who waits for it; `tries`: how often it has taken its worker with it. */
export type Job = (BatchJob | PackJob) & { readonly reject: (error: Error) => void; tries: number }

interface BatchJob {
  readonly batch: Batch
  readonly resolve: (failures: readonly Failure[]) => void
}

interface PackJob {
  readonly part: PartOutcomes
  readonly resolve: (packed: PackedPart | undefined) => void
}

export class Hand {
  /** Not yet answered, in the order in which they were sent. */
  readonly jobs: Job[] = []
  /** Why it was lost, where that is known. */
  loss: Loss = {}
  private answered = 0
  /** What its sign of life said last, and when that was news (milliseconds). */
  private seen = ''
  private since = performance.now()

  constructor(
    readonly worker: Worker,
    private readonly sign: Int32Array,
  ) {}

  /** room: memory that a packed part may take. */
  send(job: Job, room: ArrayBuffer | undefined): void {
    if (this.jobs.length === 0) this.since = performance.now()
    this.jobs.push(job)
    const question: Question = 'part' in job ? { part: job.part, room } : { batch: job.batch }
    this.worker.postMessage(question, room ? [room] : [])
  }

  /** The job that an answer is for. */
  answer(): Job | undefined {
    this.answered++
    return this.jobs.shift()
  }

  /** Whether it has had work at hand, and given no sign, for so many seconds; to be asked again and again. */
  isSilent(patience: number): boolean {
    const now = performance.now()
    const { begun, done } = readSign(this.sign)
    const seen = `${begun}/${done}`
    if (seen === this.seen && this.jobs.length > 0) return now - this.since > patience * 1000
    this.seen = seen
    this.since = now
    return false
  }

  /**
   * What it was at when it was lost: an answer may be lost on its way, so what was begun last was at work. `begun` is
   * false where it was lost before it was ready; `done`: draws of the batch that are whole.
   */
  atWork(): { readonly job: Job | undefined; readonly begun: boolean; readonly done: number } {
    const { begun, done } = readSign(this.sign)
    return { job: this.jobs[begun - this.answered - 1], begun: begun > 0, done }
  }
}
