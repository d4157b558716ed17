/** What a fit gives back to its data folder, as rows of values.csv, schedules.csv and mortality.csv. */
import { ageAt, SEXES } from '../vocabulary/dimensions.js'
import { significant } from '../vocabulary/numbers.js'
import { CALIBRATION, sourceText } from './files.js'
import type { Fit } from './fit.js'
import { fittedMortality, fittedSchedules, fittedValues } from './fitted-values.js'
import type { LevelResult } from './results.js'

type Cell = string | number

/** Rows of values.csv: middles, about which the columns of the draws vary. */
export function fittedValueRows(fit: Fit, results: readonly LevelResult[]) {
  const { cities, region, to } = fit.decade
  return fittedValues(fit, results).map(
    ({ variable, city, value, unit, result }) =>
      [
        (cities[city] ?? region).code,
        variable,
        to,
        significant(value, 6),
        unit,
        sourceText(fit, result),
        result.quality,
        noteOf(fit, result),
      ] as const,
  )
}

/** `2010-2020 fitted 3.80 (80 % 3.09 to 4.68); prior 2.00 (0.914 to 4.38): ... moved most by ages; calibration.csv`. */
function noteOf({ decade }: Fit, { fitted, prior, movedBy, because }: LevelResult): string {
  const range = ({ low, median, high }: typeof fitted) =>
    `${median.toPrecision(3)} (80 % ${low.toPrecision(3)} to ${high.toPrecision(3)})`
  const by = movedBy ? `moved most by ${movedBy.replaceAll('_', ' ')}` : 'moved by no data'
  return `${decade.from}-${decade.to} fitted ${range(fitted)}; prior ${range(prior)}: ${because} ${by}; calibration.csv`
}

const SCHEDULE_NOTES: Readonly<Record<string, string>> = {
  rural_exit_fitted: 'young labour entry, its peak, span and children fitted to',
  city_to_city_fitted: 'the western standard, its peak fitted to',
  return_from_outside_fitted: 'the drawn curve, its peak fitted to',
}

/** The schedules that the fit bends, as rows of schedules.csv. */
export function fittedScheduleRows(fit: Fit, source: string): Cell[][] {
  const { dims, from, to } = fit.decade
  const stride = { ...dims, cities: 1 }
  return [...fittedSchedules(fit)].flatMap(([name, table]) =>
    SEXES.map((sex, index) => [
      name,
      sex,
      'share',
      `${CALIBRATION};${source}`,
      'estimate',
      `${SCHEDULE_NOTES[name]} ${from}-${to}`,
      ...Array.from({ length: dims.ages }, (_, age) => significant(table[ageAt(stride, index, age)], 10)),
    ]),
  )
}

/** Death rates from the year after the later census on, as rows of mortality.csv; note and source of the table they begin with. */
export function fittedMortalityRows(fit: Fit, source: string, note: string): Cell[][] {
  const { dims, cities, from, to } = fit.decade
  const { year, values } = fittedMortality(fit)
  return cities.flatMap(({ code }, city) =>
    SEXES.map((sex, index) => [
      year,
      code,
      sex,
      'mx',
      '1 / year',
      `${CALIBRATION};${source}`,
      'estimate',
      `${note}; from 60 on at the level fitted to ${from}-${to}`,
      ...Array.from({ length: dims.ages }, (_, age) =>
        significant(values[ageAt(dims, index, age) + city], 7),
      ),
    ]),
  )
}
