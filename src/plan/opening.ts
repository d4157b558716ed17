/** The opening population and the schedules of every step, taken from the data folder. */
import type { AgeTable } from '../dataset/dataset.js'
import { inForce } from '../dataset/year-in-force.js'
import { isSparse, type PairShares } from '../math/pairs/pair-list.js'
import { moveTables } from '../model/move-tables.js'
import type { Schedules } from '../model/rates.js'
import type { MoveSchedule } from '../scenario/scenario.js'
import { peopleSize } from '../vocabulary/dimensions.js'
import { unknownName } from '../vocabulary/lookup.js'
import type { Draft } from './draft.js'
import { nestTables } from './nests.js'

/** People and people away on 31 December of the base year, persons. */
export function openingState(draft: Draft): { people: Float64Array; away: Float64Array } {
  const { dataset, scenario } = draft
  const base = dataset.population.get(scenario.years.from)
  if (!base) {
    const known = [...dataset.population.keys()].join(', ')
    draft.report(['years', 'from'], {
      code: 'base-year-unknown',
      found: `the base year ${scenario.years.from}`,
      expected: `a year with a population in ${dataset.title.en}: ${known}`,
    })
  }
  const factor = scenario.years.from === dataset.baseYear ? dataset.yearEndFactor : 1
  const size = dataset.dims.sexes * dataset.dims.ages * dataset.dims.cities
  const away = dataset.dims.statuses === 1 ? new Float64Array(0) : new Float64Array(size)
  if (base && away.length > 0 && dataset.away.size > 0) away.set(awayIn(draft, scenario.years.from))
  return {
    people: base
      ? base.values.map((persons) => persons * factor)
      : new Float64Array(peopleSize(dataset.dims)),
    away: away.map((persons) => persons * factor),
  }
}

/** People away in the base year; a count of another year does not stand in for it. */
function awayIn(draft: Draft, year: number): Float64Array {
  const { away, title } = draft.dataset
  const found = away.get(year)
  if (found) return found.values
  draft.report(['years', 'from'], {
    code: 'away-unknown',
    found: `the base year ${year}`,
    expected: `a year with people away in ${title.en}: ${[...away.keys()].join(', ')}`,
  })
  return new Float64Array(0)
}

/** Schedules of the step that ends each year of the plan; the base year repeats the first step's. */
export function schedulesByYear(draft: Draft): Schedules[] {
  const table = fixedSchedules(draft)
  const base = draft.dataset.population.get(draft.scenario.years.from)
  const nested = base && nestTables(draft, table, base.values)
  const { pairs, ...unlisted } = table
  const fixed = nested ? { ...unlisted, ...nested } : table
  const { dataset, years } = draft
  // net migrants of levels alone stand beside a table of none
  const none = new Float64Array(draft.scenario.population.levels.more_net_migrants ? netCells(draft) : 0)
  return years.map((_, index) => {
    const firstYear = (index === 0 ? years[0] : years[index - 1]) + 1
    return {
      ...fixed,
      mortality: inForce(dataset.mortality.byYear, firstYear).values,
      mortalityAges: dataset.mortality.ages,
      mortalityMeasure: dataset.mortality.measure,
      fertility: inForce(dataset.fertility, firstYear).values,
      netMigration: dataset.netMigration ? inForce(dataset.netMigration.byYear, firstYear).values : none,
      netMigrationMeasure: dataset.netMigration?.measure ?? 'count',
    }
  })
}

const netCells = ({ dataset: { dims } }: Draft) => dims.sexes * dims.ages * dims.cities

function fixedSchedules(draft: Draft) {
  const { dataset } = draft
  const { cities } = dataset.dims
  return {
    ...moveSchedules(draft),
    moreNetMigrants: ofAllPlaces(draft, 'more_net_migrants'),
    ...moveTables(dataset.destinations ?? stayHome(cities), dataset.homes ?? stayHome(cities), cities),
  }
}

/** Those of all moves: [sex, age], or all of them [sex, age, city] where places have their own of any. */
function moveSchedules(draft: Draft) {
  const { cities } = draft.dataset.dims
  const moves = {
    ruralExit: scheduleOf(draft, 'rural_exit'),
    returnHome: scheduleOf(draft, 'return_home'),
    cityToCity: scheduleOf(draft, 'city_to_city'),
    returnFromOutside: scheduleOf(draft, 'return_from_outside'),
    arrivals: scheduleOf(draft, 'arrivals'),
    conversion: scheduleOf(draft, 'conversion'),
  }
  const size = shapesOf(draft)
  if (Object.values(moves).every(({ length }) => length === size)) return moves
  const byPlace = (table: Float64Array) =>
    table.length > size
      ? table
      : Float64Array.from({ length: size * cities }, (_, at) => table[Math.floor(at / cities)])
  return {
    ruralExit: byPlace(moves.ruralExit),
    returnHome: byPlace(moves.returnHome),
    cityToCity: byPlace(moves.cityToCity),
    returnFromOutside: byPlace(moves.returnFromOutside),
    arrivals: byPlace(moves.arrivals),
    conversion: byPlace(moves.conversion),
    byPlace: true as const,
  }
}

function shapesOf({ dataset: { dims } }: Draft): number {
  return dims.sexes * dims.ages
}

/** A schedule of persons, which is one for all places. */
function ofAllPlaces(draft: Draft, move: MoveSchedule): Float64Array {
  const table = scheduleOf(draft, move)
  if (table.length === shapesOf(draft)) return table
  draft.report(['population', 'levels', move], {
    code: 'schedule-by-place',
    found: `a schedule ${draft.scenario.population.schedules[move] ?? move} by place`,
    expected: 'one for all places: their numbers differ by its level',
  })
  return table.subarray(0, shapesOf(draft))
}

/** The schedule that the scenario names for a move, else the one of the move's own name, else none. */
function scheduleOf(draft: Draft, move: MoveSchedule): Float64Array {
  const { dataset, scenario } = draft
  const named = scenario.population.schedules[move]
  const table: AgeTable | undefined = dataset.schedules.get(named ?? move)
  if (named && !table) {
    const known = dataset.schedules.keys()
    const problem = unknownName('schedule', named, known, 'a name of schedules.csv')
    draft.report(['population', 'schedules', move], problem)
  }
  if (table) return table.values
  return new Float64Array(shapesOf(draft)).fill(move === 'conversion' ? 1 : 0)
}

/** Every leaver goes to the town of the own place: the only choice where a data folder gives none. */
function stayHome(cities: number): PairShares {
  if (isSparse(cities, 0)) {
    const values = new Float64Array(2 * cities).fill(1, 0, cities)
    return { values, pairs: { starts: new Float64Array(cities + 1), to: new Float64Array(0) } }
  }
  const table = new Float64Array(cities * (cities + 1))
  for (let city = 0; city < cities; city++) table[city * (cities + 1) + city] = 1
  return { values: table }
}
