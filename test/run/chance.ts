/** Chance that is the same for the same number: what plans made of chance are made by. */
import { philox } from '../../src/sampling/philox.js'

export interface Chance {
  /** From 0 to 1, without 1. */
  readonly uniform: () => number
  readonly between: (low: number, high: number) => number
  /** A whole number, both ends included. */
  readonly whole: (low: number, high: number) => number
  readonly odds: (of: number) => boolean
  readonly pick: <T>(from: readonly T[]) => T
  /** Some of a list, or all of it or none, in its order. */
  readonly some: <T>(of: readonly T[], share?: number) => T[]
}

export function createChance(seed: number): Chance {
  let at = 0
  const words = new Uint32Array(4)
  const uniform = () => {
    words.set([at++, 0, 0, 0])
    philox(words, seed, 11)
    return words[0] / 2 ** 32
  }
  const whole = (low: number, high: number) => low + Math.floor(uniform() * (high - low + 1))
  return {
    uniform,
    between: (low, high) => low + uniform() * (high - low),
    whole,
    odds: (of) => uniform() < of,
    pick: (from) => from[whole(0, from.length - 1)],
    some: (of, share = 0.5) => of.filter(() => uniform() < share),
  }
}
