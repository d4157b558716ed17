/** How far nests are from the full table of shares between all places that they stand for (method.md, M6). */
import type { NestedTables } from '../nests.js'

/**
 * Share of those who leave for another place whom nests send elsewhere than the full table does.
 *
 * full  [city, city + 1]; weights  persons who leave, by city, up to a factor
 */
export function elsewhereShare(
  full: Float64Array,
  { destinations, nests }: Pick<NestedTables, 'destinations' | 'nests'>,
  weights: Float64Array,
): number {
  const cities = nests.of.length
  const count = nests.seats.length
  let all = 0
  let moved = 0
  for (let i = 0; i < cities; i++) {
    for (let j = 0; j < cities; j++) {
      if (j === i) continue
      const own = nests.of[i] === nests.of[j]
      const share = own ? nests.within[j] / (1 - nests.within[i]) : nests.within[j]
      const fitted = destinations[i * (count + 2) + 1 + nests.of[j]] * share
      const given = full[i * (cities + 1) + j]
      all += weights[i] * given
      moved += (weights[i] * Math.abs(given - fitted)) / 2
    }
  }
  return all > 0 ? moved / all : 0
}
