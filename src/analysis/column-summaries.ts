/** Quantiles and counts of each outcome column. */
import { isShortfall } from '../plan/outcome-columns.js'
import type { OutcomeReader } from '../results/outcome-reader.js'
import type { RunHeader } from '../results/run-header.js'
import { countReached } from './attainment.js'
import { MOST_OF_CITY, revisedBand, revisedBy } from './census-revision.js'
import { chanceCurve, outcomeSpread } from './outcome-quantiles.js'
import { eachColumn } from './read-columns.js'
import { countMissing } from './statistics.js'
import type { Quantile, RevisedBand, RevisedOdds, Spread } from './summary.js'

/** Number of single futures that a report shows. */
const SHOWN = 100

/** The summary of a column. */
export interface ColumnSummary {
  /** Of the region, and of what is lacking, in every year; of cities in the last year and those of targets. */
  readonly spread?: Spread
  /** Trajectories that have reached each target on its indicator, by the target's id, in both readings of "about". */
  readonly hits: ReadonlyMap<string, { readonly lenient: number; readonly strict: number }>
  /** Trajectories without a number: those that failed, and of a ratio those without a denominator. */
  readonly missing: number
  /** The second band in the last year and those of targets, where the scenario states a revision. */
  readonly band?: RevisedBand
  /** Second bands of the targets whose year this is, by the target's id. */
  readonly revised: ReadonlyMap<string, RevisedOdds>
  /** Of the region in the year of a target; empty elsewhere. */
  readonly quantiles: readonly Quantile[]
  readonly futures: readonly number[]
}

/** Quantiles and counts of every outcome column of a policy, by column name. */
export async function summariseColumns(
  header: RunHeader,
  reader: OutcomeReader,
  policy: number,
): Promise<Map<string, ColumnSummary>> {
  const summaries = new Map<string, ColumnSummary>()
  const last = header.years.length - 1
  const targetsOn = (indicator: string) =>
    header.targets.filter(
      (target) => target.indicator === indicator || (target.of?.each && target.of.indicator === indicator),
    )
  const wanted = header.outcomes.filter(
    ({ indicator, place, year }) =>
      place === 0 || year === last || isShortfall(indicator) || targetsOn(indicator).length > 0,
  )
  const names = wanted.map(({ name }) => name)
  const indicators = new Map(header.indicators.map((one) => [one.name, one]))
  await eachColumn(reader, policy, names, (values, index) => {
    const { name, indicator, place, year } = wanted[index]
    const targets = targetsOn(indicator)
    const hits = targets.map((target) => {
      const lenient = countReached(target, values)
      const strict = target.tolerance === 0 ? lenient : countReached({ ...target, tolerance: 0 }, values)
      return [target.id, { lenient, strict }] as const
    })
    const due = targets.filter((target) => target.year === header.years[year])
    const { censusRevision = 0, cityRevision = 0 } = indicators.get(indicator) ?? {}
    const revision = year < last && due.length === 0 ? 0 : place > 0 ? cityRevision : censusRevision
    const revised = due.flatMap((target) => {
      const found = revision === 0 || place > 0 ? undefined : revisedBy(revision, values, target)
      return found ? [[target.id, found] as const] : []
    })
    const aimed = place === 0 && due.length > 0
    const asked = place === 0 || year === last || isShortfall(indicator) || due.length > 0
    summaries.set(name, {
      band: revision === 0 ? undefined : revisedBand(revision, values, place > 0 ? MOST_OF_CITY : undefined),
      spread: asked ? outcomeSpread(values) : undefined,
      hits: new Map(hits),
      missing: countMissing(values),
      revised: new Map(revised),
      quantiles: aimed ? chanceCurve(values) : [],
      futures: aimed ? [...values.slice(0, SHOWN)].filter((value) => !Number.isNaN(value)) : [],
    })
  })
  return summaries
}
