/** Compile the rates of a step from the schedules of a run and the levels of a year. */
import { lifeTable } from '../math/life-table.js'
import { ageAt, type Dimensions, MALE } from '../vocabulary/dimensions.js'
import { compileDestinations, compileHomes } from './destinations.js'
import { type Conventions, LEVELS, type Level, type Schedules } from './rates.js'
import type { YearRates } from './year-rates.js'

/** What a step needs besides its schedules. */
export interface YearInputs {
  /** levels[level, city], in the order of LEVELS. */
  readonly levels: Float64Array
  /** Hours between cities in this year and in the base year [city, city]. */
  readonly hours: Float64Array
  readonly baseHours: Float64Array
}

/**
 * Fill `rates` for one step.
 *
 * returns  a sentence that says which rate is too high for a step (an out-rate of 1 or more), or undefined
 */
export function compileRates(
  dims: Dimensions,
  conventions: Conventions,
  schedules: Schedules,
  inputs: YearInputs,
  rates: YearRates,
): string | undefined {
  const { cities } = dims
  const { step } = conventions
  const moving = conventions.migration === 'off' ? 0 : step
  const level = (name: Level) =>
    inputs.levels.subarray(LEVELS.indexOf(name) * cities, (LEVELS.indexOf(name) + 1) * cities)
  const scaled = (out: Float64Array, name: Level, factor: number) => {
    const values = level(name)
    for (let city = 0; city < cities; city++) out[city] = values[city] * factor
  }
  compileSurvival(dims, step, schedules, level('mortality'), rates)
  compileFertility(dims, step, schedules, level('fertility'), level('sex_ratio_at_birth'), rates)
  scaled(rates.exit, 'rural_exit', moving)
  scaled(rates.roam, 'city_to_city', moving)
  scaled(rates.home, 'return_home', moving)
  scaled(rates.back, 'return_from_outside', moving)
  scaled(rates.arrivals, 'arrivals', moving)
  scaled(rates.convertMigrant, 'conversion_migrant', step)
  scaled(rates.convertReclassified, 'conversion_reclassified', step)
  scaled(rates.convertRural, 'conversion_rural', moving)
  scaled(rates.reclassified, 'reclassification', step)
  scaled(rates.babiesHere, 'babies_registered_here', 1)
  scaled(rates.netMigration, 'net_migration', conventions.migration === 'off' ? 0 : 1)
  const { hours, baseHours } = inputs
  compileDestinations(
    cities,
    schedules.destinations,
    {
      ofCity: level('attraction'),
      ofOutside: level('pull_of_outside'),
      perHour: level('travel_time_weight'),
      response: level('leaving_response'),
      hours,
      baseHours,
    },
    rates,
  )
  compileHomes(cities, schedules.homes, rates)
  compileReturns(cities, level, rates)
  rates.schedules = schedules
  return tooHigh(dims, schedules, rates)
}

/** Survival by sex, age and city; compiled again only where the table or its level has changed. */
function compileSurvival(
  dims: Dimensions,
  step: number,
  schedules: Schedules,
  levels: Float64Array,
  rates: YearRates,
): void {
  const same = rates.schedules?.mortality === schedules.mortality
  const changed = levels.findIndex((level, city) => level !== rates.mortalityLevel[city])
  if (same && changed < 0) return
  const { ages, sexes, cities } = dims
  const mx = new Float64Array(ages)
  const survival = new Float64Array(ages)
  for (let sex = 0; sex < sexes; sex++) {
    for (let city = 0; city < cities; city++) {
      const from = ageAt(dims, sex, 0) + city
      if (schedules.mortalityMeasure === 'survival') {
        for (let age = 0; age < ages; age++) survival[age] = schedules.mortality[from + age * cities]
        if (schedules.infantSurvival.length > 0) survival[0] = schedules.infantSurvival[sex * cities + city]
      } else {
        for (let age = 0; age < ages; age++) mx[age] = schedules.mortality[from + age * cities] * levels[city]
        lifeTable(mx, step, sex === MALE, survival)
      }
      rates.infants[sex * cities + city] = survival[0]
      for (let age = 1; age < ages; age++) rates.survival[from + age * cities] = survival[age]
    }
  }
  rates.mortalityLevel.set(levels)
}

function compileFertility(
  dims: Dimensions,
  step: number,
  schedules: Schedules,
  levels: Float64Array,
  sexRatios: Float64Array,
  rates: YearRates,
): void {
  const { ages, cities } = dims
  for (let age = 0; age < ages; age++) {
    for (let city = 0; city < cities; city++) {
      rates.births[age * cities + city] = schedules.fertility[age * cities + city] * levels[city] * step
    }
  }
  for (let city = 0; city < cities; city++) rates.girls[city] = 1 / (1 + sexRatios[city])
}

/** Shares of those who come back from outside: village, reclassified, registered; the rest migrants in a town. */
function compileReturns(cities: number, level: (name: Level) => Float64Array, rates: YearRates): void {
  const village = level('returning_to_village')
  const reclassified = level('returning_to_reclassified')
  const registered = level('returning_to_registered')
  for (let city = 0; city < cities; city++) {
    rates.backTo[city] = village[city]
    rates.backTo[cities + city] = reclassified[city]
    rates.backTo[2 * cities + city] = registered[city]
    rates.backTo[3 * cities + city] = 1 - village[city] - reclassified[city] - registered[city]
  }
}

/** A step's out-rate of 1 or more would make the status step say nonsense (method.md, M4). */
function tooHigh(dims: Dimensions, schedules: Schedules, rates: YearRates): string | undefined {
  const checks: [string, Float64Array, Float64Array][] = [
    ['rural_exit', rates.exit, schedules.ruralExit],
    ['city_to_city', rates.roam, schedules.cityToCity],
    ['return_home', rates.home, schedules.returnHome],
    ['return_from_outside', rates.back, schedules.returnFromOutside],
    ['conversion_migrant', rates.convertMigrant, schedules.conversion],
    ['conversion_reclassified', rates.convertReclassified, schedules.conversion],
  ]
  for (const [name, levels, schedule] of checks) {
    let highest = 0
    for (let k = 0; k < schedule.length; k++) highest = schedule[k] > highest ? schedule[k] : highest
    for (let city = 0; city < dims.cities; city++) {
      const rate = levels[city] * highest
      if (!(rate >= 0 && rate < 1)) return `${name} is ${rate} a step in city ${city + 1}; expected 0 to 1`
    }
  }
  for (let city = 0; city < dims.cities; city++) {
    const share = rates.reclassified[city]
    if (!(share >= 0 && share <= 1))
      return `reclassification is ${share} in city ${city + 1}; expected 0 to 1`
    if (!(rates.backTo[3 * dims.cities + city] >= -1e-12))
      return 'shares of returning_to_... add up to more than 1'
  }
  return undefined
}
