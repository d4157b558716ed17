/** A little region for tests of the model: everything a step needs, with rates that a test may set. */
import { ownAges } from '../../src/math/death-ages.js'
import { compileRates } from '../../src/model/compile-rates.js'
import type { RateFault } from '../../src/model/rate-checks.js'
import { type Conventions, LEVELS, type Level, type Schedules } from '../../src/model/rates.js'
import { FLOWS, type Flow, flowAt } from '../../src/model/state.js'
import { createWorkspace } from '../../src/model/workspace.js'
import { projectYear } from '../../src/model/year.js'
import { createYearRates } from '../../src/model/year-rates.js'
import { type Dimensions, peopleSize } from '../../src/vocabulary/dimensions.js'

export const LITTLE: Dimensions = { statuses: 4, sexes: 2, ages: 101, ageWidth: 1, cities: 2 }

/** Schedules of a region in which nobody dies, is born or moves, unless a test says so. */
export function stillSchedules(dims: Dimensions): Schedules {
  const byAge = () => new Float64Array(dims.sexes * dims.ages)
  const home = new Float64Array(dims.cities * (dims.cities + 1))
  for (let city = 0; city < dims.cities; city++) home[city * (dims.cities + 1) + city] = 1
  return {
    mortality: new Float64Array(dims.sexes * dims.ages * dims.cities),
    mortalityAges: ownAges(dims.ageWidth, dims.ages),
    mortalityMeasure: 'mx',
    fertility: new Float64Array(dims.ages * dims.cities),
    ruralExit: byAge(),
    returnHome: byAge(),
    cityToCity: byAge(),
    returnFromOutside: byAge(),
    arrivals: byAge(),
    conversion: byAge().fill(1),
    destinations: home,
    homes: home,
    netMigration: new Float64Array(0),
    netMigrationMeasure: 'count',
    moreNetMigrants: byAge(),
  }
}

export interface Life {
  readonly dims: Dimensions
  readonly people: Float64Array
  readonly away: Float64Array
  readonly flows: Float64Array
  /** Live one step; returns what compileRates has to say. */
  readonly step: () => RateFault | undefined
  /** A flow of a city, persons, in the last step. */
  readonly flow: (flow: Flow, city?: number) => number
}

/** A population with its rates, ready to live. Levels left out are 0, but fertility, mortality and sex ratio are 1. */
export function createLife(
  dims: Dimensions,
  schedules: Schedules,
  levels: Partial<Record<Level, number | readonly number[]>>,
  conventions: Conventions = { step: dims.ageWidth, migration: 'even' },
): Life {
  const rates = createYearRates(dims)
  const work = createWorkspace(dims, schedules.netMigration.length > 0)
  const flows = new Float64Array(FLOWS.length * dims.cities)
  const people = new Float64Array(peopleSize(dims))
  const away = new Float64Array(dims.statuses === 1 ? 0 : dims.sexes * dims.ages * dims.cities)
  const table = new Float64Array(LEVELS.length * dims.cities)
  const silent: Partial<Record<Level, number>> = {
    fertility: 1,
    fertility_in_villages: 1,
    fertility_in_towns: 1,
    mortality: 1,
    sex_ratio_at_birth: 1,
    net_migration: 1,
    returning_to_village: 1,
  }
  LEVELS.forEach((level, index) => {
    for (let city = 0; city < dims.cities; city++) {
      const given = levels[level] ?? silent[level] ?? 0
      table[index * dims.cities + city] = typeof given === 'number' ? given : given[city]
    }
  })
  const hours = new Float64Array(dims.cities * dims.cities)
  return {
    dims,
    people,
    away,
    flows,
    step: () => {
      const problem = compileRates(
        dims,
        conventions,
        schedules,
        { levels: table, hours, baseHours: hours },
        rates,
      )
      if (!problem) projectYear(dims, conventions, rates, { people, away }, flows, work)
      return problem
    },
    flow: (flow, city = 0) => flows[flowAt(dims, flow) + city],
  }
}

export const sum = (values: ArrayLike<number>) =>
  Array.from(values).reduce((total, value) => total + value, 0)
