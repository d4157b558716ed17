/** What a decade is projected by at given levels: schedules and levels of every step. */

import { exp } from '../math/exponential.js'
import type { YearInputs } from '../model/compile-rates.js'
import { LEVELS, type Level, type Schedules } from '../model/rates.js'
import type { Decade } from './decade.js'
import { bendSchedule, mostLived, withOldAgeLevels } from './shapes.js'
import type { Levels } from './unknowns.js'

/** Of migrants' newborns a tenth is registered where it is born (judgement). */
const NEWBORN_REGISTRATION = 0.1

/**
 * Schedules and levels of the steps. Levels that shape schedules alike get the same schedules, which the kernel then keeps.
 *
 * isHeld  levels of moves go no higher than can be lived
 */
export function createDecadeRates(decade: Decade, isHeld = false) {
  const { dims, schedules } = decade
  const hours = new Float64Array(0)
  const all = new Float64Array(LEVELS.length * dims.cities)
  const numbersOf = (levels: Levels, names: readonly string[]) =>
    names.map((name) => levels(name).join()).join(' ')
  const known = new Map<string, readonly Schedules[]>()
  const schedulesOf = (levels: Levels): readonly Schedules[] => {
    const key = numbersOf(levels, SHAPING)
    const found = known.get(key)
    if (found) return found
    if (known.size >= MOST_SHAPES) known.delete(known.keys().next().value!)
    const shaped = shapedSchedules(decade, levels)
    const mortality = agedMortality(decade, levels)
    const made = schedules.map((own, step) => ({ ...own, ...shaped, mortality: mortality[step] }))
    known.set(key, made)
    return made
  }
  return {
    schedules: schedulesOf,
    /** Overwritten by the next. */
    inputs: (levels: Levels, pace: number): YearInputs => {
      writeLevels(decade, levels, pace, all)
      if (isHeld) holdLevels(schedulesOf(levels)[0], dims.cities, all)
      return { levels: all, hours, baseHours: hours }
    },
  }
}

/** The moves whose schedules the fit bends, and these. */
export const BENT = [
  ['rural_exit', 'ruralExit'],
  ['city_to_city', 'cityToCity'],
  ['return_from_outside', 'returnFromOutside'],
] as const satisfies readonly (readonly [Level, keyof Schedules])[]

/** Holds them, which draws far from the middle of the fit can have beyond what can be lived. */
function holdLevels(shaped: Schedules, cities: number, levels: Float64Array): void {
  for (const [level, schedule] of BENT) {
    const most = mostLived(shaped[schedule])
    const from = LEVELS.indexOf(level) * cities
    for (let at = from; at < from + cities; at++) levels[at] = Math.min(levels[at], most)
  }
}

/** Levels that shape schedules and death rates, which sets of levels side by side have in common. */
export const SHAPING: readonly string[] = [
  ...['exit_peak', 'exit_children', 'exit_span', 'roaming_peak', 'return_peak'],
  ...['old_age_mortality', 'old_women'],
]
/** Shapes that are kept: those at a point, and one beside it. */
const MOST_SHAPES = 2

/** Pace of leaving the village in each step, relative to the mean of all: a straight line on the log scale. */
export function paceOf(steps: number, slope: number): Float64Array {
  const pace = Float64Array.from({ length: steps }, (_, k) =>
    steps === 1 ? 1 : exp(slope * ((2 * k) / (steps - 1) - 1)),
  )
  const mean = pace.reduce((sum, one) => sum + one, 0) / steps
  return pace.map((one) => one / mean)
}

/** The three schedules that the ages of the later census can speak of. */
export function shapedSchedules(
  { dims, schedules, choices }: Decade,
  levels: Levels,
): Pick<Schedules, (typeof BENT)[number][1]> {
  const [first] = schedules
  return {
    ruralExit: bendSchedule(
      dims,
      first.ruralExit,
      {
        later: levels('exit_peak')[0],
        children: levels('exit_children')[0],
        span: levels('exit_span')[0],
      },
      choices?.schedules,
    ),
    cityToCity: bendSchedule(
      dims,
      first.cityToCity,
      {
        later: levels('roaming_peak')[0],
        children: 1,
        span: 1,
      },
      choices?.schedules,
    ),
    returnFromOutside: bendSchedule(
      dims,
      first.returnFromOutside,
      {
        later: levels('return_peak')[0],
        children: 1,
        span: 1,
      },
      choices?.schedules,
    ),
  }
}

/** The tables of death rates in the order of the steps, each with the old at the fitted level. */
export function agedMortality({ dims, schedules }: Decade, levels: Levels): Float64Array[] {
  const men = levels('old_age_mortality')
  const women = men.map((level) => level * levels('old_women')[0])
  const known = new Map<Float64Array, Float64Array>()
  return schedules.map((table) => {
    const aged = known.get(table.mortality) ?? withOldAgeLevels(dims, table, [men, women])
    known.set(table.mortality, aged)
    return aged
  })
}

/** Where people away return to: rural, reclassified, registered; the rest are migrants. */
export function returningShares(levels: Levels): readonly [number, number, number] {
  const odds = ['village', 'reclassified', 'registered'].map((to) => levels(`returning_to_${to}`)[0])
  const sum = odds.reduce((all, one) => all + one, 1)
  return [odds[0] / sum, odds[1] / sum, odds[2] / sum]
}

function writeLevels({ dims, given }: Decade, levels: Levels, pace: number, out: Float64Array): void {
  const [village, reclassified, registered] = returningShares(levels)
  const scale = (values: Float64Array, factor: number) => values.map((value) => value * factor)
  const own: Partial<Record<Level, Float64Array | number>> = {
    rural_exit: scale(levels('rural_exit'), pace),
    pull_of_outside: levels('pull_of_outside'),
    attraction: levels('attraction'),
    fertility: levels('fertility'),
    return_home: levels('return_home'),
    city_to_city: levels('city_to_city'),
    return_from_outside: levels('return_from_outside'),
    returning_to_village: village,
    returning_to_reclassified: reclassified,
    returning_to_registered: registered,
    conversion_migrant: levels('conversion'),
    conversion_reclassified: levels('conversion'),
    reclassification: levels('reclassification'),
    arrivals: given.arrivals.map((persons, city) => persons * levels('arrivals')[city]),
    fertility_in_villages: given.fertilityInVillages * levels('fertility_in_villages')[0],
    fertility_in_towns: given.fertilityInTowns,
    sex_ratio_at_birth: given.sexRatio,
    babies_registered_here: NEWBORN_REGISTRATION,
    mortality: 1,
    net_migration: 1,
  }
  LEVELS.forEach((level, index) => {
    const row = out.subarray(index * dims.cities, (index + 1) * dims.cities)
    const value = own[level] ?? 0
    if (typeof value === 'number') row.fill(value)
    else row.set(value)
  })
}
