/** Simulates the population of one draw through the years of a plan, as the model says, into memory. */
import { smallestCell, totalsByCity } from '../../model/balance.js'
import { compileRates } from '../../model/compile-rates.js'
import { scaleToTotals } from '../../model/control.js'
import { LEVELS } from '../../model/rates.js'
import { FLOWS, type Flows, type State } from '../../model/state.js'
import { createWorkspace, type Workspace, type YearWatch } from '../../model/workspace.js'
import { projectYear } from '../../model/year.js'
import { createYearRates, type YearRates } from '../../model/year-rates.js'
import { type Plan, slotAt } from '../../plan/plan.js'
import type { BalanceFault, CellFault, ControlFault, LevelFault, LineFault } from '../../results/failures.js'
import { balanceFault, lineFault } from '../year/balance-checks.js'
import { drivingSlots } from '../year/drivers.js'
import { writeHeadCounts } from '../year/head-counts.js'
import { createTravel } from '../year/travel.js'
import { createVitalRates } from '../year/vital-rates.js'
import { cellFault, controlFault, levelFault } from './faults.js'

type PopulationFault = LineFault | LevelFault | ControlFault | BalanceFault | CellFault

/** The population of a trajectory; memory holds the levels. */
export interface Population {
  /** Simulate one year after another, the base year (0) first. */
  readonly simulate: (year: number) => PopulationFault | undefined
  /**
   * Simulate all years. Where nothing that drives the population differs from the last time, its columns in memory are
   * still right and it is not simulated again: policies that only build services share one population.
   */
  readonly simulateAll: () => PopulationFault | undefined
}

export function createPopulation(plan: Plan, memory: Float64Array): Population {
  const haveDriversChanged = createDriverWatch(plan, memory)
  const simulate = createYears(plan, memory)
  let lastFault: PopulationFault | undefined
  const simulateYears = () => {
    for (let year = 0; year < plan.years.length; year++) {
      const fault = simulate(year)
      if (fault) return fault
    }
    return undefined
  }
  return {
    simulate,
    simulateAll: () => {
      if (haveDriversChanged()) lastFault = simulateYears()
      return lastFault
    },
  }
}

/** What an account of a step is kept from, while it goes on. */
export interface WatchedStep {
  readonly state: State
  readonly rates: YearRates
  readonly flows: Flows
  readonly work: Workspace
}

/**
 * Lives the population of a trajectory through once more and tells what happens in it; memory holds what it came to, and
 * is written over with the same.
 */
export function replayPopulation(
  plan: Plan,
  memory: Float64Array,
  watchOf: (step: WatchedStep) => YearWatch,
  afterYear: (year: number) => void,
): void {
  const simulate = createYears(plan, memory, watchOf)
  for (let year = 0; year < plan.years.length; year++) {
    simulate(year)
    afterYear(year)
  }
}

/** A function that simulates a year, from where the one before it has ended; the base year opens anew. */
function createYears(
  plan: Plan,
  memory: Float64Array,
  watchOf?: (step: WatchedStep) => YearWatch,
): Population['simulate'] {
  const { cities } = plan.dims
  const state = { people: new Float64Array(plan.opening.people), away: new Float64Array(plan.opening.away) }
  const flows = new Float64Array(FLOWS.length * cities)
  const before = new Float64Array(2 * cities)
  const after = new Float64Array(2 * cities)
  const opensIn = (year: number) => (line: number) =>
    memory[slotAt(plan, plan.travel.lines[line].opensSlot, year)]
  const writeTravel = createTravelWriter(plan, memory, opensIn)
  const writeVitalRate = createVitalRates(plan)
  const step = createStep(plan, memory, state, flows, watchOf)

  const simulateOne = (year: number): PopulationFault | undefined => {
    const fault = step(year, writeTravel(year))
    if (fault) return fault
    before.set(after)
    totalsByCity(plan.dims, state.people, after)
    const open = balanceFault(plan, year, { before, after, flows })
    return open ?? cellFault(plan, year, smallestCell(state.people))
  }
  const open = (): PopulationFault | undefined => {
    state.people.set(plan.opening.people)
    state.away.set(plan.opening.away)
    totalsByCity(plan.dims, state.people, after)
    flows.fill(0)
    for (const rate of plan.vitalRates ?? [])
      writeVitalRate(rate, 0, undefined, memory, slotAt(plan, rate.slot, 0))
    writeTravel(0)
    return lineFault(plan, opensIn)
  }
  return (year) => {
    const fault = year === 0 ? open() : simulateOne(year)
    if (fault) return fault
    writeHeadCounts(plan, memory, state, year)
    for (const { slot, flow } of plan.flows) {
      memory.set(flows.subarray(flow * cities, (flow + 1) * cities), slotAt(plan, slot, year))
    }
    return undefined
  }
}

