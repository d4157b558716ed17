/** Hours between cities in a year: a new line counts for the part of the year in which it is open. */
import { joinJourneys } from '../../math/joined-journeys.js'
import type { Plan } from '../../plan/plan.js'

/** When a line opens, as a decimal year, by its number in the plan. */
export type OpensOf = (line: number) => number

export interface Travel {
  /** Mean hours[city, city] of a year; written over by the next call. */
  readonly hours: (year: number, opensOf: OpensOf) => Float64Array
  /** Hours between the slowest pair of a group (plan.slowest) at the end of the year last asked for. */
  readonly slowest: (group: number) => number
  /** Write the hours from every city to one (an index) at that time into out[from, from + cities). */
  readonly writeHoursTo: (city: number, out: Float64Array, from: number) => void
}

export function createTravel(plan: Plan): Travel {
  const { legs, base, lines, change } = plan.travel
  const { cities } = plan.dims
  const hours = Float64Array.from(base)
  const atEnd = Float64Array.from(base)
  const { step } = plan.conventions
  return {
    hours: (year, opensOf) => {
      if (lines.length === 0) return hours
      hours.set(legs)
      atEnd.set(legs)
      const end = plan.years[year] + 1
      for (let line = 0; line < lines.length; line++) {
        const opens = opensOf(line)
        // what opens later changes no hours of the year
        if (opens >= end) continue
        const share = year === 0 ? 0 : Math.min(1, Math.max(0, (end - opens) / step))
        for (let pair = 0; pair < legs.length; pair++) {
          const faster = lines[line].hours[pair]
          const mean = legs[pair] * (1 - share) + faster * share
          if (mean < hours[pair]) hours[pair] = mean
          if (faster < atEnd[pair]) atEnd[pair] = faster
        }
      }
      if (change !== undefined) {
        joinJourneys(hours, cities, change)
        joinJourneys(atEnd, cities, change)
      }
      return hours
    },
    writeHoursTo: (city, out, from) => {
      for (let start = 0; start < cities; start++) out[from + start] = atEnd[start * cities + city]
    },
    slowest: (group) =>
      plan.slowest[group].pairs.reduce(
        (most, [one, other]) => Math.max(most, atEnd[one * cities + other]),
        0,
      ),
  }
}
