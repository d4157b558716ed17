/** A pool of workers with the memory of the parts they fill: what a run needs to simulate one range after another. */

import type { Plan, PolicyPlan } from '../../plan/plan.js'
import type { PackedPart, PartOutcomes } from '../../results/parts.js'
import { chooseEngine } from '../choose-engine.js'
import type { Engine } from '../engine.js'
import { batchesOf, type DrawRange, outcomesOf } from '../ranges.js'
import { PartMemory } from './part-memory.js'
import type { WorkerStart } from './worker-file.js'
import { WorkerPool } from './worker-pool.js'

export interface RangeRunnerOptions {
  readonly draws: number
  /** The kernel where it is left out, with the model in its place where there is none; changes no result. */
  readonly engine?: Engine
  /** Whether populations with equal drivers are simulated once, which they are; changes no result. */
  readonly reuse?: boolean
  /** Seconds without a heartbeat after which a worker is ended, and the draw it was at has failed. */
  readonly patience?: number
  /** A worker that packs parts too, so that it need not be done on the main thread. */
  readonly packing?: WorkerStart
}

/** A part that is whole, and packed where there is a worker that packs. */
export interface ReadyPart {
  readonly part: PartOutcomes
  readonly packed?: PackedPart
}

export interface RangeRunner {
  /** Simulate a range under some of these policies, in batches of so many draws; `onDone` is told of trajectories. */
  readonly run: (
    policies: readonly PolicyPlan[],
    range: DrawRange,
    batchDraws: number,
    onDone: (trajectories: number) => void,
  ) => Promise<readonly ReadyPart[]>
  /** A part that nobody reads any more: its memory is used for the next. */
  readonly giveBack: (ready: ReadyPart) => void
  readonly stop: () => Promise<void>
}

export function createRangeRunner(
  plan: Plan,
  threads: number,
  partDraws: number,
  { draws, engine, reuse, patience, packing }: RangeRunnerOptions,
): RangeRunner {
  const { kernel } = chooseEngine(engine)
  const pool = new WorkerPool(plan, threads, { draws, kernel, reuse, patience, worker: packing })
  const memory = new PartMemory(plan, partDraws)
  return {
    run: async (policies, range, batchDraws, onDone) => {
      const parts = range.policies.map((policy) =>
        memory.take(policy, policies[policy], range.first, range.draws),
      )
      const batches = batchesOf(range, batchDraws, parts).map(async (batch) => {
        const failures = await pool.run(batch)
        onDone(batch.draws * parts.length)
        return failures
      })
      const failures = (await Promise.all(batches)).flat()
      const whole = parts.map((part) => outcomesOf(part, failures))
      return Promise.all(
        whole.map(async (part) => ({ part, packed: packing ? await pool.pack(part) : undefined })),
      )
    },
    giveBack: ({ part, packed }) => {
      memory.giveBack(part)
      if (packed) pool.giveBack(packed)
    },
    stop: () => pool.stop(),
  }
}
