/** Projected people, and what changed them, as tables of every place; in the layout of population.csv. */
import { CONTROL_FLOWS, FLOWS } from '../model/state.js'
import type { Plan } from '../plan/plan.js'
import { firstCell, placesOf, sumAt } from '../results/every-cell.js'
import { SEXES, STATUSES } from '../vocabulary/dimensions.js'

export type PopulationCell = string | number

export interface PopulationTable {
  readonly heading: readonly string[]
  readonly rows: readonly (readonly PopulationCell[])[]
}

/** Sexes of a data folder; where it holds women only, boys are lived with them and not shown. */
export const sexesShown = (womenOnly: boolean) => SEXES.filter((sex) => !womenOnly || sex === 'female')

export function peopleOf(
  plan: Plan,
  memory: Float64Array,
  years: readonly number[],
  womenOnly = false,
): PopulationTable {
  const { ages, ageWidth, statuses } = plan.dims
  const first = firstCell(plan)
  const words: readonly string[] = statuses === 1 ? ['all'] : STATUSES
  const columns = Array.from({ length: ages }, (_, age) => `${age * ageWidth}${age === ages - 1 ? '+' : ''}`)
  const rows: PopulationCell[][] = []
  for (const year of years) {
    for (const { code, cities } of placesOf(plan)) {
      words.forEach((status, statusIndex) => {
        sexesShown(womenOnly).forEach((sex) => {
          const from = first + (statusIndex * SEXES.length + SEXES.indexOf(sex)) * ages
          const people = columns.map((_, age) => sumAt(plan, memory, from + age, year, cities))
          rows.push([plan.years[year], code, status, sex, 'person', ...people])
        })
      })
    }
  }
  return { heading: ['year', 'code', 'status', 'sex', 'unit', ...columns], rows }
}

/**
 * People at the year's end and what changed them in the step that ends there; the base year has no step. Of a folder
 * of women only the people are women; births and what else changes are of both sexes.
 */
export function componentsOf(
  plan: Plan,
  memory: Float64Array,
  years: readonly number[],
  womenOnly = false,
): PopulationTable {
  const { ages } = plan.dims
  const first = firstCell(plan)
  const last = plan.slots - FLOWS.length
  // a projection that is scaled to nothing has no column for it
  const shown = FLOWS.filter((flow) => plan.controls || !CONTROL_FLOWS.has(flow))
  const rows: PopulationCell[][] = []
  for (const year of years) {
    for (const { code, cities } of placesOf(plan)) {
      let people = 0
      for (let slot = first; slot < last; slot++) {
        const sex = SEXES[Math.floor((slot - first) / ages) % SEXES.length]
        if (!womenOnly || sex === 'female') people += sumAt(plan, memory, slot, year, cities)
      }
      const flows = shown.map((flow) => sumAt(plan, memory, last + FLOWS.indexOf(flow), year, cities))
      rows.push([plan.years[year], code, people, ...flows])
    }
  }
  return { heading: ['year', 'code', 'people', ...shown], rows }
}
