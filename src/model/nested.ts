/**
 * Where out-migrants go when places are many: a larger place first (a nest), then a place within it.
 *
 * The share of a place within its nest is the same for all who come from elsewhere, so a cohort's moves cost
 * places x nests products where every pair of places would cost places x places. It is the multinomial logit of
 * destinations.ts with p0_ij = p0_iN w_j / (1 - [i in N] w_i), pivoted on what was observed in the same way.
 * Sources: Ben-Akiva and Lerman (1985), Discrete Choice Analysis, ch. 9 (aggregates of alternatives); method.md, M6.
 */
import { exp } from '../math/exponential.js'
import { type Attractions, divideLeavers, respondToAccess } from './destinations.js'
import type { Nests } from './rates.js'
import type { Workspace } from './workspace.js'
import type { YearRates } from './year-rates.js'

/**
 * Compile the shares of nests and of places within them; levels of leaving stand in the rates already.
 *
 * observed  p0[city, 1 + nests + 1]: the own place, others by nest, outside; rows adding up to one
 */
export function compileNestedDestinations(
  cities: number,
  nests: Nests,
  observed: Float64Array,
  attractions: Attractions,
  rates: YearRates,
): void {
  const { ofCity, ofOutside, perHour, hours, baseHours, response } = attractions
  const { of, seats, within } = nests
  const count = seats.length
  const ofNest = rates.nestWeights
  ofNest.fill(0)
  for (let j = 0; j < cities; j++) {
    const weight = ofCity[j] === 0 ? within[j] : within[j] * exp(ofCity[j])
    rates.destinationInNest[j] = weight
    ofNest[of[j]] += weight
  }
  for (let i = 0; i < cities; i++) {
    const row = i * (count + 2)
    const ownNest = of[i]
    const own = ofCity[i] === 0 ? observed[row] : observed[row] * exp(ofCity[i])
    let elsewhere = 0
    for (let nest = 0; nest < count; nest++) {
      const pair = seats[ownNest] * cities + seats[nest]
      const gain = nest === ownNest || hours.length === 0 ? 0 : perHour[i] * (baseHours[pair] - hours[pair])
      const reached = gain === 0 ? observed[row + 1 + nest] : observed[row + 1 + nest] * exp(gain)
      // of the own nest, only the other places can be moved to
      const others = nest === ownNest ? ofNest[nest] - rates.destinationInNest[i] : ofNest[nest]
      const before = nest === ownNest ? 1 - within[i] : 1
      const weight = before > 0 ? (reached * others) / before : 0
      rates.destinationShares[i * count + nest] = weight
      elsewhere += weight
    }
    const pull = ofOutside[i]
    const otherProvinces = pull === 0 ? observed[row + 1 + count] : observed[row + 1 + count] * exp(pull)
    const access = divideLeavers(rates, i, [i * count, (i + 1) * count], { own, elsewhere, otherProvinces })
    respondToAccess(rates, i, access, response[i])
  }
  for (let j = 0; j < cities; j++) {
    rates.destinationInNest[j] = ofNest[of[j]] > 0 ? rates.destinationInNest[j] / ofNest[of[j]] : 0
    rates.destinationOthersFactor[j] = othersFactorOf(rates.destinationInNest[j])
  }
}

/** Migrants' places of origin: this place, other places by nest, outside. homes[city, 1 + nests + 1], as destinations. */
export function compileNestedOrigins(
  cities: number,
  { of, seats, homesWithin }: Nests,
  homes: Float64Array,
  rates: YearRates,
): void {
  const count = seats.length
  for (let i = 0; i < cities; i++) {
    const row = i * (count + 2)
    let others = 0
    // a place that all of its nest's migrants are from has no others to return to there
    const alone = homesWithin[i] < 1 ? -1 : of[i]
    for (let nest = 0; nest < count; nest++) if (nest !== alone) others += homes[row + 1 + nest]
    const elsewhere = others + homes[row + 1 + count]
    rates.originOwnCity[i] = homes[row]
    rates.originOtherProvince[i] = elsewhere > 0 ? homes[row + 1 + count] / elsewhere : 0
    for (let nest = 0; nest < count; nest++) {
      rates.originShares[i * count + nest] = others > 0 && nest !== alone ? homes[row + 1 + nest] / others : 0
    }
    rates.originInNest[i] = homesWithin[i]
    rates.originOthersFactor[i] = othersFactorOf(homesWithin[i])
  }
}

/** What the others' shares within a nest are multiplied by for those who come from the place itself. */
function othersFactorOf(within: number): number {
  return within < 1 ? 1 / (1 - within) : 0
}

/** Shares of nests and of places in them, as settleNested takes them. */
export interface NestedShares {
  /** [city, nest] */
  readonly byNest: Float64Array
  /** [city] */
  readonly inNest: Float64Array
  readonly othersFactor: Float64Array
}

/**
 * Those who arrive in each place: sums by nest over the places they leave in order, shared out within the nest.
 *
 * toOwnNest  scratch [city], persons who go to others of their own nest, as if their own place were one of them
 * toNests    scratch [nest], persons who come to each nest
 */
export function settleNested(
  { of, seats }: Nests,
  leavers: Float64Array,
  { byNest, inNest, othersFactor }: NestedShares,
  { toOwnNest, toNests }: Pick<Workspace, 'toOwnNest' | 'toNests'>,
  arriving: Float64Array,
): void {
  const cities = of.length
  const count = seats.length
  toNests.fill(0)
  for (let i = 0; i < cities; i++) {
    for (let nest = 0; nest < count; nest++) {
      let persons = leavers[i] * byNest[i * count + nest]
      if (nest === of[i]) {
        persons *= othersFactor[i]
        toOwnNest[i] = persons
      }
      toNests[nest] += persons
    }
  }
  for (let j = 0; j < cities; j++) arriving[j] = inNest[j] * (toNests[of[j]] - toOwnNest[j])
}
