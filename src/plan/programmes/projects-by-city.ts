/** Projects of a year that the scenario gives by city. */
import type { ProjectsOfYear } from '../../scenario/scenario.js'
import type { Draft } from '../draft.js'
import { namedCities } from '../values.js'

/** [city]: what a city is given, or each city that is not named. Names that no city has are reported to the draft. */
export function numbersByCity(draft: Draft, { cities = [], others = 0 }: ProjectsOfYear): Float64Array {
  const numbers = new Float64Array(draft.dataset.dims.cities).fill(others)
  for (const [city, { projects }] of namedCities(draft, cities)) numbers[city] = projects
  return numbers
}

/** Of the region, or of all its cities together; names are looked up without a report. */
export function projectsInRegion(
  draft: Pick<Draft, 'dataset'>,
  { starts, cities, others = 0 }: ProjectsOfYear,
): number {
  if (!cities) return starts ?? 0
  const named = cities.reduce((sum, { projects }) => sum + projects, 0)
  return named + others * Math.max(0, draft.dataset.dims.cities - cities.length)
}
