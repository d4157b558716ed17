/** Hours between cities in a year: a new line counts for the part of the year in which it is open. */
import { type Plan, slotAt } from '../plan/plan.js'

/** A function that gives the mean hours[city, city] of a year and writes slowest pairs at the year's end. */
export function createTravel(plan: Plan, memory: Float64Array): (year: number) => Float64Array {
  const { base, lines } = plan.travel
  const hours = new Float64Array(base.length)
  const atEnd = new Float64Array(base.length)
  const { step } = plan.conventions
  return (year) => {
    hours.set(base)
    atEnd.set(base)
    const end = plan.years[year] + 1
    for (const line of lines) {
      const opens = memory[slotAt(plan, line.opensSlot, year)]
      const share = year === 0 ? 0 : Math.min(1, Math.max(0, (end - opens) / step))
      for (let pair = 0; pair < base.length; pair++) {
        const faster = line.hours[pair]
        const mean = base[pair] * (1 - share) + faster * share
        if (mean < hours[pair]) hours[pair] = mean
        if (opens < end && faster < atEnd[pair]) atEnd[pair] = faster
      }
    }
    for (const { slot, pairs } of plan.slowest) {
      const at = slotAt(plan, slot, year)
      const worst = pairs.reduce(
        (most, [one, other]) => Math.max(most, atEnd[one * plan.dims.cities + other]),
        0,
      )
      memory.fill(worst, at, at + plan.dims.cities)
    }
    return hours
  }
}
