/** Quantiles of an outcome over its draws. */
import { quantilesAt } from '../math/order-statistics.js'
import type { Quantile, Spread } from './summary.js'

/** Ends of the ranges, and the median. */
const MARKS = [0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975]

/** Exact type-7 quantiles of the draws that gave a number; NaN throughout where none did. */
export function outcomeSpread(values: Float64Array): Spread {
  const [low95, low80, low50, median, high50, high80, high95] = quantilesAt(values, MARKS)
  return { median, range50: [low50, high50], range80: [low80, high80], range95: [low95, high95] }
}

/** Shares of the futures at the points of a chance curve: every fiftieth, and finer at the ends. */
const SHARES = [0, 0.01, ...Array.from({ length: 49 }, (_, k) => (k + 1) / 50), 0.99, 1]

/** Exact type-7 quantiles at a chance curve's shares, of the draws that gave a number; none where none did. */
export function chanceCurve(values: Float64Array): Quantile[] {
  if (values.every(Number.isNaN)) return []
  const found = quantilesAt(values, SHARES)
  return SHARES.map((share, at) => ({ share, value: found[at] }))
}
