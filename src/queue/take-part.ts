/** Takes a part that a worker has made into the run folder, if it is what it has to be. */
import type { Job } from 'bullmq'
import { removeShared, takeShared } from '../store/elsewhere/shared-folder.js'
import type { PartRecord } from '../store/manifest.js'
import type { RunFolder } from '../store/run-folder.js'
import type { QueueConnection } from './connect.js'
import { jobOf, KEYS } from './names.js'
import type { Receiver } from './receiver.js'
import { PART_MADE, type PartMade } from './shapes.js'

export interface PartOut {
  /** Of the sweep. */
  readonly id: string
  readonly part: number
  /** Policies of which the folder lacks the part. */
  readonly lacking: readonly number[]
}

/** `gone`: Redis knows nothing of it any more. rows: trajectories that are in the folder now. */
export type Taken =
  | { readonly is: 'at work' | 'taken' | 'gone'; readonly rows: number }
  | { readonly is: 'failed'; readonly rows: number; readonly by: string; readonly cause: string }

interface Places {
  readonly store: RunFolder
  readonly shared: string | undefined
  readonly receiver: Receiver
}

/** Look at a part in the queue, and take it where it is done; its job goes where it is done or has failed. */
export async function takePart(connection: QueueConnection, places: Places, out: PartOut): Promise<Taken> {
  const id = jobOf(out.id, out.part)
  const job = await jobNamed(connection, id)
  if (job === 'unreadable') {
    // a worker may hold it, so that it cannot be removed as others are
    await connection.redis.unlink(KEYS.job(id))
    return failed('?', 'a part of another form')
  }
  if (!job) return { is: 'gone', rows: 0 }
  if (job.finishedOn === undefined) return { is: 'at work', rows: 0 }
  const taken = await takeFinished(connection, places, out, job)
  await job.remove().catch(() => undefined)
  return taken
}

async function jobNamed({ queue }: QueueConnection, id: string): Promise<Job | undefined | 'unreadable'> {
  try {
    return await queue.getJob(id)
  } catch (error) {
    // what stands in the job is no JSON
    if (error instanceof SyntaxError) return 'unreadable'
    throw error
  }
}

/** Longest words of others that are passed on, characters. */
const LONGEST = 1000

function failed(by: string | undefined, cause: string, rows = 0): Taken {
  return { is: 'failed', rows, by: (by ?? '?').slice(0, LONGEST), cause: cause.slice(0, LONGEST) }
}

async function takeFinished(
  { redis }: QueueConnection,
  places: Places,
  out: PartOut,
  job: Job,
): Promise<Taken> {
  if (job.failedReason) return failed(job.processedBy, job.failedReason)
  const made = PART_MADE.safeParse(job.returnvalue).data
  if (!made) return failed(job.processedBy, 'an answer of another form')
  let rows = 0
  let wrong = false
  for (const file of made.files.filter(({ policy }) => out.lacking.includes(policy))) {
    const record = await takeFile(places, out, file)
    if (record?.sha256 === file.sha256) rows += record.rows
    else wrong = true
  }
  await removeBytes(redis, places, out, made)
  return wrong ? failed(made.by, 'bytes that are not those of the part', rows) : { is: 'taken', rows }
}

type MadeFile = PartMade['files'][number]

/** Take a file from the shared folder or Redis; undefined where it is gone, of another size, or not the part. */
async function takeFile(
  { store, shared, receiver }: Places,
  { id, part }: PartOut,
  { policy, size, stored }: MadeFile,
): Promise<PartRecord | undefined> {
  const most = store.mostBytes
  if (size > most) return undefined
  return store.acceptMade(policy, part, async (to) =>
    stored
      ? shared !== undefined && takeShared(shared, { sweep: id, part, policy }, to, most)
      : receiver.bring({ key: KEYS.bytes(jobOf(id, part), policy), size, to }),
  )
}

async function removeBytes(
  redis: QueueConnection['redis'],
  { shared }: Places,
  { id, part }: PartOut,
  { files }: PartMade,
): Promise<void> {
  await redis.unlink(files.map(({ policy }) => KEYS.bytes(jobOf(id, part), policy)))
  if (shared === undefined) return
  for (const { policy } of files) removeShared(shared, { sweep: id, part, policy })
}
