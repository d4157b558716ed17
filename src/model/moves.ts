/**
 * Half a step of moves between cities and with the world outside.
 *
 * Everyone decides on what was there at the start of the half step. Hazards compete: of a cohort with hazards
 * h1, h2 a share h/(1 + h/2), h = h1 + h2, leaves, divided in the ratio of the hazards. Half before and half
 * after the deaths keeps the error of splitting second order (method.md, M4).
 */
import {
  ageAt,
  cohortAt,
  type Dimensions,
  MIGRANT,
  RECLASSIFIED,
  REGISTERED,
  RURAL,
} from '../vocabulary/dimensions.js'
import { settleNested } from './nested.js'
import type { Nests } from './rates.js'
import { type Flows, flowAt, type State } from './state.js'
import type { Workspace } from './workspace.js'
import type { YearRates } from './year-rates.js'

/**
 * Move every cohort for half a step.
 *
 * people  [status, sex, age, city]  persons; overwritten
 * away    [sex, age, city]          registered here, living outside; overwritten
 * flows   [flow, city]              added to
 */
export function moveHalf(
  dims: Dimensions,
  rates: YearRates,
  state: State,
  flows: Flows,
  work: Workspace,
): void {
  const { cities, sexes, ages } = dims
  const at = moveFlows(dims)
  const { nests } = rates.schedules!
  for (let sex = 0; sex < sexes; sex++) {
    for (let age = 0; age < ages; age++) {
      leave(dims, rates, state, flows, at, work, sex, age)
      if (nests) settleByNest(cities, nests, rates, work)
      else {
        settle(cities, work.toCities, rates.towards, work.fromCities)
        settle(cities, work.toHomes, rates.homeTowards, work.fromHomes)
      }
      arrive(dims, rates, state, flows, at, work, sex, age)
    }
  }
}

/** Offsets of the flows that moves add to. */
interface MoveFlows {
  readonly movedIn: number
  readonly movedOut: number
  readonly fromOutside: number
  readonly toOutside: number
  readonly urbanIn: number
  readonly urbanOut: number
}

function moveFlows(dims: Dimensions): MoveFlows {
  return {
    movedIn: flowAt(dims, 'moved_in'),
    movedOut: flowAt(dims, 'moved_out'),
    fromOutside: flowAt(dims, 'from_outside'),
    toOutside: flowAt(dims, 'to_outside'),
    urbanIn: flowAt(dims, 'urban_in'),
    urbanOut: flowAt(dims, 'urban_out'),
  }
}

/**
 * Take the leavers out of their cohorts; those who come back from outside enter theirs.
 *
 * People registered here who go outside are counted on as away; so are migrants from the city's own villages. Other
 * migrants who go outside are registered elsewhere, and are not followed.
 */
function leave(
  dims: Dimensions,
  rates: YearRates,
  state: State,
  flows: Flows,
  at: MoveFlows,
  work: Workspace,
  sex: number,
  age: number,
): void {
  const { cities } = dims
  const { people, away } = state
  const schedules = rates.schedules!
  const shape = sex * dims.ages + age
  const exit = schedules.ruralExit[shape] / 2
  const roam = schedules.cityToCity[shape] / 2
  const home = schedules.returnHome[shape] / 2
  const back = schedules.returnFromOutside[shape] / 2
  const rural = cohortAt(dims, RURAL, sex, age)
  const reclassified = cohortAt(dims, RECLASSIFIED, sex, age)
  const registered = cohortAt(dims, REGISTERED, sex, age)
  const migrant = cohortAt(dims, MIGRANT, sex, age)
  const outside = ageAt(dims, sex, age)
  for (let i = 0; i < cities; i++) {
    const hExit = exit * rates.exit[i] * (1 - rates.local[i])
    const hRoam = roam * rates.roam[i]
    const hHome = home * rates.home[i] * (1 - rates.homeHere[i])
    const hBack = back * rates.back[i]
    const ruralOut = people[rural + i] * (hExit / (1 + hExit / 2))
    const roamShare = hRoam / (1 + hRoam / 2)
    const reclassifiedOut = people[reclassified + i] * roamShare
    const registeredOut = people[registered + i] * roamShare
    const perHazard = people[migrant + i] / (1 + (hRoam + hHome) / 2)
    const migrantRoam = perHazard * hRoam
    const migrantHome = perHazard * hHome
    const backs = away[outside + i] * (hBack / (1 + hBack / 2))

    const native = ruralOut + reclassifiedOut + registeredOut
    const abroad = native * rates.outside[i]
    const migrantAbroad = migrantRoam * rates.outside[i]
    const homeless = migrantHome * rates.homeOutside[i]
    const townBack = backs * (1 - rates.backTo[i])
    people[rural + i] += backs * rates.backTo[i] - ruralOut
    people[reclassified + i] += backs * rates.backTo[cities + i] - reclassifiedOut
    people[registered + i] += backs * rates.backTo[2 * cities + i] - registeredOut
    people[migrant + i] += backs * rates.backTo[3 * cities + i] - migrantRoam - migrantHome
    away[outside + i] += abroad + migrantAbroad * rates.homeHere[i] - backs
    work.toCities[i] = native - abroad + migrantRoam - migrantAbroad
    work.toHomes[i] = migrantHome - homeless

    flows[at.movedOut + i] += work.toCities[i] + work.toHomes[i]
    flows[at.toOutside + i] += abroad + migrantAbroad + homeless
    flows[at.fromOutside + i] += backs
    flows[at.urbanIn + i] += townBack
    flows[at.urbanOut + i] += reclassifiedOut + registeredOut + migrantRoam + migrantHome
  }
}

/** Those who arrive in each city: leavers times shares of destinations, added up over the cities they leave in order. */
function settle(cities: number, leavers: Float64Array, towards: Float64Array, arriving: Float64Array): void {
  for (let j = 0; j < cities; j++) {
    let sum = 0
    for (let i = 0; i < cities; i++) sum += leavers[i] * towards[i * cities + j]
    arriving[j] = sum
  }
}

/** Those who arrive in each city, and at home, where a larger place is chosen first. */
function settleByNest(cities: number, nests: Nests, rates: YearRates, work: Workspace): void {
  const { toCities, toHomes, fromCities, fromHomes, ownNest, toNests } = work
  const homes = { towards: rates.homeTowards, within: rates.homesWithin, spread: rates.homesSpread }
  settleNested(cities, nests, toCities, rates, ownNest, toNests, fromCities)
  settleNested(cities, nests, toHomes, homes, ownNest, toNests, fromHomes)
}

/** Put movers into town as migrants, those gone home into their village, and arrivals from other regions. */
function arrive(
  dims: Dimensions,
  rates: YearRates,
  { people }: State,
  flows: Flows,
  at: MoveFlows,
  work: Workspace,
  sex: number,
  age: number,
): void {
  const makeup = rates.schedules!.arrivals[sex * dims.ages + age] / 2
  const rural = cohortAt(dims, RURAL, sex, age)
  const migrant = cohortAt(dims, MIGRANT, sex, age)
  for (let city = 0; city < dims.cities; city++) {
    const arrivals = makeup * rates.arrivals[city]
    const movers = work.fromCities[city]
    people[migrant + city] += movers + arrivals
    people[rural + city] += work.fromHomes[city]
    flows[at.movedIn + city] += movers + work.fromHomes[city]
    flows[at.fromOutside + city] += arrivals
    flows[at.urbanIn + city] += movers + arrivals
  }
}
