/** Scratch space of a step, allocated once: rows of one number a city. */
import type { Dimensions } from '../vocabulary/dimensions.js'

export interface Workspace {
  /** Leavers to other cities, and to their homes elsewhere, of one sex and age [city]. */
  readonly toCities: Float64Array
  readonly toHomes: Float64Array
  /** Those who arrive in a city from others, and at home from others [city]. */
  readonly fromCities: Float64Array
  readonly fromHomes: Float64Array
  /** Of nested.ts: those who stay within their nest [city], and who comes to each nest [nest]. */
  readonly ownNest: Float64Array
  readonly toNests: Float64Array
  /** Births by status of the mother [status, city], and of one sex. */
  readonly births: Float64Array
  readonly babies: Float64Array
  /** Births to women away [city]. */
  readonly awayBirths: Float64Array
  /** Net migrants of the step [sex, age, city]; empty where a plan has none. */
  readonly netMigrants: Float64Array
}

/** netMigration: whether the plan gives net migrants by age and sex; nests: number of nests, 0 where there are none. */
export function createWorkspace(dims: Dimensions, netMigration: boolean, nests = 0): Workspace {
  const row = () => new Float64Array(dims.cities)
  return {
    toCities: row(),
    toHomes: row(),
    fromCities: row(),
    fromHomes: row(),
    ownNest: row(),
    toNests: new Float64Array(nests),
    births: new Float64Array(dims.statuses * dims.cities),
    babies: new Float64Array(dims.statuses * dims.cities),
    awayBirths: row(),
    netMigrants: new Float64Array(netMigration ? dims.sexes * dims.ages * dims.cities : 0),
  }
}
