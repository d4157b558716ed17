/** The balance of a step: the components of change add up to the change of people, for every city. */
import { cohortAt, type Dimensions } from '../vocabulary/dimensions.js'
import { type Flow, type Flows, flowAt } from './state.js'

const ALL: readonly (readonly [Flow, 1 | -1])[] = [
  ['births', 1],
  ['deaths', -1],
  ['moved_in', 1],
  ['moved_out', -1],
  ['from_outside', 1],
  ['to_outside', -1],
  ['net_migration', 1],
  ['control_adjustment', 1],
]
const URBAN: readonly (readonly [Flow, 1 | -1])[] = [
  ['urban_births', 1],
  ['urban_deaths', -1],
  ['urban_in', 1],
  ['urban_out', -1],
  ['reclassified', 1],
  ['urban_control_adjustment', 1],
]

/** Residents and urban residents by city: totals[0..cities) and totals[cities..2 cities). */
export function totalsByCity(dims: Dimensions, people: Float64Array, totals: Float64Array): void {
  const { cities, statuses } = dims
  const cells = dims.sexes * dims.ages * cities
  totals.fill(0)
  for (let status = 0; status < statuses; status++) {
    const from = cohortAt(dims, status, 0, 0)
    for (let cell = 0; cell < cells; cell += cities) {
      for (let city = 0; city < cities; city++) {
        const persons = people[from + cell + city]
        totals[city] += persons
        if (status > 0) totals[cities + city] += persons
      }
    }
  }
}

/** The largest gap, in persons, between change and components over all cities, for residents and urban residents. */
export function balanceGap(
  dims: Dimensions,
  before: Float64Array,
  after: Float64Array,
  flows: Flows,
): number {
  const { cities } = dims
  let largest = 0
  for (let city = 0; city < cities; city++) {
    for (const [components, offset] of [
      [ALL, 0],
      [URBAN, cities],
    ] as const) {
      if (offset > 0 && dims.statuses === 1) continue
      let gap = before[offset + city] - after[offset + city]
      for (const [flow, sign] of components) gap += sign * flows[flowAt(dims, flow) + city]
      const size = gap < 0 ? -gap : gap
      if (!(size <= largest)) largest = size
    }
  }
  return largest
}

/** The smallest cell, persons; NaN where a cell is not a number. */
export function smallestCell(people: Float64Array): number {
  let smallest = Number.POSITIVE_INFINITY
  for (let cell = 0; cell < people.length; cell++) {
    const persons = people[cell]
    if (persons < smallest || Number.isNaN(persons)) smallest = persons
  }
  return smallest
}
