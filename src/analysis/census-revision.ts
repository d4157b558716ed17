/**
 * The model's draws, and what the next census may say of the same year: a second, wider band.
 *
 * Counts between two censuses are revised once the later one is held. The revision is taken to be normal, the same in
 * every future, with a standard deviation that the scenario states. Odds are then means over the draws of the normal
 * probability to pass the threshold; a quantile is where the mean of the draws' normal distributions reaches it.
 */
import { normalCumulative } from '../math/normal-distribution.js'
import { normalQuantile } from '../math/normal-quantile.js'
import type { Revised } from './summary.js'
import { type Aim, boundOf } from './until.js'

/** Halvings of the range in which a quantile is looked for: to a millionth of it. */
const HALVINGS = 20
/** Draws that are worked with: beside a revision more would change nothing. */
const MOST = 10_000
/** Standard deviations beyond the draws in which it can lie. */
const REACH = 6

/** The second band of a column and the odds of a target on it; a draw without a number is left out of the band and not reached. */
export function revisedBy(sd: number, values: Float64Array, target: Aim): Revised | undefined {
  const upwards = values.slice().sort()
  // NaN is sorted behind every number
  const missing = upwards.findIndex(Number.isNaN)
  const sorted = missing < 0 ? upwards : upwards.subarray(0, missing)
  if (sorted.length === 0) return undefined
  const whole = sorted.length / values.length
  const numbers = thinned(sorted)
  const below = (x: number) => {
    let sum = 0
    for (const value of numbers) sum += normalCumulative((x - value) / sd)
    return sum
  }
  const quantile = (p: number) => {
    let [low, high] = [numbers[0] - REACH * sd, numbers.at(-1)! + REACH * sd]
    for (let step = 0; step < HALVINGS; step++) {
      const middle = (low + high) / 2
      if (below(middle) < p * numbers.length) low = middle
      else high = middle
    }
    return (low + high) / 2
  }
  const odds = (aim: Aim) => {
    const share = below(boundOf(aim)) / numbers.length
    return whole * (aim.comparator === 'at_most' ? share : 1 - share)
  }
  return {
    sd,
    within95: normalQuantile(0.975) * sd,
    range80: [quantile(0.1), quantile(0.9)],
    range95: [quantile(0.025), quantile(0.975)],
    lenient: odds(target),
    strict: odds({ ...target, tolerance: 0 }),
  }
}

/** At most MOST of sorted values, evenly spread. */
function thinned(sorted: Float64Array): Float64Array {
  if (sorted.length <= MOST) return sorted
  return Float64Array.from({ length: MOST }, (_, k) => sorted[Math.floor(((k + 0.5) * sorted.length) / MOST)])
}
