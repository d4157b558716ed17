/** Quantiles of an outcome over its draws. */
import { quantilesAt } from '../math/order-statistics.js'
import type { Spread } from './summary.js'

const SHARES = [0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975]

/** Exact type-7 quantiles of the draws that gave a number; NaN throughout where none did. */
export function spreadOf(values: Float64Array): Spread {
  const [low95, low80, low50, median, high50, high80, high95] = quantilesAt(values, SHARES)
  return { median, range50: [low50, high50], range80: [low80, high80], range95: [low95, high95] }
}
