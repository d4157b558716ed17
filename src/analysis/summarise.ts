/** From a run's outcomes to its summary: verdicts, odds, effects, series and findings. */

import { isShortfall } from '../plan/outcome-columns.js'
import type { FailureRecord } from '../results/failures.js'
import type { OutcomeReader } from '../results/outcome-reader.js'
import type { RunHeader } from '../results/run-header.js'
import { controlFinding } from '../results/scaled-words.js'
import type { Bilingual } from '../vocabulary/bilingual.js'
import { summariseColumns } from './column-summaries.js'
import type { SampledInputs } from './contributions.js'
import { costsOfPolicy, withCostPerPoint } from './costs.js'
import { countFailedTrajectories, type FailedTrajectories } from './failed-trajectories.js'
import { compareGrowthLine } from './growth-line.js'
import { serviceNeeds } from './needs/service-needs.js'
import { LEAST_DRAWS, MOST_FAILED } from './odds.js'
import { noSampleOf } from './odds-by-design.js'
import { type PolicyEffects, policyEffects, readSampledInputs } from './policy-effects.js'
import { promisedPeople } from './promised-people.js'
import type {
  CostSummary,
  Peak,
  PlaceTable,
  PolicySummary,
  PromisedPeople,
  Series,
  Summary,
  TargetVerdict,
} from './summary.js'
import {
  failureFinding,
  fewDraws,
  INVENTED,
  lackingFinding,
  noContributions,
  updateFinding,
} from './summary-words.js'
import {
  bandAt,
  type PolicyColumns,
  principalAt,
  spreadAt,
  type Verdict,
  verdictOn,
} from './target-verdicts.js'
import { oddsByReading } from './weighed/readings.js'
import { withoutVerdict } from './without-verdict.js'

/**
 * Summarise a run, policy by policy. Memory does not grow with the draws, but for the columns that are being read (8 MB
 * for a million draws each).
 *
 * A trajectory that gave no number is left out of quantiles, counts as not reached, and is named in the findings
 * with its cause, where the run's `failures` are given.
 */
export async function summarise(
  header: RunHeader,
  reader: OutcomeReader,
  failures: readonly FailureRecord[] = [],
): Promise<Summary> {
  const policies: PolicySummary[] = []
  const series: Series[] = []
  const places: PlaceTable[] = []
  const costs: Omit<CostSummary, 'perPoint'>[] = []
  const noSample = noSampleOf(header.design, reader.draws)
  const inputs = await readSampledInputs(header, reader)
  const findings = [...findingsOnRun(header, reader.draws)]
  if (!noSample) findings.push(...findingsOnDraws(reader.draws, inputs))
  const failedUnder: FailedTrajectories[] = []
  for (const policy of header.policies.keys())
    failedUnder.push(await countFailedTrajectories(header, reader, policy))
  const counts = failedUnder.map(({ count }) => count)
  for (const [policy, { name, title }] of header.policies.entries()) {
    const summaries = await summariseColumns(header, reader, policy)
    const failed = failedUnder[policy]
    const columns: PolicyColumns = { header, draws: reader.draws, failed: failed.count, policy, summaries }
    const { joint, effects, contributions } = await policyEffects(header, reader, policy, inputs, counts)
    const promised = await promisedPeople(columns, reader)
    const targets = verdictsOf(columns, contributions, promised)
    policies.push({ name, title, targets, joint, effects, failures: failed.count })
    series.push(...seriesOf(columns))
    places.push(...placeTables(columns))
    costs.push(...costsOfPolicy(columns))
    const cause = failures.find((one) => one.policy === policy && one.draw === failed.draws[0])
    findings.push(...failureOf({ title, failed }, cause, reader.draws, header.seed))
    const lacking = failed.count > MOST_FAILED * reader.draws ? [] : targets.filter(isLacking)
    if (lacking.length > 0) findings.push(lackingFinding(title, lacking))
  }

  const { title, version, fingerprint, seed, years, places: map, projections } = header
  return {
    title,
    region: header.places[0].name,
    version,
    fingerprint,
    seed,
    draws: reader.draws,
    ...(noSample && { noSample }),
    ...(header.update && { update: header.update }),
    ...(header.controlYears && { controlYears: header.controlYears }),
    years,
    map,
    policies,
    series,
    places,
    ...withCostPerPoint(costs, policies),
    projections,
    ...growthOf(header, series),
    ...(noSample ? { needs: [] } : await ofSample(header, reader)),
    ...withoutVerdict(header, series),
    findings,
  }
}

