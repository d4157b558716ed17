/** Halves of the rates of moves by sex and age, of both draws: written once a year for both half steps. */
import { ages, arrivalsMakeup, cityToCity, hazards, returnFromOutside, returnHome, ruralExit } from './addresses'
import { both, PAIR } from './pairs'

/** Pairs that a cohort of `hazards` holds: leaving the village, the city, going home, coming back, arrivals from elsewhere. */
export const HAZARDS: usize = 5

export function writeHazards(): void {
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
