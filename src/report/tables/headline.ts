/** What the report is about first: the last policy, the first target it is judged by, and the region's places. */
import type { PolicySummary, Series, Summary, TargetVerdict } from '../../analysis/summary.js'
import type { Projection } from '../../results/projection.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'

/** The policy that is looked at, with its place in the summary; the others are set beside it. */
export function mainPolicy({ policies }: Summary): { readonly policy: PolicySummary; readonly at: number } {
  return { policy: policies.at(-1)!, at: policies.length - 1 }
}

/** The first target of that policy; undefined for a scenario that gives no verdicts. */
export function headline(summary: Summary): TargetVerdict | undefined {
  return mainPolicy(summary).policy.targets[0]
}

/** The series of an indicator under the main policy, with its place in the summary. */
export function seriesOf(summary: Summary, indicator: string): { series: Series; at: number } | undefined {
  const { name } = mainPolicy(summary).policy
  const at = summary.series.findIndex((one) => one.policy === name && one.indicator === indicator)
  return at < 0 ? undefined : { series: summary.series[at], at }
}

/** The principal projection of the main policy; undefined where it cannot be simulated. */
export function mainProjection(summary: Summary): { projection: Projection; at: number } | undefined {
  const { name } = mainPolicy(summary).policy
  const at = summary.projections.findIndex(({ policy }) => policy === name)
  return at < 0 ? undefined : { projection: summary.projections[at], at }
}

/** Name of a place of the map by its code. */
export function placeName({ map, region }: Summary, code: string): Bilingual {
  return map.find((place) => place.code === code)?.name ?? region
}
