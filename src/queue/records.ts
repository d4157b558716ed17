/** Who works and what is worked on, as the processes at a queue say it themselves: each record goes when its process does. */
import type { QueueConnection } from './connect.js'
import { KEPT, KEYS, SILENT } from './names.js'
import { readAs, SWEEP, SWEEP_ID, type SweepRecord, WORKER, type WorkerRecord } from './shapes.js'

type Redis = QueueConnection['redis']

export interface NamedWorker extends WorkerRecord {
  readonly id: string
}

export interface NamedSweep extends SweepRecord {
  readonly id: string
  /** Whether its coordinator is at work. */
  readonly alive: boolean
}

export async function tellWorker(redis: Redis, id: string, record: WorkerRecord): Promise<void> {
  await redis.multi().sadd(KEYS.workers, id).set(KEYS.worker(id), JSON.stringify(record), 'EX', SILENT).exec()
}

export async function forgetWorker(redis: Redis, id: string): Promise<void> {
  await redis.multi().srem(KEYS.workers, id).unlink(KEYS.worker(id)).exec()
}

/** Workers that have said so of late. */
export async function workersAt(redis: Redis): Promise<NamedWorker[]> {
  const ids = (await redis.smembers(KEYS.workers)).sort()
  const texts = ids.length === 0 ? [] : await redis.mget(ids.map(KEYS.worker))
  const gone = ids.filter((_, at) => texts[at] === null)
  if (gone.length > 0) await redis.srem(KEYS.workers, ...gone)
  return ids.flatMap((id, at) => {
    const record = readAs(WORKER, texts[at])
    return record ? [{ id, ...record }] : []
  })
}

export async function tellSweep(redis: Redis, id: string, record: SweepRecord): Promise<void> {
  await redis
    .multi()
    .sadd(KEYS.sweeps, id)
    .set(KEYS.sweep(id), JSON.stringify(record), 'EX', KEPT)
    .set(KEYS.alive(id), '1', 'EX', SILENT)
    .exec()
}

export async function forgetSweep(redis: Redis, id: string): Promise<void> {
  await redis.multi().srem(KEYS.sweeps, id).unlink(KEYS.sweep(id), KEYS.alive(id)).exec()
}

/** Sweeps that are at work, or were left less than a day ago. */
export async function sweepsAt(redis: Redis): Promise<NamedSweep[]> {
  const all = await redis.smembers(KEYS.sweeps)
  const ids = all.filter((id) => SWEEP_ID.safeParse(id).success).sort()
  if (ids.length === 0) return []
  const texts = await redis.mget(ids.map(KEYS.sweep))
  const alive = await redis.mget(ids.map(KEYS.alive))
  const gone = ids.filter((_, at) => texts[at] === null)
  if (gone.length > 0) await redis.srem(KEYS.sweeps, ...gone)
  return ids.flatMap((id, at) => {
    const record = readAs(SWEEP, texts[at])
    return record ? [{ id, alive: alive[at] !== null, ...record }] : []
  })
}

/** Take away all that a sweep has in Redis; parts that are at work are left to their workers. */
export async function sweepAway({ redis, queue }: QueueConnection, sweep: string): Promise<void> {
  const jobs = await queue.getJobs(['waiting', 'prioritized', 'delayed', 'completed', 'failed'])
  const own = jobs.filter((job) => job?.id?.startsWith(`part-${sweep}-`))
  await Promise.all(own.map((job) => job.remove().catch(() => undefined)))
  let cursor = '0'
  do {
    const [next, keys] = await redis.scan(
      cursor,
      'MATCH',
      KEYS.bytes(`part-${sweep}-*`, 0).replace(/0$/, '*'),
      'COUNT',
      1000,
    )
    if (keys.length > 0) await redis.unlink(keys)
    cursor = next
  } while (cursor !== '0')
  await forgetSweep(redis, sweep)
}

/** Parts that wait and that are at work, over all sweeps of this version. */
export async function partsAt({ queue }: QueueConnection): Promise<{ waiting: number; active: number }> {
  const { waiting, active } = await queue.getJobCounts('waiting', 'active')
  return { waiting, active }
}
