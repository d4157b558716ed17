/** Half a step of moves between cities and with the world outside: src/model/moves.ts for two draws at once. */
import {
  ages, arrivals, arrivalsMakeup, away, backLevel, backTo, cityToCity, exitLevel, flow_from_outside,
  flow_moved_in, flow_moved_out, flow_to_outside, flow_urban_in, flow_urban_out, fromCities, fromHomes, homeHere,
  homeLevel, homeOutside, homeTowards, local, outside, people, returnFromOutside, returnHome, roamLevel, row,
  ruralExit, shares, toCities, toHomes, towards,
} from './addresses' // biome-ignore format: a list reads best as a paragraph
import { add, both, get, grow, half, less, over, PAIR, put, times } from './pairs'

/** Pairs that a cell of `shares` holds: rural leavers, town leavers, what migrants are divided by, those coming back. */
const SHARES: usize = 4

/** Work out the shares of movers [sex, age, city], once a year for both halves: two divisions less a cell. */
export function compileShares(): void {
  const one = both(1)
  let cell = shares
  for (let shape: usize = 0; shape < ages * 2; shape++) {
    const exit = both(load<f64>(ruralExit + shape * 8) / 2)
    const roam = both(load<f64>(cityToCity + shape * 8) / 2)
    const home = both(load<f64>(returnHome + shape * 8) / 2)
    const back = both(load<f64>(returnFromOutside + shape * 8) / 2)
    for (let i: usize = 0; i < row; i += PAIR) {
      const hExit = times(times(exit, get(exitLevel + i)), less(one, get(local + i)))
      const hRoam = times(roam, get(roamLevel + i))
      const hHome = times(times(home, get(homeLevel + i)), less(one, get(homeHere + i)))
      const hBack = times(back, get(backLevel + i))
      v128.store(cell, over(hExit, add(one, half(hExit))), 0)
      v128.store(cell, over(hRoam, add(one, half(hRoam))), 16)
      v128.store(cell, add(one, half(add(hRoam, hHome))), 32)
      v128.store(cell, over(hBack, add(one, half(hBack))), 48)
      cell += SHARES * PAIR
    }
  }
}

/** Move every cohort for half a step. */
export function moveHalf(): void {
  const stride = ages * row * 2
  for (let shape: usize = 0; shape < ages * 2; shape++) {
    const rural = people + shape * row
    leave(shape, rural, stride)
    settle(toCities, towards, fromCities)
    settle(toHomes, homeTowards, fromHomes)
    arrive(shape, rural, rural + stride * 3)
  }
}

/** Take the leavers out of their cohorts; those who come back from outside enter theirs. */
function leave(shape: usize, rural: usize, stride: usize): void {
  const one = both(1)
  const roam = both(load<f64>(cityToCity + shape * 8) / 2)
  const home = both(load<f64>(returnHome + shape * 8) / 2)
  const reclassified = rural + stride
  const registered = reclassified + stride
  const migrant = registered + stride
  const abroadNow = away + shape * row
  let cell = shares + shape * row * SHARES
  for (let i: usize = 0; i < row; i += PAIR) {
    const hRoam = times(roam, get(roamLevel + i))
    const here = get(homeHere + i)
    const hHome = times(times(home, get(homeLevel + i)), less(one, here))
    const ruralOut = times(get(rural + i), v128.load(cell, 0))
    const roamShare = v128.load(cell, 16)
    const reclassifiedOut = times(get(reclassified + i), roamShare)
    const registeredOut = times(get(registered + i), roamShare)
    const perHazard = over(get(migrant + i), v128.load(cell, 32))
    const migrantRoam = times(perHazard, hRoam)
    const migrantHome = times(perHazard, hHome)
    const backs = times(get(abroadNow + i), v128.load(cell, 48))
    cell += SHARES * PAIR

    const native = add(add(ruralOut, reclassifiedOut), registeredOut)
    const share = get(outside + i)
    const abroad = times(native, share)
    const migrantAbroad = times(migrantRoam, share)
    const homeless = times(migrantHome, get(homeOutside + i))
    const toVillage = get(backTo + i)
    const townBack = times(backs, less(one, toVillage))
    grow(rural + i, less(times(backs, toVillage), ruralOut))
    grow(reclassified + i, less(times(backs, get(backTo + row + i)), reclassifiedOut))
    grow(registered + i, less(times(backs, get(backTo + row * 2 + i)), registeredOut))
    grow(migrant + i, less(less(times(backs, get(backTo + row * 3 + i)), migrantRoam), migrantHome))
    grow(abroadNow + i, less(add(abroad, times(migrantAbroad, here)), backs))
    const toOthers = less(add(less(native, abroad), migrantRoam), migrantAbroad)
    const toOwn = less(migrantHome, homeless)
    put(toCities + i, toOthers)
    put(toHomes + i, toOwn)

    grow(flow_moved_out + i, add(toOthers, toOwn))
    grow(flow_to_outside + i, add(add(abroad, migrantAbroad), homeless))
    grow(flow_from_outside + i, backs)
    grow(flow_urban_in + i, townBack)
    grow(flow_urban_out + i, add(add(add(reclassifiedOut, registeredOut), migrantRoam), migrantHome))
  }
}

/** Those who arrive in each city, four cities of arrival at a time: their sums stay in registers. */
function settle(leavers: usize, shareTowards: usize, arriving: usize): void {
  const end = leavers + row
  let j: usize = 0
  for (; j + PAIR * 4 <= row; j += PAIR * 4) {
    let first = both(0)
    let second = first
    let third = first
    let fourth = first
    let share = shareTowards + j
    for (let i = leavers; i < end; i += PAIR) {
      const leaving = get(i)
      first = add(first, times(leaving, v128.load(share, 0)))
      second = add(second, times(leaving, v128.load(share, 16)))
      third = add(third, times(leaving, v128.load(share, 32)))
      fourth = add(fourth, times(leaving, v128.load(share, 48)))
      share += row
    }
    v128.store(arriving + j, first, 0)
    v128.store(arriving + j, second, 16)
    v128.store(arriving + j, third, 32)
    v128.store(arriving + j, fourth, 48)
  }
  for (; j < row; j += PAIR) {
    let sum = both(0)
    let share = shareTowards + j
    for (let i = leavers; i < end; i += PAIR) {
      sum = add(sum, times(get(i), get(share)))
      share += row
    }
    put(arriving + j, sum)
  }
}

/** Put movers into town as migrants, those gone home into their village, and arrivals from other regions. */
function arrive(shape: usize, rural: usize, migrant: usize): void {
  const makeup = both(load<f64>(arrivalsMakeup + shape * 8) / 2)
  for (let i: usize = 0; i < row; i += PAIR) {
    const strangers = times(makeup, get(arrivals + i))
    const movers = get(fromCities + i)
    const returning = get(fromHomes + i)
    const settling = add(movers, strangers)
    grow(migrant + i, settling)
    grow(rural + i, returning)
    grow(flow_moved_in + i, add(movers, returning))
    grow(flow_from_outside + i, strangers)
    grow(flow_urban_in + i, settling)
  }
}
