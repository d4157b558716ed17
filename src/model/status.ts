/**
 * Changes of status inside a city in one step: villagers to town and back, and urban registration.
 *
 * The states are rural R, migrant M, reclassified L and registered U, with rates R->M a, R->U c, M->R d, M->U k,
 * L->U e. P = (I + M/2)^-1 (I - M/2) has a closed form, since U is never left and L only for U: R and M solve two
 * equations, L one, and U takes what has left them. Equal to the general inverse (tested) with + - * / only.
 *
 * Source: Willekens and Rogers (1978), option 3; why not one move after another: method.md, M4.
 */
import {
  cohortAt,
  type Dimensions,
  MIGRANT,
  RECLASSIFIED,
  REGISTERED,
  RURAL,
} from '../vocabulary/dimensions.js'
import { type Flows, flowAt } from './state.js'
import type { YearRates } from './year-rates.js'

/** Offsets of the flows that a change of status adds to. */
export interface StatusFlows {
  readonly toTown: number
  readonly toVillage: number
  readonly converted: number
  readonly urbanIn: number
  readonly urbanOut: number
}

/** Everyone above age 0; the rates of an age are the mean of those at the step's start and end. */
export function changeStatus(dims: Dimensions, rates: YearRates, people: Float64Array, flows: Flows): void {
  const flowsAt = flowsOfStatus(dims)
  for (let sex = 0; sex < dims.sexes; sex++) {
    for (let age = 1; age < dims.ages; age++) {
      const at = sex * dims.ages + age
      changeCohort(
        dims,
        rates,
        at - 1,
        at,
        1,
        people,
        cohortAt(dims, 0, sex, age),
        dims.sexes * dims.ages * dims.cities,
        flows,
        flowsAt,
      )
    }
  }
}

/**
 * One sex and age in every city.
 *
 * before, after  indices of the schedules whose mean is taken
 * weight         1: the people move for the whole step; 1/2: the mean of staying and moving (infants)
 * stride         from one status to the next in `people`
 */
export function changeCohort(
  dims: Dimensions,
  rates: YearRates,
  before: number,
  after: number,
  weight: number,
  people: Float64Array,
  first: number,
  stride: number,
  flows: Flows,
  at: StatusFlows,
): void {
  const { ruralExit, returnHome, conversion } = rates.schedules!
  // half of the mean of both rates, since M enters by its half everywhere
  const exit = (ruralExit[before] + ruralExit[after]) / 4
  const home = (returnHome[before] + returnHome[after]) / 4
  const convert = (conversion[before] + conversion[after]) / 4
  const rural = first + RURAL * stride
  const reclassified = first + RECLASSIFIED * stride
  const registered = first + REGISTERED * stride
  const migrant = first + MIGRANT * stride
  for (let city = 0; city < dims.cities; city++) {
    const a = exit * rates.exit[city] * rates.local[city]
    const c = convert * rates.convertRural[city]
    const d = home * rates.home[city] * rates.homeHere[city]
    const k = convert * rates.convertMigrant[city]
    const e = convert * rates.convertReclassified[city]
    const r = people[rural + city]
    const m = people[migrant + city]
    const l = people[reclassified + city]
    const stayR = a + c
    const stayM = d + k
    const yR = r - stayR * r + d * m
    const yM = m - stayM * m + a * r
    const determinant = (1 + stayR) * (1 + stayM) - a * d
    const bothR = r + ((1 + stayM) * yR + d * yM) / determinant
    const bothM = m + ((1 + stayR) * yM + a * yR) / determinant
    const bothL = l + (l * (1 - e)) / (1 + e)
    const town = weight * (a * bothR)
    const direct = weight * (c * bothR)
    const village = weight * (d * bothM)
    const migrantConverted = weight * (k * bothM)
    const reclassifiedConverted = weight * (e * bothL)
    people[rural + city] = r - town - direct + village
    people[migrant + city] = m + town - village - migrantConverted
    people[reclassified + city] = l - reclassifiedConverted
    people[registered + city] += direct + migrantConverted + reclassifiedConverted
    flows[at.toTown + city] += town + direct
    flows[at.toVillage + city] += village
    flows[at.converted + city] += migrantConverted + reclassifiedConverted
    flows[at.urbanIn + city] += town + direct
    flows[at.urbanOut + city] += village
  }
}

/** Where they stand. */
export function flowsOfStatus(dims: Dimensions): StatusFlows {
  return {
    toTown: flowAt(dims, 'to_town'),
    toVillage: flowAt(dims, 'to_village'),
    converted: flowAt(dims, 'converted'),
    urbanIn: flowAt(dims, 'urban_in'),
    urbanOut: flowAt(dims, 'urban_out'),
  }
}
