/** What a column of memory depends on: so that nothing is computed again that has not changed. */

import { serviceWrites } from '../../plan/needed/service-writes.js'
import type { Plan } from '../../plan/plan.js'

/**
 * Causes of change, as bits: the start of a run, which changes everything; another draw or population; another setting
 * of a lever, each of which has a bit of its own as far as they go.
 */
export const START = 1
export const DRAW = 2
export const POPULATION = 4
const FIRST_LEVER = 3
const LAST_LEVER = 30
export const leverCause = (lever: number): number => 1 << Math.min(FIRST_LEVER + lever, LAST_LEVER)
/** Other settings of all levers. */
export const POLICY = 2 ** (LAST_LEVER + 1) - 2 ** FIRST_LEVER
export const ALL_CAUSES = START | DRAW | POPULATION | POLICY

/**
 * What each slot of a plan depends on: by what writes it, and by what that reads. An uncertainty that is fixed changes
 * with no draw; a slot that several steps write changes with each of them. To be computed once for a plan and handed on.
 *
 * returns  causes[slot], as bits
 */
export function causesOf(plan: Plan): Int32Array {
  const causes = new Int32Array(plan.slots).fill(START)
  const { uncertainties, uncertaintiesByCity, uncertaintiesByYear = [] } = plan
  for (const { slot, distribution } of [...uncertainties, ...uncertaintiesByCity, ...uncertaintiesByYear])
    if (distribution.kind !== 'fixed') causes[slot] |= DRAW
  plan.levers.forEach(({ slot }, lever) => {
    causes[slot] |= leverCause(lever)
  })
  for (const { slot } of [
    ...plan.headCounts,
    ...plan.flows,
    ...plan.slowest,
    ...plan.hoursTo,
    ...(plan.vitalRates ?? []),
  ])
    causes[slot] |= POPULATION
  const writes = [
    ...plan.steps.map(({ slot, loads }) => ({ slot, reads: loads.flat() })),
    ...plan.services.flatMap(serviceWrites),
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

/** What the value of a slot in one year depends on: a series by year reads other things in other years. */
export function causesInYear({ steps }: Plan, causes: Int32Array, slot: number, year: number): number {
  const own = steps.filter((step) => step.slot === slot)
  if (own.length === 0) return causes[slot]
  const loads = own.flatMap((step) => step.loads[step.programs.length === 1 ? 0 : year])
  return loads.reduce((all, load) => all | causes[load], START)
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
