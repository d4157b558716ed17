/**
 * Births to the mean women exposed, and the newborns' first part-year.
 *
 * B = sum over ages of f_x (N_x before + E_x after) / 2: women before the deaths of the step (after the first half
 * of moves) and women who survived to its end. Births of women at the start alone miss growing towns' births.
 * Source: Preston, Heuveline and Guillot (2001), ch. 6; United Nations cohort-component method (method.md, M3).
 */
import {
  ageAt,
  cohortAt,
  type Dimensions,
  FEMALE,
  MALE,
  MIGRANT,
  REGISTERED,
  RURAL,
} from '../vocabulary/dimensions.js'
import { type Flows, flowAt, type State } from './state.js'
import { changeCohort, flowsOfStatus } from './status.js'
import type { Workspace } from './workspace.js'
import type { YearRates } from './year-rates.js'

/**
 * Add half of the births of the women who are there now. Called before and after survive(), so that the sum is births
 * to the mean women exposed.
 *
 * births  [status, city]  persons, both sexes, by status of the mother; added to
 */
export function addHalfBirths(dims: Dimensions, rates: YearRates, state: State, work: Workspace): void {
  for (let status = 0; status < dims.statuses; status++) {
    const women = cohortAt(dims, status, FEMALE, 0)
    const fertility = status === RURAL ? rates.villageFertility : rates.townFertility
    addBirthsOf(dims, fertility, state.people, women, work.births, status * dims.cities)
  }
  if (state.away.length > 0) {
    addBirthsOf(dims, rates.townFertility, state.away, ageAt(dims, FEMALE, 0), work.awayBirths, 0)
  }
}

/** Half of the births of the women that stand in `people` from `women` on, added to births from `to` on. */
function addBirthsOf(
  { ages, cities }: Dimensions,
  fertility: Float64Array,
  people: Float64Array,
  women: number,
  births: Float64Array,
  to: number,
): void {
  for (let age = 0; age < ages; age++) {
    for (let city = 0; city < cities; city++) {
      births[to + city] += (fertility[age * cities + city] * people[women + age * cities + city]) / 2
    }
  }
}

/**
 * Put the step's births into age 0: split by sex, move for half a step, survive to its end.
 *
 * A newborn has the mother's status; of migrants' newborns a share is registered where it is born.
 * Source for the half step of moves: Willekens and Rogers (1978), n_0 = S_0 (I + P_0)/2 b.
 */
export function addNewborns(
  dims: Dimensions,
  rates: YearRates,
  state: State,
  flows: Flows,
  work: Workspace,
): void {
  const { cities, statuses, ages } = dims
  if (statuses > 1) registerNewborns(cities, rates, work)
  const people = work.newborns
  const change = { dims, rates, people, stride: cities, weight: 0.5, flows, flowsAt: flowsOfStatus(dims) }
  for (const sex of [MALE, FEMALE]) {
    for (let status = 0; status < statuses; status++) bear(dims, rates, flows, work, sex, status)
    // the rates of age 0 at both ends of the part-year
    if (statuses > 1) changeCohort(change, 0, sex * ages, sex * ages)
    for (let status = 0; status < statuses; status++) {
      const to = cohortAt(dims, status, sex, 0)
      for (let city = 0; city < cities; city++)
        state.people[to + city] = work.newborns[status * cities + city]
    }
    if (state.away.length > 0) addAwayNewborns(dims, rates, state, flows, work, sex)
  }
}

/** Births of one sex to the women of one status, and those of them who survive to the end of the step. */
function bear(
  dims: Dimensions,
  rates: YearRates,
  flows: Flows,
  work: Workspace,
  sex: number,
  status: number,
): void {
  const { cities } = dims
  const births = flowAt(dims, 'births')
  const urbanBirths = flowAt(dims, 'urban_births')
  const deaths = flowAt(dims, 'deaths')
  const urbanDeaths = flowAt(dims, 'urban_deaths')
  for (let city = 0; city < cities; city++) {
    const share = sex === FEMALE ? rates.femaleBirthShare[city] : 1 - rates.femaleBirthShare[city]
    const born = work.births[status * cities + city] * share
    const survivors = born * rates.newbornSurvival[sex * cities + city]
    work.newborns[status * cities + city] = survivors
    flows[births + city] += born
    flows[deaths + city] += born - survivors
    if (status === RURAL) continue
    flows[urbanBirths + city] += born
    flows[urbanDeaths + city] += born - survivors
  }
}

/** Some of the migrants' newborns are registered where they are born. */
function registerNewborns(cities: number, rates: YearRates, work: Workspace): void {
  for (let city = 0; city < cities; city++) {
    const registered = work.births[MIGRANT * cities + city] * rates.newbornRegistration[city]
    work.births[MIGRANT * cities + city] -= registered
    work.births[REGISTERED * cities + city] += registered
  }
}

/** Newborns of women away are registered here and live outside, like their mothers. */
function addAwayNewborns(
  dims: Dimensions,
  rates: YearRates,
  state: State,
  flows: Flows,
  work: Workspace,
  sex: number,
): void {
  const to = ageAt(dims, sex, 0)
  const births = flowAt(dims, 'away_births')
  const deaths = flowAt(dims, 'away_deaths')
  for (let city = 0; city < dims.cities; city++) {
    const share = sex === FEMALE ? rates.femaleBirthShare[city] : 1 - rates.femaleBirthShare[city]
    const born = work.awayBirths[city] * share
    const survivors = born * rates.newbornSurvival[sex * dims.cities + city]
    state.away[to + city] = survivors
    flows[births + city] += born
    flows[deaths + city] += born - survivors
  }
}
