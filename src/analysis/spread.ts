/** Quantiles of an outcome over its draws. */
import { quantileOfSorted } from '../math/quantile.js'
import type { Spread } from './summary.js'

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
