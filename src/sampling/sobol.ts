/**
 * The Sobol' sequence, plain and scrambled.
 *
 * Any 2^k consecutive draws from a multiple of 2^k lie one in each of 2^k equal cells of every dimension, so means
 * settle faster than with independent draws. Scrambling (Owen) keeps that, makes every point uniform, so that means
 * are unbiased, and lets seeds differ.
 *
 * Sources: Sobol' (1967); Antonov & Saleev (1979) for the Gray-code order; directions of Joe & Kuo (2008).
 */
import { DIMENSIONS_OF_DEGREE, SOBOL_BITS } from './sobol-directions.js'
import { createStream, openUnit, wordsOf } from './stream.js'

/** Dimension 1 has no numbers in the table. */
export const MOST_SOBOL_DIMENSIONS = DIMENSIONS_OF_DEGREE.reduce((sum, count) => sum + count, 1)

const BITS = 32

/** Direction numbers of a dimension, counted from 0: 32 words, the first moves a point by one half. */
export function directionsOf(dimension: number): Uint32Array {
  if (dimension >= MOST_SOBOL_DIMENSIONS) {
    throw new RangeError(`Sobol' design: ${dimension + 1} dimensions asked, ${MOST_SOBOL_DIMENSIONS} at hand`)
  }
  const directions = new Uint32Array(BITS)
  if (dimension === 0) {
    for (let bit = 0; bit < BITS; bit++) directions[bit] = 1 << (31 - bit)
    return directions
  }
  const { coefficients, initial } = tableLine(dimension)
  const degree = initial.length
  for (let bit = 0; bit < BITS; bit++) {
    directions[bit] =
      bit < degree ? initial[bit] << (31 - bit) : recurrence(directions, bit, degree, coefficients)
  }
  return directions
}

/** What the table says of a dimension, counted from 0; not of the first: coefficients a, initial numbers m1 .. ms. */
export function tableLine(dimension: number): { coefficients: number; initial: number[] } {
  bytes ??= Uint8Array.from(atob(SOBOL_BITS), (letter) => letter.charCodeAt(0))
  let [degree, left, at] = [1, dimension - 1, 0]
  for (const [below, count] of DIMENSIONS_OF_DEGREE.entries()) {
    degree = below + 1
    const lines = Math.min(left, count)
    at += lines * bitsOfDegree(degree)
    left -= lines
    if (lines < count) break
  }
  const take = (bits: number): number => {
    let value = 0
    for (const end = at + bits; at < end; at++) value = 2 * value + ((bytes![at >> 3] >> (7 - (at & 7))) & 1)
    return value
  }
  const coefficients = take(degree - 1)
  return { coefficients, initial: Array.from({ length: degree }, (_, i) => 2 * take(i) + 1) }
}

let bytes: Uint8Array | undefined

/** s - 1 for the coefficients, and 0 + 1 + ... + (s - 1) for the initial numbers. */
const bitsOfDegree = (degree: number) => degree - 1 + (degree * (degree - 1)) / 2

/** Bratley & Fox (1988): v_i = a_1 v_(i-1) + ... + v_(i-s) + v_(i-s) / 2^s, sums without carry. */
function recurrence(directions: Uint32Array, bit: number, degree: number, coefficients: number): number {
  let value = directions[bit - degree] ^ (directions[bit - degree] >>> degree)
  for (let k = 1; k < degree; k++) {
    if ((coefficients >>> (degree - 1 - k)) & 1) value ^= directions[bit - k]
  }
  return value
}

/** The draw's point in one dimension as a 32-bit fraction; draw below 2^32. */
export function sobolWord(directions: Uint32Array, draw: number): number {
  let gray = (draw ^ (draw >>> 1)) >>> 0
  let word = 0
  for (let bit = 0; gray !== 0; bit++, gray >>>= 1) {
    if (gray & 1) word ^= directions[bit]
  }
  return word >>> 0
}

/**
 * The sequence in one dimension, scrambled by seed and name: a function from draw to the open (0, 1).
 *
 * Bits below the 32 of the sequence come from the name's stream; that is what Owen's scrambling would put there.
 */
export function createSobol(seed: number, name: string, dimension: number): (draw: number) => number {
  const directions = directionsOf(dimension)
  const scramble = wordsOf(seed, name, 2)[0]
  const fine = createStream(seed, name)
  return (draw) => {
    if (draw >= 4294967296) throw new RangeError(`Sobol' design: draw ${draw} is beyond its 2^32 points`)
    return openUnit(owenScramble(sobolWord(directions, draw), scramble), fine(draw) * 4294967296)
  }
}

/**
 * The sequence in one dimension as it is published, each point in the middle of its cell of 2^-32: the first stands at 2^-33 in
 * every dimension, and not at 0, where many distributions have no value.
 */
export function createPlainSobol(dimension: number): (draw: number) => number {
  const directions = directionsOf(dimension)
  return (draw) => {
    if (draw >= 4294967296) throw new RangeError(`Sobol' design: draw ${draw} is beyond its 2^32 points`)
    return (sobolWord(directions, draw) + 0.5) / 4294967296
  }
}

/**
 * Nested uniform scrambling by a hash: every bit is flipped by a function of the bits above it.
 *
 * Sources: Laine & Karras (2011), Stratified sampling for stochastic transparency, for the hash; Burley (2020),
 * Practical hash-based Owen scrambling, JCGT 9(4), for its use here and its constants.
 */
export function owenScramble(word: number, scramble: number): number {
  let x = (reverseBits(word) + scramble) | 0
  // multiplying by an even number carries information only upwards, which is downwards once reversed
  x ^= Math.imul(x, 0x6c50b47c)
  x ^= Math.imul(x, 0xb82f1e52)
  x ^= Math.imul(x, 0xc7afe638)
  x ^= Math.imul(x, 0x8d22f6e6)
  return reverseBits(x)
}

function reverseBits(x: number): number {
  x = ((x >>> 1) & 0x55555555) | ((x & 0x55555555) << 1)
  x = ((x >>> 2) & 0x33333333) | ((x & 0x33333333) << 2)
  x = ((x >>> 4) & 0x0f0f0f0f) | ((x & 0x0f0f0f0f) << 4)
  x = ((x >>> 8) & 0x00ff00ff) | ((x & 0x00ff00ff) << 8)
  return ((x >>> 16) | (x << 16)) >>> 0
}
