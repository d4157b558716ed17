/** In which order draws simulated side by side go through populations and services. */
import { hasFeedback, type Plan } from '../../plan/plan.js'
import { POPULATION } from '../year/dependencies.js'
import type { RowLayout } from '../year/memory.js'
import { createPopulations, type KernelOptions } from './populations.js'
import { createYearlyPopulations } from './yearly-populations.js'

/** What is computed of a year besides its people; changed: causes, as bits (dependencies.ts). */
export interface YearStages {
  readonly levels: (year: number, changed: number) => void
  readonly services: (year: number, failed: Uint8Array, changed: number) => void
}

/** Takes the first `count` draws through all years, marks those that fail, and returns what has changed by then. */
export type SimulateYears = (count: number, failed: Uint8Array, changed: number) => number

/** What all the populations of draws side by side share. */
export interface PopulationContext {
  readonly memory: Float64Array
  readonly layout: RowLayout
  /** Of every slot (dependencies.ts). */
  readonly causes: Int32Array
  readonly options: KernelOptions
}

export function createYearOrder(plan: Plan, context: PopulationContext, stages: YearStages): SimulateYears {
  return hasFeedback(plan)
    ? yearByYear(plan, context, stages)
    : populationFirst(plan, context, stages.services)
}

/** All years of the populations, which read nothing of services, then those of services. */
function populationFirst(
  plan: Plan,
  { memory, layout, causes, options }: PopulationContext,
  serve: YearStages['services'],
): SimulateYears {
  const populate = createPopulations(plan, memory, layout, causes, options)
  return (count, failed, changed) => {
    const after = populate(count, failed, changed) ? changed | POPULATION : changed
    for (let year = 0; year < plan.years.length; year++) serve(year, failed, after)
    return after
  }
}

/** A year of populations and services, by levels that read the year before, and then the next. */
function yearByYear(
  plan: Plan,
  { memory, layout, causes, options }: PopulationContext,
  { levels, services }: YearStages,
): SimulateYears {
  const populations = createYearlyPopulations(plan, memory, layout, causes, options)
  return (count, failed, changed) => {
    const first = populations.firstReached(changed)
    const isReached = first < plan.years.length
    const after = changed | POPULATION
    for (let year = 0; year < plan.years.length; year++) {
      if (year >= first && year > 0) levels(year, after)
      if (year >= first) populations.simulate(year, count)
      services(year, failed, year >= first ? after : changed)
    }
    populations.mark(failed, count)
    return isReached ? after : changed
  }
}
