/** Lives the population of a plan through its years and writes heads, flows and hours into memory. */
import { balanceGap, smallestCell, totalsByCity } from '../model/balance.js'
import { compileRates } from '../model/compile-rates.js'
import type { RateFault } from '../model/rate-checks.js'
import { LEVELS } from '../model/rates.js'
import { FLOWS } from '../model/state.js'
import { createWorkspace } from '../model/workspace.js'
import { liveYear } from '../model/year.js'
import { createYearRates } from '../model/year-rates.js'
import type { Fault } from '../plan/outcomes.js'
import { type Plan, slotAt } from '../plan/plan.js'
import { countHeads } from './heads.js'
import { createTravel } from './travel.js'

/** Largest gap of the books, persons, and what rounding may add for a large city, per resident. */
const LARGEST_GAP = 1e-6
const ROUNDING = 1e-12

/**
 * A function that lives all years of a plan from its opening state; memory holds the levels.
 *
 * Where nothing that drives the population differs from the last time, its columns in memory are still right and
 * it is not lived again: policies that only build services share one population.
 */
export function createPopulation(plan: Plan, memory: Float64Array): () => Fault | undefined {
  const { dims, conventions } = plan
  const { cities } = dims
  const state = { people: new Float64Array(plan.opening.people), away: new Float64Array(plan.opening.away) }
  const flows = new Float64Array(FLOWS.length * cities)
  const rates = createYearRates(dims)
  const work = createWorkspace(
    dims,
    plan.schedules.some(({ netMigration }) => netMigration.length > 0),
  )
  const levels = new Float64Array(LEVELS.length * cities)
  const before = new Float64Array(2 * cities)
  const after = new Float64Array(2 * cities)
  const travel = createTravel(plan, memory)
  const drivers = createDrivers(plan, memory)
  let lastFault: Fault | undefined

  const liveOne = (year: number): Fault | undefined => {
    plan.levels.forEach((slot, level) => {
      const at = slotAt(plan, slot, year)
      levels.set(memory.subarray(at, at + cities), level * cities)
    })
    const hours = travel(year)
    const inputs = { levels, hours, baseHours: plan.travel.base }
    const fault = compileRates(dims, conventions, plan.schedules[year], inputs, rates)
    if (fault) return impossible(plan, year, fault)
    before.set(after)
    liveYear(dims, conventions, rates, state, flows, work)
    totalsByCity(dims, state.people, after)
    return faultIn(year)
  }

  const faultIn = (year: number): Fault | undefined => {
    const gap = balanceGap(dims, before, after, flows)
    const allowed = LARGEST_GAP + ROUNDING * Math.max(...before)
    if (!(gap <= allowed))
      return { code: 'balance-open', detail: `${plan.years[year]}: off by ${gap} persons` }
    const smallest = smallestCell(state.people)
    if (!(smallest >= -1e-9))
      return { code: 'negative-people', detail: `${plan.years[year]}: a cell of ${smallest}` }
    return undefined
  }

  const liveAll = (): Fault | undefined => {
    state.people.set(plan.opening.people)
    state.away.set(plan.opening.away)
    totalsByCity(dims, state.people, after)
    flows.fill(0)
    travel(0)
    const never = undated(plan, memory)
    if (never) return never
    for (let year = 0; year < plan.years.length; year++) {
      const fault = year === 0 ? undefined : liveOne(year)
      if (fault) return fault
      countHeads(plan, memory, state, year)
      for (const { slot, flow } of plan.flows) {
        const to = slotAt(plan, slot, year)
        for (let city = 0; city < cities; city++) memory[to + city] = flows[flow * cities + city]
      }
    }
    return undefined
  }
  return () => {
    if (drivers.changed()) lastFault = liveAll()
    return lastFault
  }
}

/** A line whose opening date is no date would silently never open. */
function undated(plan: Plan, memory: Float64Array): Fault | undefined {
  for (const { name, opensSlot } of plan.travel.lines) {
    for (let year = 0; year < plan.years.length; year++) {
      const opens = memory[slotAt(plan, opensSlot, year)]
      if (!Number.isFinite(opens))
        return { code: 'not-a-number', detail: `the line ${name} opens in ${opens}` }
    }
  }
  return undefined
}

/** A level that cannot be lived, in words. */
function impossible(
  { years, places }: Plan,
  year: number,
  { level, city, value, expected }: RateFault,
): Fault {
  const name = places[city + 1].name.en
  const found = `${level} of ${name} is ${Number(value.toPrecision(6))} in ${years[year]}`
  return { code: 'rate-impossible', detail: `${found}; expected ${expected}` }
}

/** Remembers what drove the population the last time: levels and opening dates of lines in every year. */
function createDrivers(plan: Plan, memory: Float64Array): { changed: () => boolean } {
  const slots = [...plan.levels, ...plan.travel.lines.map(({ opensSlot }) => opensSlot)]
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
