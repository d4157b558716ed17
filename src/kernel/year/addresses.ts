/**
 * Where everything stands in memory, and how large the region is. The host (layout.ts) owns these: it sets every one
 * by its name before the first step, and nothing here is worked out twice.
 *
 * A row is one pair of doubles for every city. Tables are [sex, age, city] in rows unless they say otherwise.
 */

export const cities: usize = 0
export const ages: usize = 0
export const statuses: usize = 0
/** Bytes of a row of pairs. */
export const row: usize = 0
/** Years of a step. */
export const step: f64 = 1
/** 0 off, 1 even, 2 even_after_births, 3 end: MIGRATION_TIMINGS of the model, in the host's order. */
export const timing: i32 = 0
/** 1 where people away are followed, where net migrants are given, and where these are rates and no counts. */
export const hasAway: i32 = 0
export const hasNetMigration: i32 = 0
export const netMigrationIsRate: i32 = 0

/** people[status, sex, age, city] and away[sex, age, city], pairs. */
export const people: usize = 0
export const away: usize = 0

/** Schedules, one double for both draws: [sex, age], fertility [age, city], net migration [sex, age, city]. */
export const ruralExit: usize = 0
export const returnHome: usize = 0
export const cityToCity: usize = 0
export const returnFromOutside: usize = 0
export const arrivalsMakeup: usize = 0
export const conversion: usize = 0
export const fertility: usize = 0
export const netMigrationGiven: usize = 0
/** Ages from .. to (exclusive) at which any woman bears. */
export const fertileFrom: usize = 0
export const fertileTo: usize = 0

/** Rates of the year, pairs; survival and infants as in the model's year-rates.ts. */
export const survival: usize = 0
export const infants: usize = 0
/** Levels of fertility and of its two kinds of place, rows. */
export const fertilityLevel: usize = 0
export const inVillages: usize = 0
export const inTowns: usize = 0
/** Rows, named as in year-rates.ts. */
export const girls: usize = 0
export const exitLevel: usize = 0
export const local: usize = 0
export const outside: usize = 0
export const roamLevel: usize = 0
export const homeLevel: usize = 0
export const homeHere: usize = 0
export const homeOutside: usize = 0
export const backLevel: usize = 0
export const backTo: usize = 0
export const arrivals: usize = 0
export const convertMigrant: usize = 0
export const convertReclassified: usize = 0
export const convertRural: usize = 0
export const reclassified: usize = 0
export const babiesHere: usize = 0
export const netMigration: usize = 0
/** [from, to] in rows. */
export const towards: usize = 0
export const homeTowards: usize = 0

/** Worked out by the kernel for a year: births per woman [age, city], shares of movers (moves.ts). */
export const villageBirths: usize = 0
export const townBirths: usize = 0
export const shares: usize = 0
/** Scratch rows, as in the model's workspace.ts. */
export const toCities: usize = 0
export const toHomes: usize = 0
export const fromCities: usize = 0
export const fromHomes: usize = 0
export const births: usize = 0
export const babies: usize = 0
export const awayBirths: usize = 0
export const netMigrants: usize = 0

/** Rows of the flows, each under the name that state.ts gives it, and the bytes of all of them. */
export const flows: usize = 0
export const flowsBytes: usize = 0
export const flow_births: usize = 0
export const flow_deaths: usize = 0
export const flow_moved_in: usize = 0
export const flow_moved_out: usize = 0
export const flow_from_outside: usize = 0
export const flow_to_outside: usize = 0
export const flow_net_migration: usize = 0
export const flow_urban_births: usize = 0
export const flow_urban_deaths: usize = 0
export const flow_urban_in: usize = 0
export const flow_urban_out: usize = 0
export const flow_reclassified: usize = 0
export const flow_converted: usize = 0
export const flow_to_town: usize = 0
export const flow_to_village: usize = 0
export const flow_shortfall: usize = 0
export const flow_away_births: usize = 0
export const flow_away_deaths: usize = 0

/** Residents and urban residents by city before and after the step, two rows each. */
export const before: usize = 0
export const after: usize = 0
/** Head counts asked for: four 32-bit numbers each (statuses as bits, sexes as bits, first and last age), and rows. */
export const counts: usize = 0
export const countsAsked: usize = 0
export const heads: usize = 0
