/** Carries the services of a plan through a year in memory, over rows of one draw or of several. */
import {
  deliver,
  holdAgainstNeed,
  type LateProjects,
  type ProgrammeYear,
  type RowTimes,
  type ServiceYear,
} from '../../model/services.js'
import type { Plan, ProgrammePlan, ServicePlan } from '../../plan/plan.js'
import { ALL_CAUSES } from './dependencies.js'
import type { RowLayout } from './memory.js'

/** What a year of services comes to, over so many rows' numbers. */
export interface ServiceSteps {
  readonly deliver: (count: number, at: ProgrammeYear) => void
  readonly holdAgainstNeed: (count: number, at: ServiceYear) => void
}

/** The model's own steps. */
function modelSteps(memory: Float64Array): ServiceSteps {
  return {
    deliver: (count, at) => deliver(memory, count, at),
    holdAgainstNeed: (count, at) => holdAgainstNeed(memory, count, at),
  }
}

/**
 * A function that delivers programmes and holds every service against its need in one year of the plan: those that
 * depend on what has changed.
 *
 * causes  of every slot (dependencies.ts)
 */
export function createServices(
  plan: Plan,
  memory: Float64Array,
  layout: RowLayout,
  causes: Int32Array,
  steps = modelSteps(memory),
): (year: number, changed?: number) => void {
  const { width } = layout
  const years = plan.years.map((_, year) =>
    plan.services.map((service) => ({
      programmes: service.programmes.map((programme) => ({
        at: programmeYear(layout, programme, year),
        causes: causes[programme.openedSlot],
      })),
      stock: stockYear(layout, service, year),
      stockCauses: causes[service.stockSlot],
      at: serviceYear(layout, service, year),
      causes: causes[service.unmetSlot],
    })),
  )
  const { step } = plan.conventions
  return (year, changed = ALL_CAUSES) => {
    for (const { programmes, stock, stockCauses, at, causes } of years[year]) {
      for (const programme of programmes) {
        if (programme.causes & changed) steps.deliver(width, programme.at)
      }
      if (stockCauses & changed) ageStock(memory, width, stock, step)
      if (causes & changed) steps.holdAgainstNeed(width, at)
    }
  }
}

function programmeYear(layout: RowLayout, programme: ProgrammePlan, year: number): ProgrammeYear {
  const at = (slot: number, when = year) => (when < 0 ? -1 : layout.at(slot, when))
  const own = programme.own?.years[year] ? programme.own : undefined
  return {
    // where cities have starts of their own, these stand in the place of shares
    starts: own ? 1 : programme.starts[year],
    shareAt: at(own?.slot ?? programme.share),
    scaleAt: at(programme.scale),
    fulfilmentAt: at(programme.fulfilment),
    onTimeAt: at(programme.onTime),
    startedBefore: at(programme.startedSlot, year - 1),
    openedBefore: at(programme.openedSlot, year - 1),
    startedNow: at(programme.startedSlot),
    openedNow: at(programme.openedSlot),
    startedDue: at(programme.startedSlot, year - programme.lead),
    ...dueYear(layout, programme, year),
  }
}

/** What is due, where it is not all that was started `lead` years ago and nothing else; in the base year nothing is. */
function dueYear(
  layout: RowLayout,
  { due, dueSlot, underWay, startedSlot, lead, onTime }: ProgrammePlan,
  year: number,
): Partial<ProgrammeYear> {
  if (dueSlot === undefined) return {}
  if (year === 0) return { startedDue: -1 }
  const weights = due ?? Float64Array.from({ length: lead + 1 }, (_, lag) => (lag === lead ? 1 : 0))
  const rows: RowTimes[] = []
  const add = (slot: number, when: number, weight: number) => {
    if (weight > 0) rows.push({ at: layout.at(slot, when), weight })
  }
  const late = lateProjects(layout, { dueSlot, underWay, onTime })
  if (late) add(dueSlot, 0, 1)
  for (const source of underWay ?? []) add(source.slot, FIRST, source.due[year])
  for (let lag = 0; lag <= Math.min(lead, year); lag++) add(startedSlot, year - lag, weights[lag])
  if (rows.length === 0) return { startedDue: -1 }
  return { startedDue: layout.at(dueSlot, year), due: rows, ...(late && year === FIRST && { late }) }
}

/** The first step, whose shares are those of what is under way: of the base year none may be known. */
const FIRST = 1

function lateProjects(
  layout: RowLayout,
  {
    dueSlot,
    underWay = [],
    onTime,
  }: Required<Pick<ProgrammePlan, 'dueSlot' | 'onTime'>> & Pick<ProgrammePlan, 'underWay'>,
): LateProjects | undefined {
  const steps = Math.max(0, ...underWay.map(({ late }) => late.length))
  const rows = Array.from({ length: steps }, (_, step) =>
    underWay.flatMap(({ slot, late }) => {
      const weight = late[step - (steps - late.length)] ?? 0
      return weight > 0 ? [{ at: layout.at(slot, FIRST), weight }] : []
    }),
  )
  const first = rows.findIndex(({ length }) => length > 0)
  if (first < 0) return undefined
  return { to: layout.at(dueSlot, 0), onTimeAt: layout.at(onTime, 0), steps: rows.slice(first) }
}

function serviceYear({ at }: RowLayout, service: ServicePlan, year: number): ServiceYear {
  return {
    stock: at(service.stockSlot, year),
    opened: service.programmes.map((programme) => at(programme.openedSlot, year)),
    each: service.programmes.map((programme) => at(programme.each, year)),
    demand: at(service.demandSlot, year),
    standard: at(service.standardSlot, year),
    capacity: at(service.capacitySlot, year),
    need: at(service.needSlot, year),
    unmet: at(service.unmetSlot, year),
  }
}

/** Offsets of a year's stock, of what it comes from, and of the share of it that closes; no closure in the base year. */
interface StockYear {
  readonly now: number
  readonly from: number
  readonly closure: number
}

function stockYear({ at }: RowLayout, service: ServicePlan, year: number): StockYear {
  const now = at(service.stockSlot, year)
  if (year === 0) return { now, from: at(service.openingSlot, 0), closure: -1 }
  return { now, from: at(service.stockSlot, year - 1), closure: at(service.closureSlot, year) }
}

/** The opening stock in the base year; then what was left of it, less what closes in the step. */
function ageStock(memory: Float64Array, count: number, stock: StockYear, step: number): void {
  const { now, from, closure } = stock
  if (closure < 0) {
    memory.copyWithin(now, from, from + count)
    return
  }
  for (let k = 0; k < count; k++) memory[now + k] = memory[from + k] * (1 - memory[closure + k] * step)
}
