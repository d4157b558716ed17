/** Half a step of moves between places of people of one status: src/model/place-moves.ts for two draws at once. */
import {
  ages, arrivals, band, destinationInNest, destinationOthersFactor, destinationShares, flow_from_outside, flow_moved_in,
  flow_moved_out, flow_to_outside, hazardCity, hazardNext, hazards, movers, nests, otherProvinceShare, people, row,
  townOutMigration, unit, unitHalf,
} from './addresses' // biome-ignore format: a list reads best as a paragraph
import { ARRIVALS, TOWN_OUT_MIGRATION } from './hazards'
import { IN_MIGRANTS, MOVERS, NEXT, OUT_MIGRANTS } from './movers'
import { settleOut, settleOutByNest } from './moves'
import { get, increase, less, over, PAIR_BYTES, plus, put, splat, times } from './pairs'

/** Move every cohort for half a step. */
export function movePlacesPair(): void {
  const cohorts = ages * 2
  for (let first: usize = 0; first < cohorts; first += band) {
    const count = min(band, cohorts - first)
    leavePlaces(first, count)
    if (nests === 0) settleOut(count)
    else settleOutByNest(count)
    arriveInPlaces(first, count)
  }
}

function leavePlaces(first: usize, count: usize): void {
  const one = splat(unit)
  const half = splat(unitHalf)
  for (let i: usize = 0; i < row; i += PAIR_BYTES) {
    const level = get(townOutMigration + i)
    const otherProvince = get(otherProvinceShare + i)
    let movedOut = get(flow_moved_out + i)
    let toOutside = get(flow_to_outside + i)
    let cohort = people + first * row + i
    let hazard = hazards + first * hazardNext + i * hazardCity
    let at = movers + i * band * MOVERS
    for (const end = at + count * NEXT; at < end; at += NEXT) {
      const h = times(v128.load(hazard, TOWN_OUT_MIGRATION), level)
      const persons = get(cohort)
      const out = times(persons, over(h, plus(one, times(h, half))))
      const beyond = times(out, otherProvince)
      const toPlaces = less(out, beyond)
      put(cohort, less(persons, out))
      v128.store(at, toPlaces, OUT_MIGRANTS)
      movedOut = plus(movedOut, toPlaces)
      toOutside = plus(toOutside, beyond)
      cohort += row
      hazard += hazardNext
    }
    put(flow_moved_out + i, movedOut)
    put(flow_to_outside + i, toOutside)
  }
}

function arriveInPlaces(first: usize, count: usize): void {
  for (let i: usize = 0; i < row; i += PAIR_BYTES) {
    const level = get(arrivals + i)
    let movedIn = get(flow_moved_in + i)
    let fromOutside = get(flow_from_outside + i)
    let cohort = people + first * row + i
    let hazard = hazards + first * hazardNext + i * hazardCity
    let at = movers + i * band * MOVERS
    for (const end = at + count * NEXT; at < end; at += NEXT) {
      const arriving = times(v128.load(hazard, ARRIVALS), level)
      const inMigrants = v128.load(at, IN_MIGRANTS)
      increase(cohort, plus(inMigrants, arriving))
      movedIn = plus(movedIn, inMigrants)
      fromOutside = plus(fromOutside, arriving)
      cohort += row
      hazard += hazardNext
    }
    put(flow_moved_in + i, movedIn)
    put(flow_from_outside + i, fromOutside)
  }
}
