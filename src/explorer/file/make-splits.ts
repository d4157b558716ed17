/** Which quotas a page can share out otherwise, and by what; of the others why not. */
import { partsBy } from '../../analysis/needs/best-split.js'
import { type Plan, type ServicePlan, slotAt } from '../../plan/plan.js'
import { createMedianFuture } from '../../run/reference/median-future.js'
import type { Scenario } from '../../scenario/scenario.js'
import { splitDraws } from '../../studies/split/split-for-run.js'
import { proposedParts } from '../../studies/split/split-quota.js'
import type { ExplorerFacts, ExplorerSplit, UnsplitService } from '../facts.js'

/** Under the last policy, which is the plan. Nothing where there is one city, or none has numbers in the median future. */
export function splitsOf(plan: Plan, scenario: Scenario): Pick<ExplorerFacts, 'splits' | 'unsplit'> {
  const none = { splits: [], unsplit: [] }
  if (plan.places.length < 3 || plan.policies.length === 0) return none
  const { memory, fault } = createMedianFuture(plan)(plan.policies.length - 1)
  if (fault) return none
  const offered = plan.services.flatMap((service, index): ExplorerSplit[] =>
    whyNot(plan, service, memory) ? [] : [splitOf(plan, scenario, index, memory)],
  )
  const unsplit = plan.services.flatMap((service): UnsplitService[] => {
    const because = service.programmes.length > 0 ? whyNot(plan, service, memory) : undefined
    return because ? [{ title: service.title, because }] : []
  })
  return { splits: offered, unsplit }
}

function whyNot(
  plan: Plan,
  service: ServicePlan,
  memory: Float64Array,
): UnsplitService['because'] | undefined {
  const { programmes, alike, needSlot } = service
  if (alike) return 'equal per head'
  if (programmes.some(({ own }) => own)) return 'given by city'
  if (programmes.some(({ underWay }) => underWay)) return 'under way'
  const needed = plan.years.map((_, year) => sum(rowAt(plan, memory, needSlot, year)))
  return programmes.length > 0 && sum(needed) > 0 ? undefined : 'no need'
}

function splitOf(plan: Plan, scenario: Scenario, index: number, memory: Float64Array): ExplorerSplit {
  const { name, title, programmes, needSlot, unmetSlot } = plan.services[index]
  const written = scenario.services.find((one) => one.name === name)!.programmes
  const last = plan.years.length - 1
  const needed = rowAt(plan, memory, needSlot, 0)
  const given = needed.map((_, city) =>
    sum(
      programmes.map(
        ({ startedSlot, each }) =>
          rowAt(plan, memory, startedSlot, last)[city] * rowAt(plan, memory, each, last)[city],
      ),
    ),
  )
  const lacks = sum(rowAt(plan, memory, unmetSlot, last)) >= 1
  return {
    service: name,
    index,
    title,
    programmes: programmes.map(({ name: own, title: named, unit, starts }) => ({
      ...{ name: own, title: named, unit, quota: sum(starts) },
      byKey: written.find((one) => one.name === own)!.share_by !== undefined,
    })),
    asPlanned: partsBy(given),
    ...(sum(needed) > 0 && { byNeed: partsBy(needed) }),
    ...bestOf(plan, name, lacks),
  }
}

function bestOf(plan: Plan, service: string, lacks: boolean): Pick<ExplorerSplit, 'best' | 'noBest'> {
  const draws = splitDraws(plan)
  if (!lacks) return { noBest: 'nothing lacks' }
  if (draws === 0) return { noBest: 'too large' }
  const [policy, year] = [plan.policies.length - 1, plan.years.length - 1]
  return { best: proposedParts(plan, { service, policy, year, draws }) }
}

/** [city] */
function rowAt(plan: Plan, memory: Float64Array, slot: number, year: number): number[] {
  const at = slotAt(plan, slot, year)
  return Array.from(memory.subarray(at, at + plan.dims.cities))
}
const sum = (numbers: Iterable<number>) => [...numbers].reduce((total, one) => total + one, 0)
