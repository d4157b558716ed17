/** What stops a trajectory, with the place and year of the calendar. */
import type { Unmet } from '../../model/control.js'
import type { RateFault } from '../../model/rate-checks.js'
import { controlWords, peopleMet } from '../../plan/controls/control-words.js'
import type { Plan, PlanPlace } from '../../plan/plan.js'
import type { CellFault, ControlFault, LevelFault, ServiceFault } from '../../results/failures.js'
import { LEAST_CELL } from '../year/balance-checks.js'
import { type BoundedColumn, NO_HIGHEST } from '../year/service-bounds.js'

/** A level with which the step that ends a year (an index) cannot be computed. */
export function levelFault(plan: Plan, year: number, { level, city, value, limit }: RateFault): LevelFault {
  return { code: 'rate-impossible', level, place: placeOf(plan, city), year: plan.years[year], value, limit }
}

/** A published total that people cannot be scaled to. */
export function controlFault(plan: Plan, year: number, unmet: Unmet): ControlFault {
  const control = plan.controls!.totals[unmet.from]
  return {
    code: 'control-unmet',
    place: placeOf(plan, control.city),
    who: controlWords(plan.dims, plan.places, control),
    year: plan.years[year],
    value: peopleMet(control, unmet),
    total: control.people,
  }
}

/** Fewer than no persons in the smallest cell. */
export function cellFault({ years }: Plan, year: number, smallest: number): CellFault | undefined {
  if (smallest >= LEAST_CELL) return undefined
  return { code: 'people-negative', year: years[year], value: smallest }
}

/** A number behind a service that is out of its bounds. */
export function serviceFault(
  plan: Plan,
  { service, programme, field, high }: BoundedColumn,
  { city, year, value }: { readonly city: number; readonly year: number; readonly value: number },
): ServiceFault {
  return {
    code: 'service-impossible',
    service,
    ...(programme !== undefined && { programme }),
    field,
    ...(high < NO_HIGHEST && { high }),
    place: placeOf(plan, city),
    year: plan.years[year],
    value,
  }
}

function placeOf({ places }: Plan, city: number): Pick<PlanPlace, 'code' | 'name'> {
  const { code, name } = places[city + 1]
  return { code, name }
}
