/**
 * How far the difference of two shares is known: 95 % intervals that hold for small counts and at 0 and all.
 *
 * Sources: Agresti and Min (2005), Statistics in Medicine 24, 729-740 (pairs: half a pair added to each of the four kinds);
 * Agresti and Caffo (2000), The American Statistician 54, 280-288 (apart: one hit and one miss added to each).
 */
import { normalQuantile } from './normal-quantile.js'

export interface ShareDifference {
  /** The second share less the first, -1 to 1. */
  readonly value: number
  readonly low: number
  readonly high: number
}

/** Of the same trials: how many only the first reaches, and only the second. */
export function pairedDifference(onlyFirst: number, onlySecond: number, trials: number): ShareDifference {
  const [first, second, all] = [onlyFirst + 0.5, onlySecond + 0.5, trials + 2]
  const centre = (second - first) / all
  const variance = (first + second - (second - first) ** 2 / all) / all ** 2
  return interval((onlySecond - onlyFirst) / trials, centre, variance)
}

/** Of trials of their own: hits of so many. */
export function separateDifference(
  first: { readonly hits: number; readonly draws: number },
  second: { readonly hits: number; readonly draws: number },
): ShareDifference {
  const [one, other] = [first, second].map(({ hits, draws }) => ({
    share: (hits + 1) / (draws + 2),
    trials: draws + 2,
  }))
  const variance = [one, other].reduce((sum, { share, trials }) => sum + (share * (1 - share)) / trials, 0)
  return interval(second.hits / second.draws - first.hits / first.draws, other.share - one.share, variance)
}

function interval(value: number, centre: number, variance: number): ShareDifference {
  const half = -normalQuantile(0.025) * Math.sqrt(variance)
  return { value, low: Math.max(-1, centre - half), high: Math.min(1, centre + half) }
}
