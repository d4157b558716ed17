/** The projected people on the screen: by age and sex in one year, or what changed them in every year. */
import type { Plan } from '../../plan/plan.js'
import { firstCell, placesOf, sumAt } from '../../results/every-cell.js'
import { componentsOf, type PopulationCell, type PopulationTable } from '../../studies/population-tables.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import { SEXES } from '../../vocabulary/dimensions.js'
import type { Language } from '../../vocabulary/language.js'
import { inLanguage, phrase } from '../words/bilingual.js'
import { count } from '../words/numbers.js'
import { tableLines } from './table.js'

/** Which policy was simulated, and whether its components are wanted in place of people. */
export interface PopulationScreenOptions {
  /** Whether the data folder holds women only: the boys simulated with them are not shown. */
  readonly womenOnly?: boolean
  readonly policy?: string
  readonly components?: boolean
  readonly language: Language
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
  const { language } = options
  const words = inLanguage(language)
  const when = options.components
    ? words('by year', '逐年')
    : words(`at the end of ${plan.years[last]}`, `${plan.years[last]}年末`)
  const women = options.womenOnly && !options.components
  const who = women ? words('women', '女性人口') : words('people', '人口')
  const [place, name] = [plan.places[0].name[language], policy.title[language]]
  const title = words(
    `${place}, ${who} ${when}. Policy: ${name}; every uncertainty at its median.`,
    `${place}，${when}${who}。政策：${name}；各不确定因素取中位数。`,
  )
  const boys = options.womenOnly && options.components ? BOYS[language] : ''
  const table = options.components
    ? components(plan, componentsOf(plan, memory, years, options.womenOnly), language)
    : ageBands(plan, memory, last, options)
  const more = words('--csv prints every place, status and age.', '--csv 输出各地区、身份和年龄。')
  return `${title}\n\n${table}\n\n${more}\n${boys}`
}

const BOYS = phrase(
  'People are women; births, deaths and moves are of both sexes, since boys are lived with them.\n',
  '人口为女性；出生、死亡和迁移为两性合计，因为推演时包括男孩。\n',
)

const AGE_HEADINGS = {
  age: phrase('age', '年龄'),
  male: phrase('male', '男'),
  female: phrase('female', '女'),
  both: phrase('both', '合计'),
}

/** Ages of a line on the screen: five years, and all from 80 on. */
const BAND = 5
const LAST_BAND = 80

/** The region's people by sex and ages in one year, for the screen. */
function ageBands(
  plan: Plan,
  memory: Float64Array,
  year: number,
  { womenOnly, language }: PopulationScreenOptions,
): string {
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
  const columns = (
    ['age', ...(womenOnly ? (['female'] as const) : ([...SEXES, 'both'] as const))] as const
  ).map((name) => ({
    heading: AGE_HEADINGS[name][language],
    align: 'right' as const,
  }))
  return tableLines(columns, rows, SCREEN_WIDTH).join('\n')
}

const SCREEN_WIDTH = 120

/** Columns of the table that are shown, where anything happens in them. */
const COMPONENTS: Readonly<Record<string, Bilingual>> = {
  year: phrase('year', '年份'),
  people: phrase('people', '人口'),
  births: phrase('births', '出生'),
  deaths: phrase('deaths', '死亡'),
  net_migration: phrase('net migration', '净迁移'),
  from_outside: phrase('from outside', '区外迁入'),
  to_outside: phrase('to outside', '迁往区外'),
  reclassified: phrase('reclassified', '村改居'),
  control_adjustment: phrase('scaled to totals', '按总数校准'),
}

/** The region's people and what changed them, for the screen. */
function components(plan: Plan, { heading, rows }: PopulationTable, language: Language): string {
  const own = rows.filter(([, code]) => code === placesOf(plan)[0].code)
  const happens = (column: string) =>
    heading.includes(column) && own.some((row) => row[heading.indexOf(column)] !== 0)
  const at = Object.keys(COMPONENTS)
    .filter(happens)
    .map((column) => heading.indexOf(column))
  const text = (value: PopulationCell, column: number) =>
    column === 0 ? String(value) : count(Math.round(Number(value)))
  const cells = own.map((row) => at.map((index, column) => text(row[index], column)))
  const columns = at.map((index) => ({
    heading: COMPONENTS[heading[index]][language],
    align: 'right' as const,
  }))
  return tableLines(columns, cells, SCREEN_WIDTH).join('\n')
}
