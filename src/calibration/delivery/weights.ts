/**
 * How much each past commitment counts: rows of one programme are not independent, and published successes are
 * over-represented.
 */
import type { PastCommitment } from '../../dataset/dataset.js'

export interface Weighting {
  /**
   * How likely a reported success (found_as `post`) is to be published because it is one: its row counts this much. 1
   * takes the reports at face value.
   */
  readonly reportedSuccess: number
  /** The same of misses that were looked for (found_as `joined`). */
  readonly soughtMiss: number
  /** Correlation of rows of one cluster, by which these count less (design effect, Kish 1965). */
  readonly withinCluster: number
}

/**
 * A missed task is half as likely to be reported as one that was met, and the misses that were joined from two sources
 * were searched for: each counts a half. A judgement in both directions; ALTERNATIVE_WEIGHTINGS shows what it does.
 */
export const WEIGHTING: Weighting = { reportedSuccess: 0.5, soughtMiss: 0.5, withinCluster: 0.4 }

/** Openings were collected line by line, each with every date that was stated for it: none was looked for by its end. */
export const LINE_BY_LINE: Weighting = { reportedSuccess: 1, soughtMiss: 1, withinCluster: 0.4 }

/** Other readings of how the rows were found, for the table of what the odds hang on. */
export const ALTERNATIVE_WEIGHTINGS: Readonly<Record<string, Weighting>> = {
  'all at face value': { ...WEIGHTING, reportedSuccess: 1, soughtMiss: 1 },
  'reported successes count a half, misses in full': { ...WEIGHTING, soughtMiss: 1 },
  'reported successes in full, misses that were looked for a half': { ...WEIGHTING, reportedSuccess: 1 },
  'reported successes not counted, misses in full': { ...WEIGHTING, reportedSuccess: 0, soughtMiss: 1 },
}

/**
 * Odds given to ends that were not seen. Of quotas and starts nine tenths of the year's end is a rush: starts stood
 * at 41 to 69 % in June and at 100 to 106 % in December (the collection's README); of works less is known.
 */
const UNSEEN = { quota: 0.85, starts: 0.85, other: 0.5 }

export interface WeightedRow {
  readonly row: PastCommitment
  /** 1 met, 0 missed, between where the end was not seen. */
  readonly response: number
  readonly ended: boolean
  readonly weight: number
}

/** Each row with its weight; rows of no weight are left out. */
export function rowWeights(rows: readonly PastCommitment[], weighting: Weighting): WeightedRow[] {
  const sizes = new Map<string, number>()
  for (const { cluster } of rows) sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1)
  return rows
    .map((row) => ({
      row,
      response: row.met === undefined ? unseen(row) : Number(row.met),
      ended: true,
      weight: foundWeight(row, weighting) / (1 + weighting.withinCluster * (sizes.get(row.cluster)! - 1)),
    }))
    .filter(({ weight }) => weight > 0)
}

function unseen({ counting }: PastCommitment): number {
  return counting === 'quota' || counting === 'starts' ? UNSEEN[counting] : UNSEEN.other
}

function foundWeight({ foundAs, met }: PastCommitment, weighting: Weighting): number {
  if (foundAs === 'post' && met === true) return weighting.reportedSuccess
  return foundAs === 'joined' && met === false ? weighting.soughtMiss : 1
}
