/**
 * Age schedules bent a little: a later peak, a longer tail, fewer children; each still adds up to one. And death rates
 * of the old at another level than their table.
 */

import type { FitChoices } from '../dataset/dataset.js'
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

/**
 * Between its ages a schedule is read on straight lines, or on a curve without corners: where all is fitted whose straight
 * lines have a corner at every whole year of a peak, a minimum may stand in one, and no step by slopes settles there.
 */
export type AgeReading = FitChoices['schedules']

/** Fall of a labour hump with age, a year (Rogers and Castro 1981: alpha2 is 0.1 in most sets). */
const FALL = 0.1
const GROWN = 15
const TAIL_FROM = 25

/** schedule  [sex, age], adding up to one for each sex */
export function bendSchedule(
  dims: Dimensions,
  schedule: Float64Array,
  { later, children, span }: Bend,
  reading: AgeReading = 'straight',
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
      out[from + age] = readers[reading](schedule, from, ages, age - later / ageWidth) * weight
      sum += out[from + age]
      whole += schedule[from + age]
    }
    for (let age = 0; age < ages; age++) out[from + age] *= sum > 0 ? whole / sum : 0
  }
  return out
}

const readers = { straight: readStraight, smooth: readSmooth }

/** The schedule between two ages on a straight line; beyond its ends the end. */
function readStraight(schedule: Float64Array, from: number, ages: number, age: number): number {
  const within = Math.min(ages - 1, Math.max(0, age))
  const low = Math.min(ages - 2, Math.floor(within))
  const part = within - low
  return schedule[from + low] * (1 - part) + schedule[from + low + 1] * part
}

/**
 * The same on the cubic with given slopes at the ages: the harmonic mean of those on both sides, nought where these have
 * different signs (Fritsch and Butland 1984), so that it rises and falls where the straight lines do and is nowhere below nought.
 */
function readSmooth(schedule: Float64Array, from: number, ages: number, age: number): number {
  const within = Math.min(ages - 1, Math.max(0, age))
  const low = Math.min(ages - 2, Math.floor(within))
  const part = within - low
  const [y0, y1] = [schedule[from + low], schedule[from + low + 1]]
  const [d0, d1] = [slopeAt(schedule, from, ages, low), slopeAt(schedule, from, ages, low + 1)]
  const rest = 1 - part
  return (
    y0 * rest * rest * (1 + 2 * part) +
    y1 * part * part * (1 + 2 * rest) +
    d0 * part * rest * rest -
    d1 * part * part * rest
  )
}

/** Slope at an age; nought at the ends, beyond which the schedule is level. */
function slopeAt(schedule: Float64Array, from: number, ages: number, age: number): number {
  if (age === 0 || age === ages - 1) return 0
  const before = schedule[from + age] - schedule[from + age - 1]
  const after = schedule[from + age + 1] - schedule[from + age]
  return before * after > 0 ? (2 * before * after) / (before + after) : 0
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

/** Nobody moves twice in a step: of the age that moves most the share that no future goes beyond, where levels ask for more. */
export const MOST_MOVING = 0.99

/** The level at which so many of the age that moves most do so in a step. */
export const mostLived = (schedule: Float64Array): number =>
  MOST_MOVING / schedule.reduce((highest, one) => Math.max(highest, one), 0)
