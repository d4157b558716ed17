/**
 * The split of a quota among cities that leaves least lacking. What a city lacks on average over the draws falls ever more
 * slowly the more it is given (a mean of max(0, lacking - given)), so that a quota cut into equal parts is split best by
 * giving part after part to where it helps most: no other split into such parts has a smaller sum.
 */

/** Parts that a quota is cut into. */
const PARTS = 1000

/** What cities lack in each draw before anything is given, and what they would gain from all of the quota. */
export interface SplitSample {
  readonly cities: number
  /** Need less capacity, below 0 where there is some to spare: [draw, city]. */
  readonly lacking: Float64Array
  readonly whole: Float64Array
}

/** What lacks in a city on average with a share of the quota (0-1). */
export function expectedLack({ cities, lacking, whole }: SplitSample, city: number, share: number): number {
  let sum = 0
  for (let at = city; at < lacking.length; at += cities) sum += Math.max(0, lacking[at] - share * whole[at])
  return (sum * cities) / lacking.length
}

/** By what the next part goes to a city: less is lacking in all, or in the city that lacks most. */
export type SplitAim = 'total' | 'worst'

/**
 * Parts of a thousand by city, adding up to a thousand. What helps no city any more goes by `rest`, numbers of 0 or more.
 */
export function bestSplit(sample: SplitSample, aim: SplitAim, rest: readonly number[]): number[] {
  const parts = new Array<number>(sample.cities).fill(0)
  const lack = parts.map((_, city) => expectedLack(sample, city, 0))
  const relief = parts.map((_, city) => lack[city] - expectedLack(sample, city, 1 / PARTS))
  for (let given = 0; given < PARTS; given++) {
    const rank = aim === 'total' ? relief : lack
    let best = -1
    for (let city = 0; city < parts.length; city++)
      if (relief[city] > 0 && (best < 0 || rank[city] > rank[best])) best = city
    if (best < 0) return withRest(parts, PARTS - given, rest)
    parts[best]++
    lack[best] -= relief[best]
    relief[best] = lack[best] - expectedLack(sample, best, (parts[best] + 1) / PARTS)
  }
  return parts
}

/** Parts of a thousand in proportion to numbers of 0 or more; the same for all where none is above 0. */
export function partsBy(numbers: readonly number[]): number[] {
  return withRest(
    numbers.map(() => 0),
    PARTS,
    numbers,
  )
}

/** Whole parts by largest remainders. */
function withRest(parts: readonly number[], left: number, rest: readonly number[]): number[] {
  const total = rest.reduce((sum, one) => sum + one, 0)
  const due = rest.map((one) => (total > 0 ? (left * one) / total : left / rest.length))
  const whole = due.map(Math.floor)
  const over = left - whole.reduce((sum, one) => sum + one, 0)
  const order = due.map((_, city) => city).sort((a, b) => due[b] - whole[b] - (due[a] - whole[a]) || a - b)
  const more = new Set(order.slice(0, over))
  return parts.map((given, city) => given + whole[city] + (more.has(city) ? 1 : 0))
}
