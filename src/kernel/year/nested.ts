/** Those who arrive where a larger place is chosen first: settleNested of src/model/nested.ts for two draws at once. */
import { nestOf, nests, row, toNests } from './addresses'
import { CITY_BYTES, NEXT, toArrivals } from './movers'
import { get, less, PAIR_BYTES, plus, put, times } from './pairs'

/** Cohorts that are added up together, and bytes of their sums for a nest. */
const TOGETHER: usize = 4
const SUMS: usize = TOGETHER * PAIR_BYTES
/** Bytes of a row of the cities whose shares stay near the processor while nest after nest reads them. */
const SOME: usize = 32 * PAIR_BYTES

/** Shares of nests and of places in them: byNest [from, nest], withinNest and othersFactor [city]. */
export function settleByNests(
  leavers: usize,
  count: usize,
  byNest: usize,
  withinNest: usize,
  othersFactor: usize,
): void {
  const groups = (count + TOGETHER - 1) / TOGETHER
  memory.fill(toNests, 0, groups * nests * SUMS)
  for (let from: usize = 0; from < row; from += SOME) {
    const to = min(from + SOME, row)
    for (let group: usize = 0; group < groups; group++) {
      const sums = toNests + group * nests * SUMS
      for (let nest: usize = 0; nest < nests; nest += 2)
        addTwoNests(
          leavers + group * TOGETHER * NEXT,
          byNest,
          othersFactor,
          from,
          to,
          nest,
          sums + nest * SUMS,
        )
    }
  }
  shareOut(leavers + toArrivals(), count, withinNest)
}

/**
 * Those of four cohorts who leave some cities for one nest and the next; of an odd number the last stands beside itself.
 * Who goes to others of the own nest is noted where those who arrive in the city will be.
 */
function addTwoNests(
  leavers: usize,
  byNest: usize,
  othersFactor: usize,
  from: usize,
  to: usize,
  nest: usize,
  sums: usize,
): void {
  const step: usize = nest + 1 < nests ? 1 : 0
  const next = step * PAIR_BYTES
  const perRow = nests * PAIR_BYTES
  const arrivals = toArrivals()
  let share = byNest + (from / PAIR_BYTES) * perRow + nest * PAIR_BYTES
  let at = leavers + (from / PAIR_BYTES) * CITY_BYTES
  let first = v128.load(sums, 0)
  let second = v128.load(sums, 16)
  let third = v128.load(sums, 32)
  let fourth = v128.load(sums, 48)
  const sumsNext = sums + step * SUMS
  let nextFirst = v128.load(sumsNext, 0)
  let nextSecond = v128.load(sumsNext, 16)
  let nextThird = v128.load(sumsNext, 32)
  let nextFourth = v128.load(sumsNext, 48)
  for (let i = from; i < to; i += PAIR_BYTES) {
    const here = v128.load(share)
    const there = v128.load(share + next)
    const one = v128.load(at, 0)
    const two = v128.load(at, NEXT)
    const three = v128.load(at, NEXT * 2)
    const four = v128.load(at, NEXT * 3)
    let oneHere = times(one, here)
    let twoHere = times(two, here)
    let threeHere = times(three, here)
    let fourHere = times(four, here)
    let oneThere = times(one, there)
    let twoThere = times(two, there)
    let threeThere = times(three, there)
    let fourThere = times(four, there)
    const own = <usize>load<u32>(nestOf + i / 4)
    if (own === nest) {
      const factor = get(othersFactor + i)
      oneHere = times(oneHere, factor)
      twoHere = times(twoHere, factor)
      threeHere = times(threeHere, factor)
      fourHere = times(fourHere, factor)
      putFour(at + arrivals, oneHere, twoHere, threeHere, fourHere)
    }
    if (own === nest + step) {
      const factor = get(othersFactor + i)
      oneThere = times(oneThere, factor)
      twoThere = times(twoThere, factor)
      threeThere = times(threeThere, factor)
      fourThere = times(fourThere, factor)
      putFour(at + arrivals, oneThere, twoThere, threeThere, fourThere)
    }
    first = plus(first, oneHere)
    second = plus(second, twoHere)
    third = plus(third, threeHere)
    fourth = plus(fourth, fourHere)
    nextFirst = plus(nextFirst, oneThere)
    nextSecond = plus(nextSecond, twoThere)
    nextThird = plus(nextThird, threeThere)
    nextFourth = plus(nextFourth, fourThere)
    share += perRow
    at += CITY_BYTES
  }
  putFour(sums, first, second, third, fourth)
  putFour(sumsNext, nextFirst, nextSecond, nextThird, nextFourth)
}

function putFour(at: usize, first: v128, second: v128, third: v128, fourth: v128): void {
  v128.store(at, first, 0)
  v128.store(at, second, 16)
  v128.store(at, third, 32)
  v128.store(at, fourth, 48)
}

/** To each place its share of those who come to its nest from elsewhere. */
function shareOut(arriving: usize, count: usize, withinNest: usize): void {
  const perGroup = nests * SUMS
  for (let j: usize = 0; j < row; j += PAIR_BYTES) {
    const within = get(withinNest + j)
    let sums = toNests + <usize>load<u32>(nestOf + j / 4) * SUMS
    for (let cohort: usize = 0; cohort < count; cohort += TOGETHER, sums += perGroup) {
      const at = arriving + cohort * NEXT
      for (let k: usize = 0; k < SUMS; k += PAIR_BYTES)
        put(at + k, times(within, less(get(sums + k), get(at + k))))
    }
    arriving += CITY_BYTES
  }
}
