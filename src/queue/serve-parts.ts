/**
 * A worker: takes parts from a queue, makes each on its own threads, and sends it back or puts it into a shared folder. The
 * thread that speaks with Redis does no other work, so that the lock of a part is renewed however long it takes.
 */
import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import type { Job } from 'bullmq'
import { putShared } from '../store/elsewhere/shared-folder.js'
import { CitywardError } from '../vocabulary/problems.js'
import { VERSION } from '../vocabulary/version.js'
import { makeApart } from './apart.js'
import { ignoreErrors, type QueueConnection } from './connect.js'
import { createMakeOnce } from './make-once.js'
import { BEAT, KEPT, KEYS, PREFIX, QUEUE } from './names.js'
import type { MadePart, MakerOptions } from './part-maker.js'
import { type KnownPlan, Plans } from './plans.js'
import { forgetWorker, sweepsAt, tellWorker } from './records.js'
import { PART_JOB, type PartJob, type PartMade } from './shapes.js'

export interface ServeOptions extends MakerOptions {
  /** A folder that the coordinator sees too. */
  readonly store?: string
  /** Seconds without a part after which the worker ends; it stays where it is left out. */
  readonly idle?: number
  /** Ends the worker once the parts at work are done. */
  readonly signal: AbortSignal
}

export interface Served {
  readonly parts: number
}

/**
 * Parts at work at a time: while one is packed and sent, threads are at the next. Who finds parts where there were none takes
 * one of them at first, so that others have one too.
 */
const AT_A_TIME = 2
const AT_FIRST = 1
/** Milliseconds that a part belongs to a worker that is silent, and between two looks for such parts. */
const LOCKED = 10_000
const LOOKED = 5000
/** Workers lost over a part from which on it is made in a process of its own. */
const SUSPECT = 2
/** Longest cause of a failure that is sent back, characters. */
const LONGEST_CAUSE = 1000

/** Throws CitywardError where all sweeps of the queue are of another version. */
export async function serveParts(connection: QueueConnection, options: ServeOptions): Promise<Served> {
  await refuseOtherVersion(connection)
  const server = new PartServer(connection, options)
  return server.serve()
}

class PartServer {
  private readonly id = `${hostname().slice(0, 100)}-${process.pid}-${randomUUID().slice(0, 4)}`
  private readonly plans: Plans
  /** Parts at work, by job, with their trajectories that are done. */
  private readonly at = new Map<string, number>()
  private made = 0
  private lastBusy = performance.now()

  constructor(
    private readonly connection: QueueConnection,
    private readonly options: ServeOptions,
  ) {
    this.plans = new Plans(connection.redis, options)
  }

  async serve(): Promise<Served> {
    const { bull, redis, options: connection } = this.connection
    const once = createMakeOnce()
    const make = async (job: Job) => {
      try {
        return await once([job.id, job.data], () => this.makePart(job))
      } finally {
        worker.concurrency = AT_A_TIME
      }
    }
    const worker = new bull.Worker(QUEUE, make, {
      connection,
      prefix: PREFIX,
      name: this.id,
      concurrency: AT_FIRST,
      lockDuration: LOCKED,
      stalledInterval: LOOKED,
      // how often a part was lost is judged by `makePart`
      maxStalledCount: Number.MAX_SAFE_INTEGER,
    })
    ignoreErrors(worker)
    worker.on('drained', () => {
      worker.concurrency = AT_FIRST
    })
    const beat = setInterval(() => void this.tell().catch(() => undefined), BEAT)
    try {
      await this.tell()
      await this.untilEnd()
      await worker.close()
    } finally {
      clearInterval(beat)
      await this.plans.stop()
    }
    if (redis.status === 'ready') await forgetWorker(redis, this.id)
    return { parts: this.made }
  }

  /** Until the signal, or until there was nothing to do for long enough. */
  private untilEnd(): Promise<void> {
    const { signal, idle } = this.options
    return new Promise((resolve) => {
      const end = () => {
        clearInterval(look)
        resolve()
      }
      const look = setInterval(() => {
        const free = (performance.now() - this.lastBusy) / 1000
        if (idle !== undefined && this.at.size === 0 && free > idle) end()
      }, 250)
      if (signal.aborted) end()
      signal.addEventListener('abort', end, { once: true })
    })
  }

