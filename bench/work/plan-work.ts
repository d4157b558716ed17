/** The work of a plan: rates of some draws of one policy, compiled by the model itself. */
import { compileRates } from '../../src/model/compile-rates.js'
import { LEVELS } from '../../src/model/rates.js'
import { createYearRates } from '../../src/model/year-rates.js'
import { type Plan, slotAt } from '../../src/plan/plan.js'
import { createTrajectory } from '../../src/run/reference/trajectory.js'
import { createTravel } from '../../src/run/year/travel.js'
import { type Rates, writeWork } from './write.js'

/**
 * Write the work of the first draws of a plan's last policy.
 *
 * Throws RangeError where the plan has what the peers do not know: net migration, one status, nests, another timing.
 */
export function writePlanWork(file: string, plan: Plan, draws: number): void {
  const { dims, conventions, opening } = plan
  const [{ netMigration, nests, mortalityMeasure }] = plan.schedules
  if (dims.statuses !== 4 || conventions.migration !== 'even' || netMigration.length > 0)
    throw new RangeError('the peers live plans of four statuses without net migration only')
  if (nests || mortalityMeasure !== 'mx')
    throw new RangeError('the peers live plans with death rates and without nests only')
  const { cities, ages } = dims
  const years = plan.years.length - 1
  const lived = liveDraws(plan, draws)
  const start = {
    size: { cities, ages, years, draws, step: conventions.step },
    opening,
    originShares: lived(0, 1).originShares,
    schedules: plan.schedules.slice(1),
  }
  writeWork(file, start, (draw, year) => lived(draw, year + 1))
}

/** A function that compiles the rates of a draw and year; the same arrays each time. */
function liveDraws(
  plan: Plan,
  draws: number,
): (draw: number, year: number) => Rates & { originShares: Float64Array } {
  const { dims, conventions, schedules } = plan
  const { cities } = dims
  const trajectory = createTrajectory(plan, draws)
  const inputs = new Float64Array(plan.uncertainties.length)
  const outcomes = new Float64Array(plan.outcomes.length)
  const levels = new Float64Array(LEVELS.length * cities)
  const rates = createYearRates(dims)
  const travel = createTravel(plan)
  let current = -1
  return (draw, year) => {
    if (draw !== current) trajectory.run(plan.policies.length - 1, draw, inputs, outcomes)
    current = draw
    plan.levels.forEach((slot, level) => {
      const at = slotAt(plan, slot, year)
      levels.set(trajectory.memory.subarray(at, at + cities), level * cities)
    })
    const hours = travel.hours(
      year,
      (line) => trajectory.memory[slotAt(plan, plan.travel.lines[line].opensSlot, year)],
    )
    const fault = compileRates(
      dims,
      conventions,
      schedules[year],
      { levels, hours, baseHours: plan.travel.base },
      rates,
    )
    if (fault) throw new RangeError(`draw ${draw} cannot be lived: ${fault.level} is ${fault.value}`)
    const level = (name: (typeof LEVELS)[number]) => {
      const from = LEVELS.indexOf(name) * cities
      return levels.subarray(from, from + cities)
    }
    return {
      ...rates,
      fertilityLevel: level('fertility'),
      fertilityInVillages: level('fertility_in_villages'),
      fertilityInTowns: level('fertility_in_towns'),
      mortalityLevel: level('mortality'),
    }
  }
}
