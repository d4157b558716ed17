/**
 * Where everything stands in the kernel's memory: the one owner of its addresses.
 *
 * Each place is named as the global that the kernel reads it from (year/addresses.ts). Rows hold a pair of doubles
 * for every city; a schedule holds one double for both draws.
 */
import { FLOWS } from '../model/state.js'
import { type Dimensions, peopleSize } from '../vocabulary/dimensions.js'

/** Draws that the kernel simulates side by side. */
export const LANES = 2
/** Memory starts above what the compiler keeps for itself. */
const FIRST = 65_536
/** Bytes of survival that is kept, so that it is compiled once for years, and for draws, of one mortality. */
const MOST_SURVIVAL = 16 * 2 ** 20
/** Doubles of the request of a head count: four 32-bit numbers. */
const COUNT_DOUBLES = 2
/** Doubles of an age of the death rates: its width, its bend, whether it ends a group of people. */
export const SHAPE_DOUBLES = 3
/** Halves of rates that a cohort has in `hazards` (year/hazards.ts). */
export const HAZARDS = 5
/** Cohorts that go through a half step of moves together: COHORTS of year/movers.ts. */
export const BAND = 12
/**
 * Above so many cities the shares of movers are computed anew for each half step (MANY of year/pairs.ts), and the opening is
 * written anew for each draw: both would be as large as the people themselves.
 */
export const MOST_KEPT_CITIES = 128

export interface KernelLayout {
  /** Byte address by the name of the kernel's global. */
  readonly at: Readonly<Record<string, number>>
  /** Bytes of all. */
  readonly end: number
  /** Addresses of survival by slot. */
  readonly survivalSlots: readonly { readonly survival: number; readonly newbornSurvival: number }[]
  /** Addresses of where two draws stand: their people, those away behind them, and their totals. */
  readonly stands: readonly Stand[]
}

export interface Stand {
  readonly people: number
  readonly away: number
  readonly after: number
}

export interface LayoutRequest {
  readonly dims: Dimensions
  readonly hasNetMigration: boolean
  readonly headCounts: number
  /** Ages of the death rates. */
  readonly rateAges: number
  /** Larger places that are chosen first; 0 where every pair of places has a share of its own. */
  readonly nests: number
  /** Whether places have age schedules of moves of their own, and whether people of one status move between them. */
  readonly byPlace: boolean
  readonly placeMoves: boolean
  /** Pairs of places that have a share, of destinations and homes; absent where all may have one. */
  readonly pairs?: { readonly destinations: number; readonly homes: number }
  /** How many survivals are wanted; fewer where they would take too much. */
  readonly survivals: number
  /** How many pairs of draws stand in memory. */
  readonly stands: number
}

