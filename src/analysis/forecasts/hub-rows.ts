/**
 * The forecasts of a run in the form of the hubverse, so that others can score them once the years have passed: a row a
 * prediction, by policy, place, indicator and year.
 *
 * Source: hubverse documentation, Model output (2026): output types and what their ids are.
 */
import { quantileOfSorted } from '../../math/quantile.js'
import type { OutcomeReader } from '../../results/outcome-reader.js'
import type { RunHeader } from '../../results/run-header.js'
import { average } from '../statistics.js'
import { peakYears } from './peak-years.js'

/** Probabilities of the quantiles that hubs ask for, and with which the weighted interval score is reckoned. */
const LEVELS = [
  0.01, 0.025, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95,
  0.975, 0.99,
] // biome-ignore format: a list reads best as a paragraph

export const HUB_COLUMNS = [
  'origin_year', 'scenario_id', 'location', 'target', 'target_year', 'output_type', 'output_type_id', 'value',
] as const // biome-ignore format: a list of headings reads best as a paragraph

export type HubRow = readonly (string | number | null)[]

export interface HubRequest {
  /** Futures that stand in it one by one, under the same number in every place and year; none if left out. */
  readonly samples?: number
}

/** Rows of every policy that a run has kept; futures that failed or have no number in a column are not in that column's. */
export async function hubRows(
  header: RunHeader,
  reader: OutcomeReader,
  { samples = 0 }: HubRequest = {},
): Promise<HubRow[]> {
  const rows: HubRow[] = []
  const [origin] = header.years
  for (const [policy, { name: scenario }] of header.policies.entries()) {
    /** Of an indicator and place, its years and values so far. */
    const courses = new Map<string, { task: HubRow; years: number[]; values: Float64Array[] }>()
    for (const { name, indicator, place, year } of header.outcomes) {
      const at = header.years[year]
      if (at === origin) continue
      const [values] = await reader.read(policy, [name])
      const target = header.indicators.find((one) => one.name === indicator)?.name
      if (target === undefined) continue
      const task = [origin, scenario, header.places[place].code, target]
      rows.push(
        ...rowsOf([...task, at], values, samples),
        ...oddsRows([...task, at], header, { target, place, at }, values),
      )
      const course = courses.get(`${target}@${place}`) ?? { task, years: [], values: [] }
      courses.set(`${target}@${place}`, course)
      course.years.push(at)
      course.values.push(values.slice())
    }
    for (const course of courses.values()) rows.push(...peakRows(course, header.years.length - 1))
  }
  return rows
}

/** Quantiles, median and mean, and futures one by one. */
function rowsOf(task: HubRow, values: Float64Array, samples: number): HubRow[] {
  const known = values.filter((value) => !Number.isNaN(value)).sort()
  if (known.length === 0) return []
  return [
    ...LEVELS.map((level) => [...task, 'quantile', level, quantileOfSorted(known, level)]),
    [...task, 'median', null, quantileOfSorted(known, 0.5)],
    [...task, 'mean', null, average(known)],
    ...Array.from(values.subarray(0, samples), (value, draw) => [...task, 'sample', draw + 1, value]).filter(
      (row) => !Number.isNaN(row.at(-1)),
    ),
  ]
}

/** Of targets of the region in this year, the odds of the threshold or less, in both readings of "about". */
function oddsRows(
  task: HubRow,
  { targets }: Pick<RunHeader, 'targets'>,
  { target, place, at }: { readonly target: string; readonly place: number; readonly at: number },
  values: Float64Array,
): HubRow[] {
  const own = targets.filter((one) => place === 0 && one.indicator === target && one.year === at)
  const known = values.filter((value) => !Number.isNaN(value))
  const both = own.flatMap(({ threshold, tolerance }) => [threshold - tolerance, threshold])
  const thresholds = [...new Set(both)].sort((a, b) => a - b)
  if (known.length === 0) return []
  return thresholds.map((threshold) => [
    ...task,
    'cdf',
    threshold,
    known.filter((value) => value <= threshold).length / known.length,
  ])
}

/** The year in which it is highest, where every year was kept; not of one year alone. */
function peakRows(
  {
    task,
    years,
    values,
  }: { readonly task: HubRow; readonly years: number[]; readonly values: Float64Array[] },
  all: number,
): HubRow[] {
  if (years.length < 2 || years.length !== all) return []
  const peaks = peakYears(years, values)
  if (peaks.draws === 0) return []
  const [origin, scenario, location, target] = task
  return peaks.years.map(({ year, share }) => [
    ...[origin, scenario, location, `${target} peak year`, null, 'pmf', String(year), share],
  ])
}
