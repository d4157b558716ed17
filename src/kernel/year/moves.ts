/**
 * Half a step of moves between cities and with the world outside: src/model/moves.ts for two draws at once.
 *
 * Some cohorts go through it together, a band: what is known of a city is read once for all of them, and flows are
 * written once. Four cohorts share what is read of the destinations.
 */
import {
  ages, band, homesSpread, homesWithin, homeTowards, movers, nests, row, spread, towards, within,
} from './addresses.js' // biome-ignore format: a list reads best as a paragraph
import { arrive } from './arrive.js'
import { leaveAgain, leaveFirst } from './leave.js'
import { NEXT, TO_CITIES, TO_HOMES } from './movers.js'
import { settleNested } from './nested.js'
import { PAIR } from './pairs.js'
import { settleFour } from './settle.js'

/** The half before the deaths, and the one after them. */
export const FIRST: bool = true
export const LAST: bool = false

/** Bytes of a row of more cities than are left all at once, and of those that are then. */
const MANY: usize = 128 * PAIR
const SOME: usize = 32 * PAIR

/** Move every cohort for half a step. */
export function moveHalf(half: bool): void {
  const cohorts = ages * 2
  for (let first: usize = 0; first < cohorts; first += band) {
    const count = min(band, cohorts - first)
    if (half === FIRST) leaveFirst(first, count)
    else leaveAgain(first, count)
    if (nests === 0) settle(count)
    else settleByNest(count)
    arrive(first, count)
  }
}

/**
 * Four cohorts at a time; where fewer are left, sums of what stood there before go nowhere. Of thousands of cities some
 * are left at a time: their shares stay near the processor while cohort after cohort reads them.
 */
function settle(count: usize): void {
  const end = movers + count * NEXT
  const together = row > MANY ? SOME : row
  for (let from: usize = 0; from < row; from += together) {
    const to = min(from + together, row)
    for (let at = movers; at < end; at += 4 * NEXT) settleFour(at + TO_CITIES, towards, from, to)
    for (let at = movers; at < end; at += 4 * NEXT) settleFour(at + TO_HOMES, homeTowards, from, to)
  }
}

function settleByNest(count: usize): void {
  const end = movers + count * NEXT
  for (let leavers = movers; leavers < end; leavers += NEXT) {
    settleNested(leavers + TO_CITIES, towards, within, spread)
    settleNested(leavers + TO_HOMES, homeTowards, homesWithin, homesSpread)
  }
}
