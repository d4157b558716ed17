/** Tables of destinations and of homes as schedules have them. */
import { listedShares, type PairShares } from '../math/pairs/pair-list.js'
import type { Schedules } from './rates.js'

/** Both tables in full, or both as lists of pairs where one is. */
export function moveTables(
  destinations: PairShares,
  homes: PairShares,
  cities: number,
): Pick<Schedules, 'destinations' | 'homes' | 'pairs'> {
  const tables = [destinations, homes]
  if (tables.every(({ pairs }) => !pairs)) return { destinations: destinations.values, homes: homes.values }
  const [one, other] = tables.map((table) => listedShares(table, cities))
  return {
    destinations: one.values,
    homes: other.values,
    pairs: { destinations: one.pairs, homes: other.pairs },
  }
}
