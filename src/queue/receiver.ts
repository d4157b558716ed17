/**
 * Brings the bytes of parts from Redis into files, on a thread of its own.
 *
 * What comes through a socket is memory that V8 looks after: every 30 MB of it cause a collection of the whole heap. That of a
 * coordinator, with its plan and packages, takes tens of milliseconds on five threads; the heap of this thread is small.
 */
import { CrewThread } from '../run/workers/task-crew.js'
import { workerBeside } from '../run/workers/worker-file.js'
import type { SentPart } from './receive-worker.js'

export class Receiver {
  private thread: CrewThread | undefined
  private last: Promise<unknown> = Promise.resolve()
  private readonly ends = new AbortController()

  constructor(private readonly address: string) {}

  /** Whether bytes of this size were there, and are in the file now. Throws CitywardError where the disk refuses it. */
  bring(part: SentPart): Promise<boolean> {
    const brought = this.last.then(() => this.bringNext(part))
    this.last = brought.catch(() => undefined)
    return brought
  }

  /** What is still asked for is not brought any more. */
  async end(): Promise<void> {
    this.ends.abort()
    await this.thread?.end()
  }

  private async bringNext(part: SentPart): Promise<boolean> {
    if (this.ends.signal.aborted) return false
    this.thread ??= new CrewThread(workerBeside(import.meta.url, 'receive-worker'), this.ends.signal)
    const end = await this.thread.do({ ...part, address: this.address })
    if (this.thread.isGone) this.thread = undefined
    if ('error' in end) throw end.error
    return end.result === true
  }
}
