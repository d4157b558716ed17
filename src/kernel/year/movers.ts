/** What is stored of the movers of a band, by city and cohort: offsets in bytes, all pairs. */
import { PAIR_BYTES } from './pairs'

/** By the city they leave: out-migrants, return migrants, and people away who came back. */
export const OUT_MIGRANTS: usize = 0
export const RETURN_MIGRANTS: usize = 16
export const CAME_BACK: usize = 32
/** By the city they reach: in-migrants, and return migrants at their place of origin. */
export const IN_MIGRANTS: usize = 48
export const RETURNED_MIGRANTS: usize = 64
/** From a cohort to the next, and how many pairs that is. */
export const NEXT: usize = 80
export const MOVERS: usize = NEXT / PAIR_BYTES
