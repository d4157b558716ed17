/** Lives two populations at once in the kernel; what comes out is what the model alone would give, bit for bit. */
import { Kernel } from '../../kernel/kernel.js'
import { compileByCity } from '../../model/compile-rates.js'
import { faultInLevels } from '../../model/rate-checks.js'
import { FLOWS } from '../../model/state.js'
import { createYearRates } from '../../model/year-rates.js'
import { type Plan, slotAt } from '../../plan/plan.js'
import { faultInBooks, faultInLines, LEAST_CELL } from '../year/balance-checks.js'
import type { Drivers } from '../year/drivers.js'
import { countHeads } from '../year/head-counts.js'
import { createTravel } from '../year/travel.js'
import type { Lived } from './population-cache.js'

/** Slots that a population writes, in the order of the columns of Lived: head counts, flows, slowest pairs. */
export function livedSlots(plan: Plan): number[] {
  return [plan.headCounts, plan.flows, plan.slowest].flatMap((list) => list.map(({ slot }) => slot))
}

/** A function that lives one or two populations through all years of the plan and fills their columns. */
export function createPair(
  plan: Plan,
  module: WebAssembly.Module,
  drivers: Drivers,
): (pair: readonly [Lived, Lived?]) => void {
  const { dims, conventions, opening } = plan
  const { cities } = dims
  const steps = plan.years.length - 1
  const hasNetMigration = plan.schedules.some(({ netMigration }) => netMigration.length > 0)
  const counts = plan.headCounts
  const { nests } = plan.schedules[0]
  const nestCount = nests?.seats.length ?? 0
  const kernel = new Kernel(module, { dims, conventions, opening, hasNetMigration, nests, counts, steps })
  const rates = [createYearRates(dims, nestCount), createYearRates(dims, nestCount)]
  const travel = createTravel(plan)
  const year = {
    flows: new Float64Array(FLOWS.length * cities),
    before: new Float64Array(2 * cities),
    after: new Float64Array(2 * cities),
  }
  const base = baseColumns(plan)
  const columnAt = (column: number, when: number) => (column * plan.years.length + when) * cities
  const firstFlow = counts.length
  const firstSlowest = firstFlow + plan.flows.length

  const goIn = (lived: Lived, when: number): Float64Array => {
    const hours = travel.hours(when, drivers.opensIn(lived.drivers, when))
    for (let group = 0; group < plan.slowest.length; group++) {
      const at = columnAt(firstSlowest + group, when)
      lived.columns.fill(travel.slowest(group), at, at + cities)
    }
    return hours
  }

  /** False where the rates of a step cannot be lived. */
  const writeRates = (lived: Lived, lane: number, when: number): boolean => {
    const hours = goIn(lived, when)
    const levels = drivers.levels(lived.drivers, when)
    if (faultInLevels(cities, levels)) return false
    const schedules = plan.schedules[when]
    const inputs = { levels, hours, baseHours: plan.travel.base }
    if (compileByCity(dims, conventions, schedules, inputs, rates[lane])) return false
    kernel.writeRates(lane, levels, rates[lane])
    return true
  }

  /** False where the books do not close, or a cell holds fewer than nobody. */
  const readYear = (lived: Lived, lane: number, when: number, peopled: number): boolean => {
    kernel.flows(lane, year.flows)
    kernel.totals('before', lane, year.before)
    kernel.totals('after', lane, year.after)
    counts.forEach((_, count) => {
      const at = columnAt(count, when)
      kernel.head(count, lane, lived.columns.subarray(at, at + cities))
    })
    plan.flows.forEach(({ flow }, index) => {
      const at = columnAt(firstFlow + index, when)
      lived.columns.set(year.flows.subarray(flow * cities, (flow + 1) * cities), at)
    })
    return (peopled & (1 << lane)) !== 0 && !faultInBooks(plan, when, year)
  }

  return (pair) => {
    pair.forEach((lived) => {
      if (!lived) return
      lived.columns.set(base)
      goIn(lived, 0)
      lived.failed = faultInLines(plan, (when) => drivers.opensIn(lived.drivers, when)) !== undefined
    })
    kernel.open()
    for (let when = 1; when <= steps; when++) {
      pair.forEach((lived, lane) => {
        if (lived && !lived.failed) lived.failed = !writeRates(lived, lane, when)
      })
      kernel.projectYear(when - 1, plan.schedules[when])
      kernel.countHeads()
      const peopled = kernel.lanesOfAtLeast(LEAST_CELL)
      pair.forEach((lived, lane) => {
        if (lived && !lived.failed) lived.failed = !readYear(lived, lane, when, peopled)
      })
    }
  }
}

/** Columns of a population with those of the base year written, which no draw changes; there are no flows in it. */
function baseColumns(plan: Plan): Float64Array {
  const slots = livedSlots(plan)
  const size = plan.years.length * plan.dims.cities
  const memory = new Float64Array(slotAt(plan, plan.slots, 0))
  countHeads(plan, memory, plan.opening, 0)
  const columns = new Float64Array(slots.length * size)
  slots.forEach((slot, column) => {
    const at = slotAt(plan, slot, 0)
    columns.set(memory.subarray(at, at + plan.dims.cities), column * size)
  })
  return columns
}
