/** The rates of one step, compiled from schedules and levels; everything a step needs besides the people. */
import type { Dimensions } from '../vocabulary/dimensions.js'
import type { Schedules } from './rates.js'

/**
 * Hazards are per step. A hazard by age is `level[city] x schedule[sex, age]`; the schedule is kept apart, since
 * it is the same for every city.
 */
export interface YearRates {
  /** Share of those one group younger who survive into the group [sex, age, city]; the last from the last two. */
  readonly survival: Float64Array
  /** Birth to the end of the step [sex, city]. */
  readonly infants: Float64Array
  /** Births per woman and step [age, city], in villages (and where statuses are not told apart) and in towns. */
  readonly villageBirths: Float64Array
  readonly townBirths: Float64Array
  /** Share of girls among births [city]. */
  readonly girls: Float64Array
  /** Hazard level of leaving the village for any town or outside [city]. */
  readonly exit: Float64Array
  /** Of rural leavers, share who go to a town of their own city [city]. */
  readonly local: Float64Array
  /** Of those who leave the city, share who go outside [city]. */
  readonly outside: Float64Array
  /** Of those who go to another city, share by city [from, to], zero on the diagonal; or by nest [from, nest]. */
  readonly towards: Float64Array
  /** Hazard level of town residents leaving the city [city]. */
  readonly roam: Float64Array
  /** Hazard level of migrants going home [city], and of them the share at home in the same city [city]. */
  readonly home: Float64Array
  readonly homeHere: Float64Array
  /** Of those at home elsewhere, share by city [from, to] or by nest, and outside the region [city]. */
  readonly homeTowards: Float64Array
  readonly homeOutside: Float64Array
  /** With nests: shares of places within them, what spreads the own place's share (nested.ts) [city]; scratch [nest]. */
  readonly within: Float64Array
  readonly spread: Float64Array
  readonly homesWithin: Float64Array
  readonly homesSpread: Float64Array
  readonly nestWeights: Float64Array
  /** Hazard level of coming back from outside [city], and where to [status, city], adding up to one. */
  readonly back: Float64Array
  readonly backTo: Float64Array
  /** Arrivals from other regions, persons a step [city]. */
  readonly arrivals: Float64Array
  /** Hazards of getting urban registration [city]. */
  readonly convertMigrant: Float64Array
  readonly convertReclassified: Float64Array
  readonly convertRural: Float64Array
  /** Share of villagers whose village becomes a town [city]. */
  readonly reclassified: Float64Array
  /** Share of migrants' babies registered here [city]. */
  readonly babiesHere: Float64Array
  /** Multiplies net migration [city]. */
  readonly netMigration: Float64Array
  /** The schedules behind the levels. */
  schedules: Schedules | undefined
  /** Mortality levels of the survival that stands in the arrays, so that it is not compiled again for nothing. */
  readonly mortalityLevel: Float64Array
}

/** nests: number of larger places that are chosen first; 0 where every pair of places has a share of its own. */
export function createYearRates(dims: Dimensions, nests = 0): YearRates {
  const { cities, ages, sexes } = dims
  const byCity = () => new Float64Array(cities)
  const byNest = () => new Float64Array(nests === 0 ? 0 : cities)
  const pairs = cities * (nests === 0 ? cities : nests)
  return {
    survival: new Float64Array(sexes * ages * cities),
    infants: new Float64Array(sexes * cities),
    villageBirths: new Float64Array(ages * cities),
    townBirths: new Float64Array(ages * cities),
    girls: byCity(),
    exit: byCity(),
    local: byCity(),
    outside: byCity(),
    towards: new Float64Array(pairs),
    roam: byCity(),
    home: byCity(),
    homeHere: byCity(),
    homeTowards: new Float64Array(pairs),
    homeOutside: byCity(),
    within: byNest(),
    spread: byNest(),
    homesWithin: byNest(),
    homesSpread: byNest(),
    nestWeights: new Float64Array(nests),
    back: byCity(),
    backTo: new Float64Array(4 * cities),
    arrivals: byCity(),
    convertMigrant: byCity(),
    convertReclassified: byCity(),
    convertRural: byCity(),
    reclassified: byCity(),
    babiesHere: byCity(),
    netMigration: byCity(),
    schedules: undefined,
    mortalityLevel: byCity().fill(Number.NaN),
  }
}
