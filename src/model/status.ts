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
import { scheduleAxes } from './rates.js'
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

/** People who change their status in a step, and what they change by; the same for all their cohorts. */
export interface StatusChange {
  readonly dims: Dimensions
  readonly rates: YearRates
  /** Persons, overwritten; all cities of a cohort stand together. */
  readonly people: Float64Array
  /** From one status to the next in `people`. */
  readonly stride: number
  /** 1: they move for the whole step; 1/2: the mean of staying and moving (newborns). */
  readonly weight: number
  readonly flows: Flows
  readonly flowsAt: StatusFlows
}

/** Everyone above age 0; the rates of an age are the mean of those at the step's start and end. */
export function changeStatus(dims: Dimensions, rates: YearRates, people: Float64Array, flows: Flows): void {
  const stride = dims.sexes * dims.ages * dims.cities
  const change = { dims, rates, people, stride, weight: 1, flows, flowsAt: flowsOfStatus(dims) }
  for (let sex = 0; sex < dims.sexes; sex++) {
    for (let age = 1; age < dims.ages; age++) {
      const at = sex * dims.ages + age
      changeCohort(change, cohortAt(dims, RURAL, sex, age), at - 1, at)
    }
  }
}

/**
 * One sex and age in every city.
 *
 * first          where its rural people stand in `people`
 * before, after  indices of the schedules whose mean is taken
 */
export function changeCohort(change: StatusChange, first: number, before: number, after: number): void {
  const { dims, rates, people, stride, weight, flows, flowsAt } = change
  const { ruralExit, returnHome, conversion } = rates.schedules!
  const { width, step } = scheduleAxes(rates.schedules!, dims.cities)
  const rural = first + RURAL * stride
  const reclassified = first + RECLASSIFIED * stride
  const registered = first + REGISTERED * stride
  const migrant = first + MIGRANT * stride
  for (let city = 0; city < dims.cities; city++) {
    const early = before * width + step * city
    const late = after * width + step * city
    // half of the mean of both rates, since M enters by its half everywhere
    const outMigration = (ruralExit[early] + ruralExit[late]) / 4
    const returnMigration = (returnHome[early] + returnHome[late]) / 4
    const convert = (conversion[early] + conversion[late]) / 4
    const a = outMigration * rates.ruralOutMigration[city] * rates.ownCityShare[city]
    const c = convert * rates.ruralConversion[city]
    const d = returnMigration * rates.returnMigration[city] * rates.originOwnCity[city]
    const k = convert * rates.migrantConversion[city]
    const e = convert * rates.reclassifiedConversion[city]
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
    flows[flowsAt.toTown + city] += town + direct
    flows[flowsAt.toVillage + city] += village
    flows[flowsAt.converted + city] += migrantConverted + reclassifiedConverted
    flows[flowsAt.urbanIn + city] += town + direct
    flows[flowsAt.urbanOut + city] += village
  }
}

/** Where these flows stand. */
export function flowsOfStatus(dims: Dimensions): StatusFlows {
  return {
    toTown: flowAt(dims, 'to_town'),
    toVillage: flowAt(dims, 'to_village'),
    converted: flowAt(dims, 'converted'),
    urbanIn: flowAt(dims, 'urban_in'),
    urbanOut: flowAt(dims, 'urban_out'),
  }
}
