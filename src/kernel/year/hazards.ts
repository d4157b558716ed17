/** What both half steps of moves read of a year, by sex and age or by city, written once. */
import {
  ages, arrivalsMakeup, awayReturnShares, awayReturnToTown, beyondCityShare, cityToCity, hazards, originElsewhere,
  originOwnCity, ownCityShare, returnFromOutside, returnHome, row, ruralExit, scheduleWidth,
} from './addresses' // biome-ignore format: a list reads best as a paragraph
import { get, less, PAIR_BYTES, put, splat } from './pairs'

/** Offsets of what a cohort of `hazards` holds, pairs; bytes of a cohort, of one place where each has its own. */
export const RURAL_OUT_MIGRATION: usize = 0
export const TOWN_OUT_MIGRATION: usize = 16
export const RETURN_MIGRATION: usize = 32
export const AWAY_RETURN: usize = 48
export const ARRIVALS: usize = 64
const COHORT: usize = 80

export function prepareMoves(): void {
  writeHazards()
  writeRest(ownCityShare, beyondCityShare)
  writeRest(originOwnCity, originElsewhere)
  writeRest(awayReturnShares, awayReturnToTown)
}

/** Halves of the rates by sex and age, and by place where they have their own, for both draws. */
export function writeHazards(): void {
  let at = hazards
  for (let shape: usize = 0; shape < ages * 2 * scheduleWidth; shape++) {
    v128.store(at, halfOf(ruralExit, shape), RURAL_OUT_MIGRATION)
    v128.store(at, halfOf(cityToCity, shape), TOWN_OUT_MIGRATION)
    v128.store(at, halfOf(returnHome, shape), RETURN_MIGRATION)
    v128.store(at, halfOf(returnFromOutside, shape), AWAY_RETURN)
    v128.store(at, halfOf(arrivalsMakeup, shape), ARRIVALS)
    at += COHORT
  }
}

function halfOf(schedule: usize, shape: usize): v128 {
  return splat(load<f64>(schedule + shape * 8) / 2)
}

/** 1 minus each share of a row. */
function writeRest(share: usize, rest: usize): void {
  for (let i: usize = 0; i < row; i += PAIR_BYTES) put(rest + i, less(splat(1), get(share + i)))
}
