/**
 * What makes drawing impossible: mistakes that only show once uncertainties are looked at together.
 *
 * A finding names the uncertainties and, where it has one, the place in the list of correlations, so that the
 * scenario's check can say where in the file it is. Nothing is ever mended silently.
 */
import { correlate } from './correlation.js'
import type { Distribution, RankCorrelation, UncertaintyDraws } from './distribution.js'
import { massWithin } from './tails.js'

/** Code and what it means, in a sentence that needs only the names to be complete. */
export const SAMPLING_FINDINGS = {
  'correlation-unknown': 'a correlation names an uncertainty that does not exist',
  'correlation-itself': 'an uncertainty is correlated with itself',
  'correlation-twice': 'two correlations are given for the same pair',
  'correlation-range': 'a rank correlation lies strictly between -1 and 1',
  'correlation-joint':
    'an uncertainty observed jointly with others takes its correlations from the observations',
  'correlation-contradiction': 'these correlations contradict each other: no draws can have them all',
  'joint-lengths': 'uncertainties observed jointly have the same number of observations',
  'joint-truncated': 'truncating one of several joint observations would break the rows apart',
  'range-without-odds': 'a truncation leaves nothing: the distribution has no odds between its bounds',
} as const

export interface SamplingFinding {
  readonly code: keyof typeof SAMPLING_FINDINGS
  /** The uncertainties it is about, as they are written. */
  readonly names: readonly string[]
  /** Index in the list of correlations; absent where the finding is about the uncertainties themselves. */
  readonly correlation?: number
}

/** Everything that createSampler would refuse; empty where draws can be made. */
export function findingsOf(
  uncertainties: readonly UncertaintyDraws[],
  correlations: readonly RankCorrelation[],
): readonly SamplingFinding[] {
  const found = [...distributionFindings(uncertainties), ...pairFindings(uncertainties, correlations)]
  // whether correlations agree can only be checked in a sound list
  if (found.some(({ code }) => code.startsWith('correlation'))) return found
  const clusters = correlate(correlations)
  return clusters.ok ? found : [...found, { code: 'correlation-contradiction', names: clusters.names }]
}

/** The name that uncertainties observed together share. */
export function jointOf(distribution: Distribution): string | undefined {
  return distribution.kind === 'empirical' ? distribution.joint : undefined
}

/** Truncations that leave nothing, and joint observations that do not stand row by row. */
function distributionFindings(uncertainties: readonly UncertaintyDraws[]): SamplingFinding[] {
  const found: SamplingFinding[] = []
  // the first uncertainty of each joint group, which the others are compared with
  const rows = new Map<string, { name: string; length: number }>()
  for (const { name, distribution } of uncertainties) {
    // a truncation may be truncated in its turn
    for (let inner = distribution; inner.kind === 'truncated'; inner = inner.of) {
      if (jointOf(inner.of) !== undefined) found.push({ code: 'joint-truncated', names: [name] })
      else if (!(massWithin(inner.of, inner.low, inner.high) > 1e-300))
        found.push({ code: 'range-without-odds', names: [name] })
    }
    const joint = jointOf(distribution)
    if (joint === undefined || distribution.kind !== 'empirical') continue
    const first = rows.get(joint)
    if (!first) rows.set(joint, { name, length: distribution.values.length })
    else if (first.length !== distribution.values.length)
      found.push({ code: 'joint-lengths', names: [first.name, name] })
  }
  return found
}

/** Slips in the list of correlations, each where it stands; an entry may have several. */
function pairFindings(
  uncertainties: readonly UncertaintyDraws[],
  correlations: readonly RankCorrelation[],
): SamplingFinding[] {
  const known = new Map(uncertainties.map(({ name, distribution }) => [name, distribution]))
  const pairs = new Set<string>()
  const found: SamplingFinding[] = []
  correlations.forEach(({ between, rank }, correlation) => {
    const add = (code: SamplingFinding['code'], names: readonly string[]) =>
      found.push({ code, names, correlation })
    const unknown = between.filter((name) => !known.has(name))
    const joint = between.filter((name) => known.has(name) && jointOf(known.get(name)!) !== undefined)
    // a pair is the same pair either way round
    const pair = JSON.stringify([...between].sort())
    if (unknown.length > 0) add('correlation-unknown', unknown)
    if (joint.length > 0) add('correlation-joint', joint)
    if (between[0] === between[1]) add('correlation-itself', [between[0]])
    else if (pairs.has(pair)) add('correlation-twice', between)
    if (!(rank > -1 && rank < 1)) add('correlation-range', between)
    pairs.add(pair)
  })
  return found
}
