/** People of the places of a region by status, sex and single age, and those away, in two censuses. */
import { awayByAge } from './away.js'
import { type Counted, countedTogether } from './counted.js'
import { type ByAge, singleAges } from './single-ages.js'
import { type Stocks, stockShares } from './stock-shares.js'
import {
  absentFrom,
  fromOtherPlace,
  migrantsIn,
  type PlaceKind,
  registeredAtHome,
} from './stocks-of-places.js'
import { type PlacePeople, peopleByStatus } from './townspeople.js'
import { urbanShares } from './urban-ages.js'

/** What is taken from the nation for every region. */
export interface NationalShapes {
  /** Persons of 85-89, 90-94, 95-99, 100 and over [sex][group], at the earlier and the later census. */
  readonly oldest: readonly (readonly (readonly number[])[])[]
  /** Slopes of the age make-up on the urban share [sex][group]. */
  readonly slopes: readonly (readonly number[])[]
  /** What absent people are multiplied with, so that all regions have as many away as are counted from outside. */
  readonly awayScale: readonly number[]
  /** Growth of the odds of urban registration between the censuses. */
  readonly registrationGrowth: number
}

/** A place, as counted at the earlier and at the later census. */
export interface TwiceCounted {
  readonly code: string
  readonly kind: PlaceKind
  readonly counted: readonly [Counted, Counted]
}

/** By census, by place in the order given. */
export interface RegionPeople {
  readonly people: readonly (readonly PlacePeople[])[]
  readonly away: readonly (readonly ByAge[])[]
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
  const absent = places.map(({ kind, counted: [before] }) => absentFrom(before, fromOtherPlace(kind)))
  const gross = absent.reduce((sum, persons) => sum + persons, 0)
  const region = absentFrom(countedTogether(places.map(({ counted }) => counted[0])), 0)
  const away = [0, 1].map((census) =>
    places.map((_, place) => {
      const total = Math.round((shapes.awayScale[census] * region * absent[place]) / gross)
      return awayByAge(total, people[census][place].all)
    }),
  )
  return { people, away }
}

/**
 * Shares of destinations and homes by the stocks of the later census.
 *
 * pull  of the towns of one place on as many villagers of another, both by index
 */
export function regionFlows(
  places: readonly TwiceCounted[],
  { people, away }: RegionPeople,
  pull: (villagers: number, from: number, to: number) => number,
): ReturnType<typeof stockShares> {
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
  return stockShares(stocks, (from, to) => pull(villagers[from], from, to))
}

export const countPersons = (counts: ByAge): number =>
  counts.reduce((total, row) => total + row.reduce((sum, persons) => sum + persons, 0), 0)
