/** Those who arrive in each city: leavers times shares of destinations, added up over the cities they leave in order. */
import { row } from './addresses'
import { CITY_BYTES, NEXT, toArrivals } from './movers'
import { PAIR_BYTES, plus, splat, times, toNextCity } from './pairs'

/**
 * Four cohorts, whose leavers stand side by side, in two cities of arrival at a time: eight sums stay in registers, and
 * none has to wait for another. Arrivals stand as far behind their leavers for return migrants as for out-migrants.
 *
 * from, to  where in a row the cities of origin begin that are added, and where they end; those before are in the sums already
 */
export function settleFour(leavers: usize, shares: usize, from: usize, to: usize): void {
  const perCity = CITY_BYTES
  const perRow = row
  const start = leavers + (from / PAIR_BYTES) * perCity
  const end = leavers + (to / PAIR_BYTES) * perCity
  const shareFrom = shares + (from / PAIR_BYTES) * perRow
  let arriving = leavers + toArrivals()
  for (let j: usize = 0; j < perRow; j += PAIR_BYTES * 2) {
    const next = toNextCity(j, perRow)
    const arrivingNext = arriving + (next / PAIR_BYTES) * perCity
    let first = splat(0)
    let second = first
    let third = first
    let fourth = first
    let nextFirst = first
    let nextSecond = first
    let nextThird = first
    let nextFourth = first
    if (from > 0) {
      first = v128.load(arriving, 0)
      second = v128.load(arriving, NEXT)
      third = v128.load(arriving, NEXT * 2)
      fourth = v128.load(arriving, NEXT * 3)
      nextFirst = v128.load(arrivingNext, 0)
      nextSecond = v128.load(arrivingNext, NEXT)
      nextThird = v128.load(arrivingNext, NEXT * 2)
      nextFourth = v128.load(arrivingNext, NEXT * 3)
    }
    let share = shareFrom + j
    for (let at = start; at < end; at += perCity) {
      const here = v128.load(share, 0)
      const there = v128.load(share + next)
      const one = v128.load(at, 0)
      first = plus(first, times(one, here))
      nextFirst = plus(nextFirst, times(one, there))
      const two = v128.load(at, NEXT)
      second = plus(second, times(two, here))
      nextSecond = plus(nextSecond, times(two, there))
      const three = v128.load(at, NEXT * 2)
      third = plus(third, times(three, here))
      nextThird = plus(nextThird, times(three, there))
      const four = v128.load(at, NEXT * 3)
      fourth = plus(fourth, times(four, here))
      nextFourth = plus(nextFourth, times(four, there))
      share += perRow
    }
    putFour(arriving, first, second, third, fourth)
    putFour(arrivingNext, nextFirst, nextSecond, nextThird, nextFourth)
    arriving += perCity * 2
  }
}

function putFour(at: usize, first: v128, second: v128, third: v128, fourth: v128): void {
  v128.store(at, first, 0)
  v128.store(at, second, NEXT)
  v128.store(at, third, NEXT * 2)
  v128.store(at, fourth, NEXT * 3)
}
