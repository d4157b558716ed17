/** Simulates two populations at once in the kernel; what comes out is what the model alone would give, bit for bit. */
import { Kernel } from '../../kernel/kernel.js'
import { compileByCity } from '../../model/compile-rates.js'
import type { ControlStep } from '../../model/control.js'
import { faultInLevels } from '../../model/rate-checks.js'
import { FLOWS } from '../../model/state.js'
import { createYearRates } from '../../model/year-rates.js'
import type { Plan } from '../../plan/plan.js'
import { balanceFault, LEAST_CELL, lineFault } from '../year/balance-checks.js'
import type { PopulationDrivers } from '../year/drivers.js'
import { createTravel } from '../year/travel.js'
import { createVitalRates } from '../year/vital-rates.js'
import type { CachedPopulation } from './population-cache.js'
import { baseColumns, columnLayout } from './population-columns.js'

/** One or two populations. */
export type PopulationPair = readonly [CachedPopulation, CachedPopulation?]

/** A function that simulates a pair through all years of the plan and fills their columns. */
export function createKernelPair(
  plan: Plan,
  module: WebAssembly.Module,
  drivers: PopulationDrivers,
): (pair: PopulationPair) => void {
  const steps = plan.years.length - 1
  const { open, step } = createKernelYears(plan, module, drivers, { survivals: steps, stands: 1 })
  return (pair) => {
    open(pair)
    for (let year = 1; year <= steps; year++) step(pair, year, year - 1)
  }
}

/** Simulates pairs of populations year by year, one pair at a time; what drives a year has to be there by then. */
export interface KernelYears {
  /** Open the base year anew, and fill the columns of it. */
  readonly open: (pair: PopulationPair) => void
  /**
   * Simulate the step that ends a year (from 1), from where the kernel stands, and fill the columns of it. Survival is
   * kept in a slot: draws of other mortality take others.
   */
  readonly step: (pair: PopulationPair, year: number, slot: number) => void
  /** Go to the place of a pair, which stands where it was left. */
  readonly standAt: (stand: number) => void
  /** Stand where the pair of another place does. */
  readonly standAs: (stand: number) => void
}

/** survivals: slots of survival that are wanted; stands: places for a pair */
export function createKernelYears(
  plan: Plan,
  module: WebAssembly.Module,
  drivers: PopulationDrivers,
  room: { readonly survivals: number; readonly stands: number },
): KernelYears {
  const kernel = createKernel(plan, module, room)
  const writeTravel = createTravelWriter(plan, drivers)
  const writeRates = createRateWriter(plan, kernel, drivers, writeTravel)
  const readYear = createYearReader(plan, kernel)
  const base = baseColumns(plan)

  const openOne = (population: CachedPopulation) => {
    population.columns.set(base)
    writeTravel(population, 0)
    population.failed = lineFault(plan, (year) => drivers.opensIn(population.drivers, year)) !== undefined
  }
  const step: KernelYears['step'] = (pair, year, slot) => {
    pair.forEach((population, lane) => {
      if (population && !population.failed) population.failed = !writeRates(population, lane, year)
    })
    kernel.projectYear(slot, plan.schedules[year])
    const control = plan.controls?.steps[year]
    if (control) scalePair(kernel, control, pair)
    kernel.countHeads()
    const withPeople = kernel.lanesOfAtLeast(LEAST_CELL)
    pair.forEach((population, lane) => {
      if (!population || population.failed) return
      const balances = readYear(population, lane, year)
      population.failed = !balances || (withPeople & (1 << lane)) === 0
    })
  }
  return {
    open: (pair) => {
      pair.forEach((population) => {
        if (population) openOne(population)
      })
      kernel.open()
    },
    step,
    standAt: (stand) => kernel.standAt(stand),
    standAs: (stand) => kernel.standAs(stand),
  }
}

/** Scale people to published totals; a population that they cannot be scaled to fails. */
function scalePair(kernel: Kernel, control: ControlStep, pair: PopulationPair): void {
  pair.forEach((population, lane) => {
    if (population && !population.failed) population.failed = !kernel.scaleToTotals(lane, control)
  })
  kernel.countTotals()
}

function createKernel(
  plan: Plan,
  module: WebAssembly.Module,
  room: { readonly survivals: number; readonly stands: number },
): Kernel {
  const { dims, conventions, opening, schedules, headCounts: counts } = plan
  const hasNetMigration = schedules.some(({ netMigration }) => netMigration.length > 0)
  const { nests, pairs, mortalityAges, byPlace } = schedules[0]
  const asked = { hasNetMigration, mortalityAges, nests, pairs, byPlace, counts, ...room }
  return new Kernel(module, { dims, conventions, opening, ...asked })
}

/** Hours[city, city] of a year. */
type WriteTravel = (population: CachedPopulation, year: number) => Float64Array

/** A function that writes the hours between the slowest pairs of a year, and gives those between all. */
function createTravelWriter(plan: Plan, drivers: PopulationDrivers): WriteTravel {
  const { cities } = plan.dims
  const travel = createTravel(plan)
  const at = columnLayout(plan)
  return (population, year) => {
    const hours = travel.hours(year, drivers.opensIn(population.drivers, year))
    for (let group = 0; group < plan.slowest.length; group++) {
      const to = at.slowest(group, year)
      population.columns.fill(travel.slowest(group), to, to + cities)
    }
    plan.hoursTo.forEach(({ city }, index) => {
      travel.writeHoursTo(city, population.columns, at.hoursTo(index, year))
    })
    return hours
  }
}

/** A function that writes the rates of a year; false where no step can be computed with them. */
function createRateWriter(
  plan: Plan,
  kernel: Kernel,
  drivers: PopulationDrivers,
  writeTravel: WriteTravel,
): (population: CachedPopulation, lane: number, year: number) => boolean {
  const { dims, conventions } = plan
  const { nests, pairs } = plan.schedules[0]
  const rates = [0, 1].map(() => createYearRates(dims, nests?.seats.length, pairs))
  const writeVitalRate = createVitalRates(plan)
  const at = columnLayout(plan)
  return (population, lane, year) => {
    const hours = writeTravel(population, year)
    const levels = drivers.levels(population.drivers, year)
    if (faultInLevels(dims.cities, levels)) return false
    plan.vitalRates?.forEach((rate, index) => {
      writeVitalRate(rate, year, levels, population.columns, at.vitalRate(index, year))
    })
    const inputs = { levels, hours, baseHours: plan.travel.base }
    if (compileByCity(dims, conventions, plan.schedules[year], inputs, rates[lane])) return false
    kernel.writeRates(lane, levels, rates[lane])
    return true
  }
}

/** A function that reads the columns of a year; false where it does not balance. */
function createYearReader(
  plan: Plan,
  kernel: Kernel,
): (population: CachedPopulation, lane: number, year: number) => boolean {
  const { cities } = plan.dims
  const at = columnLayout(plan)
  const totals = {
    flows: new Float64Array(FLOWS.length * cities),
    before: new Float64Array(2 * cities),
    after: new Float64Array(2 * cities),
  }
  return ({ columns }, lane, year) => {
    kernel.flows(lane, totals.flows)
    kernel.totals('before', lane, totals.before)
    kernel.totals('after', lane, totals.after)
    plan.headCounts.forEach((_, count) => {
      const to = at.headCount(count, year)
      kernel.head(count, lane, columns.subarray(to, to + cities))
    })
    plan.flows.forEach(({ flow }, index) => {
      columns.set(totals.flows.subarray(flow * cities, (flow + 1) * cities), at.flow(index, year))
    })
    return !balanceFault(plan, year, totals)
  }
}
