/**
 * Where out-migrants go: a multinomial logit over the cities and the other provinces (outside), pivoted on the
 * shares that were observed.
 *
 * p_ij = p0_ij exp(dV_ij) / sum_k p0_ik exp(dV_ik). Travel time enters only by its difference from the base year,
 * so that a new railway moves flows and never the base. Source: McFadden (1974); docs/method.md, M6.
 */
import { exp, log } from '../math/exponential.js'
import type { YearRates } from './year-rates.js'

/** What changes the attraction of destinations from what was observed; [city] and [city, city]. */
export interface Attractions {
  /** Added to the utility of each city as a destination. */
  readonly ofCity: Float64Array
  /** Added to the utility of outside, by city of origin. */
  readonly ofOutside: Float64Array
  /** Utility lost an hour, by city of origin. */
  readonly perHour: Float64Array
  /** Empty where no line ever changes them. */
  readonly hours: Float64Array
  readonly baseHours: Float64Array
  /** Elasticity of leaving to accessibility, by city of origin. */
  readonly response: Float64Array
}

/**
 * Compile the shares of destinations, and multiply rural out-migration by the response to accessibility. The levels
 * of leaving stand in the rates already.
 *
 * observed  p0[city, city + 1], rows adding up to one; the last column is outside
 */
export function compileDestinations(
  cities: number,
  observed: Float64Array,
  attractions: Attractions,
  rates: YearRates,
): void {
  const { ofCity, ofOutside, perHour, hours, baseHours, response } = attractions
  const stays = hours.length === 0
  for (let i = 0; i < cities; i++) {
    const row = i * (cities + 1)
    let own = 0
    let elsewhere = 0
    for (let j = 0; j < cities; j++) {
      const at = i * cities + j
      const nearer = stays ? 0 : perHour[i] * (hours[at] - baseHours[at])
      const gain = ofCity[j] - nearer
      const weight = gain === 0 ? observed[row + j] : observed[row + j] * exp(gain)
      rates.destinationShares[at] = j === i ? 0 : weight
      if (j === i) own = weight
      else elsewhere += weight
    }
    const pull = ofOutside[i]
    const otherProvinces = pull === 0 ? observed[row + cities] : observed[row + cities] * exp(pull)
    const access = divideLeavers(rates, i, [i * cities, (i + 1) * cities], { own, elsewhere, otherProvinces })
    respondToAccess(rates, i, access, response[i])
  }
}

/** Weights of where the leavers of a city may go. */
interface LeaversWeights {
  /** The city's own towns. */
  readonly own: number
  /** Sum of the row's weights. */
  readonly elsewhere: number
  readonly otherProvinces: number
}

/**
 * Divide the leavers of a city by the weights of where they may go; the weights of other places stand in
 * `destinationShares`.
 *
 * row      where the city's places or nests begin and end in `destinationShares`
 * returns  the sum of all weights: accessibility relative to the base year
 */
export function divideLeavers(
  rates: YearRates,
  city: number,
  [from, end]: readonly [number, number],
  { own, elsewhere, otherProvinces }: LeaversWeights,
): number {
  const leaving = elsewhere + otherProvinces
  const total = own + leaving
  rates.ownCityShare[city] = total > 0 ? own / total : 1
  rates.otherProvinceShare[city] = leaving > 0 ? otherProvinces / leaving : 0
  for (let at = from; at < end; at++) {
    rates.destinationShares[at] = elsewhere > 0 ? rates.destinationShares[at] / elsewhere : 0
  }
  // with nowhere to go but their own city, townspeople stay
  if (!(leaving > 0)) rates.townOutMigration[city] = 0
  return total
}

/** Villagers leave more where more can be reached; response is the elasticity. */
export function respondToAccess(rates: YearRates, city: number, access: number, response: number): void {
  if (response !== 0 && access > 0) rates.ruralOutMigration[city] *= exp(response * log(access))
}

/**
 * Compile migrants' places of origin, where return migrants go: this city, other cities, other provinces.
 *
 * homes  [city, city + 1], rows adding up to one; the last column is outside
 */
export function compileOrigins(cities: number, homes: Float64Array, rates: YearRates): void {
  for (let i = 0; i < cities; i++) {
    const row = i * (cities + 1)
    let others = 0
    for (let j = 0; j < cities; j++) if (j !== i) others += homes[row + j]
    const elsewhere = others + homes[row + cities]
    rates.originOwnCity[i] = homes[row + i]
    rates.originOtherProvince[i] = elsewhere > 0 ? homes[row + cities] / elsewhere : 0
    for (let j = 0; j < cities; j++) {
      rates.originShares[i * cities + j] = j === i || others <= 0 ? 0 : homes[row + j] / others
    }
  }
}
