/** What is noted of the movers of a band, by city and cohort: offsets in bytes, all pairs. */
import { PAIR } from './pairs.js'

/** Leavers to other cities and to homes elsewhere, and those who came back from outside. */
export const TO_CITIES: usize = 0
export const TO_HOMES: usize = 16
export const CAME_BACK: usize = 32
/** Arrivals from other cities, and at home. */
export const FROM_CITIES: usize = 48
export const FROM_HOMES: usize = 64
/** From a cohort to the next, and how many pairs that is. */
export const NEXT: usize = 80
export const MOVERS: usize = NEXT / PAIR
