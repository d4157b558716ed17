/**
 * The coordinator: puts the parts that a run folder lacks into a queue, a few more than workers can take, and takes what they
 * have made, each held to its hash and to what it has to be. The folder alone says what is done: whatever is lost or done twice
 * in the queue is made again or dropped.
 */
import { createHash } from 'node:crypto'
import { hostname } from 'node:os'
import { resolve } from 'node:path'
import type { QueueEvents } from 'bullmq'
import { rangesOf } from '../run/ranges.js'
import { removeSharedSweep } from '../store/elsewhere/shared-folder.js'
import type { Filled, FillOptions } from '../studies/simulate.js'
import { fail } from '../vocabulary/problems.js'
import { AroundSweep, type Sweep } from './around-sweep.js'
import { ignoreErrors, inTime, type QueueConnection } from './connect.js'
import { BEAT, jobOf, PREFIX, QUEUE } from './names.js'
import { Receiver } from './receiver.js'
import { sweepAway } from './records.js'
import type { PartJob } from './shapes.js'
import { type Taken, takePart } from './take-part.js'

/** Milliseconds between two looks at all parts that are out, and at most between two looks at those that were heard of. */
const LOOK_AT_ALL = 5000
const LOOK = 500
/** Times that a part may fail before the sweep ends. */
const MOST_FAILURES = 3
/** Parts that are taken at a time. */
const TAKEN = 4

export class Coordinator {
  private readonly id: string
  private readonly surroundings: AroundSweep
  private readonly receiver: Receiver
  /** Parts that are still to be put into the queue, the next one last. */
  private readonly waiting: number[]
  /** Parts in the queue, and how often a part has failed. */
  private readonly out = new Set<number>()
  private readonly failures = new Map<number, number>()
  private readonly heard = new Set<number>()
  private wake: () => void = () => undefined
  private lookedAtAll = performance.now()
  private ran = 0
  private readonly all: number

  constructor(
    private readonly connection: QueueConnection,
    private readonly sweep: Sweep,
    private readonly options: FillOptions,
  ) {
    const { store, plan, packed } = sweep
    const { draws } = options
    const ranges = rangesOf(plan, {
      draws,
      partDraws: store.partDraws,
      has: (policy, part) => store.has(policy, part),
    })
    const lacking = ranges.filter(({ policies }) => policies.length > 0)
    this.waiting = lacking.map(({ first }) => first / store.partDraws).reverse()
    this.all = lacking.reduce((sum, range) => sum + range.draws * range.policies.length, 0)
    const place = [packed.id, hostname(), resolve(store.folder)].join('\n')
    this.id = createHash('sha256').update(place).digest('hex').slice(0, 16)
    this.receiver = new Receiver(connection.address)
    this.surroundings = new AroundSweep(connection, sweep, this.id)
  }

  /** Until the folder is whole, or the signal ends it; closes the connection. Throws CitywardError where a part fails again and again. */
  async run(): Promise<Filled> {
    const { signal, draws, onListening, meanwhile } = this.options
    const { bull, options: connection } = this.connection
    const stop = () => this.wake()
    signal?.addEventListener('abort', stop, { once: true })
    onListening?.(true)
    const events = new bull.QueueEvents(QUEUE, { connection, prefix: PREFIX })
    this.listen(events)
    const beat = setInterval(() => void this.beat(), BEAT)
    try {
      await this.unlessStopped(this.surroundings.begin(this.progress()))
      await this.unlessStopped(this.putOut())
      // workers read the plan, so that nobody waits for this; a signal is heard after it, and nothing is left in Redis
      meanwhile?.()
      while (this.waiting.length + this.out.size > 0) {
        await this.unlessStopped(this.putOut())
        await this.unlessStopped(this.news())
        await this.unlessStopped(this.collect())
        this.surroundings.refuseCancelled()
      }
      return { draws, ran: this.ran, threads: this.surroundings.threads }
    } catch (error) {
      if (signal?.aborted) return { ran: this.ran, threads: this.surroundings.threads }
      throw error
    } finally {
      clearInterval(beat)
      signal?.removeEventListener('abort', stop)
      await this.receiver.end()
      await inTime(this.tidy())
      await this.connection.close(events)
      onListening?.(false)
    }
  }

