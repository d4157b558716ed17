/**
 * A second, wider band: the model's draws with the revision that the next census may bring to the same year.
 *
 * Counts between two censuses are revised after the later one. The revision is assumed to be normal, the same in every
 * future, with a standard deviation that the scenario states, in the indicator's unit or as a share of it. Odds are then
 * means over the draws of the normal probability to pass the threshold; a quantile is where the mean of the draws' normal
 * distributions reaches it.
 */
import { normalCumulative } from '../math/normal-distribution.js'
import { normalQuantile } from '../math/normal-quantile.js'
import { sortedNumbers } from '../math/order-statistics.js'
import { quantileOfSorted } from '../math/quantile.js'
import type { CensusRevision } from '../scenario/scenario.js'
import { type Aim, boundOf } from './attainment.js'
import type { RevisedBand, RevisedOdds } from './summary.js'

/** Steps of bisection for a quantile: to a millionth of the range. */
const HALVINGS = 20
/** Most draws that are used: beside a revision more would change nothing. */
const MOST = 4000
/** Standard deviations beyond the draws within which a quantile is searched. */
const REACH = 6

/** Standard deviation of the revision of a value, in its unit. */
const sdAt = (revision: CensusRevision, value: number) =>
  typeof revision === 'number' ? revision : revision.share * Math.abs(value)

/** Of a city fewer draws are used, as cities are many. */
export const MOST_OF_CITY = 500

/** The second band of a column; undefined where no draw gave a number. Draws without one are left out. */
export function revisedBand(
  revision: CensusRevision,
  values: Float64Array,
  most = MOST,
): RevisedBand | undefined {
  const numbers = numbersOf(values, most)
  if (numbers.length === 0) return undefined
  const below = createBelow(revision, numbers)
  const quantile = (p: number) => {
    const [least, most] = [numbers[0], numbers.at(-1)!]
    let [low, high] = [least - REACH * sdAt(revision, least), most + REACH * sdAt(revision, most)]
    for (let step = 0; step < HALVINGS; step++) {
      const middle = (low + high) / 2
      if (below(middle) < p) low = middle
      else high = middle
    }
    return (low + high) / 2
  }
  return {
    within95: normalQuantile(0.975) * sdAt(revision, quantileOfSorted(numbers, 0.5)),
    range80: [quantile(0.1), quantile(0.9)],
    range95: [quantile(0.025), quantile(0.975)],
  }
}

/** The second band and the odds of a target on it; a draw without a number is left out of the band and not reached. */
export function revisedBy(
  revision: CensusRevision,
  values: Float64Array,
  target: Aim,
): RevisedOdds | undefined {
  const band = revisedBand(revision, values)
  if (!band) return undefined
  const whole = values.reduce((count, value) => count + (Number.isNaN(value) ? 0 : 1), 0) / values.length
  const below = createBelow(revision, numbersOf(values))
  const odds = (aim: Aim) => {
    const share = below(boundOf(aim))
    return whole * (aim.comparator === 'at_most' ? share : 1 - share)
  }
  return { ...band, lenient: odds(target), strict: odds({ ...target, tolerance: 0 }) }
}

/** Share of the draws' normal distributions that lies below a value; a draw without a revision counts whole. */
function createBelow(revision: CensusRevision, numbers: Float64Array): (x: number) => number {
  return (x) => {
    let sum = 0
    for (const value of numbers) {
      const sd = sdAt(revision, value)
      sum += sd > 0 ? normalCumulative((x - value) / sd) : Number(value < x)
    }
    return sum / numbers.length
  }
}

/** The draws that gave a number, sorted, at most so many of them. */
function numbersOf(values: Float64Array, most = MOST): Float64Array {
  return thinned(sortedNumbers(values), most)
}

/** At most so many of sorted values, evenly spread. */
function thinned(sorted: Float64Array, most: number): Float64Array {
  if (sorted.length <= most) return sorted
  return Float64Array.from({ length: most }, (_, k) => sorted[Math.floor(((k + 0.5) * sorted.length) / most)])
}
