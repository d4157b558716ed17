/** Half a step of moves between cities and with the world outside: src/model/moves.ts for two draws at once. */
import {
  ages, arrivals, arrivalsMakeup, away, backLevel, backTo, cityToCity, comeBack, comeToTown, exitLevel, flow_from_outside,
  flow_moved_in, flow_moved_out, flow_to_outside, flow_urban_in, flow_urban_out, fromCities, fromHomes, homeHere,
  homeLevel, homeOutside, homesSpread, homesWithin, homeTowards, local, nests, outside, people, returnFromOutside, returnHome, roamLevel, row,
  ruralExit, shares, spread, toCities, toHomes, towards, within,
} from './addresses' // biome-ignore format: a list reads best as a paragraph
import { settleNested } from './nested'
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

/** Move every cohort for half a step: two ages at a time, which share what is read of the destinations. */
export function moveHalf(): void {
  const stride = ages * row * 2
  // both sexes together have an even number of cohorts
  for (let shape: usize = 0; shape < ages * 2; shape += 2) {
    const rural = people + shape * row
    leave(shape, rural, stride, 0)
    leave(shape + 1, rural + row, stride, row)
    if (nests === 0) {
      settle(toCities, towards, fromCities)
      settle(toHomes, homeTowards, fromHomes)
    } else {
      for (let cohort: usize = 0; cohort < row * 2; cohort += row) {
        settleNested(toCities + cohort, towards, within, spread, fromCities + cohort)
        settleNested(toHomes + cohort, homeTowards, homesWithin, homesSpread, fromHomes + cohort)
      }
    }
    arrive(shape, rural, rural + stride * 3, 0)
    arrive(shape + 1, rural + row, rural + row + stride * 3, row)
  }
}

/** Take the leavers out of their cohorts into the scratch rows at `to`; those who come back from outside enter theirs. */
function leave(shape: usize, rural: usize, stride: usize, to: usize): void {
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
    const villagers = get(rural + i)
    const absorbed = get(reclassified + i)
    const citizens = get(registered + i)
    const migrants = get(migrant + i)
    const gone = get(abroadNow + i)
    const ruralOut = times(villagers, v128.load(cell, 0))
    const roamShare = v128.load(cell, 16)
    const reclassifiedOut = times(absorbed, roamShare)
    const registeredOut = times(citizens, roamShare)
    const perHazard = over(migrants, v128.load(cell, 32))
    const migrantRoam = times(perHazard, hRoam)
    const migrantHome = times(perHazard, hHome)
    const backs = times(gone, v128.load(cell, 48))
    cell += SHARES * PAIR

    const native = add(add(ruralOut, reclassifiedOut), registeredOut)
    const share = get(outside + i)
    const abroad = times(native, share)
    const migrantAbroad = times(migrantRoam, share)
    const homeless = times(migrantHome, get(homeOutside + i))
    const toVillage = get(backTo + i)
    put(rural + i, add(villagers, less(times(backs, toVillage), ruralOut)))
    put(reclassified + i, add(absorbed, less(times(backs, get(backTo + row + i)), reclassifiedOut)))
    put(registered + i, add(citizens, less(times(backs, get(backTo + row * 2 + i)), registeredOut)))
    put(
      migrant + i,
      add(migrants, less(less(times(backs, get(backTo + row * 3 + i)), migrantRoam), migrantHome)),
    )
    put(abroadNow + i, add(gone, less(add(abroad, times(migrantAbroad, here)), backs)))
    const toOthers = less(add(less(native, abroad), migrantRoam), migrantAbroad)
    const toOwn = less(migrantHome, homeless)
    put(toCities + to + i, toOthers)
    put(toHomes + to + i, toOwn)
    put(comeBack + to + i, backs)
    put(comeToTown + to + i, times(backs, less(one, toVillage)))

    grow(flow_moved_out + i, add(toOthers, toOwn))
    grow(flow_to_outside + i, add(add(abroad, migrantAbroad), homeless))
    grow(flow_urban_out + i, add(add(add(reclassifiedOut, registeredOut), migrantRoam), migrantHome))
  }
}

/**
 * Those who arrive in each city, of two cohorts: their leavers and arrivals stand in two rows. Sums over four cities of
 * arrival stay in registers.
 */
function settle(leavers: usize, shareTowards: usize, arriving: usize): void {
  const end = leavers + row
  let j: usize = 0
  for (; j + PAIR * 4 <= row; j += PAIR * 4) {
    let first = both(0)
    let second = first
    let third = first
    let fourth = first
    let nextFirst = first
    let nextSecond = first
    let nextThird = first
    let nextFourth = first
    let share = shareTowards + j
    for (let i = leavers; i < end; i += PAIR) {
      const leaving = get(i)
      const next = get(i + row)
      const toFirst = v128.load(share, 0)
      first = add(first, times(leaving, toFirst))
      nextFirst = add(nextFirst, times(next, toFirst))
      const toSecond = v128.load(share, 16)
      second = add(second, times(leaving, toSecond))
      nextSecond = add(nextSecond, times(next, toSecond))
      const toThird = v128.load(share, 32)
      third = add(third, times(leaving, toThird))
      nextThird = add(nextThird, times(next, toThird))
      const toFourth = v128.load(share, 48)
      fourth = add(fourth, times(leaving, toFourth))
      nextFourth = add(nextFourth, times(next, toFourth))
      share += row
    }
    putFour(arriving + j, first, second, third, fourth)
    putFour(arriving + row + j, nextFirst, nextSecond, nextThird, nextFourth)
  }
  for (; j < row; j += PAIR) {
    let sum = both(0)
    let next = sum
    let share = shareTowards + j
    for (let i = leavers; i < end; i += PAIR) {
      const toThere = get(share)
      sum = add(sum, times(get(i), toThere))
      next = add(next, times(get(i + row), toThere))
      share += row
    }
    put(arriving + j, sum)
    put(arriving + row + j, next)
  }
}

function putFour(at: usize, first: v128, second: v128, third: v128, fourth: v128): void {
  v128.store(at, first, 0)
  v128.store(at, second, 16)
  v128.store(at, third, 32)
  v128.store(at, fourth, 48)
}

/** Put movers into town as migrants, those gone home into their village, and arrivals from other regions. */
function arrive(shape: usize, rural: usize, migrant: usize, from: usize): void {
  const makeup = both(load<f64>(arrivalsMakeup + shape * 8) / 2)
  for (let i: usize = 0; i < row; i += PAIR) {
    const strangers = times(makeup, get(arrivals + i))
    const movers = get(fromCities + from + i)
    const returning = get(fromHomes + from + i)
    const settling = add(movers, strangers)
    grow(migrant + i, settling)
    grow(rural + i, returning)
    grow(flow_moved_in + i, add(movers, returning))
    put(flow_from_outside + i, add(add(get(flow_from_outside + i), get(comeBack + from + i)), strangers))
    put(flow_urban_in + i, add(add(get(flow_urban_in + i), get(comeToTown + from + i)), settling))
  }
}
