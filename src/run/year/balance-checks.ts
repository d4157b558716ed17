/** The books of a lived year, and what else no population can be. */
import { balanceGap } from '../../model/balance.js'
import type { RateFault } from '../../model/rate-checks.js'
import type { Plan } from '../../plan/plan.js'
import type { Fault } from '../../results/failures.js'
import type { OpensOf } from './travel.js'

/** Largest gap of the books, persons, and what rounding may add for a large city, per resident. */
const LARGEST_GAP = 1e-6
const ROUNDING = 1e-12
/** What rounding may take from an empty cell, persons. */
export const LEAST_CELL = -1e-9

/** A lived year of one draw: totals as in totalsByCity, and flows. */
export interface LivedYear {
  readonly before: Float64Array
  readonly after: Float64Array
  readonly flows: Float64Array
}

/** Books that do not close. */
export function faultInBooks(plan: Plan, year: number, lived: LivedYear): Fault | undefined {
  const { before, after, flows } = lived
  const gap = balanceGap(plan.dims, before, after, flows)
  const allowed = LARGEST_GAP + ROUNDING * largest(before)
  if (!(gap <= allowed)) return { code: 'balance-open', detail: `${plan.years[year]}: off by ${gap} persons` }
  return undefined
}

/** Fewer than nobody in the smallest cell. */
export function faultInCells({ years }: Plan, year: number, smallest: number): Fault | undefined {
  if (smallest >= LEAST_CELL) return undefined
  return { code: 'people-negative', detail: `${years[year]}: a cell of ${smallest}` }
}

/** A level that cannot be lived, in words. */
export function faultInRate(
  { years, places }: Plan,
  year: number,
  { level, city, value, expected }: RateFault,
): Fault {
  const name = places[city + 1].name.en
  const found = `${level} of ${name} is ${Number(value.toPrecision(6))} in ${years[year]}`
  return { code: 'rate-impossible', detail: `${found}; expected ${expected}` }
}

/** A line whose opening date is no date would silently never open. */
export function faultInLines(plan: Plan, opensIn: (year: number) => OpensOf): Fault | undefined {
  for (const [line, { name }] of plan.travel.lines.entries()) {
    for (let year = 0; year < plan.years.length; year++) {
      const opens = opensIn(year)(line)
      if (!Number.isFinite(opens))
        return { code: 'not-a-number', detail: `the line ${name} opens in ${opens}` }
    }
  }
  return undefined
}

function largest(values: Float64Array): number {
  let most = Number.NEGATIVE_INFINITY
  for (const value of values) most = value > most ? value : most
  return most
}
