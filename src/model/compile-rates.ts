/** Compile the rates of a step from the schedules of a run and the levels of a year. */
import { middlesOf } from '../math/death-ages.js'
import { lifeTable } from '../math/life-table.js'
import { ageAt, type Dimensions, MALE } from '../vocabulary/dimensions.js'
import { compileDestinations, compileOrigins } from './destinations.js'
import { compileListedDestinations, compileListedOrigins } from './listed.js'
import { compileNestedDestinations, compileNestedOrigins } from './nested.js'
import { faultInLevels, faultInRates, type RateFault } from './rate-checks.js'
import { type Conventions, LEVELS, type Level, type Schedules } from './rates.js'
import type { YearRates } from './year-rates.js'

const LEVEL_INDEX = Object.fromEntries(LEVELS.map((level, index) => [level, index])) as Record<Level, number>

/** What a step needs besides its schedules. */
export interface YearInputs {
  /** levels[level, city], in the order of LEVELS. */
  readonly levels: Float64Array
  /** Hours between cities in this year and in the base year [city, city]; empty where no line ever changes them. */
  readonly hours: Float64Array
  readonly baseHours: Float64Array
}

/**
 * Fill `rates` for one step.
 *
 * returns  the first level or rate out of its bounds, or undefined
 */
export function compileRates(
  dims: Dimensions,
  conventions: Conventions,
  schedules: Schedules,
  inputs: YearInputs,
  rates: YearRates,
): RateFault | undefined {
  const { cities } = dims
  const { step } = conventions
  const fault = faultInLevels(cities, inputs.levels)
  if (fault) return fault
  const level = (name: Level) => levelRow(cities, inputs.levels, name)
  compileSurvival(dims, step, schedules, level('mortality'), rates)
  const { fertility } = schedules
  const births = level('fertility')
  compileFertility(cities, step, fertility, births, level('fertility_in_villages'), rates.villageFertility)
  compileFertility(cities, step, fertility, births, level('fertility_in_towns'), rates.townFertility)
  return compileByCity(dims, conventions, schedules, inputs, rates)
}

/** One level of every city, out of levels[level, city]. */
export function levelRow(cities: number, levels: Float64Array, name: Level): Float64Array {
  const from = LEVEL_INDEX[name] * cities
  return levels.subarray(from, from + cities)
}

/**
 * The rates that have no age, which stand in the levels' place or between cities.
 *
 * returns  the first rate out of its bounds, or undefined
 */
export function compileByCity(
  dims: Dimensions,
  conventions: Conventions,
  schedules: Schedules,
  inputs: YearInputs,
  rates: YearRates,
): RateFault | undefined {
  const { cities } = dims
  const { step } = conventions
  const moving = conventions.migration === 'off' ? 0 : 1
  const level = (name: Level) => levelRow(cities, inputs.levels, name)
  const scaled = (out: Float64Array, name: Level, factor: number) => {
    const values = level(name)
    for (let city = 0; city < cities; city++) out[city] = values[city] * factor
  }
  const boys = level('sex_ratio_at_birth')
  for (let city = 0; city < cities; city++) rates.femaleBirthShare[city] = 1 / (1 + boys[city])
  // a schedule of moves adds up to one over its groups, so a group holds the hazard of its years in a step of as many
  scaled(rates.ruralOutMigration, 'rural_exit', moving)
  scaled(rates.townOutMigration, 'city_to_city', moving)
  scaled(rates.returnMigration, 'return_home', moving)
  scaled(rates.awayReturn, 'return_from_outside', moving)
  scaled(rates.arrivals, 'arrivals', moving * step)
  scaled(rates.migrantConversion, 'conversion_migrant', step)
  scaled(rates.reclassifiedConversion, 'conversion_reclassified', step)
  scaled(rates.ruralConversion, 'conversion_rural', moving * step)
  compileReclassification(cities, step, level('reclassification'), rates)
  scaled(rates.newbornRegistration, 'babies_registered_here', 1)
  scaled(rates.netMigration, 'net_migration', moving)
  scaled(rates.moreNetMigrants, 'more_net_migrants', moving * step)
  const { hours, baseHours } = inputs
  const attractions = {
    ofCity: level('attraction'),
    ofOutside: level('pull_of_outside'),
    perHour: level('travel_time_weight'),
    response: level('leaving_response'),
    hours,
    baseHours,
  }
  const { nests, pairs, destinations, homes } = schedules
  const sameOrigins = rates.schedules?.homes === homes
  if (nests) {
    compileNestedDestinations(cities, nests, destinations, attractions, rates)
    if (!sameOrigins) compileNestedOrigins(cities, nests, homes, rates)
  } else if (pairs) {
    compileListedDestinations(pairs.destinations, destinations, attractions, rates)
    if (!sameOrigins) compileListedOrigins(pairs.homes, homes, rates)
  } else {
    compileDestinations(cities, destinations, attractions, rates)
    if (!sameOrigins) compileOrigins(cities, homes, rates)
  }
  compileAwayReturns(cities, level, rates)
  rates.schedules = schedules
  return faultInRates(dims, schedules, rates)
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
  const { mortality, mortalityAges } = schedules
  const rateAges = mortality.length / sexes / cities
  const mx = new Float64Array(rateAges)
  const middles = new Float64Array(rateAges)
  const survival = new Float64Array(ages)
  const middleTable = middlesOf(mortality, mortalityAges, cities)
  for (let sex = 0; sex < sexes; sex++) {
    for (let city = 0; city < cities; city++) {
      const from = ageAt(dims, sex, 0) + city
      if (schedules.mortalityMeasure === 'survival') {
        for (let age = 0; age < ages; age++) survival[age] = mortality[from + age * cities]
      } else {
        for (let age = 0, at = sex * rateAges * cities + city; age < rateAges; age++, at += cities) {
          mx[age] = mortality[at] * levels[city]
          middles[age] = middleTable[at]
        }
        lifeTable(mx, middles, mortalityAges, step, sex === MALE, survival)
      }
      rates.newbornSurvival[sex * cities + city] = survival[0]
      for (let age = 1; age < ages; age++) rates.survival[from + age * cities] = survival[age]
    }
  }
  rates.mortalityLevel.set(levels)
}

/** Villages that become towns, year after year of the step. */
function compileReclassification(cities: number, step: number, shares: Float64Array, rates: YearRates): void {
  for (let city = 0; city < cities; city++) {
    let share = shares[city]
    for (let year = 1; year < step; year++) share += (1 - share) * shares[city]
    rates.reclassification[city] = share
  }
}

/** Births per woman and step [age, city] of one kind of place. */
function compileFertility(
  cities: number,
  step: number,
  schedule: Float64Array,
  levels: Float64Array,
  ofPlace: Float64Array,
  fertility: Float64Array,
): void {
  for (let age = 0; age < schedule.length; age += cities) {
    for (let city = 0; city < cities; city++) {
      fertility[age + city] = schedule[age + city] * levels[city] * ofPlace[city] * step
    }
  }
}

/** Where people away return to: rural, reclassified, registered; the rest migrants in a town. */
function compileAwayReturns(cities: number, level: (name: Level) => Float64Array, rates: YearRates): void {
  const village = level('returning_to_village')
  const reclassified = level('returning_to_reclassified')
  const registered = level('returning_to_registered')
  for (let city = 0; city < cities; city++) {
    rates.awayReturnShares[city] = village[city]
    rates.awayReturnShares[cities + city] = reclassified[city]
    rates.awayReturnShares[2 * cities + city] = registered[city]
    rates.awayReturnShares[3 * cities + city] = 1 - village[city] - reclassified[city] - registered[city]
  }
}
