/** The one future in which every uncertainty is at its median. */
import type { Plan } from '../plan/plan.js'
import { createTrajectory } from '../run/trajectory.js'
import { CitywardError, type Problem } from '../vocabulary/problems.js'

/** Why a policy cannot be lived even in the median future, for each that cannot. */
export function faultsInMedian(plan: Plan, file: string): Problem[] {
  return plan.policies.flatMap(({ name }, policy) => {
    const { fault } = liveMedian(plan, policy)
    if (!fault) return []
    const [reason, expected = 'a future that can be lived'] = fault.detail.split('; expected ')
    const found = `a projection that stops (policy ${name}, every uncertainty at its median): ${reason}`
    return [{ code: fault.code, where: { file }, found, expected }]
  })
}

/** What a policy computes in the median future (see slotAt). Throws CitywardError where it cannot be lived. */
export function medianMemory(plan: Plan, policy: number, file: string): Float64Array {
  const { memory, fault } = liveMedian(plan, policy)
  if (fault) throw new CitywardError(faultsInMedian(plan, file))
  return memory
}

function liveMedian(plan: Plan, policy: number) {
  const trajectory = createTrajectory(plan, 1)
  const inputs = new Float64Array(plan.uncertainties.length)
  trajectory.medians(inputs)
  const fault = trajectory.live(policy, inputs, new Float64Array(plan.outcomes.length))
  return { memory: trajectory.memory, fault }
}
