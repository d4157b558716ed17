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

/** Bytes that are asked for at a time; the client makes room for three times of what it is sent. */
const PIECE = 2 ** 20

let redis: Redis | undefined

serveTasks(async ({ address, key, size, to }: SentPart & { address: string }) => {
  redis ??= await connectAgain(address)
  if ((await redis.strlen(key)) !== size) return false
  const source = redis
  // what was put in its place meanwhile is not the part, which its hash shows
  await writeUnfinished(to, async (write) => {
    for (let at = 0; at < size; at += PIECE)
      write(await source.getrangeBuffer(key, at, Math.min(size, at + PIECE) - 1))
  })
  return true
})
