/** Death rates of a place in a step, at the level that the scenario sets, and its life tables. */
import { type LifeTableColumns, lifeTableColumns } from '../../math/life-table-columns.js'
import { LEVELS } from '../../model/rates.js'
import { type Plan, slotAt } from '../../plan/plan.js'
import { ageAt } from '../../vocabulary/dimensions.js'
import type { StepAccount } from './account.js'
import { birthsOf, indicesOf, type SexOrBoth } from './source.js'

/**
 * Life table of some cities and sexes in a step; undefined where the data folder gives survival in place of rates. Of
 * several cities or both sexes the rates are means by person-years: those of an age group of people, where rates are finer.
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
  const rates = ratesOf(plan, memory, account, cities, indicesOf(sex))
  const born = (one: SexOrBoth) => birthsOf(plan, account, cities, one)
  const males = sex === 'both' ? born('male') / born('both') : Number(sex === 'male')
  // nobody is born: half are as good as any share
  return lifeTableColumns(rates, mortalityAges, Number.isFinite(males) ? males : 0.5)
}

function ratesOf(
  plan: Plan,
  memory: Float64Array,
  { year, before, after }: StepAccount,
  cities: readonly number[],
  sexes: readonly number[],
): Float64Array {
  const { dims, schedules, levels } = plan
  const { mortality, mortalityAges } = schedules[year]
  const count = mortalityAges.widths.length
  const level = slotAt(plan, levels[LEVELS.indexOf('mortality')], year)
  const rates = new Float64Array(count)
  let group = 0
  for (let age = 0; age < count; age++) {
    let [weights, sum, plain] = [0, 0, 0]
    for (const sex of sexes) {
      for (const city of cities) {
        const cell = ageAt(dims, sex, group) + city
        const weight = (before[cell] + after[cell]) / 2
        const rate = mortality[(sex * count + age) * dims.cities + city] * memory[level + city]
        weights += weight
        sum += weight * rate
        plain += rate
      }
    }
    const parts = sexes.length * cities.length
    rates[age] = parts === 1 || !(weights > 0) ? plain / parts : sum / weights
    if (mortalityAges.ends[age] === 1 && group < dims.ages - 1) group++
  }
  return rates
}
