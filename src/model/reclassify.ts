/** Villages that become towns: nobody moves, and a share of every age changes its status. */
import { cohortAt, type Dimensions, RECLASSIFIED, RURAL } from '../vocabulary/dimensions.js'
import { type Flows, flowAt } from './state.js'
import type { YearRates } from './year-rates.js'

/**
 * Reclassify a share of the villagers on 31 December, after everything else; the same share at every age and sex.
 *
 * people  [status, sex, age, city]  persons; overwritten
 * flows   reclassified, persons by city: a component of urban growth of its own, never a migration
 */
export function reclassify(dims: Dimensions, rates: YearRates, people: Float64Array, flows: Flows): void {
  const { cities } = dims
  const from = cohortAt(dims, RURAL, 0, 0)
  const to = cohortAt(dims, RECLASSIFIED, 0, 0)
  const cells = dims.sexes * dims.ages * cities
  const reclassified = flowAt(dims, 'reclassified')
  for (let cell = 0; cell < cells; cell += cities) {
    for (let city = 0; city < cities; city++) {
      const persons = people[from + cell + city] * rates.reclassification[city]
      people[from + cell + city] -= persons
      people[to + cell + city] += persons
      flows[reclassified + city] += persons
    }
  }
}
