/** A worker thread that brings the bytes of parts from Redis into files. */
import type { Redis } from 'ioredis'
import { serveTasks } from '../run/workers/task-worker.js'
import { writeUnfinished } from '../store/write-file.js'
import { connectAgain } from './connect.js'
import type { SentPart } from './receiver.js'

let redis: Redis | undefined

serveTasks(async ({ address, key, size, to }: SentPart & { address: string }) => {
  redis ??= await connectAgain(address)
  if ((await redis.strlen(key)) !== size) return false
  const bytes = await redis.getBuffer(key)
  if (bytes) writeUnfinished(to, bytes)
  return bytes !== null
})
