/** What drives a population, made of chance, and the words for what comes of it. */
import type { Dataset } from '../../src/dataset/dataset.js'
import { LEVELS, type Level, MIGRATION_TIMINGS } from '../../src/model/rates.js'
import { FLOWS } from '../../src/model/state.js'
import { GROUPS } from '../../src/vocabulary/dimensions.js'
import { HIGHEST_LEVELS, HIGHEST_OTHERS, SIGNED_LEVELS } from '../kernel/random-plan.js'
import type { Chance } from './chance.js'
import type { Words } from './random-formula.js'
import { FIRST_YEAR } from './random-region.js'
import { bounded, NOTHING, type Part, type Sayings, wide } from './random-values.js'

const OF_PLACES = /^(city_to_city|attraction|pull_of_outside|travel_time_weight)$/
const SHARE_LEVELS = /^(returning_to|conversion|reclassification|babies)/

/** past: words for what came out of the step before, where levels may read it. */
export function populationOf(chance: Chance, region: Dataset, { value }: Sayings, past: Words): Part {
  const { odds, pick, some, between } = chance
  const { dims } = region
  const usable = LEVELS.filter((level) => {
    if (level === 'mortality') return region.mortality.measure === 'mx'
    if (level === 'net_migration') return region.netMigration !== undefined
    if (level === 'more_net_migrants') return region.schedules.has(level)
    if (dims.statuses > 1 || level === 'fertility' || level === 'sex_ratio_at_birth') return true
    if ((level === 'arrivals' || level === 'city_to_city') && !region.schedules.has(level)) return false
    return level === 'arrivals' || (OF_PLACES.test(level) && region.destinations !== undefined)
  })
  const levelOf = (level: Level): unknown => {
    const high = (HIGHEST_LEVELS[level] ?? HIGHEST_OTHERS) / (SHARE_LEVELS.test(level) ? dims.ageWidth : 1)
    return value('levels', bounded(chance, SIGNED_LEVELS.has(level) ? -high : 0, high), past)
  }
  const dates = some(region.travel.lines, 0.7).map(({ name }) => [
    name,
    value('lines', bounded(chance, FIRST_YEAR + 0.5, FIRST_YEAR + 4), NOTHING, true),
  ])
  const nested = dims.statuses > 1 && dims.cities > 1 && odds(0.25)
  const chosen = new Set(some(usable, pick([0.05, 0.1, 0.3, 0.6])))
  // where nothing is said of it, everyone who comes back goes to a village, and no share is left to go elsewhere
  if (chosen.has('returning_to_reclassified') || chosen.has('returning_to_registered'))
    chosen.add('returning_to_village')
  return {
    migration: pick(MIGRATION_TIMINGS),
    levels: Object.fromEntries([...chosen].map((level) => [level, levelOf(level)])),
    lines: Object.fromEntries(dates),
    ...(nested ? { nests: ['west', 'east'] } : {}),
    ...(odds(0.5) ? { journeys: { change: between(0, 0.5), access: between(0, 0.25) } } : {}),
  }
}

/** Words for people and for what changes their number, known once the population has lived. */
export function peopleWords({ pick, odds, whole, some }: Chance, { dims }: Dataset): Words {
  const width = dims.ageWidth
  const people = Array.from({ length: 3 }, () => {
    const group = pick([...Object.keys(GROUPS), 'resident', 'urban', 'away'])
    if (odds(0.4)) return wide(`people(${group})`)
    const from = whole(0, dims.ages - 1)
    const to = whole(from, dims.ages - 1)
    const last = to === dims.ages - 1 ? to * width : (to + 1) * width - 1
    return wide(
      `people(${group}, ${from * width}, ${last}${odds(0.4) ? `, ${pick(['male', 'female'])}` : ''})`,
    )
  })
  return { ...NOTHING, persons: [...people, ...some(FLOWS, 0.15).map((flow) => wide(flow))] }
}
