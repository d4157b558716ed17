/** A fleet with the memory that it lives parts into: what a run needs to live one range of draws after another. */

import type { Plan, PolicyPlan } from '../../plan/plan.js'
import type { PackedPart, PartOutcomes } from '../../results/parts.js'
import { chooseEngine } from '../choose-engine.js'
import type { Engine } from '../engine.js'
import { batchesOf, outcomesOf, type Range } from '../ranges.js'
import { PartMemory } from './part-memory.js'
import type { WorkerStart } from './worker-file.js'
import { Fleet } from './worker-pool.js'

export interface CrewOptions {
  readonly draws: number
  /** The kernel where it is left out, with the model in its place where there is none; changes no result. */
  readonly engine?: Engine
  /** Whether populations with equal drivers are lived once, which they are; changes no result. */
  readonly reuse?: boolean
  /** Seconds without a sign of life after which a worker is ended, and the draw it was at has failed. */
  readonly patience?: number
  /** A worker that packs parts too, so that it need not be done on the main thread. */
  readonly packing?: WorkerStart
}

/** A part that is lived, and packed where there is a worker that packs. */
export interface ReadyPart {
  readonly part: PartOutcomes
  readonly packed?: PackedPart
}

export interface Crew {
  /** Live a range under some of these policies, in batches of so many draws; `onLived` is told of trajectories. */
  readonly live: (
    policies: readonly PolicyPlan[],
    range: Range,
    batchDraws: number,
    onLived: (trajectories: number) => void,
  ) => Promise<readonly ReadyPart[]>
  /** A part that nobody reads any more: the next is lived in its memory. */
  readonly giveBack: (ready: ReadyPart) => void
  readonly stop: () => Promise<void>
}

export function createCrew(
  plan: Plan,
  threads: number,
  partDraws: number,
  { draws, engine, reuse, patience, packing }: CrewOptions,
): Crew {
  const { kernel } = chooseEngine(engine)
  const fleet = new Fleet(plan, threads, { draws, kernel, reuse, patience, worker: packing })
  const memory = new PartMemory(plan, partDraws)
  return {
    live: async (policies, range, batchDraws, onLived) => {
      const parts = range.policies.map((policy) =>
        memory.take(policy, policies[policy], range.first, range.draws),
      )
      const lived = batchesOf(range, batchDraws, parts).map(async (batch) => {
        const failures = await fleet.run(batch)
        onLived(batch.draws * parts.length)
        return failures
      })
      const failures = (await Promise.all(lived)).flat()
      const whole = parts.map((part) => outcomesOf(part, failures))
      return Promise.all(
        whole.map(async (part) => ({ part, packed: packing ? await fleet.pack(part) : undefined })),
      )
    },
    giveBack: ({ part, packed }) => {
      memory.giveBack(part)
      if (packed) fleet.giveBack(packed)
    },
    stop: () => fleet.stop(),
  }
}
