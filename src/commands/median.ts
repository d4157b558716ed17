/** What a command says where the median future of a policy cannot be lived. */
import type { Fault } from '../plan/outcomes.js'
import type { Plan } from '../plan/plan.js'
import { createMedian } from '../run/median.js'
import { fail, type Problem } from '../vocabulary/problems.js'

/** Why a policy cannot be lived even in the median future, for each that cannot. */
export function faultsInMedian(plan: Plan, file: string): Problem[] {
  const live = createMedian(plan)
  return plan.policies.flatMap((_, policy) => {
    const { fault } = live(policy)
    return fault ? [problemOf(plan, policy, file, fault)] : []
  })
}

/** What a policy computes in the median future (see slotAt). Throws CitywardError where it cannot be lived. */
export function medianMemory(plan: Plan, policy: number, file: string): Float64Array {
  const { memory, fault } = createMedian(plan)(policy)
  return fault ? fail(problemOf(plan, policy, file, fault)) : memory
}

function problemOf({ policies }: Plan, policy: number, file: string, { code, detail }: Fault): Problem {
  const [reason, expected = 'a future that can be lived'] = detail.split('; expected ')
  const { name } = policies[policy]
  const found = `a projection that stops (policy ${name}, every uncertainty at its median): ${reason}`
  return { code, where: { file }, found, expected }
}
