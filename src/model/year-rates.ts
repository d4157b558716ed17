/** The rates of one step, compiled from schedules and levels; everything a step needs besides the people. */
import type { PairList } from '../math/pairs/pair-list.js'
import type { Dimensions } from '../vocabulary/dimensions.js'
import type { MovePairs, Schedules } from './rates.js'

/**
 * Hazards are per step. A hazard by age is `level[city] x schedule[sex, age]`; the schedule is kept apart, since
 * it is the same for every city. Symbols and units of all names: docs/method.md, "Names".
 */
export interface YearRates {
  /** Share of those one group younger who survive into the group [sex, age, city]; the last from the last two. */
  readonly survival: Float64Array
  /** Share surviving from birth to the end of the step [sex, city]. */
  readonly newbornSurvival: Float64Array
  /** Births per woman and step [age, city], in villages (and where statuses are not told apart) and in towns. */
  readonly villageFertility: Float64Array
  readonly townFertility: Float64Array
  /** Share of female births [city]. */
  readonly femaleBirthShare: Float64Array
  /** Hazard level of rural out-migration: leaving the village for any town or another province [city]. */
  readonly ruralOutMigration: Float64Array
  /** Of rural out-migrants, share who go to a town of their own city [city]. */
  readonly ownCityShare: Float64Array
  /** Of those who leave the city, share who go to another province [city]. */
  readonly otherProvinceShare: Float64Array
  /** Of those who go to another city, share by city [from, to], zero on the diagonal; by nest [from, nest]; or by pair (listed.ts). */
  readonly destinationShares: Float64Array
  /** Hazard level of out-migration of town residents from the city [city]. */
  readonly townOutMigration: Float64Array
  /** Hazard level of return migration of migrants [city]. */
  readonly returnMigration: Float64Array
  /** Of migrants, share whose place of origin is the same city [city]. */
  readonly originOwnCity: Float64Array
  /** Of those from elsewhere, share by city of origin [from, to] or by nest, and from another province [city]. */
  readonly originShares: Float64Array
  readonly originOtherProvince: Float64Array
  /** With nests (nested.ts): shares of places within them, and by what others' shares grow for the place's own [city]. */
  readonly destinationInNest: Float64Array
  readonly destinationOthersFactor: Float64Array
  readonly originInNest: Float64Array
  readonly originOthersFactor: Float64Array
  /** Scratch [nest], and with pairs [city]. */
  readonly nestWeights: Float64Array
  readonly pulls: Float64Array
  /** Hazard level of people away coming back from other provinces [city], and to which status [status, city]; sum 1. */
  readonly awayReturn: Float64Array
  readonly awayReturnShares: Float64Array
  /** In-migrants from other provinces who are registered there, persons a step [city]. */
  readonly arrivals: Float64Array
  /** Hazards of getting urban registration [city]. */
  readonly migrantConversion: Float64Array
  readonly reclassifiedConversion: Float64Array
  readonly ruralConversion: Float64Array
  /** Share of villagers whose village becomes a town [city]. */
  readonly reclassification: Float64Array
  /** Share of migrants' newborns registered here [city]. */
  readonly newbornRegistration: Float64Array
  /** Multiplies net migration [city]. */
  readonly netMigration: Float64Array
  /** Net migrants beside those of the table, persons a step [city]. */
  readonly moreNetMigrants: Float64Array
  /** The schedules behind the levels. */
  schedules: Schedules | undefined
  /** Mortality levels of the survival that stands in the arrays, so that it is not compiled again for nothing. */
  readonly mortalityLevel: Float64Array
}

/**
 * nests  number of larger places that are chosen first; 0 where pairs of places have shares of their own
 * pairs  those that have one; all where absent
 */
export function createYearRates(dims: Dimensions, nests = 0, pairs?: MovePairs): YearRates {
  const { cities, ages, sexes } = dims
  const byCity = () => new Float64Array(cities)
  const byNest = () => new Float64Array(nests === 0 ? 0 : cities)
  const shares = (list?: PairList) =>
    new Float64Array(list && nests === 0 ? list.to.length : cities * (nests === 0 ? cities : nests))
  return {
    survival: new Float64Array(sexes * ages * cities),
    newbornSurvival: new Float64Array(sexes * cities),
    villageFertility: new Float64Array(ages * cities),
    townFertility: new Float64Array(ages * cities),
    femaleBirthShare: byCity(),
    ruralOutMigration: byCity(),
    ownCityShare: byCity(),
    otherProvinceShare: byCity(),
    destinationShares: shares(pairs?.destinations),
    townOutMigration: byCity(),
    returnMigration: byCity(),
    originOwnCity: byCity(),
    originShares: shares(pairs?.homes),
    originOtherProvince: byCity(),
    destinationInNest: byNest(),
    destinationOthersFactor: byNest(),
    originInNest: byNest(),
    originOthersFactor: byNest(),
    nestWeights: new Float64Array(nests),
    pulls: new Float64Array(pairs ? cities : 0),
    awayReturn: byCity(),
    awayReturnShares: new Float64Array(4 * cities),
    arrivals: byCity(),
    migrantConversion: byCity(),
    reclassifiedConversion: byCity(),
    ruralConversion: byCity(),
    reclassification: byCity(),
    newbornRegistration: byCity(),
    netMigration: byCity(),
    moreNetMigrants: byCity(),
    schedules: undefined,
    mortalityLevel: byCity().fill(Number.NaN),
  }
}
