/** Checks the numbers behind services in the memory of one trajectory. */
import { type Plan, slotAt } from '../../plan/plan.js'
import type { ServiceFault } from '../../results/failures.js'
import { boundedColumns, isInBounds } from '../year/service-bounds.js'
import { serviceFault } from './faults.js'

/** A function that returns the first number of a year that no service can have. */
export function createServiceChecks(
  plan: Plan,
  memory: Float64Array,
): (year: number) => ServiceFault | undefined {
  const columns = boundedColumns(plan)
  const { cities } = plan.dims
  return (year) => {
    for (const column of columns) {
      const at = slotAt(plan, column.slot, year)
      for (let city = 0; city < cities; city++) {
        const value = memory[at + city]
        if (!isInBounds(value, column)) return serviceFault(plan, column, { city, year, value })
      }
    }
    return undefined
  }
}
