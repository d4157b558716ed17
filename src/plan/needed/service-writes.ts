/** What is written of a service in a year, and what it is computed from. */
import type { ServicePlan } from '../plan.js'

/** A slot with those it is computed from. */
export interface SlotWrite {
  readonly slot: number
  readonly reads: readonly number[]
}

/** Of one service and its programmes, as run/year/services.ts computes them. */
export function serviceWrites(service: ServicePlan): SlotWrite[] {
  return [
    ...service.programmes.flatMap(
      ({ startedSlot, openedSlot, share, scale, fulfilment, onTime, ...more }) => [
        { slot: startedSlot, reads: [share, scale, fulfilment] },
        { slot: openedSlot, reads: [startedSlot, onTime] },
        ...(more.dueSlot === undefined ? [] : [{ slot: more.dueSlot, reads: [startedSlot, share, onTime] }]),
      ],
    ),
    { slot: service.stockSlot, reads: [service.openingSlot, service.closureSlot] },
    {
      slot: service.capacitySlot,
      reads: [service.stockSlot, ...service.programmes.flatMap(({ openedSlot, each }) => [openedSlot, each])],
    },
    { slot: service.needSlot, reads: [service.demandSlot, service.standardSlot] },
    { slot: service.unmetSlot, reads: [service.needSlot, service.capacitySlot] },
  ]
}
