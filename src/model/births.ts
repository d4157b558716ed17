/**
 * Births to mean women, and the infants' first part-year.
 *
 * B = sum over ages of f_x (N_x before + E_x after) / 2: women before the deaths of the step (after the first half
 * of moves) and women who lived to its end. Births from women at the start alone miss growing towns' births.
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
 * Add half of the births of the women who are there now; called once before and once after survive().
 *
 * births  [status, city]  persons, both sexes, by status of the mother; added to
 */
export function countMothers(dims: Dimensions, rates: YearRates, state: State, work: Workspace): void {
  const { ages, cities } = dims
  for (let status = 0; status < dims.statuses; status++) {
    const women = cohortAt(dims, status, FEMALE, 0)
    const births = status === RURAL ? rates.villageBirths : rates.townBirths
    addHalf(ages, cities, births, state.people, women, work.births, status * cities)
  }
  if (state.away.length > 0) {
    addHalf(ages, cities, rates.townBirths, state.away, ageAt(dims, FEMALE, 0), work.awayBirths, 0)
  }
}

function addHalf(
  ages: number,
  cities: number,
  rates: Float64Array,
  women: Float64Array,
  from: number,
  births: Float64Array,
  to: number,
): void {
  for (let age = 0; age < ages; age++) {
    for (let city = 0; city < cities; city++) {
      births[to + city] += (rates[age * cities + city] * women[from + age * cities + city]) / 2
    }
  }
}

/**
 * Put the step's births into age 0: split by sex, move for half a step, survive to its end.
 *
 * A baby has the mother's status; of migrants' babies a share is registered where it is born.
 * Source for the half step of moves: Willekens and Rogers (1978), n_0 = S_0 (I + P_0)/2 b.
 */
export function addInfants(
  dims: Dimensions,
  rates: YearRates,
  state: State,
  flows: Flows,
  work: Workspace,
): void {
  const { cities, statuses, ages } = dims
  if (statuses > 1) registerBabies(cities, rates, work)
  const births = flowAt(dims, 'births')
  const urbanBirths = flowAt(dims, 'urban_births')
  const deaths = flowAt(dims, 'deaths')
  const urbanDeaths = flowAt(dims, 'urban_deaths')
  const statusFlows = flowsOfStatus(dims)
  for (const sex of [MALE, FEMALE]) {
    for (let status = 0; status < statuses; status++) {
      for (let city = 0; city < cities; city++) {
        const share = sex === FEMALE ? rates.girls[city] : 1 - rates.girls[city]
        const born = work.births[status * cities + city] * share
        const lived = born * rates.infants[sex * cities + city]
        work.babies[status * cities + city] = lived
        flows[births + city] += born
        flows[deaths + city] += born - lived
        if (status > 0) {
          flows[urbanBirths + city] += born
          flows[urbanDeaths + city] += born - lived
        }
      }
    }
    if (statuses > 1)
      changeCohort(dims, rates, sex * ages, sex * ages, 0.5, work.babies, 0, cities, flows, statusFlows)
    for (let status = 0; status < statuses; status++) {
      const to = cohortAt(dims, status, sex, 0)
      for (let city = 0; city < cities; city++) state.people[to + city] = work.babies[status * cities + city]
    }
    if (state.away.length > 0) addAwayInfants(dims, rates, state, flows, work, sex)
  }
}

/** Some of the migrants' babies are registered where they are born. */
function registerBabies(cities: number, rates: YearRates, work: Workspace): void {
  for (let city = 0; city < cities; city++) {
    const registered = work.births[MIGRANT * cities + city] * rates.babiesHere[city]
    work.births[MIGRANT * cities + city] -= registered
    work.births[REGISTERED * cities + city] += registered
  }
}

/** Babies of women away are registered here and live outside, like their mothers. */
function addAwayInfants(
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
    const share = sex === FEMALE ? rates.girls[city] : 1 - rates.girls[city]
    const born = work.awayBirths[city] * share
    const lived = born * rates.infants[sex * dims.cities + city]
    state.away[to + city] = lived
    flows[births + city] += born
    flows[deaths + city] += born - lived
  }
}
