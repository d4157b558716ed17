/**
 * What is stored of the movers of a band, [what, city, cohort], all pairs: out-migrants, return migrants and people away who
 * came back by the city they leave, in-migrants and return migrants at their place of origin by the city they reach. Cohorts
 * of one kind of movers stand side by side, so that those who go from one city to another are read together.
 */
import { row } from './addresses'
import { PAIR_BYTES } from './pairs'

/** Cohorts that move together: BAND of the host's layout.ts, a multiple of four, and as many as listed.ts adds up together. */
export const COHORTS: usize = 12
/** From a cohort to the next, and from a city to the next. */
export const NEXT: usize = PAIR_BYTES
export const CITY_BYTES: usize = COHORTS * NEXT

/** From out-migrants, which are the first, to return migrants and to those who came back. */
export function toReturnMigrants(): usize {
  return row * COHORTS
}

export function toCameBack(): usize {
  return row * (COHORTS * 2)
}

/** From movers by the city they leave to those who arrive: out-migrants as in-migrants, return migrants as returned ones. */
export function toArrivals(): usize {
  return row * (COHORTS * 3)
}
