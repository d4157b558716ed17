/**
 * A random number belongs to an uncertainty in a draw: uniform(seed, name, draw), and nothing else may matter.
 *
 * The seed is Philox's key, so two seeds share nothing, however near. The counter is the name's 64-bit hash beside
 * the draw, so no two draws of one name meet, and two names would meet only if their hashes did (of 1,000 names,
 * one chance in 10^13).
 */
import { philox } from './philox.js'

const words = new Uint32Array(4)

/** A uniform number in the open interval (0, 1): an odd multiple of 2^-53. Seed and draw from 0 to 2^53 - 1. */
export function uniform(seed: number, name: string, draw: number): number {
  return createStream(seed, name)(draw)
}

/** The same with seed and name prepared: uniform(seed, name, draw) for each draw. */
export function createStream(seed: number, name: string): (draw: number) => number {
  const hash = hashOf(name)
  const key0 = seed | 0
  const key1 = upper(seed)
  return (draw) => {
    words[0] = draw
    words[1] = upper(draw)
    words[2] = hash.low
    words[3] = hash.high
    philox(words, key0, key1)
    return openUnit(words[0], words[1])
  }
}

/**
 * The middle of one of 2^52 equal cells: never 0 or 1, and 1 minus it is as exact as itself.
 *
 * first gives the upper 32 bits, second's upper 20 bits the rest.
 */
export function openUnit(first: number, second: number): number {
  return (first * 0x100000 + (second >>> 12) + 0.5) / 0x10000000000000
}

/** Four words that depend on seed and name alone, for permutations and scrambles. */
export function wordsOf(seed: number, name: string, purpose: number): Uint32Array {
  const hash = hashOf(name)
  // draws end at 2^53, so counters whose second word has its top bit set are free
  const block = Uint32Array.of(purpose, 0x80000000, hash.low, hash.high)
  philox(block, seed | 0, upper(seed))
  return block
}

/**
 * FNV-1a, 64 bits, of the name's UTF-8 bytes, in two halves. Source: Fowler, Noll & Vo; RFC 9923. Its prime is 2^40 + 435;
 * every product here is below 2^53. With one big integer it takes most of the time of whoever asks for many names.
 */
export function hashOf(name: string): { readonly low: number; readonly high: number } {
  let low = 0x84222325
  let high = 0xcbf29ce4
  for (const byte of UTF_8.encode(name)) {
    low = (low ^ byte) >>> 0
    const product = low * 435
    high = (high * 435 + Math.floor(product / 0x100000000) + low * 256) >>> 0
    low = product >>> 0
  }
  return { low, high }
}

const UTF_8 = new TextEncoder()

/** Bits 32 and above of a whole number; a 32-bit word keeps those below. */
function upper(whole: number): number {
  return Math.floor(whole / 4294967296)
}
