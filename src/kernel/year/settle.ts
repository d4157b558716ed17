/** Those who arrive in each city: leavers times shares of destinations, added up over the cities they leave in order. */
import { band, row } from './addresses'
import { MOVERS } from './moves'
import { add, both, PAIR, times } from './pairs'

/** Bytes from one cohort to the next, and from leavers to their arrivals. */
const NEXT: usize = 80
const ARRIVING: usize = 48

/**
 * Four cohorts, whose leavers stand side by side, in two cities of arrival at a time: eight sums stay in registers, and
 * none has to wait for another.
 */
export function settleFour(leavers: usize, shareTowards: usize): void {
  const perCity = band * MOVERS * PAIR
  const perRow = row
  const end = leavers + (row / PAIR) * perCity
  let arriving = leavers + ARRIVING
  let j: usize = 0
  for (; j + PAIR < perRow; j += PAIR * 2) {
    let first = both(0)
    let second = first
    let third = first
    let fourth = first
    let nextFirst = first
    let nextSecond = first
    let nextThird = first
    let nextFourth = first
    let share = shareTowards + j
    for (let at = leavers; at < end; at += perCity) {
      const here = v128.load(share, 0)
      const there = v128.load(share, 16)
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
    putFour(arriving + perCity, nextFirst, nextSecond, nextThird, nextFourth)
    arriving += perCity * 2
  }
  if (j < perRow) settleInLast(leavers, end, perCity, shareTowards + j, arriving)
}

/** The last city of an odd number. */
function settleInLast(leavers: usize, end: usize, perCity: usize, share: usize, arriving: usize): void {
  let first = both(0)
  let second = first
  let third = first
  let fourth = first
  for (let at = leavers; at < end; at += perCity) {
    const here = v128.load(share)
    first = add(first, times(v128.load(at, 0), here))
    second = add(second, times(v128.load(at, NEXT), here))
    third = add(third, times(v128.load(at, NEXT * 2), here))
    fourth = add(fourth, times(v128.load(at, NEXT * 3), here))
    share += row
  }
  putFour(arriving, first, second, third, fourth)
}

function putFour(at: usize, first: v128, second: v128, third: v128, fourth: v128): void {
  v128.store(at, first, 0)
  v128.store(at, second, NEXT)
  v128.store(at, third, NEXT * 2)
  v128.store(at, fourth, NEXT * 3)
}
