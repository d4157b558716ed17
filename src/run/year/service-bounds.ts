/** What the numbers behind services may be; formulas can go beyond what a scenario's check can see. */
import type { Plan } from '../../plan/plan.js'
import type { ServiceFault } from '../../results/failures.js'

/** A column of numbers that have to be from 0 to `high`, with the names that the scenario has for it. */
export interface BoundedColumn extends Pick<ServiceFault, 'service' | 'programme' | 'field'> {
  readonly slot: number
  readonly high: number
}

/** Bound of a column without a highest number; only numbers without end are above it. */
export const NO_HIGHEST = Number.MAX_VALUE

/** False for NaN. */
export function isInBounds(value: number, { high }: BoundedColumn): boolean {
  return value >= 0 && value <= high
}

/** The columns that services read, in the order in which they are checked. */
export function boundedColumns(plan: Plan): BoundedColumn[] {
  const most = NO_HIGHEST
  return plan.services.flatMap(({ name: service, programmes, ...slots }): BoundedColumn[] => [
    { service, field: 'opening', slot: slots.openingSlot, high: most },
    { service, field: 'closure', slot: slots.closureSlot, high: 1 / plan.conventions.step },
    { service, field: 'demand', slot: slots.demandSlot, high: most },
    { service, field: 'standard', slot: slots.standardSlot, high: most },
    ...programmes.flatMap(({ name: programme, ...own }): BoundedColumn[] => [
      { service, programme, field: 'share', slot: own.share, high: 1 },
      { service, programme, field: 'scale', slot: own.scale, high: most },
      { service, programme, field: 'fulfilment', slot: own.fulfilment, high: most },
      { service, programme, field: 'on_time', slot: own.onTime, high: 1 },
      { service, programme, field: 'each', slot: own.each, high: most },
    ]),
  ])
}
