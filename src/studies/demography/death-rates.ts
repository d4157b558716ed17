/** Death rates of a place in a step, at the level that the scenario sets, and its life tables. */
import { bothSexes, type LifeTableColumns, lifeTableColumns } from '../../math/life-table-columns.js'
import { LEVELS } from '../../model/rates.js'
import { type Plan, slotAt } from '../../plan/plan.js'
import { ageAt, MALE } from '../../vocabulary/dimensions.js'
import type { StepAccount } from './account.js'
import { birthsOf, indicesOf, type SexOrBoth } from './source.js'

/**
 * Life table of some cities and a sex in a step; undefined where the data folder gives survival in place of rates. Of
 * several cities the rates are means by person-years: those of an age group of people, where rates are finer. Both
 * sexes are those born in the step, each with its own table.
 */
export function lifeTableFor(
  plan: Plan,
  memory: Float64Array,
  account: StepAccount,
  cities: readonly number[],
  sex: SexOrBoth,
): LifeTableColumns | undefined {
  const { mortalityMeasure, mortalityAges } = plan.schedules[account.year]
  if (mortalityMeasure === 'survival') return undefined
  const tables = indicesOf(sex).map((one) =>
    lifeTableColumns(ratesOf(plan, memory, account, cities, one), mortalityAges, one === MALE),
  )
  if (sex !== 'both') return tables[0]
  const [males, all] = (['male', 'both'] as const).map((one) => birthsOf(plan, account, cities, one))
  // where nobody is born, half are as good as any share
  return bothSexes(all > 0 ? males / all : 0.5, tables[0], tables[1], mortalityAges)
}

function ratesOf(
  plan: Plan,
  memory: Float64Array,
  { year, before, after }: StepAccount,
  cities: readonly number[],
  sex: number,
): Float64Array {
  const { dims, schedules, levels } = plan
  const { mortality, mortalityAges } = schedules[year]
  const count = mortalityAges.widths.length
  const level = slotAt(plan, levels[LEVELS.indexOf('mortality')], year)
  const rates = new Float64Array(count)
  let group = 0
  for (let age = 0; age < count; age++) {
    let weights = 0
    let sum = 0
    let plain = 0
    for (const city of cities) {
      const cell = ageAt(dims, sex, group) + city
      const weight = (before[cell] + after[cell]) / 2
      const rate = mortality[(sex * count + age) * dims.cities + city] * memory[level + city]
      weights += weight
      sum += weight * rate
      plain += rate
    }
    rates[age] = cities.length === 1 || !(weights > 0) ? plain / cities.length : sum / weights
    if (mortalityAges.ends[age] === 1 && group < dims.ages - 1) group++
  }
  return rates
}
