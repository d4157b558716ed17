/**
 * The axes of the population, and the one owner of their offsets.
 *
 * people[status, sex, age, city] is stored status-major, city-minor: all cities of one age stand together, so
 * that a loop over cities (the destination product) reads a straight line of memory.
 */

/** Where and how a person lives (method.md, M1). Urban residents are all but the first. */
export const STATUSES = ['rural', 'reclassified', 'registered', 'migrant'] as const
export const RURAL = 0
export const RECLASSIFIED = 1
export const REGISTERED = 2
export const MIGRANT = 3

export const SEXES = ['male', 'female'] as const
export const MALE = 0
export const FEMALE = 1

/** Groups of statuses that a formula may name besides the four themselves. */
export const GROUPS: Record<string, readonly number[]> = {
  resident: [RURAL, RECLASSIFIED, REGISTERED, MIGRANT],
  urban: [RECLASSIFIED, REGISTERED, MIGRANT],
  rural: [RURAL],
  reclassified: [RECLASSIFIED],
  registered: [REGISTERED],
  migrant: [MIGRANT],
}

/** Sizes of the axes. A single-region projection has one status, one city. */
export interface Dimensions {
  /** 4, or 1 where the data folder does not tell statuses apart. */
  readonly statuses: number
  readonly sexes: 2
  /** Number of age groups; the last is open (100+ in single years: 101 groups). */
  readonly ages: number
  /** Years in an age group, and in a step of the clock: 1 or 5. */
  readonly ageWidth: number
  readonly cities: number
}

/** Number of cells of people[status, sex, age, city]. */
export function peopleSize(dims: Dimensions): number {
  return dims.statuses * dims.sexes * dims.ages * dims.cities
}

/** Offset of the first city of one cohort in people[status, sex, age, city]. */
export function cohortAt(dims: Dimensions, status: number, sex: number, age: number): number {
  return ((status * dims.sexes + sex) * dims.ages + age) * dims.cities
}

/** Offset of the first city of one age in a table [sex, age, city]. */
export function ageAt(dims: Dimensions, sex: number, age: number): number {
  return (sex * dims.ages + age) * dims.cities
}
