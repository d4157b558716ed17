/** What a coordinator knows of the queue around it: who works, whether somebody cancelled it, and that its plan is there. */
import { hostname } from 'node:os'
import { resolve } from 'node:path'
import type { Plan } from '../plan/plan.js'
import type { RunFolder } from '../store/run-folder.js'
import { howMany } from '../vocabulary/numbers.js'
import { fail } from '../vocabulary/problems.js'
import { VERSION } from '../vocabulary/version.js'
import type { QueueConnection } from './connect.js'
import { KEPT, KEYS } from './names.js'
import type { SentPlan } from './plan-pack.js'
import { type NamedWorker, tellSweep, workersAt } from './records.js'

/** What is swept. */
export interface Sweep {
  readonly store: RunFolder
  readonly plan: Plan
  readonly packed: SentPlan
  /** The shared folder. */
  readonly shared: string | undefined
  readonly onNotice: ((text: string) => void) | undefined
}

/** Parts in the queue at the least, and for each worker: two at work and as many that wait. */
const LEAST_ROOM = 4
const ROOM_OF_WORKER = 4
/** Bytes of parts that Redis may hold, should the coordinator be away while workers go on. */
const MOST_BYTES = 2 * 2 ** 30

export class AroundSweep {
  /** Threads of the workers, at the most so far. */
  threads = 0
  private workers: readonly NamedWorker[] = []
  private cancelled = false
  private beating = false
  private readonly told = new Set<string>()

  constructor(
    private readonly connection: QueueConnection,
    private readonly around: Sweep,
    private readonly id: string,
  ) {}

  async begin(progress: readonly [done: number, all: number]): Promise<void> {
    await this.connection.redis.unlink(KEYS.cancelled(this.id))
    await this.beat(progress)
  }

  /** To be called at intervals; one that waits for Redis is not joined by another. */
  async beat(progress: readonly [done: number, all: number]): Promise<void> {
    if (this.beating) return
    this.beating = true
    try {
      await this.tell(progress)
      const { redis } = this.connection
      this.cancelled = (await redis.exists(KEYS.cancelled(this.id))) > 0
      this.meet(await workersAt(redis))
    } finally {
      this.beating = false
    }
  }

  /** Say what is swept, and put the plan there where it is not or no more. */
  private async tell([done, all]: readonly [number, number]): Promise<void> {
    const { redis } = this.connection
    const { packed, plan, store } = this.around
    const key = KEYS.plan(packed.id)
    if ((await redis.expire(key, KEPT)) === 0) await redis.set(key, packed.bytes, 'EX', KEPT)
    const { fingerprint } = plan
    const folder = resolve(store.folder)
    await tellSweep(redis, this.id, {
      version: VERSION,
      fingerprint,
      host: hostname(),
      pid: process.pid,
      folder,
      done,
      all,
    })
  }

  private meet(workers: readonly NamedWorker[]): void {
    this.workers = workers.filter(({ version }) => version === VERSION)
    const threads = this.workers.reduce((sum, worker) => sum + worker.threads, 0)
    if (this.workers.length === 0 && this.threads === 0)
      this.notice(`No worker is there yet. On any machine: \`cityward work ${this.connection.shown}\``)
    else if (this.workers.length > 0)
      this.notice(
        `Parts are made by ${howMany(this.workers.length, 'worker')} with ${howMany(threads, 'thread')}.`,
        'met',
      )
    this.threads = Math.max(this.threads, threads)
    for (const { id, version } of workers)
      if (version !== VERSION)
        this.notice(`The worker ${id} is cityward ${version}; it takes no part of a sweep of ${VERSION}.`)
  }

  /** Say a thing once. */
  private notice(text: string, key = text): void {
    if (this.told.has(key)) return
    this.told.add(key)
    this.around.onNotice?.(text)
  }

  /** How many parts may be out. */
  room(): number {
    const { store, plan, shared } = this.around
    const wanted = Math.max(LEAST_ROOM, ROOM_OF_WORKER * this.workers.length)
    if (shared !== undefined) return wanted
    return Math.max(
      LEAST_ROOM,
      Math.min(wanted, Math.floor(MOST_BYTES / (store.mostBytes * plan.policies.length))),
    )
  }

  /** Trajectories of these parts that are done, as far as workers have said. */
  doneOf(jobs: readonly string[]): number {
    return this.workers.reduce((sum, { at }) => sum + jobs.reduce((own, job) => own + (at[job] ?? 0), 0), 0)
  }

  /** Throws CitywardError once somebody has cancelled the sweep. */
  refuseCancelled(): void {
    if (!this.cancelled) return
    fail({
      code: 'sweep-cancelled',
      where: { file: this.around.store.folder },
      found: 'a sweep that was cancelled by `cityward queue cancel`',
      expected: 'a sweep that is wanted',
      hint: 'What was finished is kept; the same command goes on from there.',
    })
  }

  /** The plan is taken away; another sweep that needs it puts it there again. */
  async end(): Promise<void> {
    await this.connection.redis.unlink(KEYS.plan(this.around.packed.id))
  }
}
