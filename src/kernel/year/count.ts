/** What is read off the people at the end of a step: totals by city, and the head counts that formulas need. */
import { after, ages, away, counts, hasAway, headCounts, heads, people, row, statuses } from './addresses'
import { get, PAIR_BYTES, plus, put, rowsAtOnce, splat, toNextCity } from './pairs'

/** Residents and urban residents by city, in the order of additions of the model's balance.ts. */
export function countTotals(): void {
  countVillagers()
  countTownspeople()
}

/** Villagers are the first of the residents that are added up. */
export function countVillagers(): void {
  const down = row
  for (let i: usize = 0; i < down; i += PAIR_BYTES) {
    let residents = splat(0)
    let at = people + i
    for (const end = at + ages * down * 2; at < end; at += down) residents = plus(residents, get(at))
    put(after + i, residents)
  }
}

/** All others are added to the villagers, and are the urban residents. */
export function countTownspeople(): void {
  const stride = ages * row * 2
  const end = people + statuses * stride
  const together = rowsAtOnce(statuses * ages * 2) * row
  memory.fill(after + row, 0, row)
  for (let from = people + stride; from < end; from += together) countSome(from, min(from + together, end))
}

/** Those from one row to another; two cities at a time, so that one sum need not wait for another. */
function countSome(from: usize, to: usize): void {
  const down = row
  const urbanAt = after + down
  for (let i: usize = 0; i < down; i += PAIR_BYTES * 2) {
    const next = toNextCity(i, down)
    let residents = get(after + i)
    let residentsNext = get(after + i + next)
    let urban = get(urbanAt + i)
    let urbanNext = get(urbanAt + i + next)
    for (let at = from + i; at < to; at += down) {
      const persons = get(at)
      const personsNext = get(at + next)
      residents = plus(residents, persons)
      residentsNext = plus(residentsNext, personsNext)
      urban = plus(urban, persons)
      urbanNext = plus(urbanNext, personsNext)
    }
    put(after + i, residents)
    put(after + i + next, residentsNext)
    put(urbanAt + i, urban)
    put(urbanAt + i + next, urbanNext)
  }
}

/** The draws, as bits, in which every cell holds at least so many people, and none is no number. */
export function lanesOfAtLeast(least: f64): i32 {
  const bound = splat(least)
  let one = f64x2.eq(bound, bound)
  let other = one
  const end = people + statuses * ages * row * 2
  // there are two sexes, so cells come in twos
  for (let at = people; at < end; at += PAIR_BYTES * 2) {
    one = v128.and(one, f64x2.ge(get(at), bound))
    other = v128.and(other, f64x2.ge(get(at + PAIR_BYTES), bound))
  }
  return i64x2.bitmask(v128.and(one, other))
}

/** Every head count of the request, by city. */
export function countHeadsPair(): void {
  const block = ages * row
  for (let count: usize = 0; count < headCounts; count++) {
    const request = counts + count * 16
    const bits = load<u32>(request)
    const sexes = load<u32>(request, 4)
    const from = <usize>load<u32>(request, 8)
    const to = <usize>load<u32>(request, 12) + 1
    const sums = heads + count * row
    memory.fill(sums, 0, row)
    for (let sex: usize = 0; sex < 2; sex++) {
      if ((sexes & (1 << (<u32>sex))) === 0) continue
      if (bits === 0 && hasAway !== 0) addAges(away + sex * block, from, to, sums)
      for (let status: usize = 0; status < statuses; status++) {
        if ((bits & (1 << (<u32>status))) !== 0) addAges(people + (status * 2 + sex) * block, from, to, sums)
      }
    }
  }
}

/** Add up ages from .. to (exclusive), four cities at a time: their sums stay in registers. */
function addAges(cohort: usize, from: usize, to: usize, sums: usize): void {
  const together = rowsAtOnce(to - from)
  for (let age = from; age < to; age += together)
    addSome(cohort + age * row, cohort + min(age + together, to) * row, sums)
}

/** Those from one row to another. */
function addSome(start: usize, end: usize, sums: usize): void {
  let i: usize = 0
  for (; i + PAIR_BYTES * 4 <= row; i += PAIR_BYTES * 4) {
    let first = v128.load(sums + i, 0)
    let second = v128.load(sums + i, 16)
    let third = v128.load(sums + i, 32)
    let fourth = v128.load(sums + i, 48)
    for (let at = start; at < end; at += row) {
      first = plus(first, v128.load(at + i, 0))
      second = plus(second, v128.load(at + i, 16))
      third = plus(third, v128.load(at + i, 32))
      fourth = plus(fourth, v128.load(at + i, 48))
    }
    v128.store(sums + i, first, 0)
    v128.store(sums + i, second, 16)
    v128.store(sums + i, third, 32)
    v128.store(sums + i, fourth, 48)
  }
  for (; i < row; i += PAIR_BYTES) {
    let sum = get(sums + i)
    for (let at = start; at < end; at += row) sum = plus(sum, get(at + i))
    put(sums + i, sum)
  }
}
