/** Projected people, and what changed them, as tables of every place; in the layout of population.csv. */
import { FLOWS } from '../model/state.js'
import { type HeadCount, type Plan, slotAt } from '../plan/plan.js'
import { SEXES, STATUSES } from '../vocabulary/dimensions.js'

export type Cell = string | number

export interface Table {
  readonly heading: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

/** The plan with a slot for every cell of people, one after the other, and then for every flow. */
export function withEveryCell(plan: Plan): Plan {
  const headCounts: HeadCount[] = []
  const { statuses, sexes, ages } = plan.dims
  for (let cell = 0; cell < statuses * sexes * ages; cell++) {
    const age = cell % ages
    const sex = Math.floor(cell / ages) % sexes
    const status = Math.floor(cell / ages / sexes)
    headCounts.push({ slot: plan.slots + cell, statuses: [status], sexes: [sex], from: age, to: age })
  }
  const slots = plan.slots + headCounts.length
  const flows = FLOWS.map((_, flow) => ({ slot: slots + flow, flow }))
  return {
    ...plan,
    headCounts: [...plan.headCounts, ...headCounts],
    flows: [...plan.flows, ...flows],
    slots: slots + flows.length,
  }
}

/** Region first, then its cities; a region that is its own only city once. */
export function placesOf(plan: Plan): { code: string; cities: readonly number[] }[] {
  const [region, ...cities] = plan.places
  const own = cities.map(({ code }, city) => ({ code, cities: [city] }))
  if (cities.length === 1 && cities[0].code === region.code) return own
  return [{ code: region.code, cities: cities.map((_, city) => city) }, ...own]
}

export const sumAt = (
  plan: Plan,
  memory: Float64Array,
  slot: number,
  year: number,
  cities: readonly number[],
) => cities.reduce((sum, city) => sum + memory[slotAt(plan, slot, year) + city], 0)

export function peopleOf(plan: Plan, memory: Float64Array, years: readonly number[]): Table {
  const { ages, ageWidth, statuses } = plan.dims
  const first = firstCell(plan)
  const words: readonly string[] = statuses === 1 ? ['all'] : STATUSES
  const columns = Array.from({ length: ages }, (_, age) => `${age * ageWidth}${age === ages - 1 ? '+' : ''}`)
  const rows: Cell[][] = []
  for (const year of years) {
    for (const { code, cities } of placesOf(plan)) {
      words.forEach((status, statusIndex) => {
        SEXES.forEach((sex, sexIndex) => {
          const from = first + (statusIndex * SEXES.length + sexIndex) * ages
          const people = columns.map((_, age) => sumAt(plan, memory, from + age, year, cities))
          rows.push([plan.years[year], code, status, sex, 'person', ...people])
        })
      })
    }
  }
  return { heading: ['year', 'code', 'status', 'sex', 'unit', ...columns], rows }
}

/** People at the year's end and what changed them in the step that ends there; the base year has no step. */
export function componentsOf(plan: Plan, memory: Float64Array, years: readonly number[]): Table {
  const first = firstCell(plan)
  const last = plan.slots - FLOWS.length
  const rows: Cell[][] = []
  for (const year of years) {
    for (const { code, cities } of placesOf(plan)) {
      let people = 0
      for (let slot = first; slot < last; slot++) people += sumAt(plan, memory, slot, year, cities)
      const flows = FLOWS.map((_, flow) => sumAt(plan, memory, last + flow, year, cities))
      rows.push([plan.years[year], code, people, ...flows])
    }
  }
  return { heading: ['year', 'code', 'people', ...FLOWS], rows }
}

export function firstCell(plan: Plan): number {
  const { statuses, sexes, ages } = plan.dims
  return plan.slots - FLOWS.length - statuses * sexes * ages
}
