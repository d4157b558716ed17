/**
 * A pool of long-lived workers.
 *
 * worker-threads-pool bounds how many there are; each is acquired once and sent batch after batch. A worker that dies,
 * or whose heartbeat stands still for long, is replaced, and its batch is run again in smaller ones: the draws that were
 * done, then the rest by halves, down to the one trajectory that is at fault, which is recorded as failed. Workers are
 * ended one by one, never by the pool's destroy(), which leaks.
 */
import type { ResourceLimits, Worker } from 'node:worker_threads'
import Pool from 'worker-threads-pool'
import type { Plan } from '../../plan/plan.js'
import type { Failure, LossFault } from '../../results/failures.js'
import { faultText } from '../../results/fault-words.js'
import type { PackedPart, PartOutcomes } from '../../results/parts.js'
import { CitywardError } from '../../vocabulary/problems.js'
import type { Batch } from '../ranges.js'
import { splitBatch } from './halving.js'
import { createHeartbeat } from './heartbeat.js'
import { type Loss, lossFault, recordLost } from './lost-worker.js'
import { sharePlan } from './shared-plan.js'
import { type WorkerStart, workerBeside } from './worker-file.js'
import { type Job, WorkerHandle } from './worker-handle.js'
import type { WorkerData, WorkerResponse } from './worker-main.js'

/** Times that a trajectory alone may lose its worker, and workers that may be lost before they are ready, in a row. */
const MOST_TRIES = 2
const MOST_STARTS = 3
/** Requests that a worker has been sent, so that it need not wait for the next one. */
const MOST_SENT = 2
/** Seconds; a batch takes well below one, and a nation of counties some for each draw. */
const PATIENCE = 120

export interface WorkerPoolOptions extends Omit<WorkerData, 'plan' | 'heartbeat'> {
  /** Seconds without a heartbeat after which a worker is taken for lost. */
  readonly patience?: number
  readonly resourceLimits?: ResourceLimits
  /** Another worker than the one that only simulates draws. */
  readonly worker?: WorkerStart
}

export class WorkerPool {
  private readonly handles = new Map<Worker, WorkerHandle>()
  private readonly pool: Pool
  private readonly waiting: Job[] = []
  private readonly rooms: ArrayBufferLike[] = []
  private readonly plan: Plan
  private readonly watch: NodeJS.Timeout
  private startsLost = 0
  private broken: Error | undefined
  private stopped = false

  constructor(
    plan: Plan,
    threads: number,
    private readonly options: WorkerPoolOptions,
  ) {
    this.pool = new Pool({ max: threads })
    this.plan = sharePlan(plan)
    for (let thread = 0; thread < threads; thread++) this.acquire()
    const { patience = PATIENCE } = options
    this.watch = setInterval(() => this.endSilent(patience), Math.min(5000, patience * 200))
    this.watch.unref()
  }

  /** Workers now alive, for tests that end one. */
  get workers(): readonly Worker[] {
    return [...this.handles.keys()]
  }

  /**
   * Simulate one batch into its parts; resolves with the trajectories that failed, those that no worker could finish
   * among them. Rejects with a CitywardError where workers cannot even start, and once stopped.
   */
  run(batch: Batch): Promise<readonly Failure[]> {
    return new Promise((resolve, reject) => {
      this.take({ batch, resolve, reject, tries: 0 })
    })
  }

  /** Pack a part, before any more draws are simulated; undefined where workers cannot. Rejects as `run` does. */
  pack(part: PartOutcomes): Promise<PackedPart | undefined> {
    return new Promise((resolve, reject) => {
      this.take({ part, resolve, reject, tries: 0 })
    })
  }

  /** Bytes of a packed part that nobody needs any more: the next part is packed into their memory. */
  giveBack({ bytes }: PackedPart): void {
    this.rooms.push(bytes.buffer)
  }

  /** End every worker and wait until they are gone; batches that are not done are rejected. */
  async stop(): Promise<void> {
    this.stopped = true
    clearInterval(this.watch)
    this.rejectAll(new Error('stopped'))
    await Promise.all(this.workers.map((worker) => worker.terminate()))
  }

  private take(job: Job): void {
    if (this.stopped || this.broken) job.reject(this.broken ?? new Error('stopped'))
    else if ('part' in job) this.waiting.unshift(job)
    else this.waiting.push(job)
    this.dispatch()
  }

