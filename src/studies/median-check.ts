/** Checks a plan by its median future: whether every policy can be simulated, and whether what comes out can be meant. */
import { sizeWarnings } from '../plan/checks/median-magnitudes.js'
import { denominatorWarnings } from '../plan/checks/targets-without-denominator.js'
import { levelWarnings } from '../plan/checks/unusual-levels.js'
import type { Plan } from '../plan/plan.js'
import type { ScenarioFault } from '../results/failures.js'
import { faultText, faultWords } from '../results/fault-words.js'
import type { RunHeader } from '../results/run-header.js'
import { headerOf } from '../run/make-header.js'
import { createMedianFuture, type MedianFuture } from '../run/reference/median-future.js'
import type { Locate } from '../scenario/scenario.js'
import { fail, type Location, type Problem } from '../vocabulary/problems.js'
import { controlWarnings } from './demography/control-warning.js'
import type { LoadedPlan } from './load-plan.js'
import { shortfallWarnings } from './shortfall-warning.js'

export interface MedianFindings {
  /** Why a policy cannot be simulated even in the median future, for each that cannot. */
  readonly faults: readonly Problem[]
  /** What looks like a slip and may be meant: by the files alone, and by what the policies come to. */
  readonly warnings: readonly Problem[]
}

/** Simulate every policy in the median future, and judge the plan by it. */
export function judgeByMedian(loaded: LoadedPlan, file: string): MedianFindings {
  const simulate = createMedianFuture(loaded.plan)
  return judge(
    loaded,
    file,
    loaded.plan.policies.map((_, policy) => judgedFuture(loaded, simulate(policy))),
  )
}

/** The same, with the header of a run, for which the same futures are simulated. */
export function judgeWithHeader(
  loaded: LoadedPlan,
  file: string,
): MedianFindings & { readonly header: RunHeader } {
  const futures: JudgedFuture[] = []
  const header = headerOf(loaded.plan, {}, (future) => futures.push(judgedFuture(loaded, future)))
  return { ...judge(loaded, file, futures), header }
}

interface JudgedFuture extends Pick<MedianFuture, 'outcomes' | 'fault'> {
  readonly unusual: readonly Problem[]
}

/** Its memory is that of the next policy once that is simulated. */
function judgedFuture({ plan, locate }: LoadedPlan, { outcomes, memory, fault }: MedianFuture): JudgedFuture {
  return { outcomes, fault, unusual: fault ? [] : unusualIn(plan, memory, locate) }
}

const unusualIn = (plan: Plan, memory: Float64Array, locate: Locate): Problem[] => [
  ...levelWarnings(plan, memory, locate),
  ...controlWarnings(plan, memory, locate),
]

function judge(
  { plan, scenario, locate, warnings }: LoadedPlan,
  file: string,
  futures: readonly JudgedFuture[],
): MedianFindings {
  const faults = faultsOf(plan, file, locate, futures)
  if (faults.length > 0) return { faults, warnings }
  const outcomes = futures.map((future) => future.outcomes)
  const measured = new Map(plan.targets.map(({ id, indicator }) => [id, indicator]))
  const targets = scenario.targets.map((one) => ({
    ...one,
    indicator: measured.get(one.id) ?? one.indicator,
  }))
  const median = { plan, targets, locate, outcomes }
  const ofSize = sizeWarnings(median, doubtedIndicators(warnings))
  // a number of another size than today's is not that of its commitment either
  const reported = new Set(ofSize.map(({ where }) => where.field))
  const others = warnings.filter(({ where }) => !reported.has(where.field))
  const unusual = new Map(futures.flatMap((future) => future.unusual).map((one) => [one.where.field, one]))
  const late = [...denominatorWarnings(median), ...unusual.values(), ...shortfallWarnings(plan, locate)]
  return { faults, warnings: [...others, ...ofSize, ...late] }
}

/** What a policy computes in the median future (see slotAt). Throws CitywardError where it cannot be simulated. */
export function medianMemory(plan: Plan, policy: number, file: string): Float64Array {
  const { memory, fault } = createMedianFuture(plan)(policy)
  return fault ? fail(problemOf([plan.policies[policy].name], { file }, fault)) : memory
}

/** Names of the indicators that warnings stand at. */
function doubtedIndicators(warnings: readonly Problem[]): ReadonlySet<string> {
  const fields = warnings.map(({ where }) => where.field?.split('.') ?? [])
  return new Set(fields.flatMap(([section, name]) => (section === 'indicators' && name ? [name] : [])))
}

/** One problem for all policies that stop at the same place for the same reason. */
function faultsOf(
  plan: Plan,
  file: string,
  locate: Locate,
  futures: readonly { readonly fault?: ScenarioFault }[],
): Problem[] {
  const policies = new Map<string, { readonly fault: ScenarioFault; readonly names: string[] }>()
  futures.forEach(({ fault }, policy) => {
    if (!fault) return
    const same = policies.get(faultText(fault)) ?? { fault, names: [] }
    policies.set(faultText(fault), same)
    same.names.push(plan.policies[policy].name)
  })
  return [...policies.values()].map(({ fault, names }) => {
    const some = names.length === plan.policies.length ? [] : names
    return problemOf(some, placeOf(fault, locate) ?? { file }, fault)
  })
}

/** Where the level or the field of a service that is at fault stands in the scenario, if it does. */
function placeOf(fault: ScenarioFault, locate: Locate): Location | undefined {
  const path = pathOf(fault)
  if (!path) return undefined
  const found = locate(path)
  return found.field === path.join('.') ? found : undefined
}

function pathOf(fault: ScenarioFault): string[] | undefined {
  if (fault.code === 'control-unmet') return ['population', 'control']
  if (fault.code === 'rate-impossible') return ['population', 'levels', fault.level]
  if (fault.code !== 'service-impossible') return undefined
  const { service, programme, field } = fault
  return ['services', service, ...(programme === undefined ? [] : ['programmes', programme]), field]
}

/** `policies`: those that stop, empty for every one. */
function problemOf(policies: readonly string[], where: Location, fault: ScenarioFault): Problem {
  const { found: reason, expected = 'a future that can be lived' } = faultWords(fault)
  const who = policies.length === 0 ? 'every policy' : `policy ${policies.join(', ')}`
  const found = `a projection that stops (${who}, every uncertainty at its median): ${reason}`
  return { code: fault.code, where, found, expected }
}
