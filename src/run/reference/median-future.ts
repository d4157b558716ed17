/** The one future in which every uncertainty is at its median. */

import type { Plan } from '../../plan/plan.js'
import type { ScenarioFault } from '../../results/failures.js'
import { createTrajectory } from './trajectory.js'

export interface MedianFuture {
  readonly outcomes: Float64Array
  /** What the policy computed (see slotAt); written over by the next policy, and of no use after a fault. */
  readonly memory: Float64Array
  readonly fault: ScenarioFault | undefined
}

/** A function that simulates a policy in that future; policies that leave the population alone share it. */
export function createMedianFuture(plan: Plan): (policy: number) => MedianFuture {
  const trajectory = createTrajectory(plan, 1)
  const inputs = new Float64Array(plan.uncertainties.length)
  trajectory.medians(inputs)
  return (policy) => {
    const outcomes = new Float64Array(plan.outcomes.length)
    const fault = trajectory.simulate(policy, inputs, outcomes)
    return { outcomes, memory: trajectory.memory, fault }
  }
}
