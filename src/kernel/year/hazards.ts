/** What both half steps of moves read of a year, by sex and age or by city, written once. */
import {
  ages, arrivalsMakeup, backTo, cityToCity, elsewhere, hazards, homeHere, leavesCity, local, returnFromOutside,
  returnHome, row, ruralExit, townward,
} from './addresses.js' // biome-ignore format: a list reads best as a paragraph
import { both, get, less, PAIR, put } from './pairs.js'

/** Offsets of what a cohort of `hazards` holds, pairs; bytes from a cohort to the next. */
export const LEAVING_VILLAGE: usize = 0
export const ROAMING: usize = 16
export const GOING_HOME: usize = 32
export const COMING_BACK: usize = 48
export const ARRIVING: usize = 64
export const NEXT_AGE: usize = 80

export function prepareMoves(): void {
  writeHazards()
  writeRest(local, leavesCity)
  writeRest(homeHere, elsewhere)
  writeRest(backTo, townward)
}

/** Halves of the rates by sex and age, for both draws. */
function writeHazards(): void {
  let at = hazards
  for (let shape: usize = 0; shape < ages * 2; shape++) {
    v128.store(at, halfOf(ruralExit, shape), LEAVING_VILLAGE)
    v128.store(at, halfOf(cityToCity, shape), ROAMING)
    v128.store(at, halfOf(returnHome, shape), GOING_HOME)
    v128.store(at, halfOf(returnFromOutside, shape), COMING_BACK)
    v128.store(at, halfOf(arrivalsMakeup, shape), ARRIVING)
    at += NEXT_AGE
  }
}

function halfOf(schedule: usize, shape: usize): v128 {
  return both(load<f64>(schedule + shape * 8) / 2)
}

/** One less each share of a row. */
function writeRest(share: usize, rest: usize): void {
  for (let i: usize = 0; i < row; i += PAIR) put(rest + i, less(both(1), get(share + i)))
}
