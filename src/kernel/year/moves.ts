/**
 * Half a step of moves between cities and with other provinces: src/model/moves.ts for two draws at once.
 *
 * Some cohorts go through it together, a band: what is known of a city is read once for all of them, and flows are
 * written once. Cohorts share what is read of the destinations.
 */
import {
  ages, destinationEnds, destinationFrom, destinationInNest, destinationOthersFactor, destinationShares, hasPairs, movers,
  nests, originEnds, originFrom, originInNest, originOthersFactor, originShares, row,
} from './addresses' // biome-ignore format: a list reads best as a paragraph
import { arrive } from './arrive'
import { leaveAgain, leaveAnew, leaveFirst } from './leave'
import { settleTwelve } from './listed'
import { COHORTS, NEXT, toReturnMigrants } from './movers'
import { settleByNests } from './nested'
import { MANY, PAIR_BYTES } from './pairs'
import { settleFour } from './settle'
import { gatherArriving, gatherLeaving, spreadArriving, spreadLeaving } from './side-by-side'

/** The half before the deaths, and the one after them. */
export const FIRST: bool = true
export const LAST: bool = false

/** Bytes of a row of cities that are taken together as origins where they are more than can be taken all at once. */
const SOME: usize = 32 * PAIR_BYTES

/** Move every cohort for half a step. */
export function moveHalfStepPair(half: bool): void {
  const cohorts = ages * 2
  gatherLeaving()
  gatherArriving()
  for (let first: usize = 0; first < cohorts; first += COHORTS) {
    const count = min(COHORTS, cohorts - first)
    if (row > MANY) leaveAnew(first, count)
    else if (half === FIRST) leaveFirst(first, count)
    else leaveAgain(first, count)
    if (nests > 0) settleByNest(count)
    else if (hasPairs) settleByPair()
    else settle(count)
    arrive(first, count)
  }
  spreadLeaving()
  spreadArriving()
}

function settle(count: usize): void {
  settleOut(count)
  settleAmong(toReturnMigrants(), originShares, count)
}

/** Out-migrants of a band alone. */
export function settleOut(count: usize): void {
  settleAmong(0, destinationShares, count)
}

/**
 * Four cohorts at a time; where fewer remain, sums over what stood there before are not read. Of thousands of cities
 * some are taken as origins at a time: their shares stay in the cache while cohort after cohort reads them.
 */
function settleAmong(leavers: usize, shares: usize, count: usize): void {
  const end = movers + count * NEXT
  const together = row > MANY ? SOME : row
  for (let from: usize = 0; from < row; from += together) {
    const to = min(from + together, row)
    for (let at = movers; at < end; at += 4 * NEXT) settleFour(at + leavers, shares, from, to)
  }
}

function settleByPair(): void {
  settleOutByPair()
  settleTwelve(movers + toReturnMigrants(), originEnds, originFrom, originShares)
}

export function settleOutByPair(): void {
  settleTwelve(movers, destinationEnds, destinationFrom, destinationShares)
}

function settleByNest(count: usize): void {
  settleOutByNest(count)
  settleByNests(movers + toReturnMigrants(), count, originShares, originInNest, originOthersFactor)
}

export function settleOutByNest(count: usize): void {
  settleByNests(movers, count, destinationShares, destinationInNest, destinationOthersFactor)
}
