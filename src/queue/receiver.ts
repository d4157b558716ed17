/**
 * Brings the bytes of parts from Redis into files, on a thread of its own.
 *
 * What comes through a socket is memory that V8 looks after: every 30 MB of it cause a collection of the whole heap, which of
 * a coordinator's, with its plan and packages, takes as long as half a part does to simulate. The heap of the thread is small.
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

  async end(): Promise<void> {
    await this.thread?.end()
  }

  private async bringNext(part: SentPart): Promise<boolean> {
    this.thread ??= new CrewThread(workerBeside(import.meta.url, 'receive-worker'), this.ends.signal)
    const end = await this.thread.do({ ...part, address: this.address })
    if (this.thread.isGone) this.thread = undefined
    if ('error' in end) throw end.error
    return end.result === true
  }
}
