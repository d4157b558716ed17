/**
 * Half a step of moves between cities and with other provinces: src/model/moves.ts for two draws at once.
 *
 * Some cohorts go through it together, a band: what is known of a city is read once for all of them, and flows are
 * written once. Four cohorts share what is read of the destinations.
 */
import {
  ages, destinationEnds, destinationFrom, destinationInNest, destinationOthersFactor, destinationShares, hasPairs, movers,
  nests, originEnds, originFrom, originInNest, originOthersFactor, originShares, row,
} from './addresses' // biome-ignore format: a list reads best as a paragraph
import { arrive } from './arrive'
import { leaveAgain, leaveFirst } from './leave'
import { settleTen, TOGETHER } from './listed'
import { COHORTS, NEXT, OUT_MIGRANTS, RETURN_MIGRANTS } from './movers'
import { settleNestedPair } from './nested'
import { PAIR_BYTES } from './pairs'
import { settleFour } from './settle'

/** The half before the deaths, and the one after them. */
export const FIRST: bool = true
export const LAST: bool = false

/** Bytes of a row of more cities than can be taken as origins all at once, and of those taken together then. */
const MANY: usize = 128 * PAIR_BYTES
const SOME: usize = 32 * PAIR_BYTES

/** Move every cohort for half a step. */
export function moveHalfStepPair(half: bool): void {
  const cohorts = ages * 2
  for (let first: usize = 0; first < cohorts; first += COHORTS) {
    const count = min(COHORTS, cohorts - first)
    if (half === FIRST) leaveFirst(first, count)
    else leaveAgain(first, count)
    if (nests > 0) settleByNest(count)
    else if (hasPairs) settleByPair(count)
    else settle(count)
    arrive(first, count)
  }
}

function settle(count: usize): void {
  settleOut(count)
  settleAmong(RETURN_MIGRANTS, originShares, count)
}

/** Out-migrants of a band alone. */
export function settleOut(count: usize): void {
  settleAmong(OUT_MIGRANTS, destinationShares, count)
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

/** Ten cohorts at a time; where fewer remain, sums over what stood there before are not read. */
function settleByPair(count: usize): void {
  settleOutByPair(count)
  const end = movers + count * NEXT
  for (let at = movers; at < end; at += TOGETHER * NEXT)
    settleTen(at + RETURN_MIGRANTS, originEnds, originFrom, originShares)
}

export function settleOutByPair(count: usize): void {
  const end = movers + count * NEXT
  for (let at = movers; at < end; at += TOGETHER * NEXT)
    settleTen(at + OUT_MIGRANTS, destinationEnds, destinationFrom, destinationShares)
}

function settleByNest(count: usize): void {
  settleOutByNest(count)
  const end = movers + count * NEXT
  for (let leavers = movers; leavers < end; leavers += NEXT)
    settleNestedPair(leavers + RETURN_MIGRANTS, originShares, originInNest, originOthersFactor)
}

export function settleOutByNest(count: usize): void {
  const end = movers + count * NEXT
  for (let leavers = movers; leavers < end; leavers += NEXT)
    settleNestedPair(leavers + OUT_MIGRANTS, destinationShares, destinationInNest, destinationOthersFactor)
}
