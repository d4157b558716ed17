/**
 * A fleet of long-lived workers.
 *
 * worker-threads-pool bounds how many there are; each is acquired once and sent batch after batch. A worker that
 * dies is replaced and its batch is run again; a batch that takes three workers with it is given up, with a
 * problem that says which. Workers are ended one by one, never by the pool's destroy(), which leaks.
 */
import { fileURLToPath } from 'node:url'
import type { Worker } from 'node:worker_threads'
import Pool from 'worker-threads-pool'
import type { Batch, BatchOutcomes } from '../plan/outcomes.js'
import type { Plan } from '../plan/plan.js'
import { CitywardError } from '../vocabulary/problems.js'
import { sharePlan } from './share.js'
import type { WorkerData } from './worker.js'

const MOST_TRIES = 3

interface Job {
  readonly batch: Batch
  readonly resolve: (outcomes: readonly BatchOutcomes[]) => void
  readonly reject: (error: Error) => void
  tries: number
}

/** The bundle ships the worker beside this module; from source it is started through a loader. */
function workerFile(): string {
  const name = import.meta.url.endsWith('.ts') ? './worker-dev.mjs' : './worker.js'
  return fileURLToPath(new URL(name, import.meta.url))
}

export class Fleet {
  /** Workers now alive, for tests that end one. */
  readonly workers = new Set<Worker>()
  private readonly pool: Pool
  private readonly waiting: Job[] = []
  private readonly idle: Worker[] = []
  private readonly busy = new Map<Worker, Job>()
  private readonly workerData: WorkerData
  private stopped = false

  constructor(plan: Plan, threads: number, options: Omit<WorkerData, 'plan'>) {
    this.pool = new Pool({ max: threads })
    this.workerData = { plan: sharePlan(plan), ...options }
    for (let thread = 0; thread < threads; thread++) this.acquire()
  }

  /** Run one batch; resolves with its outcomes, rejects with a CitywardError after three lost workers, or once stopped. */
  run(batch: Batch): Promise<readonly BatchOutcomes[]> {
    return new Promise((resolve, reject) => {
      if (this.stopped) return reject(new Error('stopped'))
      this.waiting.push({ batch, resolve, reject, tries: 0 })
      this.dispatch()
    })
  }

  /** End every worker and wait until they are gone; batches that are not done are rejected. */
  async stop(): Promise<void> {
    this.stopped = true
    for (const job of [...this.waiting.splice(0), ...this.busy.values()]) job.reject(new Error('stopped'))
    await Promise.all([...this.workers].map((worker) => worker.terminate()))
  }

  private acquire(): void {
    // the pool gives an error only where its queue is bounded, and this one's is not
    this.pool.acquire(workerFile(), { workerData: this.workerData }, (_, worker) => {
      this.workers.add(worker)
      let failure: Error | undefined
      worker.on('message', (outcomes: readonly BatchOutcomes[]) => this.deliver(worker, outcomes))
      worker.on('error', (reason) => {
        failure = reason as Error
      })
      worker.on('exit', () => this.lose(worker, failure))
      if (this.stopped) void worker.terminate()
      else {
        this.idle.push(worker)
        this.dispatch()
      }
    })
  }

  private dispatch(): void {
    while (this.idle.length > 0 && this.waiting.length > 0 && !this.stopped) {
      const worker = this.idle.pop()!
      const job = this.waiting.shift()!
      this.busy.set(worker, job)
      worker.postMessage(job.batch)
    }
  }

  private deliver(worker: Worker, outcomes: readonly BatchOutcomes[]): void {
    const job = this.busy.get(worker)
    this.busy.delete(worker)
    this.idle.push(worker)
    this.dispatch()
    job?.resolve(outcomes)
  }

  /** A worker is gone: put its batch back at the head of the queue and bring in another. */
  private lose(worker: Worker, failure: Error | undefined): void {
    this.workers.delete(worker)
    const at = this.idle.indexOf(worker)
    if (at >= 0) this.idle.splice(at, 1)
    const job = this.busy.get(worker)
    this.busy.delete(worker)
    if (this.stopped) return
    if (job && ++job.tries >= MOST_TRIES) job.reject(lostBatch(job.batch, failure))
    else if (job) this.waiting.unshift(job)
    this.acquire()
  }
}

function lostBatch({ firstDraw, draws }: Batch, failure: Error | undefined): CitywardError {
  return new CitywardError([
    {
      code: 'worker-lost',
      where: { file: 'run' },
      found: `${MOST_TRIES} workers lost on draws ${firstDraw} to ${firstDraw + draws - 1}${failure ? ` (${failure.message})` : ''}`,
      expected: 'a worker that lives through its batch',
      hint: ranOut(failure) ? 'If memory ran out, ask for fewer --threads.' : undefined,
    },
  ])
}

/** Whether memory may be why; a worker that the system kills says nothing. */
function ranOut(failure: Error | undefined): boolean {
  return !failure || (failure as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
}
