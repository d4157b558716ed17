/** Who leaves, and who comes back from other provinces: the first part of half a step of moves. */
import {
  ages,
  away,
  hazardCity,
  hazardNext,
  hazards,
  leaveRates,
  movers,
  people,
  row,
  shares,
  unit,
  unitHalf,
} from './addresses'
import { AWAY_RETURN, RETURN_MIGRATION, RURAL_OUT_MIGRATION, TOWN_OUT_MIGRATION } from './hazards'
import { CITY_BYTES, NEXT, toCameBack, toReturnMigrants } from './movers'
import { get, less, over, PAIR_BYTES, plus, put, rowsAtOnce, splat, times } from './pairs'
import { LEAVE, MOVED_OUT, OUT_OF_TOWN, TO_OUTSIDE } from './side-by-side'

/** Pairs that a cell of `shares` holds, and where they stand: what migrants are divided by is 1 plus half their hazards. */
const SHARES: usize = 4
const RURAL_LEAVERS: usize = 0
const TOWN_LEAVERS: usize = 16
const MIGRANT_DIVISOR: usize = 32
const AWAY_RETURNS: usize = 48

/** The two halves of a step, and either of them without what the first has kept, as types: the compiler makes a function of each. */
class FirstHalf {}
class LastHalf {}
class Anew {}

/** Compute the shares of movers on the way: divisions wait in a queue of their own, beside the sums. */
export function leaveFirst(first: usize, count: usize): void {
  for (let i: usize = 0; i < row; i += PAIR_BYTES) leaveCity<FirstHalf>(i, first, count, 0)
}

/** With the shares of the first half: three divisions less a cell. */
export function leaveAgain(first: usize, count: usize): void {
  for (let i: usize = 0; i < row; i += PAIR_BYTES) leaveCity<LastHalf>(i, first, count, 0)
}

/** Without keeping the shares: of thousands of cities they would come from memory more slowly than they are computed. */
export function leaveAnew(first: usize, count: usize): void {
  const together = rowsAtOnce(count)
  for (let from: usize = 0; from < count; from += together) {
    const some = min(together, count - from)
    for (let i: usize = 0; i < row; i += PAIR_BYTES) leaveCity<Anew>(i, first + from, some, from)
  }
}

/**
 * Take the leavers of a band out of their cohorts in one city and note them among the movers; those who come back from
 * other provinces enter theirs. Functions called here are small or called once, so that the compiler inlines them.
 */
function leaveCity<Half>(i: usize, first: usize, count: usize, after: usize): void {
  const one = splat(unit)
  const half = splat(unitHalf)
  const stride = ages * row * 2
  const rates = leaveRates + i * LEAVE
  const ruralLevel = v128.load(rates, 0)
  const beyondCity = v128.load(rates, 16)
  const townLevel = v128.load(rates, 32)
  const returnLevel = v128.load(rates, 48)
  const ownOrigin = v128.load(rates, 64)
  const fromElsewhere = v128.load(rates, 80)
  const awayLevel = v128.load(rates, 96)
  const otherProvince = v128.load(rates, 112)
  const originOther = v128.load(rates, 128)
  const toRural = v128.load(rates, 144)
  const toReclassified = v128.load(rates, 160)
  const toRegistered = v128.load(rates, 176)
  const toMigrant = v128.load(rates, 192)
  let movedOut = v128.load(rates, MOVED_OUT)
  let toOutside = v128.load(rates, TO_OUTSIDE)
  let urbanOut = v128.load(rates, OUT_OF_TOWN)
  let ruralAt = people + first * row + i
  let awayAt = away + first * row + i
  let cell = shares + (i * ages * 2 + first * PAIR_BYTES) * SHARES
  const toNextAge = hazardNext
  let hazard = hazards + first * toNextAge + i * hazardCity
  let at = movers + (i / PAIR_BYTES) * CITY_BYTES + after * NEXT
  for (const end = at + count * NEXT; at < end; at += NEXT) {
    const migrantAt = ruralAt + stride * 3
    const hTown = times(v128.load(hazard, TOWN_OUT_MIGRATION), townLevel)
    const hReturn = times(times(v128.load(hazard, RETURN_MIGRATION), returnLevel), fromElsewhere)
    const ruralShare = ruralLeavers<Half>(cell, hazard, ruralLevel, beyondCity, one, half)
    const townShare = townLeavers<Half>(cell, hTown, one, half)
    const divisor = migrantDivisor<Half>(cell, hTown, hReturn, one, half)
    const awayNow = get(awayAt)
    const cameBack = times(awayNow, awayReturns<Half>(cell, hazard, awayLevel, one, half))
    const ruralOut = leaveStatus(ruralAt, ruralShare, cameBack, toRural)
    const reclassifiedOut = leaveStatus(ruralAt + stride, townShare, cameBack, toReclassified)
    const registeredOut = leaveStatus(migrantAt - stride, townShare, cameBack, toRegistered)
    const migrants = get(migrantAt)
    const perHazard = over(migrants, divisor)
    const migrantOut = times(perHazard, hTown)
    const migrantReturn = times(perHazard, hReturn)
    put(migrantAt, plus(migrants, less(less(times(cameBack, toMigrant), migrantOut), migrantReturn)))
    const nativeOut = plus(plus(ruralOut, reclassifiedOut), registeredOut)
    const interprovincial = times(nativeOut, otherProvince)
    const migrantInterprovincial = times(migrantOut, otherProvince)
    const returnInterprovincial = times(migrantReturn, originOther)
    leaveForAway(awayAt, awayNow, interprovincial, times(migrantInterprovincial, ownOrigin), cameBack)
    const toCities = less(plus(less(nativeOut, interprovincial), migrantOut), migrantInterprovincial)
    movedOut = plus(movedOut, noteMovers(at, toCities, less(migrantReturn, returnInterprovincial), cameBack))
    toOutside = plus(toOutside, plus(plus(interprovincial, migrantInterprovincial), returnInterprovincial))
    urbanOut = plus(urbanOut, plus(plus(plus(reclassifiedOut, registeredOut), migrantOut), migrantReturn))
    ruralAt += row
    awayAt += row
    cell += PAIR_BYTES * SHARES
    hazard += toNextAge
  }
  putFlows(rates, movedOut, toOutside, urbanOut)
}

