/** Two draws side by side: pairs of doubles in memory, and arithmetic on both at once. */

/** Bytes of a pair. */
export const PAIR_BYTES: usize = 16

export function get(at: usize): v128 {
  return v128.load(at)
}

export function put(at: usize, pair: v128): void {
  v128.store(at, pair)
}

/** Add to what stands in memory. */
export function increase(at: usize, by: v128): void {
  v128.store(at, f64x2.add(v128.load(at), by))
}

/** One number for both draws. */
export function splat(value: f64): v128 {
  return f64x2.splat(value)
}

export function plus(a: v128, b: v128): v128 {
  return f64x2.add(a, b)
}

export function less(a: v128, b: v128): v128 {
  return f64x2.sub(a, b)
}

export function times(a: v128, b: v128): v128 {
  return f64x2.mul(a, b)
}

export function over(a: v128, b: v128): v128 {
  return f64x2.div(a, b)
}

/**
 * Bytes from a city to the one that is computed beside it, within rows of so many bytes: the next, or of the last of an
 * odd number itself. Where what is read of both comes before what is written, doing a city twice changes nothing.
 */
export function toNextCity(i: usize, row: usize): usize {
  return i + PAIR_BYTES < row ? PAIR_BYTES : 0
}
