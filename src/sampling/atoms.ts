/**
 * Distributions that consist of points: values in rising order, and the odds of each value or a smaller one.
 *
 * Fixed, discrete and empirical distributions all become this, and so does any of them when truncated.
 */
import type { Distribution } from './distribution.js'

export interface Atoms {
  readonly values: Float64Array
  /** Odds up to and including each value, rising to 1. */
  readonly upTo: Float64Array
}

/** Undefined where the distribution is continuous. No values remain where a truncation leaves nothing. */
export function atomsOf(distribution: Distribution): Atoms | undefined {
  switch (distribution.kind) {
    // a fixed value is a distribution of one atom
    case 'fixed':
      return sortedAtoms([[distribution.value, 1]])
    case 'discrete':
      return sortedAtoms(distribution.values.map((value, index) => [value, distribution.odds[index]]))
    // observations count once each, equal ones as often as they were made
    case 'empirical':
      return observed(distribution.values)
    // atoms beyond the bounds go; the odds of those that stay keep their proportions
    case 'truncated': {
      const whole = atomsOf(distribution.of)
      return whole && keepWithin(whole, distribution.low, distribution.high)
    }
    default:
      return undefined
  }
}

/** The smallest value whose odds, with all below it, reach p. */
export function atomAt({ values, upTo }: Atoms, p: number): number {
  // halving, so that a thousand observations cost ten comparisons a draw
  let low = 0
  let high = values.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (upTo[middle] >= p) high = middle
    else low = middle + 1
  }
  return values[low]
}

/** Odds of x or less: the distribution function, a step at every value. */
export function oddsUpTo({ values, upTo }: Atoms, x: number): number {
  let odds = 0
  for (let index = 0; index < values.length && values[index] <= x; index++) odds = upTo[index]
  return odds
}

/** Odds of low .. high, both included. */
export function oddsWithin({ values, upTo }: Atoms, low: number, high: number): number {
  let odds = 0
  values.forEach((value, index) => {
    if (value >= low && value <= high) odds += upTo[index] - (upTo[index - 1] ?? 0)
  })
  return odds
}

function observed(values: readonly number[]): Atoms {
  const upTo = Float64Array.from(values, (_, index) => (index + 1) / values.length)
  return { values: Float64Array.from(values).sort(), upTo }
}

/** Odds need not add up to 1; values without odds never occur. */
function sortedAtoms(pairs: readonly (readonly [number, number])[]): Atoms {
  const sorted = pairs.filter(([, odds]) => odds > 0).sort(([a], [b]) => a - b)
  const upTo = new Float64Array(sorted.length)
  let sum = 0
  sorted.forEach(([, odds], index) => {
    sum += odds
    upTo[index] = sum
  })
  // divided by their own sum, the last is 1 to the bit, so that no p lies beyond it
  for (let index = 0; index < upTo.length; index++) upTo[index] /= sum
  return { values: Float64Array.from(sorted, ([value]) => value), upTo }
}

function keepWithin({ values, upTo }: Atoms, low: number, high: number): Atoms {
  const pairs: [number, number][] = []
  values.forEach((value, index) => {
    if (value >= low && value <= high) pairs.push([value, upTo[index] - (upTo[index - 1] ?? 0)])
  })
  return sortedAtoms(pairs)
}
