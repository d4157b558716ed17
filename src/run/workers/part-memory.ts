/** Memory of the parts that are being filled: shared with all workers, and used again part after part. */

import type { Plan, PolicyPlan } from '../../plan/plan.js'
import type { PartColumns } from '../../results/parts.js'

export class PartMemory {
  private readonly free: SharedArrayBuffer[] = []

  /** most: draws of the largest part. */
  constructor(
    private readonly plan: Pick<Plan, 'uncertainties' | 'outcomes'>,
    private readonly most: number,
  ) {}

  /** Columns of a part, with whatever was in them before. */
  take(
    policy: number,
    { settings }: Pick<PolicyPlan, 'settings'>,
    firstDraw: number,
    draws: number,
  ): PartColumns {
    const { uncertainties, outcomes } = this.plan
    const [inputs, all] = [uncertainties.length, uncertainties.length + outcomes.length]
    const memory = this.free.pop() ?? new SharedArrayBuffer(8 * all * this.most)
    return {
      policy,
      settings,
      firstDraw,
      draws,
      inputs: new Float64Array(memory, 0, inputs * draws),
      outcomes: new Float64Array(memory, 8 * inputs * draws, outcomes.length * draws),
    }
  }

  /** A part that nobody reads or writes any more. */
  giveBack({ inputs }: PartColumns): void {
    this.free.push(inputs.buffer as SharedArrayBuffer)
  }
}

/** Memory that goes to another thread with a message: shared memory stays where it is. */
export function ownMemory(memory: ArrayBufferLike | undefined): ArrayBuffer[] {
  return memory instanceof ArrayBuffer ? [memory] : []
}
