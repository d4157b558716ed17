/** Lives the population of one draw through the years of a plan, as the model says, into memory. */
import { smallestCell, totalsByCity } from '../../model/balance.js'
import { compileRates } from '../../model/compile-rates.js'
import { LEVELS } from '../../model/rates.js'
import { FLOWS } from '../../model/state.js'
import { createWorkspace } from '../../model/workspace.js'
import { projectYear } from '../../model/year.js'
import { createYearRates } from '../../model/year-rates.js'
import { type Plan, slotAt } from '../../plan/plan.js'
import type { Fault } from '../../results/failures.js'
import { faultInBooks, faultInCells, faultInLines, faultInRate } from '../year/balance-checks.js'
import { drivingSlots } from '../year/drivers.js'
import { countHeads } from '../year/head-counts.js'
import { createTravel } from '../year/travel.js'

/**
 * A function that lives all years of a plan from its opening state; memory holds the levels.
 *
 * Where nothing that drives the population differs from the last time, its columns in memory are still right and
 * it is not lived again: policies that only build services share one population.
 */
export function createPopulation(plan: Plan, memory: Float64Array): () => Fault | undefined {
  const { dims, conventions } = plan
  const { cities } = dims
  const nests = plan.schedules[0].nests?.seats.length ?? 0
  const state = { people: new Float64Array(plan.opening.people), away: new Float64Array(plan.opening.away) }
  const flows = new Float64Array(FLOWS.length * cities)
  const rates = createYearRates(dims, nests)
  const work = createWorkspace(
    dims,
    plan.schedules.some(({ netMigration }) => netMigration.length > 0),
    nests,
  )
  const levels = new Float64Array(LEVELS.length * cities)
  const before = new Float64Array(2 * cities)
  const after = new Float64Array(2 * cities)
  const travel = createTravel(plan)
  const drivers = createDrivers(plan, memory)
  const opensIn = (year: number) => (line: number) =>
    memory[slotAt(plan, plan.travel.lines[line].opensSlot, year)]
  let lastFault: Fault | undefined

  const goIn = (year: number): Float64Array => {
    const hours = travel.hours(year, opensIn(year))
    for (const [group, { slot }] of plan.slowest.entries()) {
      const at = slotAt(plan, slot, year)
      memory.fill(travel.slowest(group), at, at + cities)
    }
    return hours
  }

  const liveOne = (year: number): Fault | undefined => {
    plan.levels.forEach((slot, level) => {
      const at = slotAt(plan, slot, year)
      levels.set(memory.subarray(at, at + cities), level * cities)
    })
    const inputs = { levels, hours: goIn(year), baseHours: plan.travel.base }
    const fault = compileRates(dims, conventions, plan.schedules[year], inputs, rates)
    if (fault) return faultInRate(plan, year, fault)
    before.set(after)
    projectYear(dims, conventions, rates, state, flows, work)
    totalsByCity(dims, state.people, after)
    const open = faultInBooks(plan, year, { before, after, flows })
    return open ?? faultInCells(plan, year, smallestCell(state.people))
  }

  const liveAll = (): Fault | undefined => {
    state.people.set(plan.opening.people)
    state.away.set(plan.opening.away)
    totalsByCity(dims, state.people, after)
    flows.fill(0)
    goIn(0)
    const never = faultInLines(plan, opensIn)
    if (never) return never
    for (let year = 0; year < plan.years.length; year++) {
      const fault = year === 0 ? undefined : liveOne(year)
      if (fault) return fault
      countHeads(plan, memory, state, year)
      for (const { slot, flow } of plan.flows) {
        memory.set(flows.subarray(flow * cities, (flow + 1) * cities), slotAt(plan, slot, year))
      }
    }
    return undefined
  }
  return () => {
    if (drivers.changed()) lastFault = liveAll()
    return lastFault
  }
}

/** Remembers what drove the population the last time: levels and opening dates of lines in every year. */
function createDrivers(plan: Plan, memory: Float64Array): { changed: () => boolean } {
  const slots = drivingSlots(plan)
  const size = plan.years.length * plan.dims.cities
  const last = new Float64Array(slots.length * size).fill(Number.NaN)
  return {
    changed: () => {
      let changed = false
      for (let k = 0; k < slots.length; k++) {
        const from = slotAt(plan, slots[k], 0)
        for (let cell = 0; cell < size; cell++) {
          const value = memory[from + cell]
          if (value !== last[k * size + cell]) changed = true
          last[k * size + cell] = value
        }
      }
      return changed
    },
  }
}
