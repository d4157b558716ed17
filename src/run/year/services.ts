/** Carries the services of a plan through a year in memory; rows may hold several draws (memory.ts). */
import { deliver, holdAgainstNeed, type ProgrammeYear, type ServiceYear } from '../../model/services.js'
import { type Plan, type ProgrammePlan, type ServicePlan, slotAt } from '../../plan/plan.js'
import { ALL_CAUSES, causesOf } from './dependencies.js'

/** What a year of services comes to, over so many rows' numbers. */
export interface ServiceSteps {
  readonly deliver: (count: number, at: ProgrammeYear) => void
  readonly holdAgainstNeed: (count: number, at: ServiceYear) => void
}

/** The model's own steps. */
function stepsOf(memory: Float64Array): ServiceSteps {
  return {
    deliver: (count, at) => deliver(memory, count, at),
    holdAgainstNeed: (count, at) => holdAgainstNeed(memory, count, at),
  }
}

/**
 * A function that delivers programmes and holds every service against its need in one year of the plan: those that
 * what has changed changes (dependencies.ts).
 */
export function createServices(
  plan: Plan,
  memory: Float64Array,
  steps = stepsOf(memory),
): (year: number, changed?: number) => void {
  const { cities } = plan.dims
  const causes = causesOf(plan)
  const years = plan.years.map((_, year) =>
    plan.services.map((service) => ({
      programmes: service.programmes.map((programme) => ({
        at: programmeYear(plan, programme, year),
        causes: causes[programme.openedSlot],
      })),
      at: serviceYear(plan, service, year),
      service,
    })),
  )
  return (year, changed = ALL_CAUSES) => {
    for (const { programmes, at, service } of years[year]) {
      for (const programme of programmes) {
        if (programme.causes & changed) steps.deliver(cities, programme.at)
      }
      if (causes[service.stockSlot] & changed) ageStock(plan, memory, service, year)
      if (causes[service.unmetSlot] & changed) steps.holdAgainstNeed(cities, at)
    }
  }
}

function programmeYear(plan: Plan, programme: ProgrammePlan, year: number): ProgrammeYear {
  const at = (slot: number, when = year) => (when < 0 ? -1 : slotAt(plan, slot, when))
  return {
    starts: programme.starts[year],
    shareAt: at(programme.share),
    scaleAt: at(programme.scale),
    fulfilmentAt: at(programme.fulfilment),
    onTimeAt: at(programme.onTime),
    startedBefore: at(programme.startedSlot, year - 1),
    openedBefore: at(programme.openedSlot, year - 1),
    startedNow: at(programme.startedSlot),
    openedNow: at(programme.openedSlot),
    startedDue: at(programme.startedSlot, year - programme.lead),
  }
}

function serviceYear(plan: Plan, service: ServicePlan, year: number): ServiceYear {
  return {
    stock: slotAt(plan, service.stockSlot, year),
    opened: service.programmes.map((programme) => slotAt(plan, programme.openedSlot, year)),
    each: service.programmes.map((programme) => slotAt(plan, programme.each, year)),
    demand: slotAt(plan, service.demandSlot, year),
    standard: slotAt(plan, service.standardSlot, year),
    capacity: slotAt(plan, service.capacitySlot, year),
    need: slotAt(plan, service.needSlot, year),
    unmet: slotAt(plan, service.unmetSlot, year),
  }
}

/** The opening stock in the base year; then what was left of it, less what closes in the step. */
function ageStock(plan: Plan, memory: Float64Array, service: ServicePlan, year: number): void {
  const now = slotAt(plan, service.stockSlot, year)
  const opening = slotAt(plan, service.openingSlot, 0)
  const before = slotAt(plan, service.stockSlot, year - 1)
  const closure = slotAt(plan, service.closureSlot, year)
  for (let city = 0; city < plan.dims.cities; city++) {
    memory[now + city] =
      year === 0
        ? memory[opening + city]
        : memory[before + city] * (1 - memory[closure + city] * plan.conventions.step)
  }
}
