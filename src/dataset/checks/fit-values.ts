/** Single numbers of a data folder that a fit begins from, and which of them it cannot begin from. */

import type { ProblemCode } from '../../vocabulary/problem-codes.js'
import type { Problem } from '../../vocabulary/problems.js'
import type { Dataset } from '../dataset.js'

/** Names in values.csv. */
export const LATE_GAIN = 'late_share_of_urban_gain'
export const LATE_GAIN_ERROR = 'late_share_of_urban_gain_error'
/** Comers as they were judged before a fit, where `arrivals` are those that it found. */
export const JUDGED_ARRIVALS = 'arrivals_judged'
/** How far a level lies about those of larger places: a folder that has it of leaving the village was not fitted by itself. */
export const spreadName = (level: string) => `${level}_spread`

/** What values.csv has that no fit can begin from. */
export function valueProblems({ values, cities, folder }: Dataset): Problem[] {
  const problems: Problem[] = []
  const report = (code: ProblemCode, found: string, expected: string, hint?: string) =>
    problems.push({ code, where: { file: `${folder}/values.csv` }, found, expected, hint })
  const within = spreadName('rural_exit')
  if (values.has(within))
    report(
      'fitted-within',
      `${within}: levels that were fitted about those of larger places`,
      'a folder whose places are fitted by themselves',
      'Fit the folder of the larger places; a fit of these alone would not meet their region.',
    )
  const error = values.get(LATE_GAIN_ERROR)?.region
  if (error !== undefined && !(error > 0))
    report('rate-out-of-range', `${LATE_GAIN_ERROR} of ${error}`, 'a standard deviation above 0')
  const comers = comersOf(values)
  const at = comers ? comers.cities.findIndex((comer) => !(comer >= 0)) : -1
  if (comers && at >= 0) {
    const { name, cities: given } = comers
    const [code, found] = Number.isNaN(given[at])
      ? (['rows-missing', `no comers of ${cities[at].code} (${name})`] as const)
      : (['people-negative', `${given[at]} comers a year of ${cities[at].code} (${name})`] as const)
    report(code, found, 'zero people or more a year in every place')
  }
  return problems
}

/** Comers a year of every place, before a fit where the folder keeps them, and under which name; undefined where it has none. */
export function comersOf(values: Dataset['values']) {
  const name = values.has(JUDGED_ARRIVALS) ? JUDGED_ARRIVALS : 'arrivals'
  const cities = values.get(name)?.cities
  return cities && { name, cities }
}
