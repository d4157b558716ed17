/** Moves of smaller places fitted to both censuses, about the levels that their larger places were fitted to. */
import type { Decade } from '../../calibration/decade.js'
import { agedMortality, paceOf, shapedSchedules } from '../../calibration/decade-rates.js'
import { fitPlaces } from '../../calibration/places/fit-places.js'
import { type OfEach, OWN_OF_PLACES, type PlacesWithin } from '../../calibration/places/model.js'
import { type Levels, UNKNOWNS } from '../../calibration/unknowns.js'
import { exp } from '../../math/exponential.js'
import { eachShareFrom, outsideShare } from '../../math/pairs/pair-list.js'
import { LAST_DISTRICT } from './followed-counties.js'
import type { Hindcast } from './hindcast.js'
import { hindcastAt, meetRegion } from './meet-region.js'
import type { RegionPlace } from './region-places.js'

/** Levels of places, and how near they meet the later census. */
export interface PlaceLevels {
  readonly decade: Decade
  readonly levels: Levels
  /** How far places lie from their larger ones, standard deviations. */
  readonly spreads: OfEach<number>
  readonly hindcast: readonly Hindcast[]
  readonly settled: boolean
}

const SEARCH = { rounds: 60, renew: 10, slopes: Number.POSITIVE_INFINITY }
/** So few places have the slopes of every pair; more have those of their city, and of each other city as a whole. */
const FEW = 60
/**
 * Beyond so many cities it is those of each province as a whole, measured once; the search ends after fewer steps and slopes, since
 * those of 2,989 counties take 104 times two projections at first and 57 later, of two seconds each.
 */
const MANY_CITIES = 60
const SEARCH_OF_MANY = { rounds: 40, renew: 12, slopes: 4 }

/** larger: places that the others are parts of, and what they were fitted to. */
export function fitPlacesWithin(
  places: readonly RegionPlace[],
  decade: Decade,
  larger: Pick<PlaceLevels, 'decade' | 'levels'>,
  onRound?: (done: number, most: number) => void,
): PlaceLevels {
  const codes = larger.decade.cities.map(({ code }) => code)
  const cityOf = places.map(({ parent }) => codes.indexOf(parent))
  const before = levelsBelow(decade, larger, cityOf)
  const mostExit = Math.min(
    MOST_MOVES,
    mostOf(shapedSchedules(decade, before).ruralExit) / mostPace(decade, before),
  )
  // where nobody is away, outside draws nobody
  const isOpen = decade.after.away.some((persons) => persons > 0)
  const hasMany = Math.max(...cityOf) >= MANY_CITIES
  const within = {
    decade,
    cityOf,
    commonOnce: hasMany,
    ...blocksOf(places, cityOf),
    kindOf: places.map(kindOf),
    own: OWN_OF_PLACES.filter((level) => level !== 'pull_of_outside' || isOpen),
    mostExit,
    learnt: places.flatMap(({ followed }, place) => (followed ? [place] : [])),
  }
  const metFrom = (from: Levels): PlaceLevels => {
    const {
      levels: found,
      spreads,
      settled,
    } = fitPlaces({ ...within, levels: from }, { ...(hasMany ? SEARCH_OF_MANY : SEARCH), onRound })
    const levels = meetRegion(decade, found, mostExit)
    return { decade, levels, spreads, hindcast: hindcastAt(decade, levels), settled }
  }
  const met = metFrom(before)
  const moves = met.levels('city_to_city')
  // with other moves between neighbours every place has other levels
  if (moves.every((level, place) => level === before('city_to_city')[place])) return met
  return metFrom((name) => (name === 'city_to_city' ? moves : before(name)))
}

