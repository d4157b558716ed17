/** Quantiles of an outcome over its draws. */
import { quantileOfSorted } from '../math/quantile.js'
import type { Quantile, Spread } from './summary.js'

/** Exact type-7 quantiles of the draws that gave a number; NaN throughout where none did. */
export function spreadOf(values: Float64Array): Spread {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort()
  const at = (p: number) => quantileOfSorted(sorted, p)
  return {
    median: at(0.5),
    range50: [at(0.25), at(0.75)],
    range80: [at(0.1), at(0.9)],
    range95: [at(0.025), at(0.975)],
  }
}

/** Shares of the futures at which a chance curve is drawn: every fiftieth, and finer at the ends. */
const SHARES = [0, 0.01, ...Array.from({ length: 49 }, (_, k) => (k + 1) / 50), 0.99, 1]

/** Exact type-7 quantiles at a chance curve's shares, of the draws that gave a number; none where none did. */
export function quantilesOf(values: Float64Array): Quantile[] {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort()
  return sorted.length === 0 ? [] : SHARES.map((share) => ({ share, value: quantileOfSorted(sorted, share) }))
}