  private acquire(): void {
    const heartbeat = createHeartbeat()
    const { draws, kernel, reuse, resourceLimits } = this.options
    const { file, source } = this.options.worker ?? workerBeside(import.meta.url, 'worker')
    const workerData: WorkerData & Partial<WorkerStart> = {
      plan: this.plan,
      draws,
      kernel,
      reuse,
      heartbeat,
      source,
    }
    // the pool gives an error only where its queue is bounded, and this one's is not
    this.pool.acquire(file, { workerData, resourceLimits }, (_, worker) => {
      const handle = new WorkerHandle(worker, heartbeat)
      this.handles.set(worker, handle)
      worker.on('message', (response: WorkerResponse) => this.deliver(handle, response))
      worker.on('error', (error) => {
        handle.loss = { error: error as Error }
      })
      worker.on('exit', () => this.lose(handle))
      if (this.stopped) void worker.terminate()
      else this.dispatch()
    })
  }

  /** Send work to whoever has least. */
  private dispatch(): void {
    for (let depth = 1; depth <= MOST_SENT; depth++) {
      for (const handle of this.handles.values()) {
        if (this.stopped || this.waiting.length === 0) return
        if (handle.jobs.length >= depth) continue
        const job = this.waiting.shift()!
        handle.send(job, 'part' in job ? this.rooms.pop() : undefined)
      }
    }
  }

  private deliver(handle: WorkerHandle, response: WorkerResponse): void {
    this.startsLost = 0
    const job = handle.takeAnswered()
    if (job && 'fault' in response) this.takeApart(job, response.done, response.fault, 1)
    this.dispatch()
    if (job && 'batch' in job && 'failures' in response) job.resolve(response.failures)
    if (job && 'part' in job && 'packed' in response) job.resolve(response.packed)
  }

  /** End workers that have had work, and whose heartbeat has stood still, for so many seconds. */
  private endSilent(patience: number): void {
    for (const handle of this.handles.values()) {
      if (!handle.isSilent(patience)) continue
      handle.loss = { silent: patience }
      void handle.worker.terminate()
    }
  }

  /** A worker is gone: put its work back at the head of the queue and start another. */
  private lose(handle: WorkerHandle): void {
    this.handles.delete(handle.worker)
    if (this.stopped) return
    const { job: atWork, begun, done } = handle.atWork()
    this.waiting.unshift(...handle.jobs.filter((job) => job !== atWork))
    if (atWork) this.takeApart(atWork, done, lossFault(handle.loss), MOST_TRIES)
    else if (!begun) this.startsLost++
    if (this.startsLost < MOST_STARTS) this.acquire()
    else this.giveUp(noWorkers(handle.loss))
  }

  /**
   * Run a batch again in smaller ones, down to the trajectory that is at fault; that one has failed in the end. A part
   * is packed again, and in the end left to the caller.
   */
  private takeApart(job: Job, done: number, fault: LossFault, mostTries: number): void {
    const isSmallest = 'part' in job || job.batch.draws * job.batch.parts.length === 1
    if (isSmallest && ++job.tries < mostTries) this.waiting.unshift(job)
    else if ('part' in job) job.resolve(undefined)
    else if (isSmallest) job.resolve(recordLost(this.plan, this.options.draws, job.batch, fault))
    else {
      const pieces = splitBatch(job.batch, done).map(
        (batch) =>
          new Promise<readonly Failure[]>((resolve, reject) => {
            this.waiting.unshift({ batch, resolve, reject, tries: 0 })
          }),
      )
      Promise.all(pieces).then((found) => job.resolve(found.flat()), job.reject)
    }
  }

  private giveUp(error: Error): void {
    this.broken = error
    this.rejectAll(error)
  }

  private rejectAll(error: Error): void {
    const sent = [...this.handles.values()].flatMap(({ jobs }) => jobs.splice(0))
    for (const job of [...this.waiting.splice(0), ...sent]) job.reject(error)
  }
}

function noWorkers(loss: Loss): CitywardError {
  const fault = lossFault(loss)
  return new CitywardError([
    {
      code: 'worker-lost',
      where: { file: 'run' },
      found: `${MOST_STARTS} workers in a row that could not start: ${faultText(fault)}`,
      expected: 'workers that start',
      hint: fault.code === 'out-of-memory' ? 'Ask for fewer --threads.' : undefined,
    },
  ])
}
