/** Two draws side by side: pairs of doubles in memory, and arithmetic on both at once. */

import { row } from './addresses'

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

/** Bytes of a row of more cities than stay near the processor with all that is known of them. */
export const MANY: usize = 128 * PAIR_BYTES
/** Rows of so many cities that are gone through side by side: the processor fetches ahead for some places in memory only. */
const FEW: usize = 4

/** How many of some rows a loop over cities takes at once: of thousands of cities few, else all. */
export function rowsAtOnce(all: usize): usize {
  return row > MANY ? FEW : all
}
