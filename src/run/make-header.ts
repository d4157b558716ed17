/** The part of a plan that a run folder keeps in words, with the principal projection. */

import type { Plan } from '../plan/plan.js'
import { withEveryCell } from '../results/every-cell.js'
import type { LateHeader, RunHeader, RunNames } from '../results/run-header.js'
import { VERSION } from '../vocabulary/version.js'
import { createMedianFuture, type MedianFuture } from './reference/median-future.js'
import { projectionOf } from './reference/read-projection.js'
import { denominatorValue } from './year/outcomes.js'

/** The same, whose projections are simulated when it is first asked for: threads may be at the draws by then. */
export function lateHeader(
  plan: Plan,
  beside: () => Pick<RunHeader, 'growthDifference' | 'readings'>,
): LateHeader {
  let whole: RunHeader | undefined
  return {
    ...namesOf(plan),
    whole: () => {
      whole ??= headerOf(plan, beside())
      return whole
    },
  }
}

function namesOf({ fingerprint, seed, design, policies, uncertainties, outcomes }: Plan): RunNames {
  return {
    version: VERSION,
    fingerprint,
    seed,
    design,
    policies: policies.map(({ name, title }) => ({ name, title })),
    uncertainties: uncertainties.map(({ name, title }) => ({ name, title })),
    outcomes,
  }
}

/**
 * Header of a run over some policies of a plan; simulates the principal projection of each.
 *
 * beside    what its data folder adds
 * onFuture  told of each policy's future, whose memory the next one writes over
 */
export function headerOf(
  plan: Plan,
  beside: Pick<RunHeader, 'growthDifference' | 'readings'>,
  onFuture?: (future: MedianFuture) => void,
): RunHeader {
  const detailed = withEveryCell(plan)
  const simulate = createMedianFuture(detailed)
  const futures = plan.policies.map((_, policy) => {
    const future = simulate(policy)
    onFuture?.(future)
    const { outcomes, memory, fault } = future
    const denominators = fault ? plan.outcomes.map(() => null) : denominatorsOf(plan, memory)
    const projections = fault ? [] : [projectionOf(detailed, memory, policy)]
    return { principal: [...outcomes], denominators, projections }
  })
  const { title, places, years, indicators, targets, unassessed } = plan
  const { invented, sections, costs, controls } = plan
  const { version, fingerprint, seed, design, policies, uncertainties, outcomes } = namesOf(plan)
  const apart = [...plan.uncertaintiesByCity, ...(plan.uncertaintiesByYear ?? [])]
  return {
    version,
    title,
    fingerprint,
    places,
    years,
    seed,
    design,
    indicators,
    targets,
    unassessed,
    sections,
    ...(invented && { invented }),
    ...(costs && { costs }),
    ...(controls && { controlYears: controls.totals.map(({ year }) => years[year]) }),
    outcomes,
    policies,
    uncertainties,
    ...(apart.length > 0 && { ofCities: apart.map(({ name, title }) => ({ name, title })) }),
    principal: futures.map(({ principal }) => principal),
    denominators: futures.map(({ denominators }) => denominators),
    projections: futures.flatMap(({ projections }) => projections),
    ...beside,
  }
}

/** What every outcome column is measured against; null for counts. */
function denominatorsOf(plan: Plan, memory: Float64Array): (number | null)[] {
  const indicators = new Map(plan.indicators.map((indicator) => [indicator.name, indicator]))
  return plan.outcomes.map(({ indicator, place, year }) => {
    const value = denominatorValue(plan, memory, indicators.get(indicator)!, place, year)
    return value === undefined || !Number.isFinite(value) ? null : value
  })
}
