/** The decade projected at given levels, by the model's own years. */

import { exp } from '../math/exponential.js'
import { LEVELS, type Level, type Schedules } from '../model/rates.js'
import { FLOWS } from '../model/state.js'
import type { Decade } from './decade.js'
import { createDecadeSteps, type DecadeSteps } from './decade-steps.js'
import { requireCities } from './error-model.js'
import { openingPeople } from './opening.js'
import { bendSchedule, withOldAgeLevels } from './shapes.js'
import type { Levels } from './unknowns.js'

export interface DecadeProjection {
  readonly people: Float64Array
  readonly away: Float64Array
  /** Flows of all steps [flow, city], persons. */
  readonly flows: Float64Array
  /** Urban share of the region at the start and after every step. */
  readonly urbanShare: Float64Array
  /** Gain in urban share of the first step after the later census, over that of the last step before; see `join`. */
  join: number
}

/** Of migrants' newborns a tenth is registered where it is born (judgement). */
const NEWBORN_REGISTRATION = 0.1

/**
 * Projects the decade; undefined where the levels give rates out of their bounds. What it returns is overwritten by the
 * next projection.
 *
 * joined  cities whose later census the next step may start from, all where absent
 * steps   who computes the steps
 */
export function createDecadeProjection(
  decade: Decade,
  joined?: readonly number[],
  steps: DecadeSteps = createDecadeSteps(decade),
): (levels: Levels) => DecadeProjection | undefined {
  const { dims, before, after, schedules } = decade
  requireCities('createDecadeProjection', decade, { cities: joined })
  const flows = new Float64Array(FLOWS.length * dims.cities)
  const hours = new Float64Array(dims.cities * dims.cities)
  const all = new Float64Array(LEVELS.length * dims.cities)
  const out = {
    people: new Float64Array(before.people.length),
    away: new Float64Array(before.away.length),
    flows: new Float64Array(flows.length),
    urbanShare: new Float64Array(schedules.length + 1),
    join: Number.NaN,
  }
  const next = { people: new Float64Array(after.people.length), away: new Float64Array(after.away.length) }
  const last = schedules.length - 1
  /** Urban share of those whom the next step may start from. */
  const joinedShare = (people: Float64Array, ofAll?: number) =>
    joined || ofAll === undefined ? urbanShareOf(decade, people, joined) : ofAll
  const counted = joinedShare(after.people)
  return (levels) => {
    out.people.set(openingPeople(decade, levels))
    steps.open({ people: out.people, away: before.away })
    out.flows.fill(0)
    out.urbanShare[0] = urbanShareOf(decade, out.people)
    const pace = paceOf(schedules.length, levels('pace_slope')[0])
    const shaped = shapedSchedules(decade, levels)
    const mortality = agedMortality(decade, levels)
    let own = schedules[0]
    let shareBefore = 0
    for (let step = 0; step < schedules.length; step++) {
      writeLevels(decade, levels, pace[step], all)
      own = { ...schedules[step], ...shaped, mortality: mortality[step] }
      if (step === last) shareBefore = joinedShare(out.people, out.urbanShare[step])
      if (!steps.step(step, own, { levels: all, hours, baseHours: hours }, out, flows)) return undefined
      for (let k = 0; k < flows.length; k++) out.flows[k] += flows[k]
      out.urbanShare[step + 1] = urbanShareOf(decade, out.people)
    }
    const lastGain = joinedShare(out.people, out.urbanShare[schedules.length]) - shareBefore
    steps.open(after)
    steps.step(last, own, undefined, next, flows)
    out.join = (joinedShare(next.people) - counted) / lastGain
    return out
  }
}

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
  { dims, schedules }: Decade,
  levels: Levels,
): Pick<Schedules, 'ruralExit' | 'cityToCity' | 'returnFromOutside'> {
  const [first] = schedules
  return {
    ruralExit: bendSchedule(dims, first.ruralExit, {
      later: levels('exit_peak')[0],
      children: levels('exit_children')[0],
      span: levels('exit_span')[0],
    }),
    cityToCity: bendSchedule(dims, first.cityToCity, {
      later: levels('roaming_peak')[0],
      children: 1,
      span: 1,
    }),
    returnFromOutside: bendSchedule(dims, first.returnFromOutside, {
      later: levels('return_peak')[0],
      children: 1,
      span: 1,
    }),
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

/** People are added up cell by cell, or city by city where some are chosen. */
function urbanShareOf({ dims }: Decade, people: Float64Array, cities?: readonly number[]): number {
  const villagers = dims.sexes * dims.ages * dims.cities
  let [all, rural] = [0, 0]
  if (cities) {
    for (const city of cities) {
      for (let cell = city; cell < people.length; cell += dims.cities) {
        all += people[cell]
        if (cell < villagers) rural += people[cell]
      }
    }
  } else {
    for (let cell = 0; cell < villagers; cell++) rural += people[cell]
    all = rural
    for (let cell = villagers; cell < people.length; cell++) all += people[cell]
  }
  return 1 - rural / all
}
