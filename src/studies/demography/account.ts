/**
 * What happens to the people of a future in every step, kept by sex and age: who was born and to whom, who died, who came
 * and went, and from where to where.
 *
 * Every number stands at the age that a cohort has at the end of its step, so that for each sex, age and city
 * people before (one group younger) - deaths + between cities + outside + given + controlled = people after; at age 0
 * births are what is before. People away outside the region are not in it.
 */

import type { YearEvent, YearWatch } from '../../model/workspace.js'
import type { Plan } from '../../plan/plan.js'
import { replayPopulation, type WatchedStep } from '../../run/reference/population.js'
import { ageAt, cohortAt, type Dimensions, FEMALE, RURAL } from '../../vocabulary/dimensions.js'
import { movesBetween } from './moves-between.js'

/** One step; tables are [sex, age, city] unless said otherwise, persons in the step. */
export interface StepAccount {
  /** Index of the year that it ends with. */
  readonly year: number
  readonly before: Float64Array
  readonly after: Float64Array
  readonly deaths: Float64Array
  /** Net migration: between cities of the region, with outside, and as the data folder gives it. */
  readonly between: Float64Array
  readonly outside: Float64Array
  readonly given: Float64Array
  /** What scaling to published totals added. */
  readonly controlled: Float64Array
  /** [sex, city] */
  readonly births: Float64Array
  /** By age of the mother at the middle of her exposure [age, city]. */
  readonly birthsByAge: Float64Array
  /** Mean number of women exposed in the step [age, city]. */
  readonly women: Float64Array
  /** People who moved [from, to]. */
  readonly moves: Float64Array
}

/** Every step of the future that memory holds, from the second year of the plan on. */
export function stepAccounts(plan: Plan, memory: Float64Array): StepAccount[] {
  const { dims } = plan
  const accounts: StepAccount[] = []
  let open = emptyAccount(dims, 0)
  const watchOf = (step: WatchedStep) => keepAccount(dims, step, () => open)
  replayPopulation(plan, Float64Array.from(memory), watchOf, (year) => {
    if (year > 0) accounts.push(open)
    open = emptyAccount(dims, year + 1)
  })
  return accounts
}

function emptyAccount(dims: Dimensions, year: number): StepAccount {
  const cells = () => new Float64Array(dims.sexes * dims.ages * dims.cities)
  return {
    year,
    before: cells(),
    after: cells(),
    deaths: cells(),
    between: cells(),
    outside: cells(),
    given: cells(),
    controlled: cells(),
    births: new Float64Array(dims.sexes * dims.cities),
    birthsByAge: new Float64Array(dims.ages * dims.cities),
    women: new Float64Array(dims.ages * dims.cities),
    moves: new Float64Array(dims.cities * dims.cities),
  }
}

/** Tells apart what changed the people by when they changed. */
function keepAccount(dims: Dimensions, step: WatchedStep, current: () => StepAccount): YearWatch {
  const { state, work } = step
  const last = new Float64Array(dims.sexes * dims.ages * dims.cities)
  const now = new Float64Array(last.length)
  const betweenNow = new Float64Array(last.length)
  let aged = false

  const note: Readonly<Record<YearEvent, (account: StepAccount) => void>> = {
    start: (account) => {
      aged = false
      account.before.set(now)
    },
    moves: (account) => {
      addChange(dims, account.outside, aged, (cell) => now[cell] - last[cell] - betweenNow[cell])
      addChange(dims, account.between, aged, (cell) => betweenNow[cell])
      betweenNow.fill(0)
    },
    'net migration': (account) => addChange(dims, account.given, aged, (cell) => now[cell] - last[cell]),
    'births counted': (account) => countWomen(dims, step, account),
    deaths: (account) => {
      aged = true
      countDeaths(dims, last, now, account.deaths)
    },
    status: () => undefined,
    projected: () => undefined,
    control: (account) => addChange(dims, account.controlled, aged, (cell) => now[cell] - last[cell]),
    newborns: (account) => countNewborns(dims, step, account),
  }
  return {
    after: (event) => {
      peopleOfAllStatuses(dims, state.people, now)
      note[event](current())
      last.set(now)
      current().after.set(now)
    },
    cohortMoved: (sex, age) => {
      const at = ageAt(dims, sex, age)
      for (let city = 0; city < dims.cities; city++) {
        const came = work.inMigrants[city] + work.returnedMigrants[city]
        betweenNow[at + city] = came - work.outMigrants[city] - work.returnMigrants[city]
      }
      movesBetween(dims.cities, step, current().moves)
    },
  }
}

/** people[sex, age, city] of all statuses together. */
function peopleOfAllStatuses(dims: Dimensions, people: Float64Array, sum: Float64Array): void {
  sum.fill(0)
  for (let status = 0; status < dims.statuses; status++) {
    const from = cohortAt(dims, status, 0, 0)
    for (let cell = 0; cell < sum.length; cell++) sum[cell] += people[from + cell]
  }
}

/** Adds what happened to each cohort at the age that it has at the end of the step. */
function addChange(
  dims: Dimensions,
  table: Float64Array,
  aged: boolean,
  change: (cell: number) => number,
): void {
  const { sexes, ages, cities } = dims
  for (let sex = 0; sex < sexes; sex++) {
    for (let age = 0; age < ages; age++) {
      const from = ageAt(dims, sex, age)
      const to = ageAt(dims, sex, aged ? age : Math.min(age + 1, ages - 1))
      for (let city = 0; city < cities; city++) table[to + city] += change(from + city)
    }
  }
}

function countDeaths(dims: Dimensions, last: Float64Array, now: Float64Array, deaths: Float64Array): void {
  addChange(dims, deaths, false, (cell) => last[cell])
  for (let cell = 0; cell < deaths.length; cell++) deaths[cell] -= now[cell]
}

/** Half of the women, as births.ts counts them, and their births. */
function countWomen(dims: Dimensions, { state, rates }: WatchedStep, account: StepAccount): void {
  const { statuses, ages, cities } = dims
  for (let status = 0; status < statuses; status++) {
    const fertility = status === RURAL ? rates.villageFertility : rates.townFertility
    const from = cohortAt(dims, status, FEMALE, 0)
    for (let cell = 0; cell < ages * cities; cell++) {
      const women = state.people[from + cell] / 2
      account.women[cell] += women
      account.birthsByAge[cell] += fertility[cell] * women
    }
  }
}

function countNewborns(dims: Dimensions, { state, rates, work }: WatchedStep, account: StepAccount): void {
  const { sexes, statuses, cities } = dims
  for (let sex = 0; sex < sexes; sex++) {
    for (let city = 0; city < cities; city++) {
      const female = rates.femaleBirthShare[city]
      let born = 0
      let alive = 0
      for (let status = 0; status < statuses; status++) {
        born += work.births[status * cities + city] * (sex === FEMALE ? female : 1 - female)
        alive += state.people[cohortAt(dims, status, sex, 0) + city]
      }
      account.births[sex * cities + city] = born
      account.deaths[ageAt(dims, sex, 0) + city] = born - alive
    }
  }
}
