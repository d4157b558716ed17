/** The places of a province as both censuses counted them, in the boundaries of the later one. */
import { type Counted, countedTogether } from '../../census/counted.js'
import { type RegionPeople, regionFlows, regionPeople } from '../../census/region-people.js'
import { gravity } from '../../census/stock-shares.js'
import type { PlaceKind } from '../../census/stocks-of-places.js'
import { kilometresBetween } from '../../census/travel-hours.js'
import type { NationalShapes, TwiceCounted } from '../../census/twice-counted.js'
import { SEXES } from '../../vocabulary/dimensions.js'
import {
  type ChinaCounty,
  type ChinaPlace,
  chinaCounties,
  chinaTable,
  type NationalTable,
  nationalTable,
} from './china-tables.js'

export const CENSUSES = [2010, 2020] as const

export interface RegionPlace extends TwiceCounted {
  readonly place: ChinaPlace
  /** Its counties in each census. */
  readonly counties: readonly (readonly ChinaCounty[])[]
}

export interface RegionCounts {
  readonly region: ChinaPlace
  readonly places: readonly RegionPlace[]
  readonly all: readonly [Counted, Counted]
  readonly national: NationalTable
  readonly estimates: RegionPeople
  readonly flows: ReturnType<typeof regionFlows>
  /** Kilometres between the seats of two places; undefined where one is not known. */
  readonly kilometres: (from: number, to: number) => number | undefined
}

/** Seats nearer than this are taken to be so far apart, kilometres. */
const NEAREST = 5

/** Counts, people and flows of a province. */
export function regionCounts(region: ChinaPlace, all: readonly ChinaPlace[]): RegionCounts {
  const counties = CENSUSES.map((year) => chinaCounties(region.code, year))
  const places = all
    .filter(({ province }) => province === region.code)
    .map((place): RegionPlace => {
      const own = counties.map((one) => one.filter((county) => county.place === place.code))
      const [before, after] = own.map((one) => countedTogether(one.map(({ counted }) => counted)))
      return { place, code: place.code, kind: kindOf(place, all), counties: own, counted: [before, after] }
    })
  const national = nationalTable()
  const estimates = regionPeople(places, shapesOf(region.code, national))
  const kilometres = (from: number, to: number) => {
    const [one, other] = [places[from].place.seat, places[to].place.seat]
    return one && other ? Math.max(NEAREST, kilometresBetween(one, other)) : undefined
  }
  const known = places.flatMap((_, from) =>
    places.map((__, to) => (from < to ? kilometres(from, to) : undefined)),
  )
  const middle = middleOf(known.filter((one) => one !== undefined))
  const flows = regionFlows(places, estimates, (villagers, from, to) =>
    gravity(villagers, kilometres(from, to) ?? middle, 0),
  )
  const sums = [0, 1].map((census) => countedTogether(places.map(({ counted }) => counted[census])))
  return { region, places, all: [sums[0], sums[1]], national, estimates, flows, kilometres }
}

/** A province none of whose places has a code of four digits is a municipality, and its places are districts. */
function kindOf({ code, province }: ChinaPlace, all: readonly ChinaPlace[]): PlaceKind {
  if (code.length === 4) return 'prefecture'
  const hasPrefectures = all.some((one) => one.province === province && one.code.length === 4)
  return hasPrefectures ? 'county' : 'district'
}

function middleOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 1
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
