/** The plans that a worker has threads for: the last few, each fetched, checked and compiled once. */
import { chooseEngine } from '../run/choose-engine.js'
import { CrewThread, type TaskEnd } from '../run/workers/task-crew.js'
import { workerBeside } from '../run/workers/worker-file.js'
import { fail } from '../vocabulary/problems.js'
import type { QueueConnection } from './connect.js'
import { KEYS, MOST_PACKED } from './names.js'
import { createPartMaker, type MakerOptions, type PartMaker } from './part-maker.js'
import type { UnpackedPlan } from './plan-pack.js'

export interface KnownPlan {
  readonly unpacked: UnpackedPlan
  readonly maker: PartMaker
}

/** Plans whose threads are kept though no part of them is at work. */
const MOST_KEPT = 1

export class Plans {
  private readonly known = new Map<string, { readonly plan: Promise<KnownPlan>; users: number }>()
  /** For the first plan: there before it comes, with all that it loads, since everybody waits for a plan. */
  private ready: CrewThread | undefined = startThread()

  constructor(
    private readonly redis: QueueConnection['redis'],
    private readonly options: MakerOptions,
  ) {
    // compiled once for all plans
    chooseEngine(options.engine)
  }

  /** Use a plan. Throws CitywardError where it is gone from the queue, or is none that this worker takes. */
  async use<T>(id: string, act: (plan: KnownPlan) => Promise<T>): Promise<T> {
    const entry = this.known.get(id) ?? { plan: this.fetch(id), users: 0 }
    // the one that was used last stands last
    this.known.delete(id)
    this.known.set(id, entry)
    entry.users++
    try {
      return await act(await entry.plan)
    } catch (error) {
      // threads that could not start, or a plan that was refused, are tried anew for the next part
      void this.drop(id)
      throw error
    } finally {
      entry.users--
      this.dropUnused()
    }
  }

  async stop(): Promise<void> {
    await Promise.all([this.ready?.end(), ...[...this.known.keys()].map((id) => this.drop(id))])
  }

  private async fetch(id: string): Promise<KnownPlan> {
    const size = await this.redis.strlen(KEYS.plan(id))
    const bytes = size > MOST_PACKED ? undefined : await this.redis.getBuffer(KEYS.plan(id))
    if (!bytes) return missing(size)
    const unpacked = await this.unpack({ id, bytes })
    return { unpacked, maker: createPartMaker(unpacked, this.options) }
  }

  private async unpack(packed: { readonly id: string; readonly bytes: Uint8Array }): Promise<UnpackedPlan> {
    const thread = this.ready?.isGone === false ? this.ready : startThread()
    this.ready = undefined
    const end = (await thread.do(packed)) as TaskEnd<UnpackedPlan>
    void thread.end()
    if ('error' in end) throw end.error
    return end.result
  }

  private dropUnused(): void {
    const unused = [...this.known].filter(([, { users }]) => users === 0)
    for (const [id] of unused.slice(0, Math.max(0, this.known.size - MOST_KEPT))) void this.drop(id)
  }

  private async drop(id: string): Promise<void> {
    const entry = this.known.get(id)
    this.known.delete(id)
    await entry?.plan.then(
      ({ maker }) => maker.stop(),
      () => undefined,
    )
  }
}

function startThread(): CrewThread {
  return new CrewThread(workerBeside(import.meta.url, 'plan-worker'), new AbortController().signal)
}

function missing(size: number): never {
  return fail({
    code: 'queue-plan-refused',
    where: { file: 'plan of the queue' },
    found: size === 0 ? 'no plan of this name' : `${size} bytes`,
    expected: `a plan of at most ${MOST_PACKED} bytes`,
  })
}
