/** Life expectancy and total fertility of a year, by city, from the rates of the data folder and the levels on them. */
import { lifeTableColumns } from '../../math/life-table-columns.js'
import { LEVELS, type Level } from '../../model/rates.js'
import type { Plan, VitalRate } from '../../plan/plan.js'
import { MALE } from '../../vocabulary/dimensions.js'

/**
 * Write one of plan.vitalRates into out[from, from + cities).
 *
 * levels  [level, city] of the step that ends the year; undefined in the base year, which no step ends: then it is what
 *         the rates of the data folder themselves come to
 */
export type WriteVitalRate = (
  rate: VitalRate,
  year: number,
  levels: Float64Array | undefined,
  out: Float64Array,
  from: number,
) => void

export function createVitalRates(plan: Plan): WriteVitalRate {
  const { cities } = plan.dims
  const levelOf = (levels: Float64Array | undefined, name: Level, city: number) =>
    levels ? levels[LEVELS.indexOf(name) * cities + city] : 1
  return (rate, year, levels, out, from) => {
    for (let city = 0; city < cities; city++) {
      const level = (name: Level) => levelOf(levels, name, city)
      out[from + city] =
        rate.kind === 'life expectancy'
          ? lifeExpectancy(plan, rate, year, city, level('mortality'))
          : level('fertility') * level(rate.among) * childrenOf(plan, year, city)
    }
  }
}

function lifeExpectancy(
  { dims, schedules }: Plan,
  { sex, age }: Extract<VitalRate, { kind: 'life expectancy' }>,
  year: number,
  city: number,
  level: number,
): number {
  const { mortality, mortalityAges } = schedules[year]
  const count = mortalityAges.widths.length
  const mx = new Float64Array(count)
  for (let x = 0; x < count; x++) mx[x] = mortality[(sex * count + x) * dims.cities + city] * level
  return lifeTableColumns(mx, mortalityAges, sex === MALE).ex[age]
}

/** Children of a woman who lives through the ages at the rates of the data folder. */
function childrenOf({ dims, schedules }: Plan, year: number, city: number): number {
  const { fertility } = schedules[year]
  let children = 0
  for (let age = 0; age < dims.ages; age++) children += fertility[age * dims.cities + city] * dims.ageWidth
  return children
}
