/**
 * The populations of draws simulated side by side where levels read what came out of the step before: all of them go
 * through a year, pair after pair in one kernel, before any goes through the next.
 *
 * None of them is known by what drives it before it has been simulated, so that a population is used again only where
 * nothing that has changed reaches any level (dependencies.ts): as a whole, or up to the year in which some lever first
 * reaches one, from where it goes on.
 */
import { type Plan, slotAt } from '../../plan/plan.js'
import { causesInYear, DRAW, leverCause } from '../year/dependencies.js'
import { createPopulationDrivers, drivingSlots } from '../year/drivers.js'
import type { RowLayout } from '../year/memory.js'
import { createKernelYears, type PopulationPair } from './kernel-pair.js'
import type { CachedPopulation } from './population-cache.js'
import { createColumnWriter, populationSlots } from './population-columns.js'
import type { KernelOptions } from './populations.js'

export interface YearlyPopulations {
  /**
   * The first year of the populations that what has changed reaches; the number of years where it reaches none. Those
   * before it stand in memory.
   */
  readonly firstReached: (changed: number) => number
  /** Put a year of the first `count` draws into memory; the levels of the year stand there. */
  readonly simulate: (year: number, count: number) => void
  /** Mark the draws that cannot be simulated. */
  readonly mark: (failed: Uint8Array, count: number) => void
}

/** Two draws, with their places in the kernel: up to the year from which they go on under other levers, and from it. */
interface WaitingPair {
  readonly both: PopulationPair
  readonly shared: number
  readonly own: number
  sharedFailed: readonly (boolean | undefined)[]
}

/** causes: of every slot (dependencies.ts) */
export function createYearlyPopulations(
  plan: Plan,
  memory: Float64Array,
  { draws: size }: RowLayout,
  causes: Int32Array,
  { kernel, reuse = true }: KernelOptions,
): YearlyPopulations {
  const driving = drivingSlots(plan).reduce((all, slot) => all | causes[slot], 0)
  const reached = createReach(plan, causes)
  const apart = yearToGoOnFrom(plan, reached)
  const drivers = createPopulationDrivers(plan, memory, size)
  const populations = createPopulations(plan, size, drivers.size)
  const pairCount = size / 2
  const goesOn = apart < plan.years.length
  const room = { survivals: pairCount, stands: goesOn ? 2 * pairCount : pairCount }
  const years = createKernelYears(plan, kernel, drivers, room)
  const pairs = Array.from({ length: pairCount }, (_, pair): WaitingPair => {
    const both = populations.slice(2 * pair, 2 * pair + 2) as unknown as PopulationPair
    return { both, shared: pair, own: pairCount + pair, sharedFailed: [] }
  })
  const columns = populations.map((population) => population.columns)
  const put = createColumnWriter(plan, memory, size)
  const simulatePair = (pair: WaitingPair, year: number, slot: number) => {
    const { both, shared, own } = pair
    years.standAt(year < apart ? shared : own)
    if (year === apart) {
      years.standAs(shared)
      both.forEach((population, lane) => {
        if (population) population.failed = pair.sharedFailed[lane]!
      })
    }
    // every pair starts from the one opening
    if (year === 0) return years.open(both)
    years.step(both, year, slot)
    if (year === apart - 1) pair.sharedFailed = both.map((population) => population?.failed)
  }
  return {
    firstReached: (changed) => {
      // other draws than before may be more than before, of whom none stands anywhere
      if (!reuse || changed & driving & DRAW) return 0
      const first = reached(changed)
      return first < apart ? 0 : Math.min(first, first < plan.years.length ? apart : first)
    },
    simulate: (year, count) => {
      // where no draw drives them, places without a draw are filled as well: a later call with more finds nothing changed
      const all = driving & DRAW ? count : size
      for (let draw = 0; draw < all; draw++) drivers.gatherYear(draw, year, populations[draw].drivers)
      for (let pair = 0; 2 * pair < all; pair++) simulatePair(pairs[pair], year, pair)
      put(columns, year)
    },
    mark: (failed, count) => {
      for (let draw = 0; draw < count; draw++) if (populations[draw].failed) failed[draw] = 1
    },
  }
}

function createPopulations(plan: Plan, size: number, driverCount: number): CachedPopulation[] {
  const columnsSize = slotAt(plan, populationSlots(plan).length, 0)
  return Array.from({ length: size }, () => ({
    drivers: new Float64Array(driverCount),
    columns: new Float64Array(columnsSize),
    failed: false,
  }))
}

/** The first year whose levels depend on any of these causes; 0 where lines do, and the number of years for none. */
function createReach(plan: Plan, causes: Int32Array): (changed: number) => number {
  const lines = plan.travel.lines.reduce((all, { opensSlot }) => all | causes[opensSlot], 0)
  const byYear = plan.years.map((_, year) =>
    year === 0 ? lines : plan.levels.reduce((all, slot) => all | causesInYear(plan, causes, slot, year), 0),
  )
  return (changed) => {
    const first = byYear.findIndex((own) => own & changed)
    return first < 0 ? plan.years.length : first
  }
}

/** The first year, beyond the first step, in which some lever begins to reach a population; one past the last for none. */
function yearToGoOnFrom(plan: Plan, reached: (changed: number) => number): number {
  const first = plan.levers.map((_, lever) => reached(leverCause(lever))).filter((year) => year > 1)
  return Math.min(plan.years.length, ...first)
}
