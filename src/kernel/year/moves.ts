/**
 * Half a step of moves between cities and with the world outside: src/model/moves.ts for two draws at once.
 *
 * Some cohorts go through it together, a band: what is known of a city is read once for all of them, and flows are
 * written once. Four cohorts share what is read of the destinations.
 */
import { ages, band, homesSpread, homesWithin, homeTowards, movers, nests, row, spread, towards, within } from './addresses'
import { arrive } from './arrive'
import { leave } from './leave'
import { settleNested } from './nested'
import { PAIR } from './pairs'
import { settleFour } from './settle'

/** Pairs that a cohort and city of `movers` holds: leavers to cities and to homes, those back from outside, arrivals of both. */
export const MOVERS: usize = 5
export const TO_CITIES: usize = 0
export const TO_HOMES: usize = 16
export const BACK: usize = 32
export const FROM_CITIES: usize = 48
export const FROM_HOMES: usize = 64

/** The two halves of a step, as types: the compiler makes a function of each. */
export class FirstHalf {}
export class LastHalf {}

/** Move every cohort for half a step. */
export function moveHalf<Half>(): void {
  const cohorts = ages * 2
  for (let first: usize = 0; first < cohorts; first += band) {
    const count = min(band, cohorts - first)
    leave<Half>(first, count)
    if (nests === 0) settle(count)
    else settleByNest(count)
    arrive(first, count)
  }
}

/** Four cohorts at a time; where fewer are left, sums of what stood there before go nowhere. */
function settle(count: usize): void {
  const end = movers + count * MOVERS * PAIR
  for (let leavers = movers; leavers < end; leavers += 4 * MOVERS * PAIR) {
    settleFour(leavers, towards)
    settleFour(leavers + TO_HOMES, homeTowards)
  }
}

function settleByNest(count: usize): void {
  const end = movers + count * MOVERS * PAIR
  for (let leavers = movers; leavers < end; leavers += MOVERS * PAIR) {
    settleNested(leavers, towards, within, spread)
    settleNested(leavers + TO_HOMES, homeTowards, homesWithin, homesSpread)
  }
}
