/** What programmes cost under a policy, by year and city, and what a point of odds costs beyond the policy measured against. */
import { baselineIn } from '../vocabulary/baseline.js'
import type { CostPerPoint, CostSummary, PolicySummary, Summary } from './summary.js'
import { type PolicyColumns, spreadAt } from './target-verdicts.js'

/** Of one policy; empty where the scenario states no cost. */
export function costsOfPolicy(columns: PolicyColumns): Omit<CostSummary, 'perPoint'>[] {
  const { header, policy } = columns
  const last = header.years.at(-1)!
  return (header.costs ?? []).map(({ currency, prices, inYear, soFar, programmes }) => ({
    policy: header.policies[policy].name,
    currency,
    prices,
    programmes,
    years: header.years.flatMap((year) => {
      const [own, all] = [spreadAt(columns, inYear, 0, year), spreadAt(columns, soFar, 0, year)]
      return own && all ? [{ year, inYear: own, soFar: all }] : []
    }),
    cities: header.places.slice(1).flatMap(({ code, name }, index) => {
      const spread = spreadAt(columns, soFar, index + 1, last)
      return spread ? [{ code, name, soFar: spread }] : []
    }),
  }))
}

/**
 * With what a policy costs more than the one it is measured against by the year of a target, and by how many points its odds
 * are better: both medians and odds of the same futures. None where odds are no better, or not known.
 */
export function withCostPerPoint(
  costs: readonly Omit<CostSummary, 'perPoint'>[],
  policies: readonly PolicySummary[],
): Pick<Summary, 'costs'> {
  if (costs.length === 0) return {}
  const baseline = policies[baselineIn(policies)]
  const priced = costs.map((cost): CostSummary => {
    const other = costs.find(
      (one) => one.policy === baseline?.name && one.currency === cost.currency && one.prices === cost.prices,
    )
    const own = policies.find(({ name }) => name === cost.policy)
    if (!own || !other || cost === other) return { ...cost, perPoint: [] }
    const by = (one: Omit<CostSummary, 'perPoint'>, year: number) =>
      one.years.find((at) => at.year === year)?.soFar.median ?? Number.NaN
    const perPoint = own.effects.flatMap(({ target: id, odds }): CostPerPoint[] => {
      const target = own.targets.find((one) => one.id === id)
      const points = 100 * odds
      if (!target || !(points > 0)) return []
      const more = by(cost, target.year) - by(other, target.year)
      return Number.isFinite(more)
        ? [{ target: id, title: target.title, points, cost: more, perPoint: more / points }]
        : []
    })
    return { ...cost, perPoint }
  })
  return { costs: priced }
}
