/** Deaths and ageing. */
import { ageAt, cohortAt, type Dimensions } from '../vocabulary/dimensions.js'
import { type Flows, flowAt, type State } from './state.js'
import type { YearRates } from './year-rates.js'

/**
 * Carry every cohort through one step: remove the dead, move the living up one age group.
 *
 * people    [status, sex, age, city]  persons; overwritten; age 0 is left empty for births.ts
 * survival  [sex, age, city]          from the group below into this one; the last from the last two together
 * flows     [flow, city]              deaths and urban deaths are added to; deaths of people away stand apart
 *
 * Source: Preston, Heuveline and Guillot (2001), Demography, ch. 6.
 */
export function survive(dims: Dimensions, rates: YearRates, state: State, flows: Flows): void {
  const { cities, statuses, sexes } = dims
  const [at, urbanAt, awayAt] = [
    flowAt(dims, 'deaths'),
    flowAt(dims, 'urban_deaths'),
    flowAt(dims, 'away_deaths'),
  ]
  const deaths = flows.subarray(at, at + cities)
  for (let status = 0; status < statuses; status++) {
    for (let sex = 0; sex < sexes; sex++) {
      const from = cohortAt(dims, status, sex, 0)
      ageOneCohort(dims, rates.survival, ageAt(dims, sex, 0), state.people, from, deaths)
    }
    if (status === 0) flows.copyWithin(urbanAt, at, at + cities)
  }
  subtractRural(dims, flows)
  if (state.away.length === 0) return
  const awayDeaths = flows.subarray(awayAt, awayAt + cities)
  for (let sex = 0; sex < sexes; sex++) {
    const from = ageAt(dims, sex, 0)
    ageOneCohort(dims, rates.survival, from, state.away, from, awayDeaths)
  }
}

/** Urban deaths held the deaths of villagers; now they hold all deaths less those. */
function subtractRural(dims: Dimensions, flows: Flows): void {
  const deaths = flowAt(dims, 'deaths')
  const urban = flowAt(dims, 'urban_deaths')
  for (let city = 0; city < dims.cities; city++) {
    flows[urban + city] = dims.statuses === 1 ? 0 : flows[deaths + city] - flows[urban + city]
  }
}

/**
 * One status and sex: from the oldest down, so that nobody is moved twice.
 *
 * schedule, from  where its age 0 stands in `survival` and in `people`
 * deaths          [city], added to
 */
function ageOneCohort(
  { ages, cities }: Dimensions,
  survival: Float64Array,
  schedule: number,
  people: Float64Array,
  from: number,
  deaths: Float64Array,
): void {
  const last = ages - 1
  for (let age = last; age > 0; age--) {
    const here = from + age * cities
    const below = here - cities
    const survives = schedule + age * cities
    for (let city = 0; city < cities; city++) {
      const before = age === last ? people[below + city] + people[here + city] : people[below + city]
      const survivors = before * survival[survives + city]
      people[here + city] = survivors
      deaths[city] += before - survivors
    }
  }
  for (let city = 0; city < cities; city++) people[from + city] = 0
}
