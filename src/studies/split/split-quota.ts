/** Proposes how the starts of a service's programmes are best shared out over cities, and simulates what each proposal does. */
import { bestSplit, type SplitAim, type SplitSample } from '../../analysis/needs/best-split.js'
import type { Plan, ServicePlan } from '../../plan/plan.js'
import { withShares } from '../../plan/with-shares.js'
import type { Scenario } from '../../scenario/scenario.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import { fail } from '../../vocabulary/problems.js'
import { type SharedFutures, type SplitRequest, sharedFutures } from './shared-futures.js'

/** A split and what it came to in every city when it was simulated, in the service's unit, on average over the draws. */
export interface SplitOutcome {
  /** Parts of a thousand by city; absent of the split that the scenario has. */
  readonly parts?: readonly number[]
  /** What programmes have opened in each city. */
  readonly given: readonly number[]
  readonly lacking: readonly number[]
}

export interface QuotaSplit {
  readonly service: string
  readonly title: Bilingual
  readonly unit: string
  readonly policy: { readonly name: string; readonly title: Bilingual }
  readonly year: number
  /** Draws simulated, and those of them that gave no number and are left out. */
  readonly draws: number
  readonly failed: number
  readonly programmes: readonly {
    readonly name: string
    readonly title: Bilingual
    /** Whether the scenario shares it out by a key, which weights take the place of. */
    readonly byKey: boolean
  }[]
  readonly cities: readonly { readonly code: string; readonly name: Bilingual }[]
  readonly present: SplitOutcome
  readonly proposed: Readonly<Record<SplitAim, SplitOutcome>>
}

/** scenario: what the plan was compiled from. */
export function splitQuota(plan: Plan, scenario: Scenario, request: SplitRequest): QuotaSplit {
  const service = plan.services.findIndex(({ name }) => name === request.service)
  const { name, title, unit, programmes } = plan.services[service]
  refuseWhatStands(scenario.files[0], plan.services[service])
  const policy = plan.policies[request.policy]
  const written = scenario.services.find((one) => one.name === name)!.programmes
  const keyed = new Set(written.filter(({ share_by }) => share_by).map((one) => one.name))
  const cities = plan.places.slice(1)
  const withParts = (parts: readonly number[]) => sharedFutures(withShares(plan, service, parts), request)
  const present = sharedFutures(plan, request)
  const best = proposalsFrom(withParts(cities.map(() => 1)), cities.length)
  const propose = (aim: SplitAim): SplitOutcome => {
    const parts = best[aim]
    return { parts, ...outcomeOf(withParts(parts), cities.length) }
  }
  return {
    service: name,
    title,
    unit,
    policy: { name: policy.name, title: policy.title },
    year: plan.years[request.year],
    draws: request.draws,
    failed: present.failed,
    programmes: programmes.map((one) => ({
      name: one.name,
      title: one.title,
      byKey: keyed.has(one.name),
    })),
    cities: cities.map(({ code, name }) => ({ code, name })),
    present: outcomeOf(present, cities.length),
    proposed: { total: propose('total'), worst: propose('worst') },
  }
}

/** Parts of a thousand by city that `splitQuota` proposes, without what they would come to. */
export function proposedParts(
  plan: Plan,
  request: SplitRequest,
): Readonly<Record<SplitAim, readonly number[]>> {
  const { cities } = plan.dims
  const service = plan.services.findIndex(({ name }) => name === request.service)
  const alike = sharedFutures(withShares(plan, service, new Array<number>(cities).fill(1)), request)
  return proposalsFrom(alike, cities)
}

/** Shared out alike, every city has as much of the whole as any other: what it would gain from all of it follows. */
function proposalsFrom(
  { need, capacity, given }: SharedFutures,
  cities: number,
): Readonly<Record<SplitAim, readonly number[]>> {
  const sample: SplitSample = {
    cities,
    lacking: need.map((own, at) => own - (capacity[at] - given[at])),
    whole: given.map((own) => own * cities),
  }
  const needed = meansOf(need, cities)
  return { total: bestSplit(sample, 'total', needed), worst: bestSplit(sample, 'worst', needed) }
}

const standsWhereItStands = ({ own, underWay }: ServicePlan['programmes'][number]) =>
  own !== undefined || underWay !== undefined

/** Whether a service has programmes, stocks by city, and nothing that stands where it stands. */
export const canBeSplit = ({ programmes, alike }: ServicePlan): boolean =>
  programmes.length > 0 && !alike && !programmes.some(standsWhereItStands)

/** What is under way or given to cities by name stands where it stands: no share of the region's starts is left to propose. */
function refuseWhatStands(file: string, { name, programmes }: ServicePlan): void {
  const found = programmes.find(standsWhereItStands)
  if (!found) return
  fail({
    code: 'starts-not-shared',
    where: { file, field: `services.${name}.programmes.${found.name}` },
    found: found.own ? 'starts that are given by city' : 'projects that are under way already',
    expected: 'starts of the region after the base year alone, which can be shared out otherwise',
  })
}

function outcomeOf({ given, lacking }: SharedFutures, cities: number): Omit<SplitOutcome, 'parts'> {
  return { given: meansOf(given, cities), lacking: meansOf(lacking, cities) }
}

function meansOf(values: Float64Array, cities: number): number[] {
  const sums = new Array<number>(cities).fill(0)
  for (let at = 0; at < values.length; at++) sums[at % cities] += values[at]
  return sums.map((sum) => (values.length === 0 ? Number.NaN : (sum * cities) / values.length))
}
