/** People of one cohort by the city that they leave and the one that they reach, as moves.ts settles them. */
import type { PairList } from '../../math/pairs/pair-list.js'
import type { WatchedStep } from '../../run/reference/population.js'

/** Adds the out-migrants and return migrants that stand in the workspace to moves[from, to]. */
export function movesBetween(
  cities: number,
  { rates, work }: Pick<WatchedStep, 'rates' | 'work'>,
  moves: Float64Array,
): void {
  const { nests, pairs } = rates.schedules!
  if (pairs) {
    addListed(
      cities,
      pairs.destinations,
      { shares: rates.destinationShares, leavers: work.outMigrants },
      moves,
    )
    addListed(cities, pairs.homes, { shares: rates.originShares, leavers: work.returnMigrants }, moves)
    return
  }
  const shareOf = (shares: Float64Array, inNest: Float64Array, othersFactor: Float64Array) => {
    if (!nests) return (from: number, to: number) => shares[from * cities + to]
    const { of, seats } = nests
    return (from: number, to: number) => {
      if (from === to) return 0
      const share = shares[from * seats.length + of[to]] * inNest[to]
      return of[from] === of[to] ? share * othersFactor[from] : share
    }
  }
  const destination = shareOf(rates.destinationShares, rates.destinationInNest, rates.destinationOthersFactor)
  const origin = shareOf(rates.originShares, rates.originInNest, rates.originOthersFactor)
  for (let from = 0; from < cities; from++) {
    const [out, back] = [work.outMigrants[from], work.returnMigrants[from]]
    for (let to = 0; to < cities; to++) {
      moves[from * cities + to] += out * destination(from, to) + back * origin(from, to)
    }
  }
}

function addListed(
  cities: number,
  { starts, to }: PairList,
  { shares, leavers }: { readonly shares: Float64Array; readonly leavers: Float64Array },
  moves: Float64Array,
): void {
  for (let from = 0; from < cities; from++) {
    for (let pair = starts[from]; pair < starts[from + 1]; pair++)
      moves[from * cities + to[pair]] += leavers[from] * shares[pair]
  }
}
