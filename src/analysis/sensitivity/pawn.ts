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
import { requireWhole } from '../../vocabulary/wrong-argument.js'
import { average } from '../statistics.js'
import { type Measures, orderOf, type Statistic, separately, slicesOf } from './statistic.js'

const SLICES = 10

export interface PawnOptions {
  /** Slices of each input, of as many draws each; 10 if left out. */
  readonly slices?: number
}

/** Over the slices the median and the largest distance; of `pawnWith` also the least, the mean and their spread by the mean. */
export const pawn: Statistic = pawnBy(SLICES, ({ median, most }) => ({ median, most }))

/** PAWN with so many slices: measures `least`, `mean`, `median`, `most` and `cv`. */
export function pawnWith({ slices = SLICES }: PawnOptions = {}): Statistic {
  requireWhole('pawnWith', 'slices', slices, 2, 1000)
  return pawnBy(slices, (measures) => measures)
}

function pawnBy(count: number, kept: (measures: Measures) => Measures): Statistic {
  return separately((inputs) => {
    const slices = inputs.map((values) => slicesOf(orderOf(values), values, count))
    return (outcome) => {
      const rising = risingOrder(outcome)
      const distances = slices.map((one) => sliceDistances(rising, outcome, one.sliceOf, one.count).sort())
      const over = (of: (sorted: Float64Array) => number) => Float64Array.from(distances, of)
      return kept({
        median: over((sorted) => quantileOfSorted(sorted, 0.5)),
        most: over((sorted) => sorted.at(-1)!),
        least: over(([first]) => first),
        mean: over((sorted) => average(sorted)),
        cv: over((sorted) => spreadOf(sorted) / average(sorted)),
      })
    }
  })
}

function spreadOf(values: Float64Array): number {
  const mean = average(values)
  return Math.sqrt(average(values.map((value) => (value - mean) ** 2)))
}

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
