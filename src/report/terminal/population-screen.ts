/** The projected people on the screen: by age and sex in one year, or what changed them in every year. */
import type { Plan } from '../../plan/plan.js'
import { firstCell, placesOf, sumAt } from '../../results/every-cell.js'
import { componentsOf, type PopulationCell, type PopulationTable } from '../../studies/population-tables.js'
import { SEXES } from '../../vocabulary/dimensions.js'
import { count } from '../words/numbers.js'
import { tableLines } from './table.js'

/** Which policy was simulated, and whether its components are wanted in place of people. */
export interface PopulationScreenOptions {
  /** Whether the data folder holds women only: the boys simulated with them are not shown. */
  readonly womenOnly?: boolean
  readonly policy?: string
  readonly components?: boolean
}

/** What is shown on the screen: the last year asked about by ages, or every year's components. */
export function populationScreen(
  plan: Plan,
  memory: Float64Array,
  years: readonly number[],
  options: PopulationScreenOptions,
): string {
  const policy = plan.policies.find(({ name }) => name === options.policy) ?? plan.policies.at(-1)!
  const last = years.at(-1)!
  const when = options.components ? 'by year' : `at the end of ${plan.years[last]}`
  const who = options.womenOnly && !options.components ? 'women' : 'people'
  const title = `${plan.places[0].name.en}, ${who} ${when}. Policy: ${policy.title.en}; every uncertainty at its median.`
  const boys = options.womenOnly && options.components ? BOYS : ''
  const table = options.components
    ? components(plan, componentsOf(plan, memory, years, options.womenOnly))
    : ageBands(plan, memory, last, options.womenOnly === true)
  return `${title}\n\n${table}\n\n--csv prints every place, status and age.\n${boys}`
}

const BOYS = 'People are women; births, deaths and moves are of both sexes, since boys are lived with them.\n'

/** Ages of a line on the screen: five years, and all from 80 on. */
const BAND = 5
const LAST_BAND = 80

/** The region's people by sex and ages in one year, for the screen. */
function ageBands(plan: Plan, memory: Float64Array, year: number, womenOnly: boolean): string {
  const { ages, ageWidth, statuses } = plan.dims
  const first = firstCell(plan)
  const [region] = placesOf(plan)
  const bands = new Map<number, [number, number]>()
  for (let age = 0; age < ages; age++) {
    const band = Math.min(Math.floor((age * ageWidth) / BAND) * BAND, LAST_BAND)
    const people = bands.get(band) ?? [0, 0]
    bands.set(band, people)
    for (let status = 0; status < statuses; status++) {
      for (const sex of [0, 1]) {
        const slot = first + (status * SEXES.length + sex) * ages + age
        people[sex] += sumAt(plan, memory, slot, year, region.cities)
      }
    }
  }
  const rows = [...bands].map(([from, people]) => [
    from === LAST_BAND ? `${from}+` : `${from}-${from + BAND - 1}`,
    ...(womenOnly ? [people[1]] : [...people, people[0] + people[1]]).map((persons) =>
      count(Math.round(persons)),
    ),
  ])
  const columns = ['age', ...(womenOnly ? ['female'] : [...SEXES, 'both'])].map((heading) => ({
    heading,
    align: 'right' as const,
  }))
  return tableLines(columns, rows, SCREEN_WIDTH).join('\n')
}

const SCREEN_WIDTH = 120

/** The region's people and what changed them, for the screen. */
function components(plan: Plan, { heading, rows }: PopulationTable): string {
  const shown = [
    'year',
    'people',
    'births',
    'deaths',
    'net_migration',
    'from_outside',
    'to_outside',
    'reclassified',
  ]
  const own = rows.filter(([, code]) => code === placesOf(plan)[0].code)
  const happens = (column: string) => own.some((row) => row[heading.indexOf(column)] !== 0)
  const at = shown.filter(happens).map((column) => heading.indexOf(column))
  const text = (value: PopulationCell, column: number) =>
    column === 0 ? String(value) : count(Math.round(Number(value)))
  const cells = own.map((row) => at.map((index, column) => text(row[index], column)))
  const columns = at.map((index) => ({
    heading: heading[index].replaceAll('_', ' '),
    align: 'right' as const,
  }))
  return tableLines(columns, cells, SCREEN_WIDTH).join('\n')
}
