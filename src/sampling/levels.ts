/**
 * Designs that set levels: full factorial, two-level fractional factorial, one at a time.
 *
 * Level l of a factor is where `at[l]` lies in its distribution; what is not varied stays at its median. Draw 0 of a
 * one-at-a-time design is the median of everything.
 *
 * A fractional factorial gives every factor a word of bits: its level in a draw is the parity of the bits that word
 * and draw share. Its resolution R holds where no fewer than R words cancel out; words are taken greedily, the
 * smallest first, so that a factor added at the end moves no other's column.
 * Sources: Box, Hunter & Hunter (2005), Statistics for Experimenters, ch. 6; Sanchez & Sanchez (2005), Very large
 * fractional factorial and central composite designs, ACM TOMACS 15, 362-377, for the words of resolution 5.
 */
import type { LevelDesign } from './design.js'

const MEDIAN = 0.5

/** Words of a two-level design of this resolution (3, 4 or 5), one a factor. */
export function factorWords(count: number, resolution: number): number[] {
  const words: number[] = []
  // sums without carry of up to resolution - 2 words: a new word among them would cancel out with too few
  const reached = [new Set([0])]
  for (let word = 1; words.length < count; word++) {
    if (reached.some((sums) => sums.has(word))) continue
    for (let size = resolution - 2; size >= 1; size--) {
      reached[size] ??= new Set()
      for (const sum of reached[size - 1] ?? []) reached[size].add(sum ^ word)
    }
    words.push(word)
  }
  return words
}

/** Draws that a design of levels has, no more and no less. */
export function levelDraws({ kind, at, factors, resolution }: LevelDesign): number {
  if (kind === 'one_at_a_time') return 1 + at.length * factors.length
  if (kind === 'factorial') return at.length ** factors.length
  // as many as there are numbers of as many bits as the largest word has
  return 2 ** (32 - Math.clz32(Math.max(...factorWords(factors.length, resolution!))))
}

/** Index of the level that a factor has in a draw; -1 for its median. */
export function levelOf(design: LevelDesign, factor: number): (draw: number) => number {
  const { kind, at, factors, resolution } = design
  if (kind === 'one_at_a_time') {
    return (draw) => (Math.floor((draw - 1) / at.length) === factor ? (draw - 1) % at.length : -1)
  }
  if (kind === 'factorial') {
    // standard order: the first factor changes at every draw
    const stride = at.length ** factor
    return (draw) => Math.floor(draw / stride) % at.length
  }
  const word = factorWords(factors.length, resolution!)[factor]
  return (draw) => parity(word & draw)
}

/** A function from draw to (0, 1): where the named uncertainty is set. */
export function createLevels(design: LevelDesign, name: string): (draw: number) => number {
  const factor = design.factors.findIndex((one) => one.name === name)
  if (factor < 0) return () => MEDIAN
  const level = levelOf(design, factor)
  const draws = levelDraws(design)
  return (draw) => {
    if (draw >= draws) throw new RangeError(`${design.kind}: draw ${draw} of a design of ${draws} draws`)
    const index = level(draw)
    return index < 0 ? MEDIAN : design.at[index]
  }
}

function parity(bits: number): number {
  let odd = 0
  for (let rest = bits; rest !== 0; rest >>>= 1) odd ^= rest & 1
  return odd
}
