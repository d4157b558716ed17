/**
 * The Halton sequence, plain and scrambled: dimension d counts in the base of its d-th prime, digits mirrored at the
 * point.
 *
 * Unscrambled, dimensions of large primes run in step for thousands of draws. Every digit is therefore permuted, by
 * seed, name and place of the digit; what is left of the 2^-53 grid comes from the name's stream.
 *
 * Sources: Halton (1960), Numerische Mathematik 2, 84-90; Owen (2017), A randomized Halton algorithm in R,
 * arXiv:1706.02808.
 */
import { createStream } from './stream.js'

const LARGEST_BELOW_ONE = 1 - 2 ** -53
/** Cells finer than this are left to chance. */
const FINEST = 2 ** -40

/** The prime of each dimension, counted from 0. */
export function primes(count: number): number[] {
  const found: number[] = []
  for (let number = 2; found.length < count; number++) {
    if (isPrime(number)) found.push(number)
  }
  return found
}

export function isPrime(number: number): boolean {
  for (let divisor = 2; divisor * divisor <= number; divisor++) {
    if (number % divisor === 0) return false
  }
  return number > 1
}

/** The radical inverse: digits of `index` in this base, mirrored at the point. 0 at index 0. */
export function radicalInverse(index: number, base: number): number {
  let numerator = 0
  let denominator = 1
  for (let rest = index; rest > 0; rest = Math.floor(rest / base)) {
    numerator = numerator * base + (rest % base)
    denominator *= base
  }
  return numerator / denominator
}

/** The sequence in one dimension, scrambled: a function from draw to the open (0, 1). */
export function createHalton(seed: number, name: string, dimension: number): (draw: number) => number {
  const base = primes(dimension + 1)[dimension]
  const within = createStream(seed, name)
  const orders: number[][] = []
  for (let cell = 1 / base; cell > FINEST; cell /= base)
    orders.push(shuffled(base, seed, name, orders.length))
  return (draw) => {
    let value = 0
    let cell = 1
    let rest = draw
    for (const order of orders) {
      cell /= base
      // digits that are all noughts are permuted as well, or every point would begin at the edge
      value += order[rest % base] * cell
      rest = Math.floor(rest / base)
    }
    return Math.min(value + within(draw) * cell, LARGEST_BELOW_ONE)
  }
}

/** The sequence in one dimension as it is published, from its second point on: the first is 0 in every dimension. */
export function createPlainHalton(dimension: number): (draw: number) => number {
  const base = primes(dimension + 1)[dimension]
  return (draw) => radicalInverse(draw + 1, base)
}

/** 0 .. length - 1 in an order of chance. Source: Durstenfeld (1964), Algorithm 235, Comm. ACM 7, 420. */
function shuffled(length: number, seed: number, name: string, digit: number): number[] {
  const stream = createStream(seed, `${name} digit ${digit}`)
  const order = Array.from({ length }, (_, index) => index)
  for (let last = length - 1; last > 0; last--) {
    const other = Math.floor(stream(last) * (last + 1))
    const kept = order[last]
    order[last] = order[other]
    order[other] = kept
  }
  return order
}
