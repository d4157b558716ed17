/**
 * Net migrants given from outside the model, as counts or as rates by age and sex, and more of them by an age schedule.
 *
 * Where statuses are told apart, a cell's net migrants are shared over the statuses as its people are.
 */
import { ageAt, type Dimensions } from '../vocabulary/dimensions.js'
import { type Flows, flowAt } from './state.js'
import type { YearRates } from './year-rates.js'

/**
 * Compute the net migrants of a step from the people at its start.
 *
 * people       [status, sex, age, city]  persons at the start of the step
 * netMigrants  [sex, age, city]          written: persons of the whole step; a rate counts people at the start
 *
 * Source of the rates' base: United Nations cohort-component engine; Wheldon et al. (2013), J. Am. Stat. Assoc. 108.
 */
export function countNetMigrants(
  dims: Dimensions,
  rates: YearRates,
  people: Float64Array,
  netMigrants: Float64Array,
): void {
  const { netMigration, netMigrationMeasure, moreNetMigrants } = rates.schedules!
  const isRate = netMigrationMeasure === 'rate'
  for (let at = 0, cell = 0; at < netMigration.length; at += dims.cities, cell++) {
    for (let city = 0; city < dims.cities; city++) {
      const given = netMigration[at + city] * rates.netMigration[city]
      const more = moreNetMigrants[cell] * rates.moreNetMigrants[city]
      netMigrants[at + city] = (isRate ? given * cellOf(dims, people, at + city) : given) + more
    }
  }
}

/**
 * Add a part of the step's net migrants to every cohort.
 *
 * netMigrants  [sex, age, city]          persons of the whole step; none where the plan has no net migration
 * people       [status, sex, age, city]  persons; overwritten
 * part         1, or 1/2 for each half of the "even" conventions
 * ages         first and last age group; newborns come after the others
 * flows        net_migration, urban_in or urban_out, and shortfall: leavers asked for whom the cell did not have
 */
export function addNetMigration(
  dims: Dimensions,
  netMigrants: Float64Array,
  part: number,
  [first, last]: readonly [number, number],
  people: Float64Array,
  flows: Flows,
): void {
  if (netMigrants.length === 0) return
  for (let sex = 0; sex < dims.sexes; sex++) {
    for (let age = first; age <= last; age++) {
      const at = ageAt(dims, sex, age)
      for (let city = 0; city < dims.cities; city++) {
        const wanted = netMigrants[at + city] * part
        if (wanted !== 0) addToCell(dims, at + city, city, wanted, people, flows)
      }
    }
  }
}

/** No more can leave than there are; what is asked for beyond is a shortfall. */
function addToCell(
  dims: Dimensions,
  place: number,
  city: number,
  wanted: number,
  people: Float64Array,
  flows: Flows,
): void {
  const cell = cellOf(dims, people, place)
  const given = wanted < -cell ? -cell : wanted
  flows[flowAt(dims, 'shortfall') + city] += given - wanted
  flows[flowAt(dims, 'net_migration') + city] += given
  const stride = dims.sexes * dims.ages * dims.cities
  for (let status = 0; status < dims.statuses; status++) {
    const at = status * stride + place
    const share = cell > 0 ? people[at] / cell : status === 0 ? 1 : 0
    const left = people[at] + given * share
    people[at] = left < 0 ? 0 : left
    if (status === 0) continue
    const flow = flowAt(dims, given > 0 ? 'urban_in' : 'urban_out')
    flows[flow + city] += given > 0 ? given * share : -given * share
  }
}

/** People of all statuses in a cell of [sex, age, city]. */
function cellOf(dims: Dimensions, people: Float64Array, place: number): number {
  const stride = dims.sexes * dims.ages * dims.cities
  let cell = 0
  for (let status = 0; status < dims.statuses; status++) cell += people[status * stride + place]
  return cell
}