function blocksOf(
  places: readonly RegionPlace[],
  cityOf: readonly number[],
): Pick<PlacesWithin, 'blockOf' | 'partOf'> {
  const together = cityOf.map(() => 0)
  if (places.length <= FEW) return { blockOf: together, partOf: together }
  if (Math.max(...cityOf) < MANY_CITIES) return { blockOf: cityOf, partOf: cityOf }
  const provinceIn = ({ code }: RegionPlace) => code.slice(0, 2)
  const provinces = [...new Set(places.map(provinceIn))]
  return { blockOf: cityOf, partOf: places.map((place) => provinces.indexOf(provinceIn(place))) }
}

/** Districts, whose codes are low, and all others. */
const kindOf = ({ kind, code }: RegionPlace) =>
  Number(kind !== 'district' && !(kind === 'county' && Number(code.slice(4, 6)) <= LAST_DISTRICT))

/**
 * Moves out of the village in a lifetime: no population is known to have more. And the largest share of an age that leaves in a year: in
 * futures levels are higher still.
 */
const [MOST_MOVES, MOST_LEAVING] = [11, 0.6]

/**
 * Moves from town to town in a lifetime to which smaller places raise those of their city: whoever moves is registered elsewhere, and goes
 * home to where migrants are from, so that more moves between neighbours would empty a city of its own people (judgement).
 */
const MOST_ROAMING = 3

/** Highest level of moves by this schedule. */
const mostOf = (schedule: Float64Array) =>
  MOST_LEAVING / schedule.reduce((most, one) => Math.max(most, one), 0)

/** Leaving the village in the year of most over the mean of all. */
const mostPace = ({ schedules }: Decade, levels: Levels) =>
  Math.max(...paceOf(schedules.length, levels('pace_slope')[0]))

/** The levels of the larger places; as many come from outside as to these, and as many leave the larger place for another or for outside. */
function levelsBelow(
  decade: Decade,
  larger: Pick<PlaceLevels, 'decade' | 'levels'>,
  cityOf: readonly number[],
): Levels {
  const known = new Map(
    UNKNOWNS.map(({ name }) => [
      name as string,
      Float64Array.from(cityOf, (city) => larger.levels(name)[city]),
    ]),
  )
  const ownLevels: Levels = (name) => known.get(name)!
  const [before, now] = [leavingWeights(larger.decade, larger.levels), leavingWeights(decade, ownLevels)]
  const most = mostOf(shapedSchedules(decade, ownLevels).cityToCity)
  known.set(
    'city_to_city',
    ownLevels('city_to_city').map((level, place) => {
      const ofCity = before[cityOf[place]]
      return ofCity > 0 ? Math.min(most, Math.max(MOST_ROAMING, level), (level * now[place]) / ofCity) : level
    }),
  )
  const comers = new Float64Array(larger.decade.dims.cities)
  decade.given.arrivals.forEach((persons, place) => {
    comers[cityOf[place]] += persons
  })
  known.set(
    'arrivals',
    known.get('arrivals')!.map((level, place) => {
      const city = cityOf[place]
      return comers[city] > 0 ? (level * larger.decade.given.arrivals[city]) / comers[city] : level
    }),
  )
  return ownLevels
}

/**
 * By place, the weights of all destinations but itself, outside with them: who leaves a town is divided among them, so that a level goes up with
 * the weights of neighbours in the same city, and the same part leaves the city.
 */
function leavingWeights(
  { schedules: [{ destinations, pairs }], dims }: Decade,
  levels: Levels,
): Float64Array {
  const [draws, pull] = [levels('attraction').map(exp), levels('pull_of_outside').map(exp)]
  return Float64Array.from({ length: dims.cities }, (_, place) => {
    const shares = { values: destinations, pairs: pairs?.destinations }
    let sum = outsideShare(shares, dims.cities, place) * pull[place]
    eachShareFrom(shares, dims.cities, place, (to, share) => {
      sum += share * draws[to]
    })
    return sum
  })
}

/** Death rates of the time after, [sex, age, city]. */
export const mortalityAfter = ({ decade, levels }: PlaceLevels): Float64Array =>
  agedMortality(decade, levels).at(-1)!
