/** How the quota of the service that lacks most in a run's cities could be split, found once and kept in its folder. */
import type { Summary } from '../../analysis/summary.js'
import type { Plan } from '../../plan/plan.js'
import type { Scenario } from '../../scenario/scenario.js'
import { VERSION } from '../../vocabulary/version.js'
import { reusableSplit, writeSplit } from './split-file.js'
import { canBeSplit, type QuotaSplit, splitQuota } from './split-quota.js'

/** Futures that splits are simulated in: averages over them are known to a few in a hundred. */
const DRAWS = 50
/** Fewer say too little of an average. */
const LEAST = 20
/**
 * Futures x cities squared x years that take a few seconds. The limit is a count and not a time, so that a run's files are
 * the same on every machine.
 */
const MOST_WORK = 60_000

export interface SplitInputs {
  readonly plan: Plan
  readonly scenario: Scenario
  readonly summary: Summary
}

/** The split under the last policy at the end of the last year; undefined where nothing lacks, or it would take too long. */
export function splitForRun(folder: string, inputs: SplitInputs): QuotaSplit | undefined {
  const { plan, scenario, summary } = inputs
  const there = reusableSplit(folder, plan)
  if (there) return there.split
  const service = mostWanting(inputs)
  const draws = splitDraws(plan, summary.draws)
  if (service === undefined || draws === 0) return undefined
  const request = { service, policy: plan.policies.length - 1, year: plan.years.length - 1, draws }
  const split = splitQuota(plan, scenario, request)
  const { fingerprint } = plan
  writeSplit(folder, { fingerprint, version: VERSION, split })
  return split
}

/** Futures that splits are simulated in, of so many at most; 0 where those that are quickly done are too few. */
export function splitDraws({ places, years }: Plan, most = DRAWS): number {
  const cities = places.length - 1
  const draws = Math.min(DRAWS, most, Math.floor(MOST_WORK / (cities * cities * years.length)))
  return draws < LEAST ? 0 : draws
}

/** Of services with a programme and stocks by city the one whose cities lack most in the last year, in the median. */
function mostWanting({ plan, summary }: SplitInputs): string | undefined {
  const last = plan.years.at(-1)
  const services = plan.services.filter(canBeSplit)
  const lackingIn = (service: string) => {
    const places = summary.needs.find((one) => one.service === service)?.places.slice(1) ?? []
    const gaps = places.map(({ years }) => years.find(({ year }) => year === last)?.gap.median ?? 0)
    // with one city, or none that has any to spare, there is nothing to share out otherwise
    return gaps.length > 1 ? gaps.reduce((sum, gap) => sum + gap, 0) : 0
  }
  const [most] = services
    .map(({ name }) => ({ name, lacking: lackingIn(name) }))
    .filter(({ lacking }) => lacking >= 1)
    .sort((a, b) => b.lacking - a.lacking)
  return most?.name
}
