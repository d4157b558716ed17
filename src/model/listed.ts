/**
 * Where out-migrants go when places are many and most pairs of them have no share: the logit of destinations.ts over the
 * pairs that have one. A share of zero adds nothing to any sum, so that results are those of the full table, bit for bit.
 */
import { exp } from '../math/exponential.js'
import { type PairList, pairIndices } from '../math/pairs/pair-list.js'
import { type Attractions, divideLeavers, respondToAccess } from './destinations.js'
import type { YearRates } from './year-rates.js'

/**
 * Compile the shares of destinations, pair by pair; levels of leaving stand in the rates already.
 *
 * observed  p0 as pair-list.ts lists it: the own place, outside, and the pairs
 */
export function compileListedDestinations(
  list: PairList,
  observed: Float64Array,
  attractions: Attractions,
  rates: YearRates,
): void {
  const { starts, to } = pairIndices(list)
  const { ofCity, ofOutside, perHour, hours, baseHours, response } = attractions
  const cities = ofCity.length
  const { destinationShares: shares, pulls } = rates
  for (let j = 0; j < cities; j++) pulls[j] = pullAt(ofCity[j])
  const stays = hours.length === 0
  const pullOf = (i: number, j: number) => {
    const at = i * cities + j
    const nearer = stays ? 0 : perHour[i] * (hours[at] - baseHours[at])
    return nearer === 0 ? pulls[j] : pullAt(ofCity[j] - nearer)
  }
  for (let i = 0; i < cities; i++) {
    const own = observed[i] * pullOf(i, i)
    let elsewhere = 0
    for (let pair = starts[i]; pair < starts[i + 1]; pair++) {
      shares[pair] = observed[2 * cities + pair] * pullOf(i, to[pair])
      elsewhere += shares[pair]
    }
    const otherProvinces = observed[cities + i] * pullAt(ofOutside[i])
    const access = divideLeavers(rates, i, [starts[i], starts[i + 1]], { own, elsewhere, otherProvinces })
    respondToAccess(rates, i, access, response[i])
  }
}

function pullAt(gain: number): number {
  return gain === 0 ? 1 : exp(gain)
}

/** Migrants' places of origin: this place, other places pair by pair, outside; homes as destinations. */
export function compileListedOrigins(list: PairList, homes: Float64Array, rates: YearRates): void {
  const { starts } = pairIndices(list)
  const cities = starts.length - 1
  for (let i = 0; i < cities; i++) {
    let others = 0
    for (let pair = starts[i]; pair < starts[i + 1]; pair++) others += homes[2 * cities + pair]
    const elsewhere = others + homes[cities + i]
    rates.originOwnCity[i] = homes[i]
    rates.originOtherProvince[i] = elsewhere > 0 ? homes[cities + i] / elsewhere : 0
    for (let pair = starts[i]; pair < starts[i + 1]; pair++)
      rates.originShares[pair] = others > 0 ? homes[2 * cities + pair] / others : 0
  }
}

/** Those who arrive in each place: leavers times shares, added up over the places that they leave in order. */
export function settleListed(
  list: PairList,
  leavers: Float64Array,
  shares: Float64Array,
  arriving: Float64Array,
): void {
  const { starts, to } = pairIndices(list)
  arriving.fill(0)
  let pair = 0
  for (let i = 0; i < leavers.length; i++) {
    const leaving = leavers[i]
    for (const end = starts[i + 1]; pair < end; pair++) arriving[to[pair]] += leaving * shares[pair]
  }
}
