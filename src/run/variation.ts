/** What can change a column of memory: nothing that a run varies, the draw alone, the population alone, or more. */
import type { Plan } from '../plan/plan.js'

export type Varies = 'never' | 'by draw' | 'by population' | 'by policy'

const DRAW = 1
const POLICY = 2
const POPULATION = 4
const ALL = DRAW | POLICY | POPULATION

/**
 * How each slot varies, by what its steps load, and what that loads; a slot that several steps write varies by all
 * that varies them. What services write may vary in every way.
 */
export function variationOf(plan: Plan): (slot: number) => Varies {
  const by = new Uint8Array(plan.slots)
  for (const { slot } of plan.uncertainties) by[slot] |= DRAW
  for (const { slot } of plan.levers) by[slot] |= POLICY
  for (const { slot } of [...plan.headCounts, ...plan.flows, ...plan.slowest]) by[slot] |= POPULATION
  for (const { stockSlot, capacitySlot, needSlot, unmetSlot, programmes } of plan.services) {
    const written = programmes.flatMap(({ startedSlot, openedSlot }) => [startedSlot, openedSlot])
    for (const slot of [stockSlot, capacitySlot, needSlot, unmetSlot, ...written]) by[slot] = ALL
  }
  for (let changed = true; changed; ) {
    changed = false
    for (const { slot, loads } of plan.steps) {
      const here = loads.flat().reduce((all, load) => all | by[load], by[slot])
      if (here === by[slot]) continue
      by[slot] = here
      changed = true
    }
  }
  return (slot) => nameOf(by[slot])
}

function nameOf(by: number): Varies {
  if (by === 0) return 'never'
  if (by === DRAW) return 'by draw'
  return by === POPULATION ? 'by population' : 'by policy'
}