/** Give every array its place. */
export function layOut(request: LayoutRequest): KernelLayout {
  const { dims, headCounts, rateAges, nests, pairs: listed, survivals } = request
  const { hasNetMigration, byPlace, placeMoves } = request
  const { statuses, sexes, ages, cities } = dims
  const byAge = sexes * ages
  const cells = byAge * cities
  const shapes = byPlace ? cells : byAge
  const at: Record<string, number> = {}
  let end = FIRST
  const place = (name: string, doubles: number) => {
    at[name] = end
    end += Math.ceil((doubles * 8) / 64) * 64
  }
  const pairs = (name: string, numbers: number) => place(name, numbers * LANES)
  const stands = Array.from({ length: request.stands }, () => {
    pairs('people', peopleSize(dims))
    pairs('away', statuses > 1 ? cells : 0)
    pairs('after', 2 * cities)
    return { people: at.people, away: at.away, after: at.after }
  })
  pairs('openingPeople', cities <= MOST_KEPT_CITIES ? peopleSize(dims) : 0)
  pairs('openingAway', statuses > 1 && cities <= MOST_KEPT_CITIES ? cells : 0)
  for (const name of SCHEDULES) place(name, shapes)
  place('fertility', ages * cities)
  place('mortality', sexes * rateAges * cities)
  place('mortalityMiddles', sexes * rateAges * cities)
  place('mortalityShapes', rateAges * SHAPE_DOUBLES)
  place('netMigrationGiven', hasNetMigration ? cells : 0)
  pairs('netMigrants', hasNetMigration ? cells : 0)
  for (const name of ROWS) pairs(name, cities)
  pairs('movers', statuses > 1 || placeMoves ? 5 * BAND * cities : 0)
  for (const [name, many] of Object.entries(SIDE_BY_SIDE)) pairs(name, statuses > 1 ? many * cities : 0)
  pairs('awayReturnShares', 4 * cities)
  pairs('destinationShares', listed?.destinations ?? cities * (nests || cities))
  pairs('originShares', listed?.homes ?? cities * (nests || cities))
  const words = (name: string, count: number) => place(name, Math.ceil(count / 2))
  for (const name of ['destinationEnds', 'originEnds']) words(name, listed ? cities : 0)
  words('destinationFrom', listed?.destinations ?? 0)
  words('originFrom', listed?.homes ?? 0)
  for (const name of NESTED_ROWS) pairs(name, nests > 0 ? cities : 0)
  pairs('toNests', nests * BAND)
  words('nestOf', nests > 0 ? cities : 0)
  for (const name of ['villageFertility', 'townFertility']) pairs(name, ages * cities)
  pairs('meanRates', 3 * shapes)
  pairs('hazards', HAZARDS * shapes)
  pairs('shares', statuses > 1 && cities <= MOST_KEPT_CITIES ? 4 * cells : 0)
  for (const name of ['births', 'newborns']) pairs(name, statuses * cities)
  pairs('before', 2 * cities)
  pairs('flows', FLOWS.length * cities)
  Object.assign(at, placesOfFlows(at.flows, cities))
  place('counts', headCounts * COUNT_DOUBLES)
  pairs('heads', headCounts * cities)
  const slots = Math.max(1, Math.min(survivals, Math.floor(MOST_SURVIVAL / (cells * LANES * 8))))
  const survivalSlots = Array.from({ length: slots }, () => {
    pairs('survival', cells)
    pairs('newbornSurvival', sexes * cities)
    return { survival: at.survival, newbornSurvival: at.newbornSurvival }
  })
  return { at, end, survivalSlots, stands }
}

function placesOfFlows(first: number, cities: number): Record<string, number> {
  return Object.fromEntries(FLOWS.map((flow, index) => [`flow_${flow}`, first + index * cities * LANES * 8]))
}

const SCHEDULES = [
  'ruralExit', 'returnHome', 'cityToCity', 'returnFromOutside', 'arrivalsMakeup', 'conversion',
  'moreNetMigrantsMakeup',
] // biome-ignore format: a list reads best as a paragraph

const ROWS = [
  'mortalityLevel', 'fertilityLevel', 'fertilityInVillages', 'fertilityInTowns', 'femaleBirthShare', 'ruralOutMigration',
  'ownCityShare', 'otherProvinceShare', 'townOutMigration', 'returnMigration', 'originOwnCity', 'originOtherProvince',
  'awayReturn', 'arrivals', 'migrantConversion', 'reclassifiedConversion', 'ruralConversion', 'reclassification',
  'newbornRegistration', 'netMigration', 'moreNetMigrants', 'awayBirths', 'beyondCityShare', 'originElsewhere', 'awayReturnToTown',
] // biome-ignore format: a list reads best as a paragraph

/** Pairs of a city in what year/side-by-side.ts puts there. */
const SIDE_BY_SIDE = { leaveRates: 16, arriveRates: 5, statusRates: 12 }

const NESTED_ROWS = [
  'destinationInNest', 'destinationOthersFactor', 'originInNest', 'originOthersFactor',
] // biome-ignore format: a list reads best as a paragraph
