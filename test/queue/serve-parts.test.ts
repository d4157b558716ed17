/** A worker by itself: its Redis is a map, and parts are put into its hands as BullMQ would. */
import type { Job } from 'bullmq'
import { expect, it } from 'vitest'
import type { QueueConnection } from '../../src/queue/connect.js'
import { KEYS } from '../../src/queue/names.js'
import { planForWorkers } from '../../src/queue/plan-pack.js'
import { serveParts } from '../../src/queue/serve-parts.js'
import { gatherInputFiles } from '../../src/studies/input-files.js'
import { loadPlan } from '../../src/studies/load-plan.js'
import { TINY } from '../commands/cityward.js'

const { plan, scenario } = loadPlan(TINY)
const sent = planForWorkers(plan, gatherInputFiles(scenario), { draws: 20, design: undefined })

type Process = (job: Pick<Job, 'id' | 'data'>) => Promise<unknown>

/** A worker at work, the keys that it has written, and its end. awaited: how often it hears that its part is waited for. */
function worker(awaited = Number.POSITIVE_INFINITY) {
  let asked = 0
  const written: string[] = []
  const said = {
    sadd: () => said,
    set: () => said,
    srem: () => said,
    unlink: () => said,
    exec: async () => [],
  }
  const redis = {
    status: 'ready',
    smembers: async () => [],
    strlen: async () => sent.bytes.byteLength,
    getBuffer: async () => sent.bytes,
    exists: async () => (asked++ < awaited ? 1 : 0),
    set: async (key: string) => void written.push(key),
    unlink: async (key: string) => void written.splice(written.indexOf(key), 1),
    multi: () => said,
  }
  let process: Process | undefined
  let drain: () => void = () => undefined
  let made: { concurrency: number } | undefined
  class Worker {
    concurrency: number
    constructor(_: string, given: Process, options: { concurrency: number }) {
      process = given
      this.concurrency = options.concurrency
      made = this
    }
    on(event: string, listener: () => void) {
      if (event === 'drained') drain = listener
    }
    async close() {}
  }
  const end = new AbortController()
  const connection = { redis, bull: { Worker }, options: {} } as unknown as QueueConnection
  const served = serveParts(connection, { threads: 1, signal: end.signal })
  const take: Process = async (job) => {
    while (!process) await new Promise(setImmediate)
    return process(job)
  }
  return {
    written,
    take,
    atATime: () => made?.concurrency,
    drain: () => drain(),
    end: () => {
      end.abort()
      return served
    },
  }
}

const job = (policies: readonly number[]) => ({
  id: 'part-a-0',
  data: { plan: sent.id, sweep: 'a'.repeat(16), part: 0, policies, stored: false },
})

it('takes one part where there were none, and two at a time once it has made one', async () => {
  const { take, atATime, drain, end } = worker()
  const first = take(job([0]))
  await new Promise(setImmediate)
  expect(atATime()).toBe(1)
  await first
  expect(atATime()).toBe(2)
  drain()
  expect(atATime()).toBe(1)
  await end()
})

it('takes back what it has sent of a part that nobody waits for any more', async () => {
  // asked before each file is sent, and after: the second is sent to nobody
  const { written, take, end } = worker(3)
  await expect(take(job([0, 1]))).rejects.toThrow('a part that nobody waits for any more')
  expect(written).toEqual([KEYS.bytes('part-a-0', 0)])
  await end()
})

it('makes a part once that it is given again while it is at it', async () => {
  const { written, take, end } = worker()
  const [first, again, other] = await Promise.all([job([0, 1]), job([0, 1]), job([1])].map(take))
  expect(again).toBe(first)
  expect(other).toMatchObject({ files: [{ policy: 1, stored: false }] })
  const bytes = (policy: number) => KEYS.bytes('part-a-0', policy)
  expect(written.sort()).toEqual([bytes(0), bytes(1), bytes(1)])
  // what is over is made anew
  expect(await take(job([0, 1]))).toEqual(first)
  expect(written.length).toBe(5)
  expect(await end()).toEqual({ parts: 3 })
})
