/** Names of all that a queue holds in Redis, and the limits of it. */
import { VERSION } from '../vocabulary/version.js'

/** Before every key. */
export const PREFIX = 'cityward'
/** The queue of BullMQ; workers of another version never see its parts. */
export const QUEUE = `parts-${VERSION}`

/** Seconds that the bytes of a part and an abandoned sweep are kept. */
export const KEPT = 86_400
/** Seconds after which a worker or a coordinator that is silent is taken for gone. */
export const SILENT = 8
/** Milliseconds between two words of a worker or a coordinator. */
export const BEAT = 2000
/** Bytes of a plan: packed, and unpacked. */
export const MOST_PACKED = 64 * 2 ** 20
export const MOST_UNPACKED = 200_000_000
/** Characters of a record that a worker or a sweep leaves. */
export const MOST_RECORD = 20_000

export const KEYS = {
  /** Where BullMQ keeps a job. */
  job: (id: string) => `${PREFIX}:${QUEUE}:${id}`,
  plan: (id: string) => `${PREFIX}:plan:${id}`,
  bytes: (job: string, policy: number) => `${PREFIX}:bytes:${job}-${policy}`,
  workers: `${PREFIX}:workers`,
  worker: (id: string) => `${PREFIX}:worker:${id}`,
  sweeps: `${PREFIX}:sweeps`,
  sweep: (id: string) => `${PREFIX}:sweep:${id}`,
  /** There while its coordinator is. */
  alive: (id: string) => `${PREFIX}:alive:${id}`,
  cancelled: (id: string) => `${PREFIX}:cancelled:${id}`,
} as const

/** The job of a part. BullMQ takes no id that is a whole number or holds a colon. */
export function jobOf(sweep: string, part: number): string {
  return `part-${sweep}-${part}`
}
