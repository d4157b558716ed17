import { sampleCorrelation } from 'simple-statistics'

/** Ranks from 0; equal values share their mean rank. */
export function midranks(values: Float64Array): number[] {
  const order = Uint32Array.from(values, (_, index) => index).sort((a, b) => values[a] - values[b])
  const ranks = new Array<number>(values.length)
  for (let first = 0; first < order.length; ) {
    let last = first
    while (last + 1 < order.length && values[order[last + 1]] === values[order[first]]) last++
    for (let k = first; k <= last; k++) ranks[order[k]] = (first + last) / 2
    first = last + 1
  }
  return ranks
}

/** Indices of the values in rising order; equal ones stand as they came. */
export function risingOrder(values: ArrayLike<number>): Uint32Array {
  return Uint32Array.from(values, (_, index) => index).sort((a, b) => values[a] - values[b])
}

/** Spearman's rank correlation of two columns; NaN where one of them never varies. */
export function spearman(a: Float64Array, b: Float64Array): number {
  return sampleCorrelation(midranks(a), midranks(b))
}