  private tell(): Promise<void> {
    const { made, options } = this
    const record = { version: VERSION, host: hostname(), pid: process.pid, threads: options.threads, made }
    return tellWorker(this.connection.redis, this.id, { ...record, at: Object.fromEntries(this.at) })
  }

  private async makePart(job: Job): Promise<PartMade> {
    const read = PART_JOB.safeParse(job.data)
    const id = job.id ?? ''
    if (!read.success) throw new Error('a part of another form')
    this.at.set(id, 0)
    try {
      const files = await this.plans.use(read.data.plan, (known) =>
        this.makeOf(known, id, read.data, job.stalledCounter),
      )
      this.made++
      return { by: this.id, files }
    } catch (error) {
      throw new Error(causeOf(error).slice(0, LONGEST_CAUSE))
    } finally {
      this.at.delete(id)
      this.lastBusy = performance.now()
    }
  }

  private async makeOf(
    { unpacked, maker }: KnownPlan,
    id: string,
    { part, policies, sweep, stored }: PartJob,
    lost: number,
  ): Promise<PartMade['files']> {
    const { plan, draws, partDraws } = unpacked
    if (part * partDraws >= draws || policies.some((policy) => policy >= plan.policies.length))
      throw new Error('a part that the plan has not')
    const files: PartMade['files'] = []
    const use = async ({ policy, bytes, sha256 }: MadePart) => {
      const isStored = await this.handOver(id, { sweep, part, policy, stored }, bytes)
      files.push({ policy, size: bytes.byteLength, sha256, stored: isStored })
    }
    const { options } = this
    const onDone = (trajectories: number) => this.at.set(id, (this.at.get(id) ?? 0) + trajectories)
    const settings = {
      threads: options.threads,
      batchSize: options.batchSize,
      engine: options.engine,
      patience: options.patience,
    }
    if (lost >= SUSPECT) await makeApart({ plan: unpacked, part, policies, options: settings }, use)
    else await maker.make(part, policies, use, onDone)
    return files
  }

  /** Into the shared folder where there is one and it takes it, else by Redis. Returns whether it is in the folder. */
  private async handOver(
    id: string,
    which: { sweep: string; part: number; policy: number; stored: boolean },
    bytes: Uint8Array,
  ): Promise<boolean> {
    const { store } = this.options
    const { redis } = this.connection
    // a worker that was held up may be the second to make it, and its sweep over
    await this.refuseOver(id)
    if (which.stored && store !== undefined) {
      try {
        await putShared(store, which, this.id, bytes)
        return true
      } catch (error) {
        if (!(error instanceof CitywardError)) throw error
        // a full or closed disk: the part goes the other way
      }
    }
    const sent = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const key = KEYS.bytes(id, which.policy)
    await redis.set(key, sent, 'EX', KEPT)
    try {
      // held up just before, it has left bytes behind that nobody takes
      await this.refuseOver(id)
    } catch (error) {
      await redis.unlink(key)
      throw error
    }
    return false
  }

  /** Throws where the job of a part is gone. */
  private async refuseOver(id: string): Promise<void> {
    if ((await this.connection.redis.exists(KEYS.job(id))) === 0)
      throw new Error('a part that nobody waits for any more')
  }
}

function causeOf(error: unknown): string {
  if (error instanceof CitywardError)
    return error.problems.map(({ found, code }) => `${found} [${code}]`).join('; ')
  return error instanceof Error ? error.message : String(error)
}

/** A worker that no sweep can use ends at once and says why. */
async function refuseOtherVersion({ redis, shown }: QueueConnection): Promise<void> {
  const sweeps = await sweepsAt(redis)
  if (sweeps.length === 0 || sweeps.some(({ version }) => version === VERSION)) return
  throw new CitywardError([
    {
      code: 'worker-of-another-version',
      where: { file: shown },
      found: `cityward ${VERSION}, and a sweep of cityward ${sweeps[0].version}`,
      expected: 'the same version on all machines',
      hint: 'Bytes of a run are the same within one version only.',
    },
  ])
}
