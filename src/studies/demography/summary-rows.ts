/** One row for each place and year: what is said of a population in a yearbook. */
import type { LifeTableColumns } from '../../math/life-table-columns.js'
import type { Plan } from '../../plan/plan.js'
import { firstCell, sumAt } from '../../results/every-cell.js'
import { RURAL } from '../../vocabulary/dimensions.js'
import type { PopulationCell, PopulationTable } from '../population-tables.js'
import type { StepAccount } from './account.js'
import { lifeTableFor } from './death-rates.js'
import {
  birthsOf,
  type DemographySource,
  type PlaceRow,
  placeRows,
  SEXES_AND_BOTH,
  sumAtAge,
  sumIn,
} from './source.js'

/** Exact ages whose life expectancy is given. */
const LIFE_AGES = [0, 60, 65] as const

const HEADING = [
  'year', 'code', 'place', 'step_years', 'people', 'urban_people', 'urban_share', 'dependency_young', 'dependency_old',
  'dependency_total', 'dependency_old_60', 'births', 'births_male', 'births_female', 'deaths', 'deaths_male', 'deaths_female',
  'net_between_places', 'net_outside', 'net_given', 'birth_rate', 'death_rate', 'growth_rate', 'total_fertility',
  'mean_age_at_birth', 'sex_ratio_at_birth',
  ...LIFE_AGES.flatMap((age) => SEXES_AND_BOTH.map((sex) => `life_expectancy_${age}_${sex}`)),
] // biome-ignore format: a list of headings reads best as a paragraph

/** Its place in the heading of a plan that scales people to published totals. */
const CONTROL_AT = HEADING.indexOf('net_given') + 1

/** The base year, which no step ends, has its people alone. */
export function summaryRows(source: DemographySource): PopulationTable {
  const { plan, accounts, years } = source
  const heading = plan.controls ? HEADING.toSpliced(CONTROL_AT, 0, 'control_adjustment') : HEADING
  const rows = years.flatMap((year) => {
    const account = accounts.find((one) => one.year === year)
    return placeRows(plan).map((place): PopulationCell[] => {
      const people = peopleCells(source, year, place)
      const step = account ? stepCells(source, account, place) : []
      const row = [plan.years[year], place.code, place.place, plan.dims.ageWidth, ...people, ...step]
      return heading.map((_, at) => row[at] ?? Number.NaN)
    })
  })
  return { heading, rows }
}

/** People, townspeople and their share, and people too young or too old to work by those who are not. */
function peopleCells({ plan, memory, womenOnly }: DemographySource, year: number, place: PlaceRow): number[] {
  const { statuses, ages, ageWidth } = plan.dims
  const sexes = womenOnly ? [1] : [0, 1]
  const count = (from: number, to: number, status: number) => {
    let sum = 0
    for (const sex of sexes)
      for (let age = from / ageWidth; age < Math.min(ages, to / ageWidth); age++)
        sum += sumAt(plan, memory, firstCell(plan) + (status * 2 + sex) * ages + age, year, place.cities)
    return sum
  }
  const aged = (from: number, to: number) => {
    let sum = 0
    for (let status = 0; status < statuses; status++) sum += count(from, to, status)
    return sum
  }
  const people = aged(0, Number.POSITIVE_INFINITY)
  const urban = statuses > 1 ? people - count(0, Number.POSITIVE_INFINITY, RURAL) : Number.NaN
  const [young, working, old] = [aged(0, 15), aged(15, 65), aged(65, Number.POSITIVE_INFINITY)]
  const known = (ages - 1) * ageWidth >= 65
  const ratios = [young / working, old / working, (young + old) / working]
  const old60 = aged(60, Number.POSITIVE_INFINITY) / aged(15, 60)
  return [people, urban, urban / people, ...[...ratios, old60].map((ratio) => (known ? ratio : Number.NaN))]
}

function stepCells(source: DemographySource, account: StepAccount, { cities }: PlaceRow): number[] {
  const { plan, womenOnly } = source
  const all = [0, plan.dims.ages - 1] as const
  const shown = womenOnly ? 'female' : 'both'
  const sum = (table: Float64Array, sex: (typeof SEXES_AND_BOTH)[number] = shown) =>
    womenOnly && sex === 'male' ? Number.NaN : sumIn(plan, table, sex, all, cities)
  const born = (sex: (typeof SEXES_AND_BOTH)[number]) => birthsOf(plan, account, cities, sex)
  const deaths = [sum(account.deaths), sum(account.deaths, 'male'), sum(account.deaths, 'female')]
  const [before, after] = [sum(account.before), sum(account.after)]
  const perThousand = (persons: number) => (1000 * persons) / (((before + after) / 2) * plan.conventions.step)
  return [
    ...[born('both'), born('male'), born('female'), ...deaths],
    ...[account.between, account.outside, account.given].map((table) => sum(table)),
    ...(plan.controls ? [sum(account.controlled)] : []),
    // births are of both sexes, and people of a folder of women are not
    womenOnly ? Number.NaN : perThousand(born('both')),
    perThousand(deaths[0]),
    perThousand(after - before),
    ...fertilityOf(plan, account, cities),
    (100 * born('male')) / born('female'),
    ...lifeCells(source, account, cities),
  ]
}

/** Children a woman would have at the step's rates, and the mean age at which she would. */
function fertilityOf(plan: Plan, account: StepAccount, cities: readonly number[]): [number, number] {
  const { ages, ageWidth } = plan.dims
  let children = 0
  let moment = 0
  for (let age = 0; age < ages; age++) {
    const women = sumAtAge(plan, account.women, age, cities)
    const births = sumAtAge(plan, account.birthsByAge, age, cities)
    // of a step of several years, births a woman of the group has in as many years as the group is wide
    const rate = births > 0 ? births / women : 0
    children += rate
    moment += rate * (age + 0.5) * ageWidth
  }
  return [children, moment / children]
}

function lifeCells(
  { plan, memory, womenOnly }: DemographySource,
  account: StepAccount,
  cities: readonly number[],
): number[] {
  const tables = SEXES_AND_BOTH.map((sex) =>
    womenOnly && sex !== 'female' ? undefined : lifeTableFor(plan, memory, account, cities, sex),
  )
  const at = (table: LifeTableColumns | undefined, age: number) =>
    table?.ex[table.ages.indexOf(age)] ?? Number.NaN
  return LIFE_AGES.flatMap((age) => tables.map((table) => at(table, age)))
}
