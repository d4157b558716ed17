/** What is read from Redis, in the shape that cityward writes: whatever else stands there is as if it were not there. */
import * as z from 'zod'
import { MOST_DRAWS } from '../results/parts.js'
import { MOST_RECORD } from './names.js'

const HASH = z.string().regex(/^[0-9a-f]{64}$/)
const ID = z.string().regex(/^[0-9a-f]{16}$/)
const NAME = z.string().max(300)
const COUNT = z.int().min(0)
const POLICY = z.int().min(0).max(9999)

/** A part that is to be made, under some of its policies. */
export const PART_JOB = z.strictObject({
  plan: HASH,
  sweep: ID,
  part: z.int().min(0).max(MOST_DRAWS),
  policies: z.array(POLICY).min(1).max(1000),
  /** Whether its coordinator looks into a shared folder. */
  stored: z.boolean(),
})
export type PartJob = z.infer<typeof PART_JOB>

/** What a worker says of a part that it has made: one file of each policy. */
export const PART_MADE = z.strictObject({
  by: NAME,
  files: z
    .array(
      z.strictObject({
        policy: POLICY,
        size: COUNT,
        sha256: HASH,
        /** In the shared folder; otherwise in Redis. */
        stored: z.boolean(),
      }),
    )
    .min(1)
    .max(1000),
})
export type PartMade = z.infer<typeof PART_MADE>

/** A process that makes parts. */
export const WORKER = z.strictObject({
  version: NAME,
  host: NAME,
  pid: COUNT,
  threads: COUNT,
  /** Parts made so far, and those at work with their trajectories that are done. */
  made: COUNT,
  at: z.record(z.string().max(100), COUNT),
})
export type WorkerRecord = z.infer<typeof WORKER>

/** A sweep whose parts are made by workers. */
export const SWEEP = z.strictObject({
  version: NAME,
  fingerprint: HASH,
  host: NAME,
  pid: COUNT,
  folder: z.string().max(4000),
  /** Trajectories. */
  done: COUNT,
  all: COUNT,
})
export type SweepRecord = z.infer<typeof SWEEP>

export const SWEEP_ID = ID

/** A text of JSON in this shape; undefined for any other. */
export function readAs<T>(shape: z.ZodType<T>, text: string | null | undefined): T | undefined {
  if (typeof text !== 'string' || text.length > MOST_RECORD) return undefined
  try {
    return shape.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
