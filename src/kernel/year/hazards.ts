/** What both half steps of moves read of a year, by sex and age or by city, written once. */
import {
  ages, arrivalsMakeup, backTo, cityToCity, elsewhere, hazards, homeHere, leavesCity, local, returnFromOutside,
  returnHome, row, ruralExit, townward,
} from './addresses' // biome-ignore format: a list reads best as a paragraph
import { both, get, less, PAIR, put } from './pairs'

/** Pairs that a cohort of `hazards` holds: leaving the village, the city, going home, coming back, arrivals from elsewhere. */
export const HAZARDS: usize = 5

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
    v128.store(at, halfOf(ruralExit, shape), 0)
    v128.store(at, halfOf(cityToCity, shape), 16)
    v128.store(at, halfOf(returnHome, shape), 32)
    v128.store(at, halfOf(returnFromOutside, shape), 48)
    v128.store(at, halfOf(arrivalsMakeup, shape), 64)
    at += HAZARDS * PAIR
  }
}

function halfOf(schedule: usize, shape: usize): v128 {
  return both(load<f64>(schedule + shape * 8) / 2)
}

/** One less each share of a row. */
function writeRest(share: usize, rest: usize): void {
  for (let i: usize = 0; i < row; i += PAIR) put(rest + i, less(both(1), get(share + i)))
}
