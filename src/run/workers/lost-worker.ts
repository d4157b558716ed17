/** A trajectory that no worker could finish: recorded as failed, with its inputs and the cause. */

import type { Plan } from '../../plan/plan.js'
import type { Failure, LossFault } from '../../results/failures.js'
import { createSampler } from '../../sampling/sampler.js'
import type { Batch } from '../ranges.js'

/** How a worker was lost. */
export interface Loss {
  /** Seconds without a heartbeat, where it was ended for that. */
  readonly silent?: number
  readonly error?: Error
}

/** The fault of the trajectory that was at work when a worker was lost. */
export function lossFault({ silent, error }: Loss): LossFault {
  if (silent !== undefined) return { code: 'endless', seconds: silent }
  if ((error as NodeJS.ErrnoException | undefined)?.code === 'ERR_WORKER_OUT_OF_MEMORY')
    return { code: 'out-of-memory' }
  return { code: 'worker-lost', ...(error && { message: error.message }) }
}

/** The fault of the trajectory that threw an error. */
export function thrownFault(error: unknown): LossFault {
  return { code: 'program-fault', message: error instanceof Error ? error.message : String(error) }
}

/** Write a batch of one trajectory as failed with this fault. */
export function recordLost(plan: Plan, draws: number, batch: Batch, fault: LossFault): Failure[] {
  const { uncertainties, correlations, seed, design } = plan
  const { firstDraw: draw } = batch
  const [part] = batch.parts
  const at = draw - part.firstDraw
  const inputs = new Float64Array(uncertainties.length)
  createSampler({ uncertainties, correlations, seed, design, draws }).fill(draw, inputs)
  for (let name = 0; name < inputs.length; name++) part.inputs[name * part.draws + at] = inputs[name]
  for (let column = 0; column < plan.outcomes.length; column++)
    part.outcomes[column * part.draws + at] = Number.NaN
  return [{ policy: part.policy, draw, ...fault }]
}
