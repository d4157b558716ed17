/** Bars of a waterfall in a frame of ASCII: levels from the left, steps where they take the sum. */

/** Columns within the frame. */
const BAR = 24

export interface Bars {
  /** The level of a sum. */
  readonly level: (at: number) => string
  /** The step from a sum to the next, `+` up and `-` down; at least one mark. */
  readonly step: (at: number) => string
}

/**
 * Bars for sums one after another, over what they move between; empty where they do not move.
 *
 * least  what the frame spans at the least, so that a small move looks small
 */
export function scaleOf(sums: readonly number[], least: number): Bars {
  const [low, high] = [Math.min(...sums), Math.max(...sums)]
  const span = Math.max(high - low, least)
  // a level is at least one mark long
  const lengthOf = (value: number) => 1 + Math.round(((value - low) / span) * (BAR - 1))
  if (!(high > low)) return { level: () => '', step: () => '' }
  return {
    level: (at) => framed(0, '='.repeat(lengthOf(sums[at]))),
    step: (at) => {
      const [from, to] = [lengthOf(sums[at]), lengthOf(sums[at + 1])]
      const marks = Math.max(1, Math.abs(to - from))
      const start = Math.min(from, to, BAR - marks)
      return framed(start, (sums[at + 1] >= sums[at] ? '+' : '-').repeat(marks))
    },
  }
}

function framed(start: number, marks: string): string {
  return `|${' '.repeat(start)}${marks.padEnd(BAR - start)}|`
}
