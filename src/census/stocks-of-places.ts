/**
 * Stocks that a census of China does not print and that its people are estimated from: migrants in towns, people
 * registered in towns, people absent, comers a year (docs/provinces.md).
 */
import { FROM_OTHER_CITY } from './away.js'
import type { Counted } from './counted.js'
import { MIGRANTS_IN_TOWN, REGISTERED_AT_HOME, WITHIN_CITY_PROPER } from './townspeople.js'

/** A prefecture; a county; a district of a municipality; a whole province, or a whole municipality. */
export type PlaceKind = 'prefecture' | 'county' | 'district' | 'province' | 'municipality'

/** In a municipality half of those registered elsewhere in it have moved within the city proper (judgement). */
const WITHIN_MUNICIPALITY = 0.5
/** A place has at least this share of those registered there living outside the region (judgement). */
const LEAST_ABSENT = 0.01
/**
 * Share of those from outside the region who leave it again in a year: about what the prior level of returns gives at
 * working ages (judgement).
 */
const LEAVING = 0.03

/** Of those from another county of the region, share who come from another place: districts of one prefecture count as other counties. */
export const fromOtherPlace = (kind: PlaceKind) =>
  kind === 'prefecture' ? FROM_OTHER_CITY : kind === 'province' || kind === 'municipality' ? 0 : 1

/** Migrants in the towns of a place, persons. The earlier census counted a city proper as one unit. */
export function migrantsIn(
  { fromSameCounty, fromOtherCounty, fromOutside }: Counted,
  kind: PlaceKind,
  earlier: boolean,
): number {
  const inRegion = fromSameCounty + fromOtherCounty
  const within = kind === 'district' || kind === 'municipality' ? WITHIN_MUNICIPALITY : WITHIN_CITY_PROPER
  const share = earlier ? 0 : within
  return Math.round(MIGRANTS_IN_TOWN * ((1 - share) * inRegion + fromOutside))
}

/**
 * People registered in towns who live there. Between the censuses the odds of being registered as urban grow by a
 * factor, among as many registered people: the factor of the one city that is known in both years.
 */
export function registeredAtHome({ registered, urbanRegistered }: Counted, growth: number): number {
  if (!(registered > 0)) return 0
  const share = Math.min(0.999, urbanRegistered / registered)
  const odds = (growth * share) / (1 - share)
  return Math.round((REGISTERED_AT_HOME * registered * odds) / (1 + odds))
}

/** People registered in a place, or a region, at the earlier census who lived outside the region, before scaling. */
export function absentFrom(
  { registered, population, fromOutside, fromOtherCounty }: Counted,
  others: number,
): number {
  return Math.max(LEAST_ABSENT * registered, registered - population + fromOutside + others * fromOtherCounty)
}

/** People who come from outside the region in a year: what the stocks grew by, and who left again. */
export function comersAYear(before: Counted, after: Counted, years: number): number {
  const growth = (after.fromOutside - before.fromOutside) / years
  return Math.max(0, Math.round(growth + (LEAVING * (after.fromOutside + before.fromOutside)) / 2))
}
