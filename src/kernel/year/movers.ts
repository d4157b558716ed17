/**
 * What is stored of the movers of a band, [city, what, cohort]: offsets in bytes, all pairs. Cohorts of one kind of movers
 * stand side by side, so that those who go from one city to another are read together.
 */
import { PAIR_BYTES } from './pairs'

/** Cohorts that move together: BAND of the host's layout.ts, a multiple of ten and of four. */
export const COHORTS: usize = 20
/** From a cohort to the next, from one kind of movers to the next, and from a city to the next. */
export const NEXT: usize = PAIR_BYTES
const KIND: usize = COHORTS * NEXT
export const CITY_BYTES: usize = KIND * 5
/** By the city they leave: out-migrants, return migrants, and people away who came back. */
export const OUT_MIGRANTS: usize = 0
export const RETURN_MIGRANTS: usize = KIND
export const CAME_BACK: usize = KIND * 2
/** By the city they reach: in-migrants, and return migrants at their place of origin; as far behind their leavers. */
export const IN_MIGRANTS: usize = KIND * 3
export const RETURNED_MIGRANTS: usize = KIND * 4
