/** Makes whole parts of a plan on threads of this process, one after another or some at a time. */
import type { PackedPart } from '../results/parts.js'
import type { Engine } from '../run/engine.js'
import { BATCH_DRAWS } from '../run/run-plan.js'
import { createRangeRunner } from '../run/workers/range-runner.js'
import { packPart } from '../store/write-part.js'
import { packingWorker } from '../studies/simulate.js'
import type { UnpackedPlan } from './plan-pack.js'

export interface MakerOptions {
  readonly threads: number
  readonly batchSize?: number
  readonly engine?: Engine
  readonly patience?: number
}

/** A part of one policy as the bytes of its file. */
export interface MadePart extends PackedPart {
  readonly policy: number
}

export interface PartMaker {
  /**
   * Make a part under some policies and hand on its files, whose memory is used again afterwards.
   *
   * onDone  told of trajectories that are done
   */
  readonly make: (
    part: number,
    policies: readonly number[],
    use: (made: MadePart) => Promise<void>,
    onDone?: (trajectories: number) => void,
  ) => Promise<void>
  readonly stop: () => Promise<void>
}

export function createPartMaker({ plan, draws, partDraws }: UnpackedPlan, options: MakerOptions): PartMaker {
  const { threads, batchSize = BATCH_DRAWS, engine, patience } = options
  const packing = packingWorker()
  const runner = createRangeRunner(plan, threads, Math.min(partDraws, draws), {
    draws,
    engine,
    patience,
    packing,
  })
  return {
    make: async (part, policies, use, onDone = () => undefined) => {
      const range = rangeOf({ draws, partDraws }, part, policies)
      const ready = await runner.run(plan.policies, range, batchSize, onDone)
      for (const one of ready) {
        const packed = one.packed ?? packPart(plan, one.part, draws)
        await use({ policy: one.part.policy, ...packed })
        runner.giveBack(one)
      }
    },
    stop: () => runner.stop(),
  }
}

/** The draws of a part. */
export function rangeOf(
  { draws, partDraws }: Pick<UnpackedPlan, 'draws' | 'partDraws'>,
  part: number,
  policies: readonly number[],
) {
  const first = part * partDraws
  return { first, draws: Math.min(partDraws, draws - first), policies }
}
