/** What no population can be: a year that does not balance, fewer than no persons, a line that opens on no date. */
import { balanceGap } from '../../model/balance.js'
import type { Plan } from '../../plan/plan.js'
import type { BalanceFault, LineFault } from '../../results/failures.js'
import type { OpensOf } from './travel.js'

/** Largest gap of a year's balance, persons, and what rounding may add for a large city, per resident. */
const LARGEST_GAP = 1e-6
const ROUNDING = 1e-12
/** What rounding may take from an empty cell, persons. */
export const LEAST_CELL = -1e-9

/** A simulated year of one draw: totals as in totalsByCity, and flows. */
export interface YearTotals {
  readonly before: Float64Array
  readonly after: Float64Array
  readonly flows: Float64Array
}

/** A year (an index) that does not balance. */
export function balanceFault(plan: Plan, year: number, totals: YearTotals): BalanceFault | undefined {
  const { before, after, flows } = totals
  const gap = balanceGap(plan.dims, before, after, flows)
  const allowed = LARGEST_GAP + ROUNDING * largest(before)
  return gap <= allowed ? undefined : { code: 'balance-open', year: plan.years[year], gap }
}

/** A line whose opening date is no date would silently never open. */
export function lineFault(plan: Plan, opensIn: (year: number) => OpensOf): LineFault | undefined {
  for (const [line, { name }] of plan.travel.lines.entries()) {
    for (let year = 0; year < plan.years.length; year++) {
      const opens = opensIn(year)(line)
      if (!Number.isFinite(opens)) return { code: 'not-a-number', line: name, value: opens }
    }
  }
  return undefined
}

function largest(values: Float64Array): number {
  let most = Number.NEGATIVE_INFINITY
  for (const value of values) most = value > most ? value : most
  return most
}
