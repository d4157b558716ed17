/** The people of the earlier census, corrected: with those whom it missed, without those whom it counted twice. */
import { exp } from '../math/exponential.js'
import { cohortAt } from '../vocabulary/dimensions.js'
import type { Decade } from './decade.js'
import type { Levels } from './unknowns.js'

/** First ages of those whom a census misses or counts twice, the first age beyond, and by what they are corrected. */
const CORRECTIONS = [
  [0, 5, (levels: Levels) => exp(levels('missed_0_4')[0])],
  [5, 10, (levels: Levels) => exp(levels('missed_5_9')[0])],
  [15, 20, (levels: Levels) => exp(-levels('twice_15_19')[0])],
] as const

/** People [status, sex, age, city], persons. */
export function openingPeople({ dims, before }: Decade, levels: Levels): Float64Array {
  const people = Float64Array.from(before.people)
  for (const [from, to, factorOf] of CORRECTIONS) {
    const factor = factorOf(levels)
    for (let status = 0; status < dims.statuses; status++) {
      for (let sex = 0; sex < dims.sexes; sex++) {
        for (let age = Math.ceil(from / dims.ageWidth); age * dims.ageWidth < to; age++) {
          const at = cohortAt(dims, status, sex, age)
          for (let city = 0; city < dims.cities; city++) people[at + city] *= factor
        }
      }
    }
  }
  return people
}
