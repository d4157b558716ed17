/** Moves between places of people of one status: src/model/place-moves.ts for two draws at once. */
import {
  ages, arrivals, flow_from_outside, flow_moved_in,
  flow_moved_out, flow_to_outside, hasPairs, hazardCity, hazardNext, hazards, movers, nests, otherProvinceShare, people, row,
  townOutMigration, unit,
} from './addresses' // biome-ignore format: a list reads best as a paragraph
import { ARRIVALS, TOWN_OUT_MIGRATION } from './hazards'
import { CITY_BYTES, COHORTS, NEXT, toArrivals, toCameBack } from './movers'
import { settleOut, settleOutByNest, settleOutByPair } from './moves'
import { get, less, over, PAIR_BYTES, plus, put, splat, times } from './pairs'

const ROUNDS: i32 = 8
/** In place of a round: everyone who is there. */
const FIRST_HALF: i32 = -1

/** Where those stand of whom half the rates leave: nobody comes back from other provinces here. */
function toStayers(): usize {
  return toCameBack()
}

/** First half of a step, every age. */
export function leavePlacesPair(): void {
  const cohorts = ages * 2
  for (let first: usize = 0; first < cohorts; first += COHORTS) {
    const count = min(COHORTS, cohorts - first)
    start(first, count, FIRST_HALF)
    settleBand(count)
    moveBand(first, count)
  }
}

/** Second half, of ages from .. to (exclusive). */
export function reachPlacesPair(from: usize, to: usize): void {
  for (let sex: usize = 0; sex < 2; sex++) {
    const end = sex * ages + to
    for (let first = sex * ages + from; first < end; first += COHORTS) {
      const count = min(COHORTS, end - first)
      for (let round = 0; round < ROUNDS; round++) {
        start(first, count, round)
        settleBand(count)
      }
      moveBand(first, count)
    }
  }
}

function settleBand(count: usize): void {
  if (nests > 0) settleOutByNest(count)
  else if (hasPairs) settleOutByPair()
  else settleOut(count)
}

/** Who stands there as those of whom half the rates leave, and of them who leave for other places. */
function start(first: usize, count: usize, round: i32): void {
  const one = splat(unit)
  for (let i: usize = 0; i < row; i += PAIR_BYTES) {
    const level = get(townOutMigration + i)
    const otherProvince = get(otherProvinceShare + i)
    let cohort = people + first * row + i
    let hazard = hazards + first * hazardNext + i * hazardCity
    let at = movers + (i / PAIR_BYTES) * CITY_BYTES
    for (const end = at + count * NEXT; at < end; at += NEXT) {
      const h = times(v128.load(hazard, TOWN_OUT_MIGRATION), level)
      let stayers = get(cohort)
      // in the second half those who would be there at the end, with those in whom the round before has sent
      if (round >= 0) {
        const came = round === 0 ? splat(0) : v128.load(at + toArrivals())
        stayers = over(plus(stayers, came), plus(one, h))
      }
      leave(at, stayers, h, otherProvince)
      cohort += row
      hazard += hazardNext
    }
  }
}

function leave(at: usize, stayers: v128, h: v128, otherProvince: v128): void {
  const out = times(stayers, h)
  v128.store(at + toStayers(), stayers)
  v128.store(at, less(out, times(out, otherProvince)))
}

/** Take those who leave out of their cohorts, and put those in who come from other places and from outside. */
function moveBand(first: usize, count: usize): void {
  for (let i: usize = 0; i < row; i += PAIR_BYTES) {
    const level = get(townOutMigration + i)
    const otherProvince = get(otherProvinceShare + i)
    const arrivalsHere = get(arrivals + i)
    let movedIn = get(flow_moved_in + i)
    let movedOut = get(flow_moved_out + i)
    let fromOutside = get(flow_from_outside + i)
    let toOutside = get(flow_to_outside + i)
    let cohort = people + first * row + i
    let hazard = hazards + first * hazardNext + i * hazardCity
    let at = movers + (i / PAIR_BYTES) * CITY_BYTES
    for (const end = at + count * NEXT; at < end; at += NEXT) {
      const h = times(v128.load(hazard, TOWN_OUT_MIGRATION), level)
      const out = times(v128.load(at + toStayers()), h)
      const arriving = times(v128.load(hazard, ARRIVALS), arrivalsHere)
      const inMigrants = v128.load(at + toArrivals())
      put(cohort, plus(less(get(cohort), out), plus(inMigrants, arriving)))
      movedOut = plus(movedOut, v128.load(at))
      toOutside = plus(toOutside, times(out, otherProvince))
      movedIn = plus(movedIn, inMigrants)
      fromOutside = plus(fromOutside, arriving)
      cohort += row
      hazard += hazardNext
    }
    put(flow_moved_in + i, movedIn)
    put(flow_moved_out + i, movedOut)
    put(flow_from_outside + i, fromOutside)
    put(flow_to_outside + i, toOutside)
  }
}
