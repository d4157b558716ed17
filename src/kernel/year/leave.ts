/** Who leaves, and who comes back from outside: the first part of half a step of moves. */
import {
  ages, away, backLevel, backTo, band, elsewhere, exitLevel, flow_moved_out, flow_to_outside, flow_urban_out, hazards,
  homeHere, homeLevel, homeOutside, leavesCity, movers, outside, people, roamLevel, row, shares, unit, unitHalf,
} from './addresses.js' // biome-ignore format: a list reads best as a paragraph
import { COMING_BACK, GOING_HOME, LEAVING_VILLAGE, NEXT_AGE, ROAMING } from './hazards.js'
import { CAME_BACK, MOVERS, NEXT, TO_CITIES, TO_HOMES } from './movers.js'
import { add, both, get, less, over, PAIR, put, times } from './pairs.js'

/** Pairs that a cell of `shares` holds: rural leavers, town leavers, what migrants are divided by, those coming back. */
const SHARES: usize = 4

/** The two halves of a step, as types: the compiler makes a function of each. */
class FirstHalf {}
class LastHalf {}

/** Work out the shares of movers on the way: divisions wait in a queue of their own, beside the sums. */
export function leaveFirst(first: usize, count: usize): void {
  leave<FirstHalf>(first, count)
}

/** With the shares of the first half: three divisions less a cell. */
export function leaveAgain(first: usize, count: usize): void {
  leave<LastHalf>(first, count)
}

/**
 * Take the leavers of a band out of their cohorts and note them among the movers; those who come back from outside
 * enter theirs.
 */
function leave<Half>(first: usize, count: usize): void {
  const one = both(unit)
  const half = both(unitHalf)
  const stride = ages * row * 2
  const length = count * NEXT
  for (let i: usize = 0; i < row; i += PAIR) {
    const exitHere = get(exitLevel + i)
    const leavesHere = get(leavesCity + i)
    const roamHere = get(roamLevel + i)
    const homeLevelHere = get(homeLevel + i)
    const here = get(homeHere + i)
    const homeElsewhere = get(elsewhere + i)
    const backHere = get(backLevel + i)
    const share = get(outside + i)
    const homelessShare = get(homeOutside + i)
    const toVillage = get(backTo + i)
    const toReclassified = get(backTo + row + i)
    const toRegistered = get(backTo + row * 2 + i)
    const toMigrants = get(backTo + row * 3 + i)
    let movedOut = get(flow_moved_out + i)
    let toOutside = get(flow_to_outside + i)
    let urbanOut = get(flow_urban_out + i)
    let rural = people + first * row + i
    let abroadNow = away + first * row + i
    let cell = shares + (i * ages * 2 + first * PAIR) * SHARES
    let hazard = hazards + first * NEXT_AGE
    let at = movers + i * band * MOVERS
    for (const end = at + length; at < end; at += NEXT) {
      const reclassified = rural + stride
      const registered = reclassified + stride
      const migrant = registered + stride
      const hRoam = times(v128.load(hazard, ROAMING), roamHere)
      const hHome = times(times(v128.load(hazard, GOING_HOME), homeLevelHere), homeElsewhere)
      let ruralShare: v128
      let roamShare: v128
      let atRisk: v128
      let backShare: v128
      if (idof<Half>() === idof<FirstHalf>()) {
        const hExit = times(times(v128.load(hazard, LEAVING_VILLAGE), exitHere), leavesHere)
        const hBack = times(v128.load(hazard, COMING_BACK), backHere)
        ruralShare = over(hExit, add(one, times(hExit, half)))
        roamShare = over(hRoam, add(one, times(hRoam, half)))
        atRisk = add(one, times(add(hRoam, hHome), half))
        backShare = over(hBack, add(one, times(hBack, half)))
        v128.store(cell, ruralShare, 0)
        v128.store(cell, roamShare, 16)
        v128.store(cell, atRisk, 32)
        v128.store(cell, backShare, 48)
      } else {
        ruralShare = v128.load(cell, 0)
        roamShare = v128.load(cell, 16)
        atRisk = v128.load(cell, 32)
        backShare = v128.load(cell, 48)
      }
      const villagers = get(rural)
      const absorbed = get(reclassified)
      const citizens = get(registered)
      const migrants = get(migrant)
      const gone = get(abroadNow)
      const ruralOut = times(villagers, ruralShare)
      const reclassifiedOut = times(absorbed, roamShare)
      const registeredOut = times(citizens, roamShare)
      const perHazard = over(migrants, atRisk)
      const migrantRoam = times(perHazard, hRoam)
      const migrantHome = times(perHazard, hHome)
      const backs = times(gone, backShare)

      const native = add(add(ruralOut, reclassifiedOut), registeredOut)
      const abroad = times(native, share)
      const migrantAbroad = times(migrantRoam, share)
      const homeless = times(migrantHome, homelessShare)
      put(rural, add(villagers, less(times(backs, toVillage), ruralOut)))
      put(reclassified, add(absorbed, less(times(backs, toReclassified), reclassifiedOut)))
      put(registered, add(citizens, less(times(backs, toRegistered), registeredOut)))
      put(migrant, add(migrants, less(less(times(backs, toMigrants), migrantRoam), migrantHome)))
      put(abroadNow, add(gone, less(add(abroad, times(migrantAbroad, here)), backs)))
      const toOthers = less(add(less(native, abroad), migrantRoam), migrantAbroad)
      const toOwn = less(migrantHome, homeless)
      v128.store(at, toOthers, TO_CITIES)
      v128.store(at, toOwn, TO_HOMES)
      v128.store(at, backs, CAME_BACK)
      movedOut = add(movedOut, add(toOthers, toOwn))
      toOutside = add(toOutside, add(add(abroad, migrantAbroad), homeless))
      urbanOut = add(urbanOut, add(add(add(reclassifiedOut, registeredOut), migrantRoam), migrantHome))
      rural += row
      abroadNow += row
      cell += PAIR * SHARES
      hazard += NEXT_AGE
    }
    put(flow_moved_out + i, movedOut)
    put(flow_to_outside + i, toOutside)
    put(flow_urban_out + i, urbanOut)
  }
}
