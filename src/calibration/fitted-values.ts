/**
 * What a fit gives to scenarios: values by name, schedules as bent, the death rates of the time after.
 *
 * The names are those of values.csv and schedules.csv; a scenario loads them. The medians stand there, and the
 * columns of calibration-draws.csv vary about them.
 */
import type { AgeTable, Dataset, NamedValue } from '../dataset/dataset.js'
import { agedMortality, BENT, returningShares, shapedSchedules } from './decade-rates.js'
import { hasByCity } from './draws.js'
import type { Fit } from './fit.js'
import { type LevelResult, levelResults } from './results.js'

export interface FittedValue {
  readonly variable: string
  /** Index of the city; -1 for the region. */
  readonly city: number
  readonly value: number
  readonly unit: string
  /** The level behind the value. */
  readonly result: LevelResult
}

/** Levels that each city has: the name in the fit and in values.csv, and the unit. */
const BY_CITY = [
  ['rural_exit', 'rural_exit_level', 'ratio'],
  ['pull_of_outside', 'pull_of_outside_level', 'log odds'],
  ['attraction', 'attraction_level', 'log odds'],
  ['fertility', 'fertility_2010_2020', 'ratio'],
] as const
/** Levels that the region has one of unless cities were given their own, with their units. */
const OF_REGION = [
  ['return_home', 'return_home_level', 'ratio'],
  ['city_to_city', 'city_to_city_level', 'ratio'],
  ['return_from_outside', 'return_from_outside_level', 'ratio'],
  ['conversion', 'conversion_migrant', '1 / year'],
  ['conversion', 'conversion_reclassified', '1 / year'],
  ['reclassification', 'reclassification_share', 'share'],
] as const

/** Middles by name, cities in their order. */
export function fittedValues(fit: Fit, results: readonly LevelResult[]): FittedValue[] {
  const named = (name: string, city: number) =>
    results.find((result) => result.name === name && result.city === city)!
  const shares = returningShares(fit.levels)
  return [
    ...BY_CITY.flatMap(([name, variable, unit]) =>
      fit.decade.cities.map((_, city): FittedValue => {
        const result = named(name, city)
        return { variable, city, value: result.fitted.median, unit, result }
      }),
    ),
    ...(hasByCity(fit, 'arrivals')
      ? fit.decade.cities.map((_, city): FittedValue => {
          const result = named('arrivals', city)
          const value = fit.decade.given.arrivals[city] * result.fitted.median
          return { variable: 'arrivals', city, value, unit: 'person', result }
        })
      : []),
    ...OF_REGION.flatMap(([name, variable, unit]) =>
      (hasByCity(fit, name) ? fit.decade.cities.map((_, city) => city) : [-1]).map((city): FittedValue => {
        const result = named(name, city)
        return { variable, city, value: result.fitted.median, unit, result }
      }),
    ),
    ...['village', 'reclassified', 'registered'].map((to, k): FittedValue => {
      const variable = `returning_to_${to}`
      return { variable, city: -1, value: shares[k], unit: 'share', result: named(variable, -1) }
    }),
  ]
}

/** Schedules [sex, age] by name. */
export function fittedSchedules({ decade, levels }: Fit): ReadonlyMap<string, Float64Array> {
  const shaped = shapedSchedules(decade, levels)
  return new Map(BENT.map(([level, schedule]) => [`${level}_fitted`, shaped[schedule]]))
}

/** Death rates [sex, age, city] of the last step with the old at the fitted level: for the years after. */
export function fittedMortality({ decade, levels }: Fit): { year: number; values: Float64Array } {
  return { year: decade.to + 1, values: agedMortality(decade, levels).at(-1)! }
}

/** The data folder as this fit would have written it; provenance stays that of the folder. */
export function withFit(dataset: Dataset, fit: Fit): Dataset {
  const values = new Map(dataset.values)
  for (const { variable, city, value } of fittedValues(fit, levelResults(fit))) {
    const known = values.get(variable)
    if (known) values.set(variable, withValue(known, city, value))
  }
  const table = (known: AgeTable | undefined, year: number, numbers: Float64Array): AgeTable => ({
    year,
    values: numbers,
    provenance: known?.provenance ?? [],
  })
  const schedules = new Map(dataset.schedules)
  for (const [name, numbers] of fittedSchedules(fit))
    schedules.set(name, table(schedules.get(name), dataset.baseYear, numbers))
  const { year, values: deaths } = fittedMortality(fit)
  const byYear = new Map(dataset.mortality.byYear)
  byYear.set(year, table(byYear.get(year), year, deaths))
  return { ...dataset, values, schedules, mortality: { ...dataset.mortality, byYear } }
}

function withValue(known: NamedValue, city: number, value: number): NamedValue {
  if (city < 0) return { ...known, region: value }
  return { ...known, cities: known.cities?.map((one, index) => (index === city ? value : one)) }
}
