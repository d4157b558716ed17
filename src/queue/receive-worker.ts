/** A worker thread that brings the bytes of parts from Redis into files. */
import type { Redis } from 'ioredis'
import { serveTasks } from '../run/workers/task-worker.js'
import { writeUnfinished } from '../store/write-file.js'
import { connectAgain } from './connect.js'

/** Bytes that are to be under a key of Redis, and the file that they go into. */
export interface SentPart {
  readonly key: string
  readonly size: number
  readonly to: string
}

let redis: Redis | undefined

serveTasks(async ({ address, key, size, to }: SentPart & { address: string }) => {
  redis ??= await connectAgain(address)
  if ((await redis.strlen(key)) !== size) return false
  const bytes = await redis.getBuffer(key)
  if (bytes) writeUnfinished(to, bytes)
  return bytes !== null
})
