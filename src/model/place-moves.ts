/**
 * Half a step of moves between places, and with the world outside, of people of one status: the multiregional model of
 * Rogers (1975), with the hazards and halves of moves.ts.
 *
 * Who leaves the region leaves the books; who comes from outside is one of those who live there (method.md, M4).
 */
import { cohortAt, type Dimensions, RURAL } from '../vocabulary/dimensions.js'
import { nestedShares, settle } from './moves.js'
import { settleNested } from './nested.js'
import { scheduleAxes } from './rates.js'
import { type Flows, flowAt, type State } from './state.js'
import type { Workspace } from './workspace.js'
import type { YearRates } from './year-rates.js'

/**
 * Move every cohort for half a step.
 *
 * people  [sex, age, city]  persons; overwritten
 * flows   [flow, city]      added to
 */
export function movePlacesHalfStep(
  dims: Dimensions,
  rates: YearRates,
  state: State,
  flows: Flows,
  work: Workspace,
): void {
  const { cities, sexes, ages } = dims
  const { nests } = rates.schedules!
  const [destinations] = nestedShares(rates)
  for (let sex = 0; sex < sexes; sex++) {
    for (let age = 0; age < ages; age++) {
      leavePlaces(dims, rates, state, flows, work, sex * ages + age)
      if (nests) settleNested(nests, work.outMigrants, destinations, work, work.inMigrants)
      else settle(cities, work.outMigrants, rates.destinationShares, work.inMigrants)
      arriveInPlaces(dims, rates, state, flows, work, sex * ages + age)
      work.watch?.cohortMoved(sex, age)
    }
  }
}

/** Take the leavers of a sex and age (shape) out of their cohorts; those for other places stand in the workspace. */
function leavePlaces(
  dims: Dimensions,
  rates: YearRates,
  { people }: State,
  flows: Flows,
  work: Workspace,
  shape: number,
): void {
  const { cities } = dims
  const { cityToCity } = rates.schedules!
  const { width, step } = scheduleAxes(rates.schedules!, cities)
  const movedOut = flowAt(dims, 'moved_out')
  const toOutside = flowAt(dims, 'to_outside')
  const first = cohortAt(dims, RURAL, 0, 0) + shape * cities
  for (let i = 0; i < cities; i++) {
    const h = (cityToCity[shape * width + step * i] / 2) * rates.townOutMigration[i]
    const out = people[first + i] * (h / (1 + h / 2))
    const beyond = out * rates.otherProvinceShare[i]
    people[first + i] -= out
    work.outMigrants[i] = out - beyond
    flows[movedOut + i] += work.outMigrants[i]
    flows[toOutside + i] += beyond
  }
}

/** Those who come from other places, and from outside. */
function arriveInPlaces(
  dims: Dimensions,
  rates: YearRates,
  { people }: State,
  flows: Flows,
  work: Workspace,
  shape: number,
): void {
  const { cities } = dims
  const makeup = rates.schedules!.arrivals
  const { width, step } = scheduleAxes(rates.schedules!, cities)
  const movedIn = flowAt(dims, 'moved_in')
  const fromOutside = flowAt(dims, 'from_outside')
  const first = cohortAt(dims, RURAL, 0, 0) + shape * cities
  for (let city = 0; city < cities; city++) {
    const arrivals = (makeup[shape * width + step * city] / 2) * rates.arrivals[city]
    people[first + city] += work.inMigrants[city] + arrivals
    flows[movedIn + city] += work.inMigrants[city]
    flows[fromOutside + city] += arrivals
  }
}
