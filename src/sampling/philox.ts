/**
 * Philox4x32-10: four random 32-bit words from a 128-bit counter under a 64-bit key.
 *
 * A counter-based generator is a pure function with no state to carry: whichever worker calls it, in whichever order,
 * the same counter under the same key gives the same words. Ten rounds pass every test of TestU01's BigCrush.
 *
 * Source: Salmon, Moraes, Dror & Shaw (2011), Parallel random numbers: as easy as 1, 2, 3, SC '11.
 */

// Multipliers of the two halves, and what each round adds to the key (golden ratio; sqrt(3) - 1).
const MULTIPLIER_0 = 0xd2511f53
const MULTIPLIER_1 = 0xcd9e8d57
const WEYL_0 = 0x9e3779b9
const WEYL_1 = 0xbb67ae85

/**
 * block  four words: the counter, overwritten by the random words
 * key    two words, signed or unsigned
 */
export function philox(block: Uint32Array, key0: number, key1: number): void {
  // signed, as products and sums of words below are
  let counter0 = block[0] | 0
  let counter1 = block[1] | 0
  let counter2 = block[2] | 0
  let counter3 = block[3] | 0
  for (let round = 0; round < 10; round++) {
    // two wide products; their upper halves cross over and take in the neighbours and the key
    const high0 = highProduct(MULTIPLIER_0, counter0)
    const low0 = Math.imul(MULTIPLIER_0, counter0)
    const high1 = highProduct(MULTIPLIER_1, counter2)
    const low1 = Math.imul(MULTIPLIER_1, counter2)
    counter0 = high1 ^ counter1 ^ key0
    counter1 = low1
    counter2 = high0 ^ counter3 ^ key1
    counter3 = low0
    key0 = (key0 + WEYL_0) | 0
    key1 = (key1 + WEYL_1) | 0
  }
  block[0] = counter0
  block[1] = counter1
  block[2] = counter2
  block[3] = counter3
}

/** Upper 32 bits of the unsigned 64-bit product; from 16-bit halves, since a double holds 53 bits. */
function highProduct(a: number, b: number): number {
  const aHigh = a >>> 16
  const aLow = a & 0xffff
  const bHigh = b >>> 16
  const bLow = b & 0xffff
  const middle = aHigh * bLow + ((aLow * bLow) >>> 16)
  const other = aLow * bHigh + (middle & 0xffff)
  return (aHigh * bHigh + Math.floor(middle / 65536) + Math.floor(other / 65536)) | 0
}