/** Take a share of a cohort out of it and put those in who come back to its status; returns the leavers. */
function leaveStatus(at: usize, share: v128, cameBack: v128, toStatus: v128): v128 {
  const persons = get(at)
  const out = times(persons, share)
  put(at, plus(persons, less(times(cameBack, toStatus), out)))
  return out
}

/** People away: those who came back are no longer, natives and own migrants who left for another province are. */
function leaveForAway(at: usize, now: v128, natives: v128, migrants: v128, cameBack: v128): void {
  put(at, plus(now, less(plus(natives, migrants), cameBack)))
}

/** Note who moves; returns those who leave for another city of the region. */
function noteMovers(at: usize, toCities: v128, toOrigins: v128, cameBack: v128): v128 {
  v128.store(at, toCities)
  v128.store(at + toReturnMigrants(), toOrigins)
  v128.store(at + toCameBack(), cameBack)
  return plus(toCities, toOrigins)
}

function putFlows(rates: usize, movedOut: v128, toOutside: v128, urbanOut: v128): void {
  v128.store(rates, movedOut, MOVED_OUT)
  v128.store(rates, toOutside, TO_OUTSIDE)
  v128.store(rates, urbanOut, OUT_OF_TOWN)
}

/** Share of villagers who leave for another city or province in the half step. */
function ruralLeavers<Half>(
  cell: usize,
  hazard: usize,
  level: v128,
  beyondCity: v128,
  one: v128,
  half: v128,
): v128 {
  if (idof<Half>() === idof<LastHalf>()) return v128.load(cell, RURAL_LEAVERS)
  const h = times(times(v128.load(hazard, RURAL_OUT_MIGRATION), level), beyondCity)
  const share = over(h, plus(one, times(h, half)))
  if (idof<Half>() === idof<FirstHalf>()) v128.store(cell, share, RURAL_LEAVERS)
  return share
}

/** Share of reclassified and registered residents who leave the city. */
function townLeavers<Half>(cell: usize, h: v128, one: v128, half: v128): v128 {
  if (idof<Half>() === idof<LastHalf>()) return v128.load(cell, TOWN_LEAVERS)
  const share = over(h, plus(one, times(h, half)))
  if (idof<Half>() === idof<FirstHalf>()) v128.store(cell, share, TOWN_LEAVERS)
  return share
}

/** What migrants are divided by, whose out-migration and return compete. */
function migrantDivisor<Half>(cell: usize, hTown: v128, hReturn: v128, one: v128, half: v128): v128 {
  if (idof<Half>() === idof<LastHalf>()) return v128.load(cell, MIGRANT_DIVISOR)
  const divisor = plus(one, times(plus(hTown, hReturn), half))
  if (idof<Half>() === idof<FirstHalf>()) v128.store(cell, divisor, MIGRANT_DIVISOR)
  return divisor
}

/** Share of people away who come back. */
function awayReturns<Half>(cell: usize, hazard: usize, level: v128, one: v128, half: v128): v128 {
  if (idof<Half>() === idof<LastHalf>()) return v128.load(cell, AWAY_RETURNS)
  const h = times(v128.load(hazard, AWAY_RETURN), level)
  const share = over(h, plus(one, times(h, half)))
  if (idof<Half>() === idof<FirstHalf>()) v128.store(cell, share, AWAY_RETURNS)
  return share
}