/** Verdicts with what they differ by, and, of promised rates, the people who share them. */
const verdictsOf = (
  columns: PolicyColumns,
  contributions: PolicyEffects['contributions'],
  promised: ReadonlyMap<string, PromisedPeople>,
): TargetVerdict[] =>
  columns.header.targets.map((target) => {
    const { id } = target
    const people = promised.get(id)
    return {
      ...verdictOn(columns, target),
      ...(people && { promisedFor: people }),
      contributions: contributions.get(id)!,
    }
  })

/** Whether a target has no odds since in some futures there is nothing that it is measured against. */
const isLacking = ({ word, region }: Pick<Verdict, 'word' | 'region'>) =>
  word === 'no_odds' && region.odds.draws === 0

/** That futures of a policy failed, with the cause of the first; nothing where none did. */
function failureOf(...asked: Parameters<typeof failureFinding>): Bilingual[] {
  return asked[0].failed.count > 0 ? [failureFinding(...asked)] : []
}

/** What draws that are a sample say of needs under the last policy, and of other readings of the calibration. */
async function ofSample(
  header: RunHeader,
  reader: OutcomeReader,
): Promise<Pick<Summary, 'needs' | 'readings'>> {
  if (reader.draws < LEAST_DRAWS) return { needs: [] }
  const readings = await oddsByReading(header, reader)
  const needs = await serviceNeeds(header, reader, header.policies.length - 1)
  return { needs, ...(readings && { readings }) }
}

/** The growth-difference line, where the run has one. */
function growthOf(header: RunHeader, series: readonly Series[]): Pick<Summary, 'growthDifference'> {
  const growthDifference = compareGrowthLine(header, series)
  return growthDifference ? { growthDifference } : {}
}

/** What must be known of a run before its numbers. */
function findingsOnRun(header: RunHeader, draws: number): Bilingual[] {
  const { invented, update } = header
  return [
    ...(invented ? [INVENTED] : []),
    ...controlFinding(header),
    ...(update ? [updateFinding(update, draws)] : []),
  ]
}

/** What random draws are too few for. */
function findingsOnDraws(draws: number, { sharesOf, inputs }: SampledInputs): Bilingual[] {
  if (draws < LEAST_DRAWS) return [fewDraws(draws, LEAST_DRAWS)]
  return !sharesOf && inputs.length > 0 ? [noContributions(draws, inputs.length)] : []
}

/** Every indicator of the region over the years. */
function seriesOf(columns: PolicyColumns): Series[] {
  const { header, policy } = columns
  return header.indicators.map(({ name, title, unit, quality }) => ({
    policy: header.policies[policy].name,
    indicator: name,
    title,
    unit,
    quality,
    years: header.years.flatMap((year) => {
      const spread = spreadAt(columns, name, 0, year)
      const revised = bandAt(columns, name, 0, year)
      const principal = principalAt(columns, name, 0, year)
      return spread ? [{ year, spread, principal, ...(revised && { revised }) }] : []
    }),
  }))
}

/** By city in the last year: shortfalls, plain counts that have a target, and ratios that have none. */
function placeTables(columns: PolicyColumns): PlaceTable[] {
  const { header, policy } = columns
  const year = header.years.at(-1)!
  const promised = new Set(header.targets.map(({ indicator }) => indicator))
  return header.indicators
    .filter(({ name, per }) => isShortfall(name) || per < 0 === promised.has(name))
    .map(({ name, title, unit, quality }) => ({
      policy: header.policies[policy].name,
      indicator: name,
      title,
      unit,
      quality,
      year,
      ...peakOf(columns, name, 0),
      rows: header.places.slice(1).flatMap((place, index) => {
        const spread = spreadAt(columns, name, index + 1, year)
        const { code, name: city } = place
        if (!spread) return []
        const revised = bandAt(columns, name, index + 1, year)
        const base = principalAt(columns, name, index + 1, header.years[0])
        return [
          {
            code,
            name: city,
            base,
            spread,
            ...(revised && { revised }),
            ...peakOf(columns, name, index + 1),
          },
        ]
      }),
    }))
    .filter(({ rows }) => rows.length > 0)
}

/** When most is lacking in a place (index), of a shortfall; nothing for other indicators. */
function peakOf(columns: PolicyColumns, indicator: string, place: number): { peak?: Peak } {
  if (!isShortfall(indicator)) return {}
  const known = columns.header.years.flatMap((year): Peak[] => {
    const spread = spreadAt(columns, indicator, place, year)
    return spread ? [{ year, spread }] : []
  })
  const most = Math.max(...known.map(({ spread }) => spread.median))
  const peak = known.find(({ spread }) => spread.median === most)
  return peak ? { peak } : {}
}
