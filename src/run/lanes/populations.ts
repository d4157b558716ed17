/**
 * The populations of draws simulated side by side: those that differ are simulated two at a time in the kernel, those that
 * do not are simulated once.
 */
import type { Plan } from '../../plan/plan.js'
import { DRAW } from '../year/dependencies.js'
import { createPopulationDrivers, drivingSlots } from '../year/drivers.js'
import type { RowLayout } from '../year/memory.js'
import { createKernelPair } from './kernel-pair.js'
import { type CachedPopulation, PopulationCache } from './population-cache.js'
import { createColumnWriter, populationSlots } from './population-columns.js'

export interface KernelOptions {
  readonly kernel: WebAssembly.Module
  /** Whether populations with equal drivers are simulated once; changes no result. */
  readonly reuse?: boolean
  /** Populations used last that are kept for certain; as many as fit some megabytes where it is left out. */
  readonly keptPopulations?: number
}

/**
 * A function that puts the population of every draw into memory, and marks the draws that cannot be simulated; false
 * where all were there already.
 *
 * causes  of every slot (dependencies.ts)
 */
export function createPopulations(
  plan: Plan,
  memory: Float64Array,
  { draws: size }: RowLayout,
  causes: Int32Array,
  { kernel, reuse = true, keptPopulations }: KernelOptions,
): (count: number, failed: Uint8Array, changed: number) => boolean {
  const driving = drivingSlots(plan).reduce((all, slot) => all | causes[slot], 0)
  const drivers = createPopulationDrivers(plan, memory, size)
  const columnsSize = populationSlots(plan).length * plan.years.length * plan.dims.cities
  const cache = new PopulationCache(drivers.size, columnsSize, keptPopulations)
  const simulatePair = createKernelPair(plan, kernel, drivers)
  const put = createColumnWriter(plan, memory, size)
  const gathered = new Float64Array(drivers.size)
  let inMemory: CachedPopulation[] = []
  const markFailed = (failed: Uint8Array, count: number) => {
    for (let draw = 0; draw < count; draw++) if (inMemory[draw].failed) failed[draw] = 1
  }
  return (count, failed, changed) => {
    if (reuse && !(driving & changed)) {
      markFailed(failed, count)
      return false
    }
    const ofDraw: CachedPopulation[] = []
    const fresh: CachedPopulation[] = []
    if (cache.makeRoom()) inMemory = []
    // where no draw drives them, all of them have the first one's: places without a draw as well, since a later call
    // with more draws finds nothing changed
    const isOne = reuse && !(driving & DRAW)
    for (let draw = 0; draw < (isOne ? size : count); draw++) {
      if (isOne && draw > 0) {
        ofDraw.push(ofDraw[0])
        continue
      }
      drivers.gather(draw, gathered)
      const { population, isNew } = reuse
        ? cache.find(gathered)
        : { population: cache.add(gathered), isNew: true }
      ofDraw.push(population)
      if (isNew) fresh.push(population)
    }
    for (let at = 0; at < fresh.length; at += 2) simulatePair([fresh[at], fresh[at + 1]])
    const moved = ofDraw.some((population, draw) => population !== inMemory[draw])
    if (moved) put(ofDraw.map(({ columns }) => columns))
    inMemory.splice(0, ofDraw.length, ...ofDraw)
    markFailed(failed, count)
    return moved
  }
}
