/** Those who arrive in each city: leavers times shares of destinations, added up over the cities they leave in order. */
import { band, row } from './addresses.js'
import { FROM_CITIES, NEXT } from './movers.js'
import { add, both, PAIR, times, toNextCity } from './pairs.js'

/**
 * Four cohorts, whose leavers stand side by side, in two cities of arrival at a time: eight sums stay in registers, and
 * none has to wait for another. Arrivals stand as far behind their leavers for homes as for cities.
 *
 * from, to  where in a row the cities of origin begin that are added, and where they end; those before have been already
 */
export function settleFour(leavers: usize, shareTowards: usize, from: usize, to: usize): void {
  const perCity = band * NEXT
  const perRow = row
  const start = leavers + (from / PAIR) * perCity
  const end = leavers + (to / PAIR) * perCity
  const shareFrom = shareTowards + (from / PAIR) * perRow
  let arriving = leavers + FROM_CITIES
  for (let j: usize = 0; j < perRow; j += PAIR * 2) {
    const next = toNextCity(j, perRow)
    const arrivingNext = arriving + (next / PAIR) * perCity
    let first = both(0)
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
      first = add(first, times(one, here))
      nextFirst = add(nextFirst, times(one, there))
      const two = v128.load(at, NEXT)
      second = add(second, times(two, here))
      nextSecond = add(nextSecond, times(two, there))
      const three = v128.load(at, NEXT * 2)
      third = add(third, times(three, here))
      nextThird = add(nextThird, times(three, there))
      const four = v128.load(at, NEXT * 3)
      fourth = add(fourth, times(four, here))
      nextFourth = add(nextFourth, times(four, there))
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
