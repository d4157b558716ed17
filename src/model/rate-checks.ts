/** What a level and a rate may be: beyond it a step has no meaning, and the trajectory fails with the level's name. */
import type { Dimensions } from '../vocabulary/dimensions.js'
import { LEVELS, type Level, type Schedules, scheduleAxes } from './rates.js'
import type { YearRates } from './year-rates.js'

/** A level with which no step can be computed, in the first city where it stands. */
export interface RateFault {
  readonly level: Level
  readonly city: number
  readonly value: number
  readonly limit: LevelLimit
}

/** What a level may be: a number between bounds; one that keeps a rate below 1 a step at every age; shares of at most 1 together. */
export type LevelLimit =
  | { readonly kind: 'range'; readonly low: number; readonly high: number }
  | { readonly kind: 'rate-below-one' }
  | { readonly kind: 'shares-to-one' }

/** Bounds of levels. Those of log odds, ratios and people are far outside what can be meant. */
const BOUNDS: Readonly<Record<Level, readonly [low: number, high: number]>> = {
  fertility: [0, 100],
  fertility_in_villages: [0, 100],
  fertility_in_towns: [0, 100],
  sex_ratio_at_birth: [0, 100],
  mortality: [0, 100],
  rural_exit: [0, 1000],
  return_home: [0, 1000],
  city_to_city: [0, 1000],
  return_from_outside: [0, 1000],
  returning_to_village: [0, 1],
  returning_to_reclassified: [0, 1],
  returning_to_registered: [0, 1],
  arrivals: [0, 1e9],
  conversion_migrant: [0, 1000],
  conversion_reclassified: [0, 1000],
  conversion_rural: [0, 1000],
  reclassification: [0, 1],
  babies_registered_here: [0, 1],
  attraction: [-50, 50],
  pull_of_outside: [-50, 50],
  travel_time_weight: [0, 10],
  leaving_response: [0, 2],
  net_migration: [-100, 100],
  more_net_migrants: [-1e9, 1e9],
}

/** Rounding of shares that add up to one. */
const ROUNDING = 1e-12

/** The first level outside its bounds; levels[level, city] in the order of LEVELS. NaN is outside. */
export function faultInLevels(cities: number, levels: Float64Array): RateFault | undefined {
  for (let index = 0; index < LEVELS.length; index++) {
    const level = LEVELS[index]
    const [low, high] = BOUNDS[level]
    for (let city = 0; city < cities; city++) {
      const value = levels[index * cities + city]
      if (!(value >= low && value <= high)) return { level, city, value, limit: { kind: 'range', low, high } }
    }
  }
  return undefined
}

/** Highest values of schedules, of all places or of each, which are looked up in every step of every draw and never change. */
const highestKnown = new WeakMap<Float64Array, Float64Array>()

function highestOf(schedule: Float64Array, width: number): Float64Array {
  const known = highestKnown.get(schedule)
  if (known !== undefined) return known
  const highest = new Float64Array(width)
  schedule.forEach((value, at) => {
    const place = at % width
    if (value > highest[place]) highest[place] = value
  })
  highestKnown.set(schedule, highest)
  return highest
}

/**
 * The first rate that is too high for a step: an out-rate of 1 or more would leave fewer than nobody behind
 * (method.md, M4), and shares of those who come back cannot add up to more than one.
 */
export function faultInRates(
  dims: Dimensions,
  schedules: Schedules,
  rates: YearRates,
): RateFault | undefined {
  const checks: [Level, Float64Array, Float64Array][] = [
    ['rural_exit', rates.ruralOutMigration, schedules.ruralExit],
    ['city_to_city', rates.townOutMigration, schedules.cityToCity],
    ['return_home', rates.returnMigration, schedules.returnHome],
    ['return_from_outside', rates.awayReturn, schedules.returnFromOutside],
    ['conversion_migrant', rates.migrantConversion, schedules.conversion],
    ['conversion_reclassified', rates.reclassifiedConversion, schedules.conversion],
    ['conversion_rural', rates.ruralConversion, schedules.conversion],
  ]
  const { width, step } = scheduleAxes(schedules, dims.cities)
  for (const [level, levels, schedule] of checks) {
    const highest = highestOf(schedule, width)
    for (let city = 0; city < dims.cities; city++) {
      const value = levels[city] * highest[step * city]
      if (!(value < 1)) return { level, city, value, limit: { kind: 'rate-below-one' } }
    }
  }
  const { cities } = dims
  for (let city = 0; city < cities; city++) {
    const migrants = rates.awayReturnShares[3 * cities + city]
    if (migrants < -ROUNDING)
      return { level: 'returning_to_village', city, value: 1 - migrants, limit: { kind: 'shares-to-one' } }
  }
  return undefined
}