  private listen(events: QueueEvents): void {
    ignoreErrors(events)
    const hear = ({ jobId }: { jobId: string }) => {
      const part = Number(jobId.slice(jobOf(this.id, 0).length - 1))
      if (jobId !== jobOf(this.id, part) || !this.out.has(part)) return
      this.heard.add(part)
      this.wake()
    }
    events.on('completed', hear).on('failed', hear)
  }

  /** A promise of Redis's is kept whenever Redis is back; a signal does not wait for that. */
  private async unlessStopped<T>(promise: Promise<T>): Promise<T> {
    const { signal } = this.options
    if (!signal) return promise
    promise.catch(() => undefined)
    let stop: () => void = () => undefined
    const stopped = new Promise<never>((_, reject) => {
      stop = () => reject(signal.reason)
      if (signal.aborted) stop()
      signal.addEventListener('abort', stop, { once: true })
    })
    try {
      return await Promise.race([promise, stopped])
    } finally {
      signal.removeEventListener('abort', stop)
    }
  }

  /** Put parts into the queue, as many as keep all workers busy. */
  private async putOut(): Promise<void> {
    const room = this.surroundings.room() - this.out.size
    const parts = this.waiting.splice(Math.max(0, this.waiting.length - room), Math.max(0, room)).reverse()
    if (parts.length === 0) return
    for (const part of parts) this.out.add(part)
    const jobs = parts.map((part) => {
      const data: PartJob = {
        ...{ plan: this.sweep.packed.id, sweep: this.id, part },
        policies: this.lackingOf(part),
        stored: this.sweep.shared !== undefined,
      }
      return { name: 'part', data, opts: { jobId: jobOf(this.id, part) } }
    })
    await this.connection.queue.addBulk(jobs)
  }

  private lackingOf(part: number): number[] {
    const { store, plan } = this.sweep
    return plan.policies.map((_, policy) => policy).filter((policy) => !store.has(policy, part))
  }

  /** Until a part is heard of, or for a while. */
  private async news(): Promise<void> {
    if (this.heard.size > 0) return
    await new Promise<void>((done) => {
      const timer = setTimeout(done, LOOK)
      this.wake = () => {
        clearTimeout(timer)
        done()
      }
    })
  }

  /** Take the parts that were heard of; now and then look at all that are out, since a word may be lost. */
  private async collect(): Promise<void> {
    const all = performance.now() - this.lookedAtAll > LOOK_AT_ALL
    if (all) this.lookedAtAll = performance.now()
    const parts = [...(all ? this.out : this.heard)]
    this.heard.clear()
    const next = async (): Promise<void> => {
      for (let part = parts.pop(); part !== undefined; part = parts.pop()) await this.look(part)
    }
    await Promise.all(Array.from({ length: TAKEN }, next))
  }

  private async look(part: number): Promise<void> {
    const lacking = this.lackingOf(part)
    const taken = await takePart(
      this.connection,
      { ...this.sweep, receiver: this.receiver },
      { id: this.id, part, lacking },
    )
    this.ran += taken.rows
    if (taken.is === 'at work') return
    this.out.delete(part)
    if (taken.is === 'failed') this.countFailure(part, taken)
    if (this.lackingOf(part).length > 0) this.waiting.push(part)
    this.options.onProgress?.(...this.progress())
  }

  private countFailure(part: number, { by, cause }: Extract<Taken, { is: 'failed' }>): void {
    const count = (this.failures.get(part) ?? 0) + 1
    this.failures.set(part, count)
    if (count < MOST_FAILURES) return
    fail({
      code: 'queue-part-failed',
      where: { file: this.sweep.store.folder },
      found: `part ${part} failed ${count} times, at last by ${by}: ${cause}`,
      expected: 'parts that workers can make',
      hint: 'What was finished is kept; the same command goes on from there.',
    })
  }

  private async beat(): Promise<void> {
    await this.surroundings.beat(this.progress()).catch(() => undefined)
    const outs = [...this.out].map((part) => jobOf(this.id, part))
    const [done, all] = this.progress()
    this.options.onProgress?.(Math.min(all, done + this.surroundings.doneOf(outs)), all)
  }

  /** Trajectories in the folder, and those that it lacked. */
  private progress(): [done: number, all: number] {
    return [this.ran, this.all]
  }

  /** Leave nothing of the sweep in the queue: what is done is in the folder. */
  private async tidy(): Promise<void> {
    const { shared } = this.sweep
    if (shared !== undefined) removeSharedSweep(shared, this.id)
    await this.surroundings.end().catch(() => undefined)
    await sweepAway(this.connection, this.id).catch(() => undefined)
  }
}
