/** Moves of smaller places fitted to both censuses, about the levels that their larger places were fitted to. */
import type { Decade } from '../../calibration/decade.js'
import { agedMortality } from '../../calibration/decade-rates.js'
import type { ByLevel } from '../../calibration/own-levels.js'
import { type Levels, UNKNOWNS } from '../../calibration/unknowns.js'
import { fitWithin, type WithinRounds } from '../../calibration/within.js'
import { ownShare } from '../../math/pairs/pair-list.js'
import type { Hindcast } from './hindcast.js'
import { hindcastAt, meetRegion } from './meet-region.js'
import type { RegionPlace } from './region-places.js'

/** Levels of places, and how near they meet the later census. */
export interface PlaceLevels {
  readonly decade: Decade
  readonly levels: Levels
  /** How far places lie from their larger ones, standard deviations. */
  readonly spreads: ByLevel<number>
  readonly hindcast: readonly Hindcast[]
}

/** Places beyond which slopes are taken once and rounds are few: a projection of so many takes a second. */
const MANY = 1000
const FEW_ROUNDS: WithinRounds = { rounds: 12, fresh: [0] }

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
  const fit = fitWithin(
    { decade, cityOf, kindOf: places.map(({ kind }) => Number(kind === 'county')), levels: before },
    places.flatMap(({ followed }, place) => (followed ? [place] : [])),
    { ...(places.length > MANY && FEW_ROUNDS), onRound },
  )
  const levels = meetRegion(decade, fit.levels)
  return { decade, levels, spreads: fit.spreads, hindcast: hindcastAt(decade, levels) }
}

/** The levels of the larger places; as many come from outside as to these, and more of those who leave a town leave a smaller place. */
function levelsBelow(
  decade: Decade,
  larger: Pick<PlaceLevels, 'decade' | 'levels'>,
  cityOf: readonly number[],
): Levels {
  const leaving = ({ schedules: [{ destinations, pairs }], dims }: Decade, place: number) =>
    1 - ownShare({ values: destinations, pairs: pairs?.destinations }, dims.cities, place)
  const known = new Map(
    UNKNOWNS.map(({ name }) => [
      name as string,
      Float64Array.from(cityOf, (city) => larger.levels(name)[city]),
    ]),
  )
  const roaming = known.get('city_to_city')!
  known.set(
    'city_to_city',
    roaming.map((level, place) => {
      const before = leaving(larger.decade, cityOf[place])
      return before > 0 ? (level * leaving(decade, place)) / before : level
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
  return (name) => known.get(name)!
}

/** Death rates of the time after, [sex, age, city]. */
export const mortalityAfter = ({ decade, levels }: PlaceLevels): Float64Array =>
  agedMortality(decade, levels).at(-1)!
