/** How far nests are from the full table of shares between all places that they stand for (method.md, M6). */
import { eachShareFrom, type PairShares } from '../../math/pairs/pair-list.js'
import type { NestedTables } from '../nests.js'

/**
 * Share of those who leave for another place whom nests send elsewhere than the full table does.
 *
 * weights  persons who leave, by city, up to a factor
 */
export function elsewhereShare(
  full: PairShares,
  { destinations, nests }: Pick<NestedTables, 'destinations' | 'nests'>,
  weights: Float64Array,
): number {
  const cities = nests.of.length
  const count = nests.seats.length
  let all = 0
  let moved = 0
  for (let i = 0; i < cities; i++) {
    // what is sent to places where the table sends nobody, by nest: all but the parts that are told of below
    const left = Float64Array.from(nests.seats, (_, nest) => destinations[i * (count + 2) + 1 + nest])
    eachShareFrom(full, cities, i, (j, given) => {
      const fitted = destinations[i * (count + 2) + 1 + nests.of[j]] * withinFrom(nests, i, j)
      left[nests.of[j]] -= fitted
      all += weights[i] * given
      moved += (weights[i] * Math.abs(given - fitted)) / 2
    })
    for (const share of left) moved += (weights[i] * Math.max(0, share)) / 2
  }
  return all > 0 ? moved / all : 0
}

/** Of those from a place who go to a nest, the share that another place gets; none of the own nest where the place itself gets all. */
function withinFrom({ of, within }: NestedTables['nests'], from: number, to: number): number {
  if (of[from] !== of[to]) return within[to]
  return within[from] < 1 ? within[to] / (1 - within[from]) : 0
}
