/**
 * Latin hypercube: of n draws, exactly one falls into each of n equal strata of every uncertainty.
 *
 * The strata are visited in an order that depends on seed, name and n alone, worked out draw by draw so that
 * memory does not grow with n. Another n is another design: no draw of the first n survives.
 *
 * Source: McKay, Beckman & Conover (1979), Technometrics 21, 239-245.
 */
import { createStream, wordsOf } from './stream.js'

const LARGEST_BELOW_ONE = 1 - 2 ** -53

/** A function from draw (0 .. draws - 1) to the open (0, 1). */
export function createLatinHypercube(seed: number, name: string, draws: number): (draw: number) => number {
  const pattern = wordsOf(seed, name, 1)[0]
  const within = createStream(seed, name)
  return (draw) => {
    if (draw >= draws) throw new RangeError(`Latin hypercube: draw ${draw} of a design of ${draws} draws`)
    const stratum = permute(draw, draws, pattern)
    return Math.min((stratum + within(draw)) / draws, LARGEST_BELOW_ONE)
  }
}

/**
 * Where `index` goes in a permutation of 0 .. length - 1 that `pattern` picks; length below 2^31.
 *
 * A reversible hash on the next power of two, walked until it lands inside (at most 2 steps on average).
 * Source: Kensler (2013), Correlated multi-jittered sampling, Pixar Technical Memo 13-01.
 */
export function permute(index: number, length: number, pattern: number): number {
  let mask = length - 1
  for (let shift = 1; shift < 32; shift *= 2) mask |= mask >>> shift
  let i = index
  do {
    i ^= pattern
    i = Math.imul(i, 0xe170893d)
    i ^= pattern >>> 16
    i ^= (i & mask) >>> 4
    i ^= pattern >>> 8
    i = Math.imul(i, 0x0929eb3f)
    i ^= pattern >>> 23
    i ^= (i & mask) >>> 1
    i = Math.imul(i, 1 | (pattern >>> 27))
    i = Math.imul(i, 0x6935fa69)
    i ^= (i & mask) >>> 11
    i = Math.imul(i, 0x74dcb303)
    i ^= (i & mask) >>> 2
    i = Math.imul(i, 0x9e501cc3)
    i ^= (i & mask) >>> 2
    i = Math.imul(i, 0xc860a3df)
    i &= mask
    i ^= i >>> 5
  } while (i >>> 0 >= length)
  // rotated, so that even a short permutation has as many forms as the pattern allows
  return ((i >>> 0) + (pattern >>> 0)) % length
}
