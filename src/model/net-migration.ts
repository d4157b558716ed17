/**
 * Net migrants given from outside the model, as counts or as rates by age and sex.
 *
 * Where statuses are told apart, a cell's net migrants are shared over the statuses as its people are.
 */
import { ageAt, cohortAt, type Dimensions } from '../vocabulary/dimensions.js'
import { type Flows, flowAt } from './state.js'
import type { YearRates } from './year-rates.js'

/** Out-migrants that a cohort cannot lose: a count takes at most this share of a cell (bayesPop's bound). */
const LARGEST_LOSS = 0.8

/**
 * Add a part of the step's net migrants to every cohort.
 *
 * people  [status, sex, age, city]  persons; overwritten
 * part    1, or 1/2 for each half of the "even" convention
 * ages    first and last age group; infants come after the others, once they are born
 * flows   net_migration, urban_in or urban_out, and shortfall: what a count asked for and the cell did not have
 */
export function addNetMigration(
  dims: Dimensions,
  rates: YearRates,
  part: number,
  [first, last]: readonly [number, number],
  people: Float64Array,
  flows: Flows,
): void {
  const { netMigration, netMigrationMeasure } = rates.schedules!
  if (netMigration.length === 0) return
  const isRate = netMigrationMeasure === 'rate'
  for (let sex = 0; sex < dims.sexes; sex++) {
    for (let age = first; age <= last; age++) {
      const at = ageAt(dims, sex, age)
      for (let city = 0; city < dims.cities; city++) {
        const asked = netMigration[at + city] * rates.netMigration[city] * part
        if (asked !== 0) addToCell(dims, sex, age, city, asked, isRate, people, flows)
      }
    }
  }
}

function addToCell(
  dims: Dimensions,
  sex: number,
  age: number,
  city: number,
  asked: number,
  isRate: boolean,
  people: Float64Array,
  flows: Flows,
): void {
  let cell = 0
  for (let status = 0; status < dims.statuses; status++)
    cell += people[cohortAt(dims, status, sex, age) + city]
  const wanted = isRate ? asked * cell : asked
  const least = -LARGEST_LOSS * cell
  const given = wanted < least ? least : wanted
  flows[flowAt(dims, 'shortfall') + city] += given - wanted
  flows[flowAt(dims, 'net_migration') + city] += given
  for (let status = 0; status < dims.statuses; status++) {
    const at = cohortAt(dims, status, sex, age) + city
    const share = cell > 0 ? people[at] / cell : status === 0 ? 1 : 0
    people[at] += given * share
    if (status === 0) continue
    const flow = flowAt(dims, given > 0 ? 'urban_in' : 'urban_out')
    flows[flow + city] += given > 0 ? given * share : -given * share
  }
}
