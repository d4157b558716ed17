/** Lives the population of a plan through its years and writes heads, flows and hours into memory. */
import { balanceGap, smallestCell, totalsByCity } from '../model/balance.js'
import { compileRates } from '../model/compile-rates.js'
import { LEVELS } from '../model/rates.js'
import { FLOWS } from '../model/state.js'
import { createWorkspace } from '../model/workspace.js'
import { liveYear } from '../model/year.js'
import { createYearRates } from '../model/year-rates.js'
import { type Plan, slotAt } from '../plan/plan.js'
import { countHeads } from './heads.js'
import type { Fault } from './trajectory.js'
import { createTravel } from './travel.js'

/** Largest gap of the books, persons, and what rounding may add for a large city, per resident. */
const LARGEST_GAP = 1e-6
const ROUNDING = 1e-12

/** A function that lives all years of a plan from its opening state; memory holds the levels. */
export function createPopulation(plan: Plan, memory: Float64Array): () => Fault | undefined {
  const { dims, conventions } = plan
  const { cities } = dims
  const state = { people: new Float64Array(plan.opening.people), away: new Float64Array(plan.opening.away) }
  const flows = new Float64Array(FLOWS.length * cities)
  const rates = createYearRates(dims)
  const work = createWorkspace(dims)
  const levels = new Float64Array(LEVELS.length * cities)
  const before = new Float64Array(2 * cities)
  const after = new Float64Array(2 * cities)
  const travel = createTravel(plan, memory)

  const liveOne = (year: number): Fault | undefined => {
    plan.levels.forEach((slot, level) => {
      const at = slotAt(plan, slot, year)
      levels.set(memory.subarray(at, at + cities), level * cities)
    })
    const hours = travel(year)
    const inputs = { levels, hours, baseHours: plan.travel.base }
    const problem = compileRates(dims, conventions, plan.schedules[year]!, inputs, rates)
    if (problem) return { code: 'rate-too-high', detail: `${plan.years[year]}: ${problem}` }
    totalsByCity(dims, state.people, before)
    liveYear(dims, conventions, rates, state, flows, work)
    totalsByCity(dims, state.people, after)
    return faultIn(year)
  }

  const faultIn = (year: number): Fault | undefined => {
    const gap = balanceGap(dims, before, after, flows)
    const allowed = LARGEST_GAP + ROUNDING * Math.max(...before)
    if (!(gap <= allowed)) return { code: 'balance-open', detail: `${plan.years[year]}: off by ${gap} persons` }
    const smallest = smallestCell(state.people)
    if (!(smallest >= -1e-9)) return { code: 'negative-people', detail: `${plan.years[year]}: a cell of ${smallest}` }
    return undefined
  }

  return () => {
    state.people.set(plan.opening.people)
    state.away.set(plan.opening.away)
    flows.fill(0)
    for (let year = 0; year < plan.years.length; year++) {
      if (year === 0) travel(0)
      const fault = year === 0 ? undefined : liveOne(year)
      if (fault) return fault
      countHeads(plan, memory, state, year)
      for (const { slot, flow } of plan.flows) {
        memory.set(flows.subarray(flow * cities, (flow + 1) * cities), slotAt(plan, slot, year))
      }
    }
    return undefined
  }
}
