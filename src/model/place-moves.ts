/**
 * Moves between places, and with the world outside, of people of one status: the multiregional model.
 *
 * With rates M of a step the first half takes M/2 of those who are there, and the second leaves those of whom M/2 have
 * been added: N' = (I + M(x)/2)^-1 S (I - M(x-1)/2) N, Rogers' survivorship proportions but for deaths of movers
 * (docs/method.md, M4). The inverse is a sum of rounds, so that a step costs no more for many places than moves do.
 *
 * Source: Rogers (1975); Willekens and Rogers (1978), option 3. Who leaves the region leaves the books; who comes from
 * outside is one of those who live there.
 */
import type { Dimensions } from '../vocabulary/dimensions.js'
import { settleListed } from './listed.js'
import { nestedShares, settle } from './moves.js'
import { settleNested } from './nested.js'
import { scheduleAxes } from './rates.js'
import { type Flows, flowAt, type State } from './state.js'
import type { Workspace } from './workspace.js'
import type { YearRates } from './year-rates.js'

/** Rounds of the second half: what is left over is at most (h / (1 + h))^8 of the movers, h half the rate of a step. */
export const PLACE_ROUNDS = 8

/** One sex and age of all places. */
interface Cohort {
  readonly dims: Dimensions
  readonly rates: YearRates
  readonly people: Float64Array
  readonly flows: Flows
  readonly work: Workspace
  /** Index of sex and age, and where the cohort begins in `people`. */
  readonly shape: number
  readonly first: number
}

/** Half the rate of a step at which a place is left. */
function halfRate({ rates, dims, shape }: Cohort, city: number): number {
  const { width, step } = scheduleAxes(rates.schedules!, dims.cities)
  return (rates.schedules!.cityToCity[shape * width + step * city] / 2) * rates.townOutMigration[city]
}

/** First half of a step, every age: half the rates of those who are there at its start. people [sex, age, city] */
export function leavePlaces(dims: Dimensions, rates: YearRates, state: State, flows: Flows, work: Workspace) {
  eachCohort(dims, rates, state, flows, work, [0, dims.ages - 1], (cohort) => {
    for (let i = 0; i < dims.cities; i++) work.stayers[i] = cohort.people[cohort.first + i]
    chooseDestinations(cohort)
  })
}

/** Second half, of some ages: half the rates of those who are there at its end. */
export function reachPlaces(
  dims: Dimensions,
  rates: YearRates,
  state: State,
  flows: Flows,
  work: Workspace,
  ages: readonly [from: number, to: number],
) {
  eachCohort(dims, rates, state, flows, work, ages, (cohort) => {
    const { people, first } = cohort
    work.inMigrants.fill(0)
    for (let round = 0; round < PLACE_ROUNDS; round++) {
      for (let i = 0; i < dims.cities; i++)
        work.stayers[i] = (people[first + i] + work.inMigrants[i]) / (1 + halfRate(cohort, i))
      chooseDestinations(cohort)
    }
  })
}

/** Those of whom half the rates leave stand in `stayers` once `choose` has run; then they leave, and arrive. */
function eachCohort(
  dims: Dimensions,
  rates: YearRates,
  { people }: State,
  flows: Flows,
  work: Workspace,
  [from, to]: readonly [number, number],
  choose: (cohort: Cohort) => void,
): void {
  for (let sex = 0; sex < dims.sexes; sex++) {
    for (let age = from; age <= to; age++) {
      const shape = sex * dims.ages + age
      const cohort = { dims, rates, people, flows, work, shape, first: shape * dims.cities }
      choose(cohort)
      moveCohort(cohort)
      work.watch?.cohortMoved(sex, age)
    }
  }
}

/** Out-migrants of `stayers` to other places, and the places that they reach. */
function chooseDestinations(cohort: Cohort): void {
  const { dims, rates, work } = cohort
  const { nests, pairs } = rates.schedules!
  for (let i = 0; i < dims.cities; i++) {
    const out = work.stayers[i] * halfRate(cohort, i)
    work.outMigrants[i] = out - out * rates.otherProvinceShare[i]
  }
  if (nests) settleNested(nests, work.outMigrants, nestedShares(rates)[0], work, work.inMigrants)
  else if (pairs) settleListed(pairs.destinations, work.outMigrants, rates.destinationShares, work.inMigrants)
  else settle(dims.cities, work.outMigrants, rates.destinationShares, work.inMigrants)
}

/** Take those who leave out of their cohort, and put those in who come from other places and from outside. */
function moveCohort(cohort: Cohort): void {
  const { dims, rates, people, flows, work, shape, first } = cohort
  const makeup = rates.schedules!.arrivals
  const { width, step } = scheduleAxes(rates.schedules!, dims.cities)
  const movedIn = flowAt(dims, 'moved_in')
  const movedOut = flowAt(dims, 'moved_out')
  const fromOutside = flowAt(dims, 'from_outside')
  const toOutside = flowAt(dims, 'to_outside')
  for (let i = 0; i < dims.cities; i++) {
    const out = work.stayers[i] * halfRate(cohort, i)
    const arrivals = (makeup[shape * width + step * i] / 2) * rates.arrivals[i]
    people[first + i] = people[first + i] - out + (work.inMigrants[i] + arrivals)
    flows[movedOut + i] += work.outMigrants[i]
    flows[toOutside + i] += out * rates.otherProvinceShare[i]
    flows[movedIn + i] += work.inMigrants[i]
    flows[fromOutside + i] += arrivals
  }
}
