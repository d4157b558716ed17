/** The door to Redis: BullMQ and its client, which are loaded where a queue is asked for. */

import { isIP } from 'node:net'
import type { Queue, RedisOptions } from 'bullmq'
import type { Redis } from 'ioredis'
import { fail } from '../vocabulary/problems.js'
import { queueAddress } from './address.js'
import { PREFIX, QUEUE } from './names.js'

type Bull = typeof import('./bull.js').bull

export interface QueueConnection {
  readonly redis: Redis
  readonly bull: Bull
  readonly queue: Queue
  readonly address: string
  /** For the connections that BullMQ makes itself. */
  readonly options: RedisOptions
  /** The address without its password. */
  readonly shown: string
  /** Close it with what BullMQ has opened beside it. */
  readonly close: (...others: readonly Closing[]) => Promise<void>
}

interface Closing {
  close(): Promise<void>
}

/** Milliseconds until a Redis that does not answer at the start is given up; later it is waited for. */
const PATIENCE = 10_000
/** Longest pause between two attempts to reach it again, milliseconds. */
const LONGEST_PAUSE = 2000
/** Milliseconds that are taken at the end to leave things in order. */
const TIDYING = 3000

/**
 * Throws CitywardError where the address is none, the packages are not there, or nobody answers who lets us in.
 *
 * onGone, onBack  told when Redis cannot be reached any more, and can again
 */
export async function connectQueue(
  address: string,
  { onGone, onBack }: { readonly onGone?: () => void; readonly onBack?: () => void } = {},
): Promise<QueueConnection> {
  const [{ bull }, { Redis }] = await Promise.all([import('./bull.js'), import('./client.js')])
  let closing = false
  const { shown } = queueAddress(address)
  const options = optionsFor(address, () => closing)
  const redis = new Redis({ ...options, lazyConnect: true })
  try {
    await firstAnswer(redis)
  } catch (error) {
    closing = true
    redis.disconnect()
    unreachable(shown, error as NodeJS.ErrnoException)
  }
  // every attempt to reach it again that fails is a close of its own
  let gone = false
  redis.on('close', () => {
    if (!gone && !closing) onGone?.()
    gone = true
  })
  redis.on('ready', () => {
    gone = false
    onBack?.()
  })
  const queue = new bull.Queue(QUEUE, { connection: options, prefix: PREFIX })
  ignoreErrors(queue)
  const close = async (...others: readonly Closing[]) => {
    closing = true
    redis.disconnect()
    await inTime(Promise.allSettled([queue, ...others].map((one) => one.close())))
  }
  return { redis, bull, queue, address, options, shown, close }
}

function optionsFor(address: string, isClosing: () => boolean): RedisOptions {
  const { host, port, username, password, db, tls } = queueAddress(address)
  return {
    ...{ host, port, username, password, db },
    // a certificate is held to the name of the host, which an address of numbers has not
    ...(tls && { tls: isIP(host) === 0 ? { servername: host } : {} }),
    // whoever waits for an answer waits until Redis is back
    maxRetriesPerRequest: null,
    retryStrategy: (times) => (isClosing() ? null : Math.min(LONGEST_PAUSE, 100 * times)),
  }
}

/** A connection to a Redis that has answered another one already, without BullMQ; it stays until its thread ends. */
export async function connectAgain(address: string): Promise<Redis> {
  const { Redis } = await import('./client.js')
  const redis = new Redis(optionsFor(address, () => false))
  ignoreErrors(redis)
  return redis
}

/** Wait for what may wait for a Redis that is gone, but not for long. */
export async function inTime(work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise((done) => {
    timer = setTimeout(done, TIDYING)
  })
  await Promise.race([work, late])
  clearTimeout(timer)
}

/** What goes wrong on a connection shows where an answer is waited for; the connection is made again by itself. */
export function ignoreErrors(source: { on(event: 'error', listener: () => void): unknown }): void {
  source.on('error', () => undefined)
}

/** Throws the refusal, or what kept it from answering in time. */
async function firstAnswer(redis: Redis): Promise<void> {
  let last: Error | undefined
  let timer: NodeJS.Timeout | undefined
  const refusal = new Promise<never>((_, reject) => {
    redis.on('error', (error: NodeJS.ErrnoException) => {
      last = error
      // a certificate that is not trusted will not be so the next time
      if (isCertificate(error)) reject(error)
    })
    timer = setTimeout(() => reject(last ?? new Error('no answer')), PATIENCE)
  })
  try {
    // a refusal is an answer; a connection that fails is tried again until it is late
    redis.connect().catch(() => undefined)
    await Promise.race([redis.ping(), refusal])
  } finally {
    clearTimeout(timer)
  }
}

const isCertificate = ({ code }: NodeJS.ErrnoException) => /CERT/.test(code ?? '')

function unreachable(shown: string, error: NodeJS.ErrnoException): never {
  const { code, message } = error
  const refused = /^(NOAUTH|WRONGPASS|NOPERM|ERR .*(password|AUTH))/i.test(message)
  return fail({
    code: refused ? 'queue-refused' : 'queue-unreachable',
    where: { file: shown },
    found: refused ? 'a Redis that does not let us in' : `no answer (${code ?? 'none in 10 s'})`,
    expected: refused ? 'the right user and password' : 'a Redis or Valkey that can be reached',
    hint: refused
      ? 'They stand in the address: redis://user:password@host.'
      : isCertificate(error)
        ? 'Its certificate is not trusted here: NODE_EXTRA_CA_CERTS names a file of certificates that are.'
        : undefined,
  })
}
