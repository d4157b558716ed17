/** Hours between cities in a year: a new line counts for the part of the year in which it is open. */
import { joinJourneys } from '../../math/joined-journeys.js'
import type { Plan } from '../../plan/plan.js'

/** When a line opens, as a decimal year, by its number in the plan. */
export type OpensOf = (line: number) => number

export interface Travel {
  /** Mean hours[city, city] of a year, empty where no line changes them; written over by the next call. */
  readonly hours: (year: number, opensOf: OpensOf) => Float64Array
  /** Hours between the slowest pair of a group (plan.slowest) at the end of the year last asked for. */
  readonly slowest: (group: number) => number
  /** Write the hours from every city to one (an index) at that time into out[from, from + cities). */
  readonly writeHoursTo: (city: number, out: Float64Array, from: number) => void
}

/** Hours[city, city] in the mean of a year and at its end. */
interface YearHours {
  readonly mean: Float64Array
  readonly atEnd: Float64Array
}

/** Most sets of lines whose hours are kept. */
const MOST_KEPT = 64

export function createTravel(plan: Plan): Travel {
  const { base, lines } = plan.travel
  const { cities } = plan.dims
  const opening = lines.length === 0 ? { mean: new Float64Array(0), atEnd: base } : newHours(base)
  /** The mean of years in which no line opens, by the lines that are open; and hours at the end, by the lines open then. */
  const means = new Map<string, Float64Array>()
  const ends = new Map<string, Float64Array>()
  const shares = new Float64Array(lines.length)
  let now: YearHours = opening
  return {
    hours: (year, opensOf) => {
      if (lines.length === 0) return now.mean
      const open = openIn(plan, year, opensOf, shares)
      const mean = keptOr(means, open.all, opening.mean, (out) => meanHours(plan, shares, out))
      const atEnd = keptOr(ends, open.atEnd, opening.atEnd, (out) => hoursAtEnd(plan, shares, out))
      now = { mean, atEnd }
      return mean
    },
    writeHoursTo: (city, out, from) => {
      for (let start = 0; start < cities; start++) out[from + start] = now.atEnd[start * cities + city] ?? 0
    },
    slowest: (group) =>
      plan.slowest[group].pairs.reduce(
        (most, [one, other]) => Math.max(most, now.atEnd[one * cities + other] ?? 0),
        0,
      ),
  }
}

const newHours = ({ length }: Float64Array): YearHours => ({
  mean: new Float64Array(length),
  atEnd: new Float64Array(length),
})

/** What is kept under a key; else what is worked out, into memory that is used again where it is not to be kept. */
function keptOr(
  kept: Map<string, Float64Array>,
  key: string | undefined,
  memory: Float64Array,
  workOut: (out: Float64Array) => Float64Array,
): Float64Array {
  if (key === undefined) return workOut(memory)
  const known = kept.get(key)
  if (known) return known
  if (kept.size >= MOST_KEPT) return workOut(memory)
  const found = workOut(new Float64Array(memory.length))
  kept.set(key, found)
  return found
}

/**
 * Writes the part of a year in which each line is open, -1 where it is not open by the end.
 *
 * returns  which lines are open, where none opens within the year; and which are at its end
 */
function openIn(
  { years, conventions: { step } }: Plan,
  year: number,
  opensOf: OpensOf,
  shares: Float64Array,
): { readonly all: string | undefined; readonly atEnd: string } {
  const end = years[year] + 1
  let all: string | undefined = ''
  let atEnd = ''
  for (let line = 0; line < shares.length; line++) {
    const opens = opensOf(line)
    const share = year === 0 ? 0 : Math.min(1, Math.max(0, (end - opens) / step))
    shares[line] = opens < end ? share : -1
    if (all !== undefined) all = Number.isInteger(shares[line]) ? `${all}${shares[line]} ` : undefined
    atEnd += opens < end ? '+' : '-'
  }
  return { all, atEnd }
}

function meanHours({ travel, dims }: Plan, shares: Float64Array, hours: Float64Array): Float64Array {
  const { legs, lines, change } = travel
  hours.set(legs)
  for (let line = 0; line < lines.length; line++) {
    const share = shares[line]
    // what opens later changes no hours of the year
    if (share < 0) continue
    for (let pair = 0; pair < legs.length; pair++) {
      const mean = legs[pair] * (1 - share) + lines[line].hours[pair] * share
      if (mean < hours[pair]) hours[pair] = mean
    }
  }
  return joined(hours, dims.cities, change)
}

function hoursAtEnd({ travel, dims }: Plan, shares: Float64Array, hours: Float64Array): Float64Array {
  const { legs, lines, change } = travel
  hours.set(legs)
  for (let line = 0; line < lines.length; line++) {
    if (shares[line] < 0) continue
    for (let pair = 0; pair < legs.length; pair++)
      if (lines[line].hours[pair] < hours[pair]) hours[pair] = lines[line].hours[pair]
  }
  return joined(hours, dims.cities, change)
}

function joined(hours: Float64Array, cities: number, change: number | undefined): Float64Array {
  if (change !== undefined && hours.length > 0) joinJourneys(hours, cities, change)
  return hours
}
