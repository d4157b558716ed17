/** Scratch space of a step, allocated once: rows of one number a city. */
import type { Dimensions } from '../vocabulary/dimensions.js'

/** What a step has come to when somebody who keeps account of it looks at the people. */
export type YearEvent =
  | 'start'
  | 'moves'
  | 'net migration'
  | 'births counted'
  | 'deaths'
  | 'status'
  | 'newborns'
  /** Of a step with published totals: before and after people are scaled to them. */
  | 'projected'
  | 'control'

/** Told of a step as it goes on; it reads state and workspace, and changes nothing. */
export interface YearWatch {
  readonly after: (event: YearEvent) => void
  /** Those of one sex and age who leave for other cities have been settled: they stand in the workspace. */
  readonly cohortMoved: (sex: number, age: number) => void
}

export interface Workspace {
  /** Absent where nobody keeps account, as in every run. */
  readonly watch?: YearWatch
  /** Of one sex and age, by the city they leave: out-migrants to other cities, return migrants to other cities [city]. */
  readonly outMigrants: Float64Array
  readonly returnMigrants: Float64Array
  /** The same people by the city that they reach [city]. */
  readonly inMigrants: Float64Array
  readonly returnedMigrants: Float64Array
  /** Of place-moves.ts: those of whom half the rates of a step leave [city]. */
  readonly stayers: Float64Array
  /** Of nested.ts: those who stay within their nest [city], and who comes to each nest [nest]. */
  readonly toOwnNest: Float64Array
  readonly toNests: Float64Array
  /** Births by status of the mother, both sexes; newborns of one sex at the end of the step [status, city]. */
  readonly births: Float64Array
  readonly newborns: Float64Array
  /** Births to women away [city]. */
  readonly awayBirths: Float64Array
  /** Net migrants of the step [sex, age, city]; empty where a plan has none. */
  readonly netMigrants: Float64Array
}

/** netMigration: whether the plan gives net migrants by age and sex; nests: number of nests, 0 where there are none. */
export function createWorkspace(dims: Dimensions, netMigration: boolean, nests = 0): Workspace {
  const row = () => new Float64Array(dims.cities)
  return {
    outMigrants: row(),
    returnMigrants: row(),
    inMigrants: row(),
    returnedMigrants: row(),
    stayers: row(),
    toOwnNest: row(),
    toNests: new Float64Array(nests),
    births: new Float64Array(dims.statuses * dims.cities),
    newborns: new Float64Array(dims.statuses * dims.cities),
    awayBirths: row(),
    netMigrants: new Float64Array(netMigration ? dims.sexes * dims.ages * dims.cities : 0),
  }
}
