/**
 * Quantile of values sorted upwards, p from 0 to 1, by linear interpolation between order statistics; NaN of none.
 *
 * Source: Hyndman & Fan (1996), type 7, as in numpy, R and Excel.
 */
export function quantileOfSorted(sorted: Float64Array, p: number): number {
  const last = sorted.length - 1
  if (last < 0) return Number.NaN
  const position = p * last
  const below = Math.min(Math.floor(position), last)
  const lower = sorted[below]
  const upper = sorted[Math.min(below + 1, last)]
  return position === below ? lower : lower + (upper - lower) * (position - below)
}
