/**
 * Split counts by age group into single years, as smoothly as the groups allow and with every group's total kept.
 *
 * The cumulated count is drawn through the ends of the groups by a monotone cubic (Fritsch and Carlson, 1980, SIAM
 * Journal on Numerical Analysis 17), so no age is negative; a group's ages then share its persons by largest
 * remainder, so totals are exact.
 */

/** Single-year shares of the counts of groups; `starts` are the first ages, `end` the age after the last group. */
export function splitAges(starts: readonly number[], end: number, counts: readonly number[]): Float64Array {
  const knots = [...starts, end]
  const cumulated = [0]
  for (const count of counts) cumulated.push(cumulated.at(-1)! + count)
  const slopes = monotoneSlopes(knots, cumulated)
  const at = (age: number) => {
    const k = Math.min(
      knots.findLastIndex((knot) => knot <= age),
      knots.length - 2,
    )
    const width = knots[k + 1] - knots[k]
    const t = (age - knots[k]) / width
    const h00 = (1 + 2 * t) * (1 - t) ** 2
    const h10 = t * (1 - t) ** 2
    const h01 = t * t * (3 - 2 * t)
    const h11 = t * t * (t - 1)
    return h00 * cumulated[k] + h10 * width * slopes[k] + h01 * cumulated[k + 1] + h11 * width * slopes[k + 1]
  }
  return Float64Array.from({ length: end - starts[0] }, (_, k) =>
    Math.max(0, at(starts[0] + k + 1) - at(starts[0] + k)),
  )
}

function monotoneSlopes(x: readonly number[], y: readonly number[]): number[] {
  const last = x.length - 1
  const secants = x.slice(1).map((end, k) => (y[k + 1] - y[k]) / (end - x[k]))
  return x.map((_, k) => {
    if (k === 0) return secants[0]
    if (k === last) return secants[last - 1]
    const [before, after] = [secants[k - 1], secants[k]]
    if (before * after <= 0) return 0
    const w1 = 2 * (x[k + 1] - x[k]) + (x[k] - x[k - 1])
    const w2 = x[k + 1] - x[k] + 2 * (x[k] - x[k - 1])
    return (w1 + w2) / (w1 / before + w2 / after)
  })
}

/** Whole numbers in proportion to weights that add up to `total` exactly; equal remainders go to the first. */
export function shareWhole(total: number, weights: ArrayLike<number>): number[] {
  const sum = Array.from(weights).reduce((all, weight) => all + weight, 0)
  const exact = Array.from(weights, (weight) => (sum > 0 ? (total * weight) / sum : total / weights.length))
  const whole = exact.map(Math.floor)
  const missing = total - whole.reduce((all, count) => all + count, 0)
  const order = exact
    .map((value, index) => ({ index, rest: value - whole[index] }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index)
  for (let k = 0; k < missing; k++) whole[order[k].index] += 1
  return whole
}
