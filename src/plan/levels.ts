/** The levels that drive the model: what the scenario sets, or what holds where it says nothing. */

import { inForce } from '../dataset/year-in-force.js'
import { LEVELS, type Level } from '../model/rates.js'
import type { MoveSchedule, Scenario } from '../scenario/scenario.js'
import { PURE, type Unit } from '../vocabulary/units.js'
import type { Draft } from './draft.js'
import type { SlotKey } from './slot-keys.js'
import { addValue } from './values.js'

/** Defaults: rates as in the data folder, and no moves but those that the scenario sets. */
const DEFAULTS: Partial<Record<Level, number>> = {
  fertility: 1,
  fertility_in_villages: 1,
  fertility_in_towns: 1,
  mortality: 1,
  net_migration: 1,
  returning_to_village: 1,
}

/** Levels in people or per year may carry their unit; the rest are pure numbers. */
const UNITS: Partial<Record<Level, Unit | 'any'>> = {
  arrivals: 'any',
  more_net_migrants: 'any',
  conversion_migrant: 'any',
  conversion_reclassified: 'any',
  conversion_rural: 'any',
  travel_time_weight: 'any',
}

/** Slot of each of LEVELS, in its order. */
export function planLevels(draft: Draft): number[] {
  warnOfMigration(draft)
  reportLevelsWithoutEffect(draft)
  const { cities } = draft.dataset.dims
  return LEVELS.map((level) => {
    const key: SlotKey = { kind: 'level', level }
    const value = draft.scenario.population.levels[level]
    if (value) {
      const unit = UNITS[level]
      return addValue(draft, key, value, 'level', unit === 'any' ? undefined : PURE)
    }
    if (level === 'sex_ratio_at_birth') return addSexRatio(draft, key)
    return draft.addConstant(key, new Float64Array(cities).fill(DEFAULTS[level] ?? 0))
  })
}

/** Levels that hold where statuses are not told apart. */
const OF_ALL: readonly Level[] = [
  'fertility',
  'sex_ratio_at_birth',
  'mortality',
  'net_migration',
  'more_net_migrants',
]
const OF_PLACES: readonly Level[] = ['city_to_city', 'attraction', 'pull_of_outside', 'travel_time_weight']

/** Whether people of one status move between places, or come from outside: where the scenario sets how many. */
export function hasPlaceMoves({ dataset, scenario }: Draft): boolean {
  const { city_to_city, arrivals } = scenario.population.levels
  return dataset.dims.statuses === 1 && (city_to_city !== undefined || arrivals !== undefined)
}

/** A level that nothing in the data folder could act on would be ignored without notice. */
function reportLevelsWithoutEffect(draft: Draft): void {
  const { dataset, scenario } = draft
  const report = (level: Level, found: string, expected: string) =>
    draft.report(['population', 'levels', level], { code: 'level-without-effect', found, expected }, 'key')
  for (const level of LEVELS) {
    if (!scenario.population.levels[level]) continue
    if (level === 'mortality' && dataset.mortality.measure !== 'mx') {
      const expected = 'death rates (mx), which a level can multiply'
      report(level, 'a level of mortality, and survival in mortality.csv', expected)
    }
    if (dataset.dims.statuses === 1) reportOneStatus(draft, level, report)
    if (level === 'net_migration' && !dataset.netMigration) {
      report(
        level,
        'a level of net migration, and no net_migration.csv',
        'a table that the level can multiply',
      )
    }
    if (level === 'more_net_migrants' && !dataset.schedules.has(nameOfSchedule(scenario, level))) {
      const found = 'a level of more_net_migrants, and no schedule of that name in schedules.csv'
      report(level, found, 'a schedule that says of what sex and age they are')
    }
  }
}

/** Of one status only what is born, dies and moves between places has a level. */
function reportOneStatus(
  { dataset, scenario }: Draft,
  level: Level,
  report: (level: Level, found: string, expected: string) => void,
): void {
  if (OF_ALL.includes(level)) return
  if (!OF_PLACES.includes(level) && level !== 'arrivals') {
    const found = `a level of ${level}, and one status in population.csv`
    report(level, found, 'a data folder that tells villagers from townspeople (statuses: true)')
  } else if (level !== 'arrivals' && !dataset.destinations) {
    report(level, `a level of ${level}, and no destinations.csv`, 'where those who leave a place go')
  } else if (level === 'arrivals' || level === 'city_to_city') {
    if (!dataset.schedules.has(nameOfSchedule(scenario, level)))
      report(
        level,
        `a level of ${level}, and no schedule of this name`,
        'the ages of the move in schedules.csv',
      )
  }
}

const nameOfSchedule = ({ population }: Scenario, move: MoveSchedule) => population.schedules[move] ?? move

/** Net migration that is given and not used, or timed and not given. */
function warnOfMigration(draft: Draft): void {
  const { migration } = draft.scenario.population
  const { levels } = draft.scenario.population
  const isGiven = draft.dataset.netMigration !== undefined || levels.more_net_migrants !== undefined
  if (migration === 'off' && isGiven)
    draft.warn(['population', 'migration'], {
      code: 'migration-unused',
      found: 'migration: off, and a net_migration.csv',
      expected: 'a use of the table, or a data folder without it',
      hint: 'Write `migration: even` to use it.',
    })
  if ((migration === 'end' || migration === 'even_after_births') && !isGiven)
    draft.warn(['population', 'migration'], {
      code: 'migration-not-given',
      found: `migration: ${migration}, and no net_migration.csv in the data folder`,
      expected: 'a table of the net migrants whose time it says',
      hint: "Write `migration: 'off'` for a population without moves.",
    })
}

/** Boys per girl of the data folder in each year; it always has some. */
function addSexRatio(draft: Draft, key: SlotKey): number {
  const ratios = draft.dataset.sexRatioAtBirth
  const programs = draft.years.map((_, index) => {
    const firstYear = draft.years[Math.max(0, index - 1)] + 1
    return draft.composed(String(inForce(ratios, firstYear).boysPerGirl), 'input', [])!
  })
  return draft.addStep(key, programs, 'input')
}
