/** What demographic tables are made from, and sums that several of them take. */
import type { Plan } from '../../plan/plan.js'
import { placesOf } from '../../results/every-cell.js'
import { ageAt, SEXES } from '../../vocabulary/dimensions.js'
import type { StepAccount } from './account.js'

export interface DemographySource {
  /** As withEveryCell gives it. */
  readonly plan: Plan
  /** What a policy computes in the future. */
  readonly memory: Float64Array
  readonly accounts: readonly StepAccount[]
  /** Years that are wanted, by index. */
  readonly years: readonly number[]
  /** Whether the data folder holds women only: nothing is shown of the men lived with them. */
  readonly womenOnly: boolean
}

/** A sex, or both together. */
export const SEXES_AND_BOTH = [...SEXES, 'both'] as const
export type SexOrBoth = (typeof SEXES_AND_BOTH)[number]

/** The sexes that are meant, by index. */
export const indicesOf = (sex: SexOrBoth) =>
  sex === 'both' ? SEXES.map((_, index) => index) : [SEXES.indexOf(sex)]

export interface PlaceRow {
  readonly code: string
  /** English name. */
  readonly place: string
  readonly cities: readonly number[]
}

/** Region first, then its cities. */
export function placeRows(plan: Plan): PlaceRow[] {
  const nameOf = new Map(plan.places.map(({ code, name }) => [code, name.en]))
  return placesOf(plan).map(({ code, cities }) => ({ code, place: nameOf.get(code) ?? code, cities }))
}

/** First and last year of an age group, completed; NaN for the end of the open one. */
export function ageCells({ dims }: Plan, age: number): [from: number, to: number] {
  const from = age * dims.ageWidth
  return [from, age === dims.ages - 1 ? Number.NaN : from + dims.ageWidth - 1]
}

/** Sum over some sexes, ages (groups from .. to) and cities of a table [sex, age, city]. */
export function sumIn(
  { dims }: Plan,
  table: Float64Array,
  sex: SexOrBoth,
  [from, to]: readonly [number, number],
  cities: readonly number[],
): number {
  let sum = 0
  for (const one of indicesOf(sex))
    for (let age = from; age <= to; age++) {
      const at = ageAt(dims, one, age)
      for (const city of cities) sum += table[at + city]
    }
  return sum
}

/** Births of a sex in some cities. */
export function birthsOf(
  { dims }: Plan,
  { births }: StepAccount,
  cities: readonly number[],
  sex: SexOrBoth,
): number {
  let sum = 0
  for (const one of indicesOf(sex)) for (const city of cities) sum += births[one * dims.cities + city]
  return sum
}

/** Sum over cities of one age of a table [age, city]. */
export function sumAtAge(
  { dims }: Plan,
  table: Float64Array,
  age: number,
  cities: readonly number[],
): number {
  return cities.reduce((sum, city) => sum + table[age * dims.cities + city], 0)
}
