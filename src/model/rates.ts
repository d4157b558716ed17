/**
 * What drives a step of the model: schedules that hold for a whole run, levels that a scenario sets for each
 * city and year, and the rates of one step compiled from the two.
 */
import type { DeathAges } from '../math/death-ages.js'
import type { PairList } from '../math/pairs/pair-list.js'

/** Fixed over a run. Rates are per person-year; the compiler turns them into steps. */
export interface Schedules {
  /**
   * mx[sex, age, city], deaths per person-year by the ages of `mortalityAges`; or shares who survive a step, by the
   * ages of the people, where `mortalityMeasure` says so.
   */
  readonly mortality: Float64Array
  readonly mortalityAges: DeathAges
  readonly mortalityMeasure: 'mx' | 'survival'
  /** Births per woman-year [age, city]. */
  readonly fertility: Float64Array
  /**
   * Age schedules [sex, age], each summing to 1 over age for each sex; zero where a move is not modelled. With `byPlace`
   * they are [sex, age, city], of those who leave each place (of arrivals: who reach it), as `conversion` is then too.
   */
  readonly ruralExit: Float64Array
  readonly returnHome: Float64Array
  readonly cityToCity: Float64Array
  readonly returnFromOutside: Float64Array
  /** Sums to 1 over sex and age together: the make-up of arrivals from other regions. */
  readonly arrivals: Float64Array
  /** Conversion by age [sex, age], relative to its level (1 = the level itself). */
  readonly conversion: Float64Array
  /** Whether places have age schedules of their own; absent where one serves them all. */
  readonly byPlace?: true
  /**
   * destinations[city, city + 1] and homes[city, city + 1], rows summing to 1; the last column is outside. With nests,
   * [city, 1 + nests + 1]: the own place, others by nest, outside; with pairs as pair-list.ts lists them.
   */
  readonly destinations: Float64Array
  readonly homes: Float64Array
  /** Larger places that are chosen first (nested.ts); absent where every pair of places has a share of its own. */
  readonly nests?: Nests
  /** The pairs of places that have a share, where most have none (listed.ts). */
  readonly pairs?: MovePairs
  /** Net migrants [sex, age, city] a step, or share of the people at its start; empty where there are none. */
  readonly netMigration: Float64Array
  readonly netMigrationMeasure: 'count' | 'rate'
  /** Sums to 1 over sex and age together: the make-up of net migrants beside those of the table. */
  readonly moreNetMigrants: Float64Array
}

/** Pairs of places with a share, of destinations and of homes. */
export interface MovePairs {
  readonly destinations: PairList
  readonly homes: PairList
}

/** Places by the larger place that they are in. */
export interface Nests {
  /** Index of each place's nest [city]. */
  readonly of: Float64Array
  /** Index of the place whose hours of travel stand for the nest [nest]. */
  readonly seats: Float64Array
  /** Share of each place in what comes to its nest, and in what goes home to it [city]; adding up to one in a nest. */
  readonly within: Float64Array
  readonly homesWithin: Float64Array
}

/**
 * What a scenario sets for one year, each one number a city (a scenario's single number is repeated).
 * The order is the order of the columns in memory.
 */
export const LEVELS = [
  /** Multiplies the fertility schedule; ratio. */
  'fertility',
  /** Multiply it further for women who live in villages, and for those in towns or outside; ratios. */
  'fertility_in_villages',
  'fertility_in_towns',
  /** Boys per girl at birth; ratio. */
  'sex_ratio_at_birth',
  /** Multiplies mx; ratio. */
  'mortality',
  /** Gross migraproduction rate of leaving the village, for towns here, other cities or outside; moves a lifetime. */
  'rural_exit',
  /** The same for migrants going home to their village. */
  'return_home',
  /** The same for town residents leaving for another city or outside. */
  'city_to_city',
  /** The same for people away outside coming back. */
  'return_from_outside',
  /** Of those who come back, shares to village, reclassified town, registered; the rest are migrants in a town. */
  'returning_to_village',
  'returning_to_reclassified',
  'returning_to_registered',
  /** People from other regions who arrive, persons a year. */
  'arrivals',
  /** Hazard of getting urban registration here, a year, for migrants and for reclassified residents. */
  'conversion_migrant',
  'conversion_reclassified',
  /** Hazard of villagers getting urban registration directly (students, recruits), a year. */
  'conversion_rural',
  /** Share of villagers whose village becomes a town in the year. */
  'reclassification',
  /** Share of migrants' newborns registered where they are born. */
  'babies_registered_here',
  /** Added to the utility of the city as a destination, relative to the base year. */
  'attraction',
  /** Added to the utility of outside, as seen from the city, relative to the base year. */
  'pull_of_outside',
  /** Utility lost per hour of travel. */
  'travel_time_weight',
  /** Elasticity of the leaving rate to the change of accessibility (method.md, M6); 0 to 0.3. */
  'leaving_response',
  /** Multiplies net migration; ratio. */
  'net_migration',
  /** Net migrants beside those of the table, persons a year; below 0 where more leave. */
  'more_net_migrants',
] as const
export type Level = (typeof LEVELS)[number]

/**
 * When net migrants come: half before and half after the deaths (even), the second half only once births are counted
 * (even_after_births), or all at the end of the step; or nobody moves at all (off). Method.md, M3, says who does which.
 */
export const MIGRATION_TIMINGS = ['even', 'even_after_births', 'end', 'off'] as const
export type MigrationTiming = (typeof MIGRATION_TIMINGS)[number]

/** How a run treats time and migration. */
export interface Conventions {
  /** Years of a step: 1 or 5. */
  readonly step: number
  readonly migration: MigrationTiming
  /** Whether people of one status move between places (place-moves.ts); with several statuses they always may. */
  readonly placeMoves?: true
}

/** How schedules of moves are read: `[sex, age]` stands at shape x width, a place of it at step x city more. */
export function scheduleAxes({ byPlace }: Schedules, cities: number): { width: number; step: number } {
  return byPlace ? { width: cities, step: 1 } : { width: 1, step: 0 }
}
