/**
 * Ranks, and the order in which values rise: by their bits, a stable radix sort, which takes a fraction of the time of one by
 * comparisons for ten thousand values.
 *
 * A double's 64 bits rise with its value once the sign is turned, and all others too where it is negative (IEEE 754). They are
 * sorted in six digits of eleven bits, the least one first; a digit that all values share is passed over.
 *
 * Source: Knuth (1998), The Art of Computer Programming 3, 5.2.5 (distribution, last digit first).
 */
import { sampleCorrelation } from 'simple-statistics'

/** Ranks from 0; equal values share their mean rank. order: in which they rise, where it is known. */
export function midranks(values: Float64Array, order = risingOrder(values)): number[] {
  const ranks = new Array<number>(values.length)
  for (let first = 0; first < order.length; ) {
    let last = first
    while (last + 1 < order.length && values[order[last + 1]] === values[order[first]]) last++
    for (let k = first; k <= last; k++) ranks[order[k]] = (first + last) / 2
    first = last + 1
  }
  return ranks
}

/** Spearman's rank correlation of two columns; NaN where one of them never varies. */
export function spearman(a: Float64Array, b: Float64Array): number {
  return sampleCorrelation(midranks(a), midranks(b))
}

/** Below so many values comparisons are quicker. */
const FEW = 128
const BITS = 11
const MASK = 2 ** BITS - 1
const DIGITS = 6

/** Indices of the values in rising order; equal ones, such as 0 and -0, stand as they came. Values are no NaN. */
export function risingOrder(values: ArrayLike<number>): Uint32Array {
  const { length } = values
  if (length < FEW) return Uint32Array.from(values, (_, index) => index).sort((a, b) => values[a] - values[b])
  const [high, low] = keysOf(values)
  let order: Uint32Array = new Uint32Array(length)
  for (let k = 0; k < length; k++) order[k] = k
  let next: Uint32Array = new Uint32Array(length)
  const places = new Uint32Array(MASK + 1)
  for (let digit = 0; digit < DIGITS; digit++) {
    // three digits of the lower half, of which the third has ten bits, and three of the upper
    const [half, shift] = [digit < 3 ? low : high, BITS * (digit % 3)]
    places.fill(0)
    for (let k = 0; k < length; k++) places[(half[k] >>> shift) & MASK] += 1
    if (places[(half[0] >>> shift) & MASK] === length) continue
    let before = 0
    for (let value = 0; value <= MASK; value++) {
      const count = places[value]
      places[value] = before
      before += count
    }
    for (let place = 0; place < length; place++) {
      const k = order[place]
      next[places[(half[k] >>> shift) & MASK]++] = k
    }
    ;[order, next] = [next, order]
  }
  return order
}

/** Bits of each value that rise as it does, in two halves. */
function keysOf(values: ArrayLike<number>): readonly [high: Uint32Array, low: Uint32Array] {
  const { length } = values
  const doubles = new Float64Array(length)
  // -0 + 0 is 0
  for (let k = 0; k < length; k++) doubles[k] = values[k] + 0
  const bits = new Uint32Array(doubles.buffer)
  const [high, low] = [new Uint32Array(length), new Uint32Array(length)]
  for (let k = 0; k < length; k++) {
    const [below, above] = [bits[2 * k + LOW], bits[2 * k + 1 - LOW]]
    const isNegative = above >>> 31 === 1
    high[k] = isNegative ? ~above : above | 0x80000000
    low[k] = isNegative ? ~below : below
  }
  return [high, low]
}

/** Where the lower half of a double stands: 0 on machines that put the least byte first. */
const LOW = new Uint32Array(Float64Array.of(1).buffer)[0] === 0 ? 0 : 1
