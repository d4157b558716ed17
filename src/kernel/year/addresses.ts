/**
 * Where everything stands in memory, and how large the region is. The host (layout.ts) owns these: it sets every one
 * by its name before the first step, and nothing here is computed twice.
 *
 * A row is one pair of doubles for every city. Tables are [sex, age, city] in rows unless they say otherwise.
 */

export let cities: usize = 0
export let ages: usize = 0
export let statuses: usize = 0
/** Bytes of a row of pairs. */
export let row: usize = 0
/** Years of a step. */
export let step: f64 = 1
/** 0 off, 1 even, 2 even_after_births, 3 end: MIGRATION_TIMINGS of the model, in the host's order. */
export let timing: i32 = 0
/** 1 where people of one status move between places. */
export let placeMoves: i32 = 0
/** 1 where people away are counted, where net migrants are given, and where these are rates and no counts. */
export let hasAway: i32 = 0
export let hasNetMigration: i32 = 0
export let netMigrationIsRate: i32 = 0
/** 1 where the table of mortality gives shares that survive, not death rates. */
export let mortalityIsSurvival: i32 = 0

/** One and a half, which are loaded: V8 makes a pair of a literal anew at each use, in four steps. */
export let unit: f64 = 1
export let unitHalf: f64 = 0.5

/** people[status, sex, age, city] and away[sex, age, city], pairs. */
export let people: usize = 0
export let away: usize = 0

/** Schedules, one double for both draws: [sex, age], or [sex, age, city] where places have their own; fertility [age, city]; mortality, net migration [sex, age, city]. */
export let ruralExit: usize = 0
export let returnHome: usize = 0
export let cityToCity: usize = 0
export let returnFromOutside: usize = 0
export let arrivalsMakeup: usize = 0
export let conversion: usize = 0
export let fertility: usize = 0
export let mortality: usize = 0
/**
 * Ages of the table of mortality, [sex, age of the rates, city]; what of a_x does not depend on the level, in the same
 * order; three doubles of each age: its width in years, its bend, and 1 where it ends a group of people (death-ages.ts).
 */
export let rateAges: usize = 0
export let mortalityMiddles: usize = 0
export let mortalityShapes: usize = 0
export let netMigrationGiven: usize = 0
export let moreNetMigrantsMakeup: usize = 0
/** Ages from .. to (exclusive) at which any woman bears. */
export let fertileFrom: usize = 0
export let fertileTo: usize = 0

/** Survival as in the model's year-rates.ts, pairs, and the level that death rates are multiplied by. */
export let survival: usize = 0
export let newbornSurvival: usize = 0
export let mortalityLevel: usize = 0
/** Levels of fertility and of its two kinds of place, rows. */
export let fertilityLevel: usize = 0
export let fertilityInVillages: usize = 0
export let fertilityInTowns: usize = 0
/** Rows, named as in year-rates.ts. */
export let femaleBirthShare: usize = 0
export let ruralOutMigration: usize = 0
export let ownCityShare: usize = 0
export let otherProvinceShare: usize = 0
export let townOutMigration: usize = 0
export let returnMigration: usize = 0
export let originOwnCity: usize = 0
export let originOtherProvince: usize = 0
export let awayReturn: usize = 0
export let awayReturnShares: usize = 0
export let arrivals: usize = 0
export let migrantConversion: usize = 0
export let reclassifiedConversion: usize = 0
export let ruralConversion: usize = 0
export let reclassification: usize = 0
export let newbornRegistration: usize = 0
export let netMigration: usize = 0
export let moreNetMigrants: usize = 0
/** [from, to] in rows, [from, nest] in pairs, or the pairs of a list by the city of arrival (listed.ts). */
export let destinationShares: usize = 0
export let originShares: usize = 0
/** 1 where pairs are listed; of each list 32-bit numbers: ends [city], and where the movers of the other city stand [pair]. */
export let hasPairs: i32 = 0
export let destinationEnds: usize = 0
export let destinationFrom: usize = 0
export let originEnds: usize = 0
export let originFrom: usize = 0
/** Number of nests, 0 where there are none; the nest of each city, 32-bit numbers; rows of nested.ts; sums [nest]. */
export let nests: usize = 0
export let nestOf: usize = 0
export let destinationInNest: usize = 0
export let destinationOthersFactor: usize = 0
export let originInNest: usize = 0
export let originOthersFactor: usize = 0
export let toNests: usize = 0

/**
 * Computed by the kernel for a year: births per woman [age, city]; halves of the rates of moves [sex, age], five pairs
 * each (hazards.ts); shares of movers [city, sex, age], four pairs each (leave.ts),
 * which more cities than MANY of pairs.ts do not keep.
 */
export let villageFertility: usize = 0
export let townFertility: usize = 0
export let hazards: usize = 0
/**
 * Where places have schedules of their own: 1, and numbers in a schedule from an age to the next; else 0 and 1. Bytes of
 * `hazards` from an age to the next, and pairs of it from a city to the next.
 */
export let byPlace: usize = 0
export let scheduleWidth: usize = 1
export let hazardNext: usize = 80
export let hazardCity: usize = 0
export let shares: usize = 0
/** Rows, one less ownCityShare, originOwnCity and the first of awayReturnShares: what is beyond the city, or in town. */
export let beyondCityShare: usize = 0
export let originElsewhere: usize = 0
export let awayReturnToTown: usize = 0
/** Halves of mean rates of changes of status [sex, age], three pairs each (status.ts). */
export let meanRates: usize = 0
/** What is read and added up of each city by those who leave, arrive and change their status, side by side (side-by-side.ts). */
export let leaveRates: usize = 0
export let arriveRates: usize = 0
export let statusRates: usize = 0
/** Movers of a band [what, city, cohort], pairs (movers.ts). */
export let movers: usize = 0
/** Scratch rows, as in the model's workspace.ts. */
export let births: usize = 0
export let newborns: usize = 0
export let awayBirths: usize = 0
export let netMigrants: usize = 0

/** Rows of the flows, each under the name that state.ts gives it, and the bytes of all of them. */
export let flows: usize = 0
export let flowsBytes: usize = 0
export let flow_births: usize = 0
export let flow_deaths: usize = 0
export let flow_moved_in: usize = 0
export let flow_moved_out: usize = 0
export let flow_from_outside: usize = 0
export let flow_to_outside: usize = 0
export let flow_net_migration: usize = 0
export let flow_urban_births: usize = 0
export let flow_urban_deaths: usize = 0
export let flow_urban_in: usize = 0
export let flow_urban_out: usize = 0
export let flow_reclassified: usize = 0
export let flow_converted: usize = 0
export let flow_to_town: usize = 0
export let flow_to_village: usize = 0
export let flow_shortfall: usize = 0
export let flow_away_births: usize = 0
export let flow_away_deaths: usize = 0

/** Residents and urban residents by city before and after the step, two rows each. */
export let before: usize = 0
export let after: usize = 0
/** Head counts of the request: four 32-bit numbers each (statuses as bits, sexes as bits, first and last age), and rows. */
export let counts: usize = 0
export let headCounts: usize = 0
export let heads: usize = 0
