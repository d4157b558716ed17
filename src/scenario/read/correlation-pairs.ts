/** Correlations as the file says them, to pairs: an entry of several uncertainties holds for every two of them. */
import type { RankCorrelation } from '../../sampling/distribution.js'

export interface PairInFile extends RankCorrelation {
  /** Number of the entry in the list of the file. */
  readonly entry: number
}

export function correlationPairs(
  entries: readonly { readonly between: readonly string[]; readonly rank: number }[],
): PairInFile[] {
  return entries.flatMap(({ between, rank }, entry) =>
    between.flatMap((one, at) =>
      between.slice(at + 1).map((other): PairInFile => ({ between: [one, other], rank, entry })),
    ),
  )
}
