/** The places of a province, or of the nation, as both censuses counted them, in the boundaries of the later one. */
import { type Counted, countedTogether } from '../../census/counted.js'
import { MOST_OTHERS, nationFlows } from '../../census/nation-flows.js'
import { type RegionPeople, regionFlows, regionPeople, stocksIn } from '../../census/region-people.js'
import { gravity } from '../../census/stock-shares.js'
import { kilometresBetween, type Seat } from '../../census/travel-hours.js'
import type { NationalShapes } from '../../census/twice-counted.js'
import { SEXES } from '../../vocabulary/dimensions.js'
import { type ChinaPlace, chinaTable, type NationalTable, nationalTable } from './china-tables.js'
import type { PlaceLevel } from './levels.js'
import { CENSUSES, isNation, type RegionPlace, regionPlaces } from './region-places.js'

export interface RegionCounts {
  readonly region: ChinaPlace
  readonly level: PlaceLevel
  readonly places: readonly RegionPlace[]
  readonly all: readonly [Counted, Counted]
  readonly national: NationalTable
  readonly estimates: RegionPeople
  readonly flows: RegionFlows
  /** Kilometres between the seats of two places; undefined where one is not known. */
  readonly kilometres: (from: number, to: number) => number | undefined
}

/** Shares of destinations and of homes by place: of other places and, by the number behind the last, of outside. */
export interface RegionFlows {
  readonly destinations: readonly ReadonlyMap<number, number>[]
  readonly homes: readonly ReadonlyMap<number, number>[]
}

/** Seats nearer than this are taken to be so far apart, kilometres. */
const NEAREST = 5
/** Counties of one prefecture, whose own seats are not known, are taken to be so far apart, kilometres (judgement). */
const NEIGHBOURS = 40
/** So many places have shares of one another in full; more have them of some. */
const FEW = 500

/** Counts, people and flows of a region. */
export function regionCounts(
  region: ChinaPlace,
  all: readonly ChinaPlace[],
  level: PlaceLevel = 'city',
): RegionCounts {
  const places = regionPlaces(region, level, all)
  const national = nationalTable()
  const estimates = peopleIn(places, national)
  const kilometres = distances(places.map(({ place }) => seatOf(place, all)))
  const known = places.flatMap((_, from) =>
    places.length > FEW ? [] : places.map((__, to) => (from < to ? kilometres(from, to) : undefined)),
  )
  const middle = middleOf(known.filter((one) => one !== undefined))
  const pull = (villagers: number, from: number, to: number) =>
    gravity(villagers, kilometres(from, to) ?? middle, 0)
  const flows = isNation(region)
    ? flowsOfNation(places, estimates, pull, all)
    : inMaps(regionFlows(places, estimates, pull))
  const sums = [0, 1].map((census) => countedTogether(places.map(({ counted }) => counted[census])))
  return { region, level, places, all: [sums[0], sums[1]], national, estimates, flows, kilometres }
}

/** Province by province, which the shapes are of. */
function peopleIn(places: readonly RegionPlace[], national: NationalTable): RegionPeople {
  const parts = provincesOf(places).map((province) =>
    regionPeople(
      places.filter(({ place }) => provinceOf(place) === province),
      shapesOf(province, national),
    ),
  )
  return {
    people: CENSUSES.map((_, census) => parts.flatMap(({ people }) => people[census])),
    away: CENSUSES.map((_, census) => parts.flatMap(({ away }) => away[census])),
    awayFrom: parts[0].awayFrom,
  }
}

const provinceOf = ({ code, province }: ChinaPlace) => (province === '' ? code : province)
const provincesOf = (places: readonly RegionPlace[]) => [
  ...new Set(places.map(({ place }) => provinceOf(place))),
]

function flowsOfNation(
  places: readonly RegionPlace[],
  estimates: RegionPeople,
  pull: (villagers: number, from: number, to: number) => number,
  all: readonly ChinaPlace[],
): RegionFlows {
  const provinces = provincesOf(places)
  const seats = provinces.map((code) => seatOf(all.find((place) => place.code === code)!, all))
  const apart = distances(seats)
  const { stocks, villagers } = stocksIn(places, estimates)
  return nationFlows(
    {
      ...stocks,
      provinceOf: places.map(({ place }) => provinces.indexOf(provinceOf(place))),
      pull: (from, to) => pull(villagers[from], from, to),
      pullBetween: (from, to) => gravity(1, apart(from, to)!, 0),
    },
    places.length > FEW ? MOST_OTHERS : undefined,
  )
}

/** Rows of shares by place as maps. */
export function inMaps({ destinations, homes }: ReturnType<typeof regionFlows>): RegionFlows {
  const maps = (rows: readonly (readonly number[])[]) => rows.map((row) => new Map(row.entries()))
  return { destinations: maps(destinations), homes: maps(homes) }
}

/** The seat of a place; of a province without one, the middle of those of its places. */
function seatOf(place: ChinaPlace, all: readonly ChinaPlace[]): Seat | undefined {
  if (place.seat || place.province !== '') return place.seat
  const seats = all.flatMap(({ province, seat }) => (province === place.code && seat ? [seat] : []))
  const mean = (of: (seat: Seat) => number) => seats.reduce((sum, seat) => sum + of(seat), 0) / seats.length
  return { longitude: mean(({ longitude }) => longitude), latitude: mean(({ latitude }) => latitude) }
}

function distances(seats: readonly (Seat | undefined)[]): RegionCounts['kilometres'] {
  return (from, to) => {
    const [one, other] = [seats[from], seats[to]]
    if (!one || !other) return undefined
    return one === other ? NEIGHBOURS : Math.max(NEAREST, kilometresBetween(one, other))
  }
}

function middleOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? NEIGHBOURS
}

function shapesOf(province: string, national: NationalTable): NationalShapes {
  const slopes = chinaTable('slopes').filter((row) => row.province === province)
  return {
    oldest: CENSUSES.map((year) => SEXES.map((sex) => national.list('oldest', year, sex))),
    slopes: SEXES.map((sex) => {
      const { province: _, sex: __, source: ___, ...groups } = slopes.find((row) => row.sex === sex)!
      return Object.values(groups).map(Number)
    }),
    awayScale: CENSUSES.map((year) => national.number('away_scale', year)),
    cohortRatios: SEXES.map((sex) => national.list('cohort_ratio', 2020, sex)),
    registrationGrowth: national.number('registration_growth'),
  }
}
