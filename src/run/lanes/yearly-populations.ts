/**
 * The populations of draws simulated side by side where levels read what came out of the step before: all of them go
 * through a year, each pair in a kernel of its own, before any goes through the next.
 *
 * None of them is known by what drives it before it has been simulated, so that a population is used again only where
 * nothing that has changed reaches any level (dependencies.ts).
 */
import type { Plan } from '../../plan/plan.js'
import { DRAW } from '../year/dependencies.js'
import { createPopulationDrivers, drivingSlots } from '../year/drivers.js'
import type { RowLayout } from '../year/memory.js'
import { createKernelYears, type PopulationPair } from './kernel-pair.js'
import type { CachedPopulation } from './population-cache.js'
import { createColumnWriter, populationSlots } from './population-columns.js'
import type { KernelOptions } from './populations.js'

export interface YearlyPopulations {
  /** Whether what has changed reaches any population. */
  readonly isReached: (changed: number) => boolean
  /** Put a year of the first `count` draws into memory; the levels of the year stand there. */
  readonly simulate: (year: number, count: number) => void
  /** Mark the draws that cannot be simulated. */
  readonly mark: (failed: Uint8Array, count: number) => void
}

/** causes: of every slot (dependencies.ts) */
export function createYearlyPopulations(
  plan: Plan,
  memory: Float64Array,
  { draws: size }: RowLayout,
  causes: Uint8Array,
  { kernel, reuse = true }: KernelOptions,
): YearlyPopulations {
  const driving = drivingSlots(plan).reduce((all, slot) => all | causes[slot], 0)
  const drivers = createPopulationDrivers(plan, memory, size)
  const columnsSize = populationSlots(plan).length * plan.years.length * plan.dims.cities
  const populations = Array.from(
    { length: size },
    (): CachedPopulation => ({
      drivers: new Float64Array(drivers.size),
      columns: new Float64Array(columnsSize),
      failed: false,
    }),
  )
  const pairs = Array.from({ length: size / 2 }, (_, pair) => ({
    simulate: createKernelYears(plan, kernel, drivers),
    both: populations.slice(2 * pair, 2 * pair + 2) as unknown as PopulationPair,
  }))
  const columns = populations.map((population) => population.columns)
  const put = createColumnWriter(plan, memory, size)
  return {
    isReached: (changed) => !reuse || (driving & changed) !== 0,
    simulate: (year, count) => {
      // where no draw drives them, places without a draw are filled as well: a later call with more finds nothing changed
      const all = driving & DRAW ? count : size
      for (let draw = 0; draw < all; draw++) drivers.gatherYear(draw, year, populations[draw].drivers)
      for (const { simulate, both } of pairs.slice(0, Math.ceil(all / 2))) simulate(both, year)
      put(columns, year)
    },
    mark: (failed, count) => {
      for (let draw = 0; draw < count; draw++) if (populations[draw].failed) failed[draw] = 1
    },
  }
}
