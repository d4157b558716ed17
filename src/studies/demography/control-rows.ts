/** Every published total that people were scaled to: what they came to without it, and by how much they were scaled. */
import { controlledTotals } from '../../run/reference/controlled-totals.js'
import type { PopulationTable } from '../population-tables.js'
import { ageCells, type DemographySource, SEXES_AND_BOTH } from './source.js'

const HEADING = [
  'year', 'code', 'place', 'sex', 'age', 'age_to', 'projected', 'published', 'adjustment', 'adjustment_percent',
] as const // biome-ignore format: a list of headings reads best as a paragraph

/** Empty where the scenario scales people to nothing. */
export function controlRows({ plan, memory, years }: DemographySource): PopulationTable {
  const rows = controlledTotals(plan, memory)
    .filter(({ total }) => years.includes(total.year))
    .map(({ total, projected, scaled }) => {
      const { code, name } = plan.places[total.city + 1]
      const sex = SEXES_AND_BOTH.at(total.sex)!
      const ages = [ageCells(plan, total.from)[0], ageCells(plan, total.to)[1]]
      const share = (100 * (scaled - projected)) / projected
      const counts = [projected, total.people, scaled - projected, share]
      return [plan.years[total.year], code, name.en, sex, ...ages, ...counts]
    })
  return { heading: HEADING, rows }
}
