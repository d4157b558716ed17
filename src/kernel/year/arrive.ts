/** Who arrives, from the region and from other provinces: the last part of half a step of moves. */
import { ages, arriveRates, hazardCity, hazardNext, hazards, movers, people, row } from './addresses'
import { ARRIVALS } from './hazards'
import { CITY_BYTES, NEXT, toArrivals, toCameBack, toReturnMigrants } from './movers'
import { increase, PAIR_BYTES, plus, rowsAtOnce, times } from './pairs'
import { ARRIVE, FROM_OUTSIDE, INTO_TOWN, MOVED_IN } from './side-by-side'

/** Put a band's in-migrants into town as migrants, return migrants into their village, and arrivals from other provinces. */
export function arrive(first: usize, count: usize): void {
  const together = rowsAtOnce(count)
  for (let from: usize = 0; from < count; from += together)
    arriveSome(first, from, min(together, count - from))
}

/** Some cohorts of a band, behind so many of it. */
function arriveSome(band: usize, from: usize, count: usize): void {
  const first = band + from
  const toMigrants = ages * row * 6
  const length = count * NEXT
  const toNextAge = hazardNext
  for (let i: usize = 0; i < row; i += PAIR_BYTES) {
    const rates = arriveRates + i * ARRIVE
    const level = v128.load(rates, 0)
    const toTown = v128.load(rates, 16)
    let movedIn = v128.load(rates, MOVED_IN)
    let fromOutside = v128.load(rates, FROM_OUTSIDE)
    let urbanIn = v128.load(rates, INTO_TOWN)
    let rural = people + first * row + i
    let hazard = hazards + first * toNextAge + i * hazardCity
    let at = movers + (i / PAIR_BYTES) * CITY_BYTES + from * NEXT
    for (const end = at + length; at < end; at += NEXT) {
      const arriving = times(v128.load(hazard, ARRIVALS), level)
      const cameBack = v128.load(at + toCameBack())
      const inMigrants = v128.load(at + toArrivals())
      const returned = v128.load(at + (toReturnMigrants() + toArrivals()))
      const newMigrants = plus(inMigrants, arriving)
      increase(rural + toMigrants, newMigrants)
      increase(rural, returned)
      movedIn = plus(movedIn, plus(inMigrants, returned))
      fromOutside = plus(plus(fromOutside, cameBack), arriving)
      urbanIn = plus(plus(urbanIn, times(cameBack, toTown)), newMigrants)
      rural += row
      hazard += toNextAge
    }
    v128.store(rates, movedIn, MOVED_IN)
    v128.store(rates, fromOutside, FROM_OUTSIDE)
    v128.store(rates, urbanIn, INTO_TOWN)
  }
}
