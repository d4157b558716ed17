/** What a column of memory depends on: so that nothing is computed again that has not changed. */

import type { Plan } from '../../plan/plan.js'

/** Causes of change, as bits: the start of a run, which changes everything; another draw, policy or population. */
export const START = 1
export const DRAW = 2
export const POLICY = 4
export const POPULATION = 8
export const ALL_CAUSES = START | DRAW | POLICY | POPULATION

/**
 * What each slot of a plan depends on: by what writes it, and by what that reads. An uncertainty that is fixed changes
 * with no draw; a slot that several steps write changes with each of them. To be computed once for a plan and handed on.
 *
 * returns  causes[slot], as bits
 */
export function causesOf(plan: Plan): Uint8Array {
  const causes = new Uint8Array(plan.slots).fill(START)
  for (const { slot, distribution } of [...plan.uncertainties, ...plan.uncertaintiesByCity])
    if (distribution.kind !== 'fixed') causes[slot] |= DRAW
  for (const { slot } of plan.levers) causes[slot] |= POLICY
  for (const { slot } of [...plan.headCounts, ...plan.flows, ...plan.slowest]) causes[slot] |= POPULATION
  const writes = [
    ...plan.steps.map(({ slot, loads }) => ({ slot, reads: loads.flat() })),
    ...serviceWrites(plan),
  ]
  for (let grew = true; grew; ) {
    grew = false
    for (const { slot, reads } of writes) {
      const all = reads.reduce((sum, read) => sum | causes[read], causes[slot])
      grew ||= all !== causes[slot]
      causes[slot] = all
    }
  }
  return causes
}

/** What services write, and what they read for it (services.ts). */
function serviceWrites({ services }: Plan): { readonly slot: number; readonly reads: readonly number[] }[] {
  return services.flatMap((service) => [
    ...service.programmes.flatMap(({ startedSlot, openedSlot, share, scale, fulfilment, onTime }) => [
      { slot: startedSlot, reads: [share, scale, fulfilment] },
      { slot: openedSlot, reads: [startedSlot, onTime] },
    ]),
    { slot: service.stockSlot, reads: [service.openingSlot, service.closureSlot] },
    {
      slot: service.capacitySlot,
      reads: [service.stockSlot, ...service.programmes.flatMap(({ openedSlot, each }) => [openedSlot, each])],
    },
    { slot: service.needSlot, reads: [service.demandSlot, service.standardSlot] },
    { slot: service.unmetSlot, reads: [service.needSlot, service.capacitySlot] },
  ])
}

/** Things that change together, with what changes them. */
export function byCauses<T>(
  things: Iterable<T>,
  causesOfThing: (thing: T) => number,
): { readonly causes: number; readonly members: readonly T[] }[] {
  const together = new Map<number, T[]>()
  for (const thing of things) {
    const causes = causesOfThing(thing)
    const others = together.get(causes)
    if (others) others.push(thing)
    else together.set(causes, [thing])
  }
  return [...together].map(([causes, members]) => ({ causes, members }))
}
