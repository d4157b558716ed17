/**
 * The part of a plan that some of its indicators need: what the rest counts, delivers and reads off is left out. Numbers of
 * what stays are those of the whole plan, bit for bit.
 */

import type { Plan } from '../plan.js'
import { serviceWrites } from './service-writes.js'

/**
 * A plan of these outcome columns alone, in the years and places of the whole. People, levels and travel stay, as do slots
 * and what is drawn; a future in which only what is left out fails does not fail in it.
 */
export function neededPart(plan: Plan, columns: ReadonlySet<number>): Plan {
  const outcomes = plan.outcomes.filter((_, column) => columns.has(column))
  const indicators = plan.indicators.filter(({ name }) =>
    outcomes.some(({ indicator }) => indicator === name),
  )
  const needed = slotsNeeded(
    plan,
    indicators.flatMap(({ of, per }) => (per < 0 ? [of] : [of, per])),
  )
  const isNeeded = ({ slot }: { readonly slot: number }) => needed.has(slot)
  return {
    ...plan,
    indicators,
    outcomes,
    steps: plan.steps.filter(isNeeded),
    services: plan.services.filter((service) => serviceWrites(service).some(isNeeded)),
    headCounts: plan.headCounts.filter(isNeeded),
    flows: plan.flows.filter(isNeeded),
    slowest: plan.slowest.filter(isNeeded),
    hoursTo: plan.hoursTo.filter(isNeeded),
    ...(plan.vitalRates && { vitalRates: plan.vitalRates.filter(isNeeded) }),
  }
}

/** Slots that others are computed from, and those of everything that drives people. */
function slotsNeeded({ levels, travel, steps, services }: Plan, read: readonly number[]): Set<number> {
  const writes = steps.map(({ slot, loads }) => ({ slot, reads: loads.flat() }))
  const ofServices = services.map((service) => serviceWrites(service))
  const needed = new Set([...read, ...levels, ...travel.lines.map(({ opensSlot }) => opensSlot)])
  for (let size = 0; size < needed.size; ) {
    size = needed.size
    for (const { slot, reads } of writes) if (needed.has(slot)) for (const one of reads) needed.add(one)
    // a service is computed as a whole
    for (const own of ofServices) {
      if (!own.some(({ slot }) => needed.has(slot))) continue
      for (const { slot, reads } of own) for (const one of [slot, ...reads]) needed.add(one)
    }
  }
  return needed
}
