/**
 * The populations of draws that are lived side by side: those that differ are lived two at a time in the kernel, those that
 * do not are lived once.
 */
import { type Plan, slotAt } from '../../plan/plan.js'
import { causesOf, DRAW } from '../year/dependencies.js'
import { createDrivers, drivingSlots } from '../year/drivers.js'
import { createPair, livedSlots } from './kernel-pair.js'
import { type Lived, LivedPopulations } from './population-cache.js'

export interface PopulationOptions {
  readonly kernel: WebAssembly.Module
  /** Whether populations with equal drivers are lived once; changes no result. */
  readonly reuse?: boolean
}

/**
 * A function that puts the population of every draw into memory, and marks the draws that cannot be lived; false where
 * all were there already.
 */
export function createPopulations(
  plan: Plan,
  memory: Float64Array,
  size: number,
  { kernel, reuse = true }: PopulationOptions,
): (count: number, failed: Uint8Array, changed: number) => boolean {
  const { cities } = plan.dims
  const causes = causesOf(plan)
  const driving = drivingSlots(plan).reduce((all, slot) => all | causes[slot], 0)
  const drivers = createDrivers(plan, memory, size)
  const slots = livedSlots(plan)
  const known = new LivedPopulations(drivers.size, slots.length * plan.years.length * cities)
  const livePair = createPair(plan, kernel, drivers)
  const gathered = new Float64Array(drivers.size)
  const cells = plan.years.length * cities
  // cell by cell, so that draws are written side by side
  const put = (columns: readonly Float64Array[]) => {
    const draws = columns.length
    for (let column = 0; column < slots.length; column++) {
      let to = slotAt(plan, slots[column], 0) * size
      for (let cell = column * cells; cell < (column + 1) * cells; cell++) {
        for (let draw = 0; draw < draws; draw++) memory[to + draw] = columns[draw][cell]
        to += size
      }
    }
  }
  let inMemory: Lived[] = []
  const markFailed = (failed: Uint8Array, count: number) => {
    for (let draw = 0; draw < count; draw++) if (inMemory[draw].failed) failed[draw] = 1
  }
  return (count, failed, changed) => {
    if (reuse && !(driving & changed)) {
      markFailed(failed, count)
      return false
    }
    const ofDraw: Lived[] = []
    const fresh: Lived[] = []
    if (known.makeRoom()) inMemory = []
    // where no draw drives them, all of them live the first one's: places without a draw as well, since a later call
    // with more draws finds nothing changed
    const isOne = reuse && !(driving & DRAW)
    for (let draw = 0; draw < (isOne ? size : count); draw++) {
      if (isOne && draw > 0) {
        ofDraw.push(ofDraw[0])
        continue
      }
      drivers.gather(draw, gathered)
      const { lived, isNew } = reuse ? known.find(gathered) : { lived: known.add(gathered), isNew: true }
      ofDraw.push(lived)
      if (isNew) fresh.push(lived)
    }
    for (let at = 0; at < fresh.length; at += 2) livePair([fresh[at], fresh[at + 1]])
    const moved = ofDraw.some((lived, draw) => lived !== inMemory[draw])
    if (moved) put(ofDraw.map(({ columns }) => columns))
    inMemory.splice(0, ofDraw.length, ...ofDraw)
    markFailed(failed, count)
    return moved
  }
}
