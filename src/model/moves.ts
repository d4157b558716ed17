/**
 * Half a step of moves between cities, and with the world outside: the other provinces.
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
import { settleListed } from './listed.js'
import { type NestedShares, settleNested } from './nested.js'
import { scheduleAxes } from './rates.js'
import { type Flows, flowAt, type State } from './state.js'
import type { Workspace } from './workspace.js'
import type { YearRates } from './year-rates.js'

/** What all cohorts of a half step share. */
interface HalfStep {
  readonly dims: Dimensions
  readonly rates: YearRates
  readonly state: State
  readonly flows: Flows
  readonly flowsAt: MoveFlows
  readonly work: Workspace
}

/**
 * Move every cohort for half a step.
 *
 * people  [status, sex, age, city]  persons; overwritten
 * away    [sex, age, city]          registered here, living outside; overwritten
 * flows   [flow, city]              added to
 */
export function moveHalfStep(
  dims: Dimensions,
  rates: YearRates,
  state: State,
  flows: Flows,
  work: Workspace,
): void {
  const { cities, sexes, ages } = dims
  const half: HalfStep = { dims, rates, state, flows, flowsAt: moveFlows(dims), work }
  const { nests, pairs } = rates.schedules!
  const [destinations, origins] = nestedShares(rates)
  for (let sex = 0; sex < sexes; sex++) {
    for (let age = 0; age < ages; age++) {
      leave(half, sex, age)
      if (nests) {
        settleNested(nests, work.outMigrants, destinations, work, work.inMigrants)
        settleNested(nests, work.returnMigrants, origins, work, work.returnedMigrants)
      } else if (pairs) {
        settleListed(pairs.destinations, work.outMigrants, rates.destinationShares, work.inMigrants)
        settleListed(pairs.homes, work.returnMigrants, rates.originShares, work.returnedMigrants)
      } else {
        settle(cities, work.outMigrants, rates.destinationShares, work.inMigrants)
        settle(cities, work.returnMigrants, rates.originShares, work.returnedMigrants)
      }
      arrive(half, sex, age)
      work.watch?.cohortMoved(sex, age)
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

/** Shares of destinations, and of migrants' origins, where a larger place is chosen first. */
export function nestedShares(rates: YearRates): readonly [destinations: NestedShares, origins: NestedShares] {
  const { destinationShares, destinationInNest, destinationOthersFactor } = rates
  const { originShares, originInNest, originOthersFactor } = rates
  return [
    { byNest: destinationShares, inNest: destinationInNest, othersFactor: destinationOthersFactor },
    { byNest: originShares, inNest: originInNest, othersFactor: originOthersFactor },
  ]
}

/**
 * Take out-migrants and return migrants out of their cohorts; those who come back from other provinces enter theirs.
 *
 * People registered here who go to another province are counted on as away; so are migrants from the city's own
 * villages. Other migrants who go there are registered elsewhere, and are not followed.
 */
function leave({ dims, rates, state, flows, flowsAt, work }: HalfStep, sex: number, age: number): void {
  const { cities } = dims
  const { people, away } = state
  const schedules = rates.schedules!
  const { ruralExit, cityToCity, returnHome, returnFromOutside } = schedules
  const { width, step } = scheduleAxes(schedules, cities)
  const shape = (sex * dims.ages + age) * width
  const rural = cohortAt(dims, RURAL, sex, age)
  const reclassified = cohortAt(dims, RECLASSIFIED, sex, age)
  const registered = cohortAt(dims, REGISTERED, sex, age)
  const migrant = cohortAt(dims, MIGRANT, sex, age)
  const outside = ageAt(dims, sex, age)
  for (let i = 0; i < cities; i++) {
    const at = shape + step * i
    const hRural = (ruralExit[at] / 2) * rates.ruralOutMigration[i] * (1 - rates.ownCityShare[i])
    const hTown = (cityToCity[at] / 2) * rates.townOutMigration[i]
    const hReturn = (returnHome[at] / 2) * rates.returnMigration[i] * (1 - rates.originOwnCity[i])
    const hAway = (returnFromOutside[at] / 2) * rates.awayReturn[i]
    const ruralOut = people[rural + i] * (hRural / (1 + hRural / 2))
    const townShare = hTown / (1 + hTown / 2)
    const reclassifiedOut = people[reclassified + i] * townShare
    const registeredOut = people[registered + i] * townShare
    const perHazard = people[migrant + i] / (1 + (hTown + hReturn) / 2)
    const migrantOut = perHazard * hTown
    const migrantReturn = perHazard * hReturn
    const cameBack = away[outside + i] * (hAway / (1 + hAway / 2))

    const nativeOut = ruralOut + reclassifiedOut + registeredOut
    const interprovincial = nativeOut * rates.otherProvinceShare[i]
    const migrantInterprovincial = migrantOut * rates.otherProvinceShare[i]
    const returnInterprovincial = migrantReturn * rates.originOtherProvince[i]
    const cameBackToTown = cameBack * (1 - rates.awayReturnShares[i])
    people[rural + i] += cameBack * rates.awayReturnShares[i] - ruralOut
    people[reclassified + i] += cameBack * rates.awayReturnShares[cities + i] - reclassifiedOut
    people[registered + i] += cameBack * rates.awayReturnShares[2 * cities + i] - registeredOut
    people[migrant + i] += cameBack * rates.awayReturnShares[3 * cities + i] - migrantOut - migrantReturn
    away[outside + i] += interprovincial + migrantInterprovincial * rates.originOwnCity[i] - cameBack
    work.outMigrants[i] = nativeOut - interprovincial + migrantOut - migrantInterprovincial
    work.returnMigrants[i] = migrantReturn - returnInterprovincial

    flows[flowsAt.movedOut + i] += work.outMigrants[i] + work.returnMigrants[i]
    flows[flowsAt.toOutside + i] += interprovincial + migrantInterprovincial + returnInterprovincial
    flows[flowsAt.fromOutside + i] += cameBack
    flows[flowsAt.urbanIn + i] += cameBackToTown
    flows[flowsAt.urbanOut + i] += reclassifiedOut + registeredOut + migrantOut + migrantReturn
  }
}

/** Those who arrive in each city: leavers times shares of destinations, added up over the cities they leave in order. */
export function settle(
  cities: number,
  leavers: Float64Array,
  shares: Float64Array,
  arriving: Float64Array,
): void {
  for (let j = 0; j < cities; j++) {
    let sum = 0
    for (let i = 0; i < cities; i++) sum += leavers[i] * shares[i * cities + j]
    arriving[j] = sum
  }
}

/** Put in-migrants into town as migrants, return migrants into their village, and arrivals from other provinces. */
function arrive({ dims, rates, state, flows, flowsAt, work }: HalfStep, sex: number, age: number): void {
  const { people } = state
  const makeup = rates.schedules!.arrivals
  const { width, step } = scheduleAxes(rates.schedules!, dims.cities)
  const shape = (sex * dims.ages + age) * width
  const rural = cohortAt(dims, RURAL, sex, age)
  const migrant = cohortAt(dims, MIGRANT, sex, age)
  for (let city = 0; city < dims.cities; city++) {
    const arrivals = (makeup[shape + step * city] / 2) * rates.arrivals[city]
    const inMigrants = work.inMigrants[city]
    people[migrant + city] += inMigrants + arrivals
    people[rural + city] += work.returnedMigrants[city]
    flows[flowsAt.movedIn + city] += inMigrants + work.returnedMigrants[city]
    flows[flowsAt.fromOutside + city] += arrivals
    flows[flowsAt.urbanIn + city] += inMigrants + arrivals
  }
}
