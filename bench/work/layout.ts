/**
 * The same work for every contestant, as one file of little-endian doubles.
 *
 *   header     8 doubles: format (1), cities, ages, years, draws, years of a step, 0, 0
 *   people     [status, sex, age, city]   opening, persons
 *   away       [sex, age, city]           opening, persons
 *   homes      [from, to]                 of migrants from elsewhere, shares by city of origin (originShares)
 *   schedules  for every year: SCHEDULES [sex, age] each, fertility [age, city], mortality [sex, age, city]
 *   rates      for every draw, for every year: RATES in their order
 *
 * There are four statuses and two sexes; net migrants come half before and half after the deaths, and there are none.
 * Names are those of src/model/year-rates.ts and rates.ts.
 */
import type { Dimensions } from '../../src/vocabulary/dimensions.js'

export const FORMAT = 1
export const HEADER = 8

export const SCHEDULES = [
  'ruralExit',
  'returnHome',
  'cityToCity',
  'returnFromOutside',
  'arrivals',
  'conversion',
] as const

type Shape = 'cities' | 'statuses' | 'pairs'

/** What a draw needs for a year. Of levels of fertility and mortality a year step makes births per woman and survival. */
export const RATES = [
  ['fertilityLevel', 'cities'],
  ['fertilityInVillages', 'cities'],
  ['fertilityInTowns', 'cities'],
  ['femaleBirthShare', 'cities'],
  ['ruralOutMigration', 'cities'],
  ['ownCityShare', 'cities'],
  ['otherProvinceShare', 'cities'],
  ['townOutMigration', 'cities'],
  ['returnMigration', 'cities'],
  ['originOwnCity', 'cities'],
  ['originOtherProvince', 'cities'],
  ['awayReturn', 'cities'],
  ['awayReturnShares', 'statuses'],
  ['arrivals', 'cities'],
  ['migrantConversion', 'cities'],
  ['reclassifiedConversion', 'cities'],
  ['ruralConversion', 'cities'],
  ['reclassification', 'cities'],
  ['newbornRegistration', 'cities'],
  ['mortalityLevel', 'cities'],
  ['destinationShares', 'pairs'],
] as const satisfies readonly (readonly [name: string, shape: Shape])[]

export type RateName = (typeof RATES)[number][0]

/** Sizes of a work. */
export interface WorkSize {
  readonly cities: number
  readonly ages: number
  readonly years: number
  readonly draws: number
  /** Years of a step. */
  readonly step: number
}

export function dimensionsOf({ cities, ages, step }: WorkSize): Dimensions {
  return { statuses: 4, sexes: 2, ages, ageWidth: step, cities }
}

/** Doubles of one of the rates. */
export function doublesOf(shape: Shape, { cities }: WorkSize): number {
  const sizes = { cities, statuses: 4 * cities, pairs: cities ** 2 }
  return sizes[shape]
}

/** Doubles of the schedules of a year, and of the rates of a draw and year. */
export function schedulesSize({ cities, ages }: WorkSize): number {
  return SCHEDULES.length * 2 * ages + 3 * ages * cities
}

export function ratesSize(size: WorkSize): number {
  return RATES.reduce((sum, [, shape]) => sum + doublesOf(shape, size), 0)
}
