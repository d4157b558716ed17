/** Those who arrive where a larger place is chosen first: settleNested of src/model/nested.ts for two draws at once. */
import { nestOf, nests, row, toNests } from './addresses'
import { CITY_BYTES, NEXT, toArrivals } from './movers'
import { get, increase, less, PAIR_BYTES, plus, put, times } from './pairs'

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
    for (let group: usize = 0; group < groups; group++) {
      const sums = toNests + group * nests * SUMS
      const cohorts = leavers + group * TOGETHER * NEXT
      for (let nest: usize = 0; nest < nests; nest += 2)
        addTwoNests(cohorts, byNest, othersFactor, from, nest, sums + nest * SUMS)
    }
  }
  shareOut(leavers + toArrivals(), count, withinNest)
}

/** Those of four cohorts who leave some cities for one nest and the next; of an odd number the last stands beside itself. */
function addTwoNests(
  leavers: usize,
  byNest: usize,
  othersFactor: usize,
  from: usize,
  nest: usize,
  sums: usize,
): void {
  const step: usize = nest + 1 < nests ? 1 : 0
  const next = step * PAIR_BYTES
  const sumsNext = sums + step * SUMS
  const perRow = nests * PAIR_BYTES
  const to = min(from + SOME, row)
  let share = byNest + (from / PAIR_BYTES) * perRow + nest * PAIR_BYTES
  let at = leavers + (from / PAIR_BYTES) * CITY_BYTES
  let first = v128.load(sums, 0)
  let second = v128.load(sums, 16)
  let third = v128.load(sums, 32)
  let fourth = v128.load(sums, 48)
  let nextFirst = v128.load(sumsNext, 0)
  let nextSecond = v128.load(sumsNext, 16)
  let nextThird = v128.load(sumsNext, 32)
  let nextFourth = v128.load(sumsNext, 48)
  for (let i = from; i < to; i += PAIR_BYTES, share += perRow, at += CITY_BYTES) {
    if (nestAt(i) - nest <= step) {
      putFour(sums, first, second, third, fourth)
      putFour(sumsNext, nextFirst, nextSecond, nextThird, nextFourth)
      addOwn(at, get(share), get(othersFactor + i), nestAt(i) === nest, sums)
      if (step > 0) addOwn(at, get(share + next), get(othersFactor + i), nestAt(i) !== nest, sumsNext)
      first = v128.load(sums, 0)
      second = v128.load(sums, 16)
      third = v128.load(sums, 32)
      fourth = v128.load(sums, 48)
      nextFirst = v128.load(sumsNext, 0)
      nextSecond = v128.load(sumsNext, 16)
      nextThird = v128.load(sumsNext, 32)
      nextFourth = v128.load(sumsNext, 48)
      continue
    }
    const here = v128.load(share)
    const there = v128.load(share + next)
    first = plus(first, times(v128.load(at, 0), here))
    second = plus(second, times(v128.load(at, NEXT), here))
    third = plus(third, times(v128.load(at, NEXT * 2), here))
    fourth = plus(fourth, times(v128.load(at, NEXT * 3), here))
    nextFirst = plus(nextFirst, times(v128.load(at, 0), there))
    nextSecond = plus(nextSecond, times(v128.load(at, NEXT), there))
    nextThird = plus(nextThird, times(v128.load(at, NEXT * 2), there))
    nextFourth = plus(nextFourth, times(v128.load(at, NEXT * 3), there))
  }
  putFour(sums, first, second, third, fourth)
  putFour(sumsNext, nextFirst, nextSecond, nextThird, nextFourth)
}

/** The same of one city; who goes to others of its own nest is noted where those who arrive in it will be. */
function addOwn(at: usize, share: v128, factor: v128, isOwn: bool, sums: usize): void {
  for (let k: usize = 0; k < SUMS; k += PAIR_BYTES) {
    let persons = times(get(at + k), share)
    if (isOwn) {
      persons = times(persons, factor)
      put(at + toArrivals() + k, persons)
    }
    increase(sums + k, persons)
  }
}

/** The nest of a city; i in bytes within a row. */
function nestAt(i: usize): usize {
  return <usize>load<u32>(nestOf + i / 4)
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
    let sums = toNests + nestAt(j) * SUMS
    for (let cohort: usize = 0; cohort < count; cohort += TOGETHER, sums += perGroup) {
      const at = arriving + cohort * NEXT
      for (let k: usize = 0; k < SUMS; k += PAIR_BYTES)
        put(at + k, times(within, less(get(sums + k), get(at + k))))
    }
    arriving += CITY_BYTES
  }
}
