/** What a command says where the median future of a policy cannot be lived, and what of it cannot be meant. */
import { sizeWarnings } from '../plan/checks/median-magnitudes.js'
import type { Plan } from '../plan/plan.js'
import type { Fault } from '../results/failures.js'
import { createMedian } from '../run/reference/median-future.js'
import type { Locate } from '../scenario/scenario.js'
import { fail, type Location, type Problem } from '../vocabulary/problems.js'
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
  const faults = faultsOf(plan, file, locate, lived)
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
  return fault ? fail(problemOf([plan.policies[policy].name], file, fault)) : memory
}

/** One problem for all policies that stop at the same place for the same reason. */
function faultsOf(
  plan: Plan,
  file: string,
  locate: Locate,
  lived: readonly { readonly fault?: Fault }[],
): Problem[] {
  const policies = new Map<string, { readonly fault: Fault; readonly names: string[] }>()
  lived.forEach(({ fault }, policy) => {
    if (!fault) return
    const alike = policies.get(fault.detail) ?? { fault, names: [] }
    policies.set(fault.detail, alike)
    alike.names.push(plan.policies[policy].name)
  })
  return [...policies.values()].map(({ fault, names }) => {
    const who = names.length === plan.policies.length ? [] : names
    return { ...problemOf(who, file, fault), where: placeOf(fault, locate) ?? { file } }
  })
}

/** The level or the field of a service that a fault begins with the name of, where it stands in the scenario. */
function placeOf({ code, detail }: Fault, locate: Locate): Location | undefined {
  const [name] = /^[a-z]\w*(?:\.\w+)*(?= of )/.exec(detail) ?? []
  if (name === undefined) return undefined
  const [service, ...rest] = name.split('.')
  const programme = rest.length > 1 ? ['programmes', ...rest] : rest
  const path =
    code === 'rate-impossible' ? ['population', 'levels', name] : ['services', service, ...programme]
  const found = locate(path)
  return found.field === path.join('.') ? found : undefined
}

/** `policies`: those that stop, empty for every one. */
function problemOf(policies: readonly string[], file: string, { code, detail }: Fault): Problem {
  const [reason, expected = 'a future that can be lived'] = detail.split('; expected ')
  const who = policies.length === 0 ? 'every policy' : `policy ${policies.join(', ')}`
  const found = `a projection that stops (${who}, every uncertainty at its median): ${reason}`
  return { code, where: { file }, found, expected }
}
