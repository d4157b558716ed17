/** Hours between cities in a year: a new line counts for the part of the year in which it is open. */
import type { Plan } from '../../plan/plan.js'

/** When a line opens, as a decimal year, by its number in the plan. */
export type OpensOf = (line: number) => number

export interface Travel {
  /** Mean hours[city, city] of a year; written over by the next call. */
  readonly hours: (year: number, opensOf: OpensOf) => Float64Array
  /** Hours between the slowest pair of a group (plan.slowest) at the end of the year last asked for. */
  readonly slowest: (group: number) => number
}

export function createTravel(plan: Plan): Travel {
  const { base, lines } = plan.travel
  const { cities } = plan.dims
  const hours = new Float64Array(base.length)
  const atEnd = new Float64Array(base.length)
  const { step } = plan.conventions
  return {
    hours: (year, opensOf) => {
      hours.set(base)
      atEnd.set(base)
      const end = plan.years[year] + 1
      for (let line = 0; line < lines.length; line++) {
        const opens = opensOf(line)
        const share = year === 0 ? 0 : Math.min(1, Math.max(0, (end - opens) / step))
        for (let pair = 0; pair < base.length; pair++) {
          const faster = lines[line].hours[pair]
          const mean = base[pair] * (1 - share) + faster * share
          if (mean < hours[pair]) hours[pair] = mean
          if (opens < end && faster < atEnd[pair]) atEnd[pair] = faster
        }
      }
      return hours
    },
    slowest: (group) =>
      plan.slowest[group].pairs.reduce(
        (most, [one, other]) => Math.max(most, atEnd[one * cities + other]),
        0,
      ),
  }
}