/** A function that carries people through the step that ends a year, by the levels in memory; hours[city, city]. */
function createStep(
  plan: Plan,
  memory: Float64Array,
  state: State,
  flows: Flows,
  watchOf?: (step: WatchedStep) => YearWatch,
): (year: number, hours: Float64Array) => LevelFault | ControlFault | undefined {
  const { dims, conventions, schedules } = plan
  const { cities } = dims
  const nests = schedules[0].nests?.seats.length ?? 0
  const hasNetMigration = schedules.some(({ netMigration }) => netMigration.length > 0)
  const rates = createYearRates(dims, nests, schedules[0].pairs)
  const own = createWorkspace(dims, hasNetMigration, nests)
  const work = watchOf ? { ...own, watch: watchOf({ state, rates, flows, work: own }) } : own
  const levels = new Float64Array(LEVELS.length * cities)
  const writeVitalRate = createVitalRates(plan)
  const control = createControl(plan, state, flows, work.watch)
  return (year, hours) => {
    plan.levels.forEach((slot, level) => {
      const at = slotAt(plan, slot, year)
      levels.set(memory.subarray(at, at + cities), level * cities)
    })
    for (const rate of plan.vitalRates ?? [])
      writeVitalRate(rate, year, levels, memory, slotAt(plan, rate.slot, year))
    const inputs = { levels, hours, baseHours: plan.travel.base }
    const fault = compileRates(dims, conventions, schedules[year], inputs, rates)
    if (fault) return levelFault(plan, year, fault)
    projectYear(dims, conventions, rates, state, flows, work)
    return control(year)
  }
}

/** A function that scales people to the totals of a year, where the plan has any. */
function createControl(
  plan: Plan,
  { people }: State,
  flows: Flows,
  watch: YearWatch | undefined,
): (year: number) => ControlFault | undefined {
  const [whole, counted] = [people, flows].map((doubles) => ({ doubles, at: 0, stride: 1 }))
  return (year) => {
    const step = plan.controls?.steps[year]
    if (!step) return undefined
    watch?.after('projected')
    const unmet = scaleToTotals(plan.dims, step, whole, counted)
    watch?.after('control')
    return unmet && controlFault(plan, year, unmet)
  }
}

/** A function that writes the hours between the slowest pairs of a year, and gives those between all, [city, city]. */
function createTravelWriter(
  plan: Plan,
  memory: Float64Array,
  opensIn: (year: number) => (line: number) => number,
): (year: number) => Float64Array {
  const travel = createTravel(plan)
  return (year) => {
    const hours = travel.hours(year, opensIn(year))
    for (const [group, { slot }] of plan.slowest.entries()) {
      const at = slotAt(plan, slot, year)
      memory.fill(travel.slowest(group), at, at + plan.dims.cities)
    }
    for (const { slot, city } of plan.hoursTo) travel.writeHoursTo(city, memory, slotAt(plan, slot, year))
    return hours
  }
}

/** A function that says whether what drives the population differs from the last time; it does the first time. */
function createDriverWatch(plan: Plan, memory: Float64Array): () => boolean {
  const slots = drivingSlots(plan)
  const size = plan.years.length * plan.dims.cities
  const last = new Float64Array(slots.length * size).fill(Number.NaN)
  return () => {
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
  }
}
