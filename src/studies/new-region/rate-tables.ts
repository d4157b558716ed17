/** Tables of rates and moves of a data folder: fertility, destinations and homes, hours of travel. */
import { FERTILE_FROM, ownChildrenFertility } from '../../census/own-children.js'
import { roadHours } from '../../census/travel-hours.js'
import { significant } from '../../vocabulary/numbers.js'
import type { RegionCounts } from './region-counts.js'
import { CENSUSES, isNation } from './region-places.js'

type Cell = string | number

/** Years from which the fertility of each census holds: the rates of the later one for the second half of the time. */
const IN_FORCE = [2011, 2016]
/** Places with fewer women than this in the fertile ages, or so few infants that no women bear so, take the region's fertility. */
const FEWEST_WOMEN = 2000
const FEWEST_CHILDREN = 0.3

/** Header cells of the ages and rows of fertility.csv. */
export function fertilityTable({ places, estimates, national }: RegionCounts): {
  ages: number[]
  rows: Cell[][]
} {
  const pattern = national.list('fertility_pattern', 2020, 'female')
  const rows = CENSUSES.flatMap((year, census) => {
    const survival = national.number('infant_survival', year)
    const people = estimates.people[census].map(({ all }) => all)
    const infants = people.map(([boys, girls]) => boys[0] + girls[0])
    const women = people.map((one) => one[1])
    const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
    const region = ownChildrenFertility(
      sum(infants),
      survival,
      women[0].map((_, age) => sum(women.map((one) => one[age]))),
      pattern,
    )
    return places.map(({ code }, place) => {
      const here = ownChildrenFertility(infants[place], survival, women[place], pattern)
      const bearing = sum(women[place].slice(FERTILE_FROM, FERTILE_FROM + pattern.length))
      const few = bearing < FEWEST_WOMEN || here < FEWEST_CHILDREN
      const own = few ? region : here
      const fertility = Math.round(1000 * own) / 1000
      const note = `own-children total fertility ${fertility} of the ${year} census${few ? ' of the region, too few here' : ''}; age pattern of China 2015-2020`
      const rates = pattern.map((share) => significant(share * fertility, 6))
      return [IN_FORCE[census], code, 'birth / person / year', 'D_TFR;S_WPP2022', 'estimate', note, ...rates]
    })
  })
  return { ages: pattern.map((_, k) => FERTILE_FROM + k), rows }
}

/** Rows of destinations.csv and homes.csv. */
export function flowTables({ region, places, flows }: RegionCounts): {
  destinations: Cell[][]
  homes: Cell[][]
} {
  const note = isNation(region)
    ? 'stocks of 2020 by class of origin; within a province by gravity, between provinces by people away and comers'
    : 'stocks of 2020 by class of origin; between places by gravity'
  const rows = (shares: RegionCounts['flows']['homes']) =>
    shares.flatMap((row, from) =>
      [...row].map(([to, share]) => [
        2020, places[from].code, places[to]?.code ?? 'outside', significant(share, 12), 'share', 'D_FLOWS', 'estimate', note,
      ]),
    ) // biome-ignore format: a row reads best as a line
  return { destinations: rows(flows.destinations), homes: rows(flows.homes) }
}

/** Rows of travel_times.csv; none of a nation and of counties, and none where a place has no seat. */
export function travelRows({ region, level, places, kilometres }: RegionCounts): Cell[][] {
  // with no line that shortens them, hours move nothing; of counties and of provinces no seats are known
  if (isNation(region) || level !== 'city') return []
  const pairs = places.flatMap((_, from) =>
    places.slice(from + 1).map((__, k) => [from, from + 1 + k] as const),
  )
  const rows = pairs.map(([from, to]) => ({ from, to, distance: kilometres(from, to) }))
  if (rows.some(({ distance }) => distance === undefined)) return []
  return rows.map(({ from, to, distance }) => [
    places[from].code, places[to].code, '', Math.round(100 * roadHours(distance!)) / 100, 'hour', 'S_PYECHARTS;D_TRAVEL', 'estimate',
    `road from coordinates alone: ${Math.round(distance!)} km x 1.25 at 90 km/h, and 15 minutes`,
  ]) // biome-ignore format: a row reads best as a line
}
