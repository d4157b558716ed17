/** What is said of repeated timings: the middle, the range, and ratios of what was measured in the same round. */

export interface Spread {
  readonly median: number
  readonly low: number
  readonly high: number
}

/** Middle and range; of an even count the mean of the two in the middle. NaN of nothing. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  const median = (sorted[Math.ceil(middle) - 1] + sorted[Math.floor(middle)]) / 2
  return { median, low: sorted[0] ?? Number.NaN, high: sorted.at(-1) ?? Number.NaN }
}

/** One contestant, measured twice in every round as if it were two. */
export interface Twins {
  readonly first: readonly number[]
  readonly second: readonly number[]
}

/** Ratios of the twins, round by round: what noise alone makes of the same thing. */
export function nullControl({ first, second }: Twins): Spread {
  return spreadOf(first.map((value, round) => value / second[round]))
}

/** Ratios of two contestants, round by round, first with first and second with second. */
export function ratios(one: Twins, other: Twins): number[] {
  return [
    ...one.first.map((value, round) => value / other.first[round]),
    ...one.second.map((value, round) => value / other.second[round]),
  ]
}

/** How far a null control strays from one, as a share: the middle half of its way would be noise as well. */
export function noiseOf({ low, high }: Spread): number {
  return Math.max(high - 1, 1 - low)
}
