/**
 * Age schedules bent a little: a later peak, a longer tail, fewer children; each still adds up to one. And death rates
 * of the old at another level than their table.
 */
import { exp, log } from '../math/exponential.js'
import type { Schedules } from '../model/rates.js'
import type { Dimensions } from '../vocabulary/dimensions.js'

export interface Bend {
  /** Years by which everything comes later. */
  readonly later: number
  /** Weight of ages under 15 against the others. */
  readonly children: number
  /** How long the decline after the peak takes, 1 as it was. */
  readonly span: number
}

/** Fall of a labour hump with age, a year (Rogers and Castro 1981: alpha2 is 0.1 in most sets). */
const FALL = 0.1
const GROWN = 15
const TAIL_FROM = 25

/** schedule  [sex, age], adding up to one for each sex */
export function bendSchedule(
  dims: Dimensions,
  schedule: Float64Array,
  { later, children, span }: Bend,
): Float64Array {
  const { ages, ageWidth } = dims
  const out = new Float64Array(schedule.length)
  for (let from = 0; from < schedule.length; from += ages) {
    let sum = 0
    let whole = 0
    for (let age = 0; age < ages; age++) {
      const years = age * ageWidth
      const tail = years > TAIL_FROM ? exp((years - TAIL_FROM) * FALL * (1 - 1 / span)) : 1
      // a long tail must not lift the old, who move for other reasons
      const weight = (years < GROWN ? children : 1) * Math.min(tail, 4)
      out[from + age] = readAt(schedule, from, ages, age - later / ageWidth) * weight
      sum += out[from + age]
      whole += schedule[from + age]
    }
    for (let age = 0; age < ages; age++) out[from + age] *= sum > 0 ? whole / sum : 0
  }
  return out
}

/** The schedule between two ages on a straight line; beyond its ends the end. */
function readAt(schedule: Float64Array, from: number, ages: number, age: number): number {
  const within = Math.min(ages - 1, Math.max(0, age))
  const low = Math.min(ages - 2, Math.floor(within))
  const part = within - low
  return schedule[from + low] * (1 - part) + schedule[from + low + 1] * part
}

/** From 50 on death rates lean towards the level of the old, which holds from 60. */
const [OLD_FROM, OLD] = [50, 60]

/**
 * mortality  mx[sex, age, city] by its own ages, or shares who survive a step, whose logarithm is what the level multiplies
 * levels     by sex, then by city: what the rates of the old are multiplied with
 */
export function withOldAgeLevels(
  dims: Dimensions,
  {
    mortality,
    mortalityAges,
    mortalityMeasure,
  }: Pick<Schedules, 'mortality' | 'mortalityAges' | 'mortalityMeasure'>,
  levels: readonly Float64Array[],
): Float64Array {
  const out = Float64Array.from(mortality)
  levels.forEach((byCity, sex) => {
    const { widths } = mortalityAges
    let start = 0
    for (let age = 0; age < widths.length; start += widths[age++]) {
      if (start < OLD_FROM) continue
      const weight = Math.min(1, (start - OLD_FROM) / (OLD - OLD_FROM))
      const at = (sex * widths.length + age) * dims.cities
      for (let city = 0; city < dims.cities; city++) {
        const factor = exp(weight * log(byCity[city]))
        const rate = mortality[at + city]
        out[at + city] = mortalityMeasure === 'mx' ? rate * factor : exp(factor * log(rate))
      }
    }
  })
  return out
}
