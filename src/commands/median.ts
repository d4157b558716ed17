/** What a command says where the median future of a policy cannot be lived, and what of it cannot be meant. */
import { sizeWarnings } from '../plan/magnitudes.js'
import type { Fault } from '../plan/outcomes.js'
import type { Plan } from '../plan/plan.js'
import { createMedian } from '../run/median.js'
import { fail, type Problem } from '../vocabulary/problems.js'
import type { LoadedPlan } from './load-plan.js'

export interface Judged {
  /** Why a policy cannot be lived even in the median future, for each that cannot. */
  readonly faults: readonly Problem[]
  /** What looks like a slip and may be meant: by the files alone, and by what the policies come to. */
  readonly warnings: readonly Problem[]
}

/** Live every policy in the median future, and judge the plan by it. */
export function judgeByMedian({ plan, scenario, locate, warnings }: LoadedPlan, file: string): Judged {
  const live = createMedian(plan)
  const lived = plan.policies.map((_, policy) => live(policy))
  const faults = lived.flatMap(({ fault }, policy) => (fault ? [problemOf(plan, policy, file, fault)] : []))
  if (faults.length > 0) return { faults, warnings }
  const outcomes = lived.map((one) => one.outcomes)
  const doubted = new Set(
    warnings.map(({ where }) => /^indicators\.([^.]+)/.exec(where.field ?? '')?.[1] ?? ''),
  )
  const ofSize = sizeWarnings({ plan, targets: scenario.targets, locate, outcomes }, doubted)
  // a number of another size than today's is not that of its commitment either
  const said = new Set(ofSize.map(({ where }) => where.field))
  return { faults, warnings: [...warnings.filter(({ where }) => !said.has(where.field)), ...ofSize] }
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
