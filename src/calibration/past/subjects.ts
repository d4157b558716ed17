/** What a backtest forecasts of a census, and how it is counted in people by status, sex, age and city. */
import { cohortAt } from '../../vocabulary/dimensions.js'
import { AGE_GROUPS, groupOf } from '../counts.js'
import type { Decade } from '../decade.js'

/**
 * Percent of people in towns, and persons. `births` are children born since the earlier census, as the later one finds them;
 * `deaths` are those of 60 and over at the earlier one whom the later no longer finds, the few who moved among them.
 */
export const SUBJECTS = ['urban_share', 'people', 'ages_6_14', 'ages_60_plus', 'births', 'deaths'] as const
export type Subject = (typeof SUBJECTS)[number]

const ROWS = ['people', 'urban', 'ages_6_14', 'ages_60_plus', 'births', 'deaths'] as const

/** Persons by city behind the subjects. */
export type SubjectCounts = Readonly<Record<(typeof ROWS)[number], Float64Array>>

const OLD = 60

export function emptyCounts(cities: number): SubjectCounts {
  const row = () => new Float64Array(cities)
  return { people: row(), urban: row(), ages_6_14: row(), ages_60_plus: row(), births: row(), deaths: row() }
}

/** The counts of some cities, written over those of others. */
export function copyCities(from: SubjectCounts, to: SubjectCounts, cities: readonly number[]): void {
  for (const row of ROWS) for (const city of cities) to[row][city] = from[row][city]
}

/**
 * Counts at the later census; at the earlier one `births` are the children as old as those, and `deaths` say nothing.
 *
 * counted  what ages are multiplied with [sex, group, city]
 */
export function subjectCounts(
  { dims, before, from, to }: Decade,
  people: Float64Array,
  counted?: Float64Array,
): SubjectCounts {
  const counts = emptyCounts(dims.cities)
  const shapes = dims.sexes * dims.ages
  const years = to - from
  for (let status = 0; status < dims.statuses; status++) {
    for (let shape = 0; shape < shapes; shape++) {
      const [sex, age] = [Math.floor(shape / dims.ages), (shape % dims.ages) * dims.ageWidth]
      const at = cohortAt(dims, status, sex, shape % dims.ages)
      for (let city = 0; city < dims.cities; city++) {
        const persons = people[at + city]
        counts.people[city] += persons
        if (status > 0) counts.urban[city] += persons
        const factor = counted ? counted[(sex * AGE_GROUPS + groupOf(age)) * dims.cities + city] : 1
        const ofAge = persons * factor
        if (age < years) counts.births[city] += ofAge
        if (age >= 6 && age <= 14) counts.ages_6_14[city] += ofAge
        if (age >= OLD) counts.ages_60_plus[city] += ofAge
        if (age >= OLD + years) counts.deaths[city] -= ofAge
        if (age >= OLD) counts.deaths[city] += before.people[at + city]
      }
    }
  }
  return counts
}

/** The value of a subject in some places together. */
export function inPlaces(counts: SubjectCounts, subject: Subject, places: readonly number[]): number {
  const sum = (values: Float64Array) => places.reduce((total, place) => total + values[place], 0)
  return subject === 'urban_share' ? (100 * sum(counts.urban)) / sum(counts.people) : sum(counts[subject])
}
