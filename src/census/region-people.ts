/** People of the places of a region by status, sex and single age, and those away, in two censuses. */
import { awayByAge } from './away.js'
import { type AwayTotals, awayTotals } from './away-totals.js'
import { type ByAge, singleAges } from './single-ages.js'
import { type Stocks, stockShares } from './stock-shares.js'
import { fromOtherPlace, migrantsIn, registeredAtHome } from './stocks-of-places.js'
import { type PlacePeople, peopleByStatus } from './townspeople.js'
import type { NationalShapes, TwiceCounted } from './twice-counted.js'
import { urbanShares } from './urban-ages.js'

/** By census, by place in the order given. */
export interface RegionPeople {
  readonly people: readonly (readonly PlacePeople[])[]
  readonly away: readonly (readonly ByAge[])[]
  /** What the people away at the later census were taken from. */
  readonly awayFrom: AwayTotals['from']
}

/** census 0 is the earlier one, 1 the later. */
export function regionPeople(places: readonly TwiceCounted[], shapes: NationalShapes): RegionPeople {
  const people = [0, 1].map((census) =>
    places.map(({ kind, counted }) => {
      const own = counted[census]
      const all = own.groups.map((row, sex) => singleAges(row, shapes.oldest[census][sex]))
      return peopleByStatus(all, urbanShares(own, shapes.slopes), {
        urban: own.urban,
        migrants: migrantsIn(own, kind, census === 0),
        registered: registeredAtHome(counted[0], census === 0 ? 1 : shapes.registrationGrowth),
      })
    }),
  )
  const { persons, from } = awayTotals(places, shapes)
  const away = persons.map((row, census) =>
    row.map((total, place) => awayByAge(total, people[census][place].all)),
  )
  return { people, away, awayFrom: from }
}

/**
 * Shares of destinations and homes by the stocks of the later census.
 *
 * pull  of the towns of one place on as many villagers of another, both by index
 */
export function regionFlows(
  places: readonly TwiceCounted[],
  estimates: Pick<RegionPeople, 'people' | 'away'>,
  pull: (villagers: number, from: number, to: number) => number,
): ReturnType<typeof stockShares> {
  const { stocks, villagers } = stocksIn(places, estimates)
  return stockShares(stocks, (from, to) => pull(villagers[from], from, to))
}

/** Stocks of migrants of the later census by class of origin, and villagers, by place. */
export function stocksIn(
  places: readonly TwiceCounted[],
  { people, away }: Pick<RegionPeople, 'people' | 'away'>,
): { readonly stocks: Stocks; readonly villagers: readonly number[] } {
  const later = places.map(({ counted }) => counted[1])
  const others = places.map(({ kind }, place) => fromOtherPlace(kind) * later[place].fromOtherCounty)
  const villagers = people[1].map(({ statuses }) => countPersons(statuses[0]))
  const stocks: Stocks = {
    // migrants from the own villages are no more than there are villagers: where there are none they are from its towns
    local: later.map(({ fromSameCounty, fromOtherCounty }, place) =>
      Math.min(villagers[place], fromSameCounty + fromOtherCounty - others[place]),
    ),
    fromOthers: others,
    fromOutside: later.map(({ fromOutside }) => fromOutside),
    away: away[1].map(countPersons),
  }
  return { stocks, villagers }
}

export const countPersons = (counts: ByAge): number =>
  counts.reduce((total, row) => total + row.reduce((sum, persons) => sum + persons, 0), 0)
