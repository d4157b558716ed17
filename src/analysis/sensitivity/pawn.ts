/**
 * PAWN: how far the distribution of the outcome moves when an input is restricted to a slice of its range.
 *
 * The distance is Kolmogorov and Smirnov's, between the outcome in the slice and over all draws, from 0 to 1; the
 * measures are the median and the largest over ten slices. It detects any change of the distribution, not only of the
 * mean, and needs no design.
 *
 * Sources: Pianosi & Wagener (2015), Environ. Model. Softw. 67, 1-11; (2018), ibid. 108, 197-207, for given draws.
 */
import { quantileOfSorted } from '../../math/quantile.js'
import { risingOrder } from '../../math/ranks.js'
import { orderOf, type Statistic, separately, slicesOf } from './statistic.js'

const SLICES = 10

export const pawn: Statistic = separately((inputs) => {
  const slices = inputs.map((values) => slicesOf(orderOf(values), values, SLICES))
  return (outcome) => {
    const rising = risingOrder(outcome)
    const distances = slices.map(({ sliceOf, count }) =>
      sliceDistances(rising, outcome, sliceOf, count).sort(),
    )
    return {
      median: Float64Array.from(distances, (sorted) => quantileOfSorted(sorted, 0.5)),
      most: Float64Array.from(distances, (sorted) => sorted.at(-1)!),
    }
  }
})

/** Largest distance of each slice's distribution function from that of all draws. */
function sliceDistances(
  rising: Uint32Array,
  outcome: Float64Array,
  sliceOf: Uint16Array,
  count: number,
): Float64Array {
  const sizes = new Float64Array(count)
  for (const slice of sliceOf) sizes[slice] += 1
  const below = new Float64Array(count)
  const largest = new Float64Array(count)
  for (let place = 0; place < rising.length; place++) {
    below[sliceOf[rising[place]]] += 1
    // a step ends where the outcome's value changes
    if (place + 1 < rising.length && outcome[rising[place + 1]] === outcome[rising[place]]) continue
    const all = (place + 1) / rising.length
    for (let slice = 0; slice < count; slice++) {
      const distance = Math.abs(below[slice] / sizes[slice] - all)
      if (distance > largest[slice]) largest[slice] = distance
    }
  }
  return largest
}
