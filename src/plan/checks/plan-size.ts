/** Plans that would take too much memory or time are refused before anything is simulated. */
import type { Scenario, Value } from '../../scenario/scenario.js'
import type { Problem } from '../../vocabulary/problems.js'
import type { Draft } from '../draft.js'

/** Columns of results: every worker keeps them for every draw of a batch. */
export const MOST_COLUMNS = 1_000_000
/** Doubles of a trajectory's memory, 1 GB. */
const MOST_NUMBERS = 125_000_000
/** Formulas composed for series, one for each of their years. */
const MOST_IN_SERIES = 100_000

export function tooLarge(found: string, expected: string): Omit<Problem, 'where'> {
  const hint = 'Take fewer indicators, services, years or cities.'
  return { code: 'plan-too-large', found, expected, hint }
}

/** Whether the scenario's series by year are more than can be compiled; this is reported. */
export function hasTooManySeries(draft: Draft): boolean {
  const series = valuesOf(draft.scenario).filter(({ kind }) => kind === 'by_year').length
  if (series * draft.years.length <= MOST_IN_SERIES) return false
  const found = `${series} series by year over ${draft.years.length} years`
  draft.report(['years'], tooLarge(found, `at most ${MOST_IN_SERIES} values in all series`), 'key')
  return true
}

/** Report a memory, slots x years x cities, that would not fit. */
export function checkMemory(draft: Draft): void {
  const { cities } = draft.dataset
  const numbers = draft.slots.count * draft.years.length * cities.length
  if (numbers <= MOST_NUMBERS) return
  const found = `${draft.slots.count} values in ${draft.years.length} years and ${cities.length} cities`
  draft.report(['years'], tooLarge(found, `at most ${MOST_NUMBERS} numbers, which take 1 GB`), 'key')
}

function valuesOf({ population, services, indicators }: Scenario): Value[] {
  const values = [
    ...Object.values(population.levels),
    ...Object.values(population.lines),
    ...services.flatMap(({ opening, demand, standard, closure, programmes }) => [
      ...[opening, demand, standard, closure],
      ...programmes.flatMap(({ scale, each, on_time, fulfilment }) => [scale, each, on_time, fulfilment]),
    ]),
    ...indicators.flatMap(({ of, per }) => [of, per]),
  ]
  return values.filter((value) => value !== undefined)
}
