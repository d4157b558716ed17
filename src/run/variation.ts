/** What can change a column of memory: nothing that a run varies, the draw alone, or the policy too. */
import type { Plan } from '../plan/plan.js'

export type Varies = 'never' | 'by draw' | 'by policy'

const VARIES: readonly Varies[] = ['never', 'by draw', 'by policy']

/**
 * How each slot varies, by what its steps load, and what that loads; a slot that several steps write varies as the
 * most of them. What the model and services write may vary in every way.
 */
export function variationOf(plan: Plan): (slot: number) => Varies {
  const most = new Uint8Array(plan.slots)
  for (const { slot } of plan.uncertainties) most[slot] = 1
  for (const { slot } of [...plan.levers, ...plan.headCounts, ...plan.flows, ...plan.slowest]) most[slot] = 2
  for (const { stockSlot, capacitySlot, needSlot, unmetSlot, programmes } of plan.services) {
    const written = programmes.flatMap(({ startedSlot, openedSlot }) => [startedSlot, openedSlot])
    for (const slot of [stockSlot, capacitySlot, needSlot, unmetSlot, ...written]) most[slot] = 2
  }
  for (let changed = true; changed; ) {
    changed = false
    for (const { slot, loads } of plan.steps) {
      const here = Math.max(most[slot], ...loads.flat().map((load) => most[load]))
      if (here === most[slot]) continue
      most[slot] = here
      changed = true
    }
  }
  return (slot) => VARIES[most[slot]]
}
