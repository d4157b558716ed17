/** How good a forecast was: its error, whether its bands held what came, and the score that weighs both. */

/**
 * Continuous ranked probability score of equally likely values, in their unit; 0 is perfect, and for a single value it
 * is the absolute error. E|X - y| - E|X - X'|/2, the second mean over all pairs of sorted values.
 *
 * Source: Gneiting and Raftery (2007), J. Am. Stat. Assoc. 102, 359-378.
 */
export function rankedProbabilityScore(sorted: Float64Array, actual: number): number {
  const count = sorted.length
  let error = 0
  let spread = 0
  sorted.forEach((value, k) => {
    error += Math.abs(value - actual)
    spread += value * (2 * k - count + 1)
  })
  return error / count - spread / (count * count)
}

/** Share of bands that hold what came. */
export function coverage(held: readonly boolean[]): number {
  return held.filter(Boolean).length / held.length
}

/** Mean of absolute errors. */
export function meanError(errors: readonly number[]): number {
  return errors.reduce((sum, error) => sum + Math.abs(error), 0) / errors.length
}
