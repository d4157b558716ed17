/**
 * `cityward population`: the principal projection, every uncertainty at its median.
 *
 * People by place, status, sex and age in the layout of population.csv, or the components of change, so that a
 * projection can be held against a published one, or go into another program.
 */
import { FLOWS } from '../model/state.js'
import type { HeadCount, Plan } from '../plan/plan.js'
import { slotAt } from '../plan/plan.js'
import { count } from '../report/numbers.js'
import { tableLines } from '../report/table.js'
import { createTrajectory } from '../run/trajectory.js'
import { SEXES, STATUSES } from '../vocabulary/dimensions.js'
import { fail } from '../vocabulary/problems.js'
import { loadPlan } from './load-plan.js'
import { choosePolicies } from './simulate.js'

export interface PopulationOptions {
  readonly year?: number
  /** The policy that is lived; the first one of the scenario if left out. */
  readonly policy?: string
  /** Components of change in place of people. */
  readonly components?: boolean
  readonly csv?: boolean
  readonly json?: boolean
  readonly out: (text: string) => void
}

type Cell = string | number

interface Table {
  readonly heading: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

/** Prints totals of the region, or with csv or json every cell. Returns the exit code. */
export function population(file: string, options: PopulationOptions): number {
  const plan = withEveryCell(loadPlan(file).plan)
  const { years } = plan
  if (options.year !== undefined && !years.includes(options.year)) {
    fail({
      code: 'unknown-year',
      where: { file },
      found: `no year "${options.year}"`,
      expected: `one of ${years.join(', ')}`,
    })
  }
  const memory = liveMedian(plan, file, options.policy)
  const asked = years
    .map((_, index) => index)
    .filter((index) => [undefined, years[index]].includes(options.year))
  const whole = !options.csv && !options.json
  const table =
    options.components || whole ? componentsOf(plan, memory, asked) : peopleOf(plan, memory, asked)
  if (options.json) options.out(`${JSON.stringify(records(table), undefined, 1)}\n`)
  else if (options.csv)
    options.out(`${[table.heading, ...table.rows].map((row) => row.join(',')).join('\n')}\n`)
  else options.out(`${totals(plan, table)}\n`)
  return 0
}

/** The plan with a slot for every cell of people, one after the other, and then for every flow. */
function withEveryCell(plan: Plan): Plan {
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

function liveMedian(plan: Plan, file: string, name: string | undefined): Float64Array {
  if (name !== undefined) choosePolicies(plan, [name], file)
  const policy = name === undefined ? 0 : plan.policies.findIndex((one) => one.name === name)
  const trajectory = createTrajectory(plan, 1)
  const inputs = new Float64Array(plan.uncertainties.length)
  trajectory.medians(inputs)
  const fault = trajectory.live(policy, inputs, new Float64Array(plan.outcomes.length))
  if (fault) {
    fail({
      code: fault.code,
      where: { file },
      found: `a projection that stops: ${fault.detail}`,
      expected: 'rates and counts that leave people in every cell',
    })
  }
  return trajectory.memory
}

/** Region first, then its cities; a region that is its own only city once. */
function placesOf(plan: Plan): { code: string; cities: readonly number[] }[] {
  const [region, ...cities] = plan.places
  const own = cities.map(({ code }, city) => ({ code, cities: [city] }))
  if (cities.length === 1 && cities[0].code === region.code) return own
  return [{ code: region.code, cities: cities.map((_, city) => city) }, ...own]
}

const sumAt = (plan: Plan, memory: Float64Array, slot: number, year: number, cities: readonly number[]) =>
  cities.reduce((sum, city) => sum + memory[slotAt(plan, slot, year) + city], 0)

function peopleOf(plan: Plan, memory: Float64Array, years: readonly number[]): Table {
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
function componentsOf(plan: Plan, memory: Float64Array, years: readonly number[]): Table {
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

function firstCell(plan: Plan): number {
  const { statuses, sexes, ages } = plan.dims
  return plan.slots - FLOWS.length - statuses * sexes * ages
}

const records = ({ heading, rows }: Table) =>
  rows.map((row) => Object.fromEntries(heading.map((column, index) => [column, row[index]])))

/** The region's people, births, deaths and net migration, for the screen. */
function totals(plan: Plan, { heading, rows }: Table): string {
  const shown = ['year', 'people', 'births', 'deaths', 'net_migration', 'from_outside', 'to_outside']
  const at = shown.map((column) => heading.indexOf(column))
  const own = rows.filter(([, code]) => code === placesOf(plan)[0].code)
  const text = (value: Cell, column: number) =>
    column === 0 ? String(value) : count(Math.round(Number(value)))
  const cells = own.map((row) => at.map((index, column) => text(row[index], column)))
  const columns = shown.map((name) => ({ heading: name.replaceAll('_', ' '), align: 'right' as const }))
  return tableLines(columns, cells, 120).join('\n')
}
