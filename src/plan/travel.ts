/** Hours between cities: as they are in the base year, and with each new line open. */

import { joinJourneys } from '../math/joined-journeys.js'
import { unknownName } from '../vocabulary/lookup.js'
import type { Draft } from './draft.js'
import type { TravelPlan } from './plan.js'
import type { SlotKey } from './slot-keys.js'
import { addValue } from './values.js'

/** hours[city, city], zero on the diagonal, or empty where none are given; and the lines with the slots of their opening dates. */
export function planTravel(draft: Draft): TravelPlan {
  const { dataset, scenario } = draft
  const { cities } = dataset.dims
  const hoursOf = (line: string) => {
    const hours = new Float64Array(dataset.travel.legs.length > 0 ? cities * cities : 0)
    for (const leg of dataset.travel.legs) {
      if (leg.line === line) hours[leg.from * cities + leg.to] = leg.hours
    }
    return hours
  }
  const known = dataset.travel.lines.map((line) => line.name)
  for (const name of Object.keys(scenario.population.lines)) {
    if (known.includes(name)) continue
    const expected = `a line of lines.csv${known.length > 0 ? `: ${known.join(', ')}` : ', which has none'}`
    draft.report(['population', 'lines', name], unknownName('line', name, known, expected), 'key')
  }
  const legs = hoursOf('')
  const lines = dataset.travel.lines.map((line) => {
    const set = scenario.population.lines
    // lines.csv may name a line anything, such as constructor
    const opens = Object.hasOwn(set, line.name) ? set[line.name] : undefined
    const key: SlotKey = { kind: 'line', line: line.name }
    const opensSlot = opens
      ? addValue(draft, key, opens, 'input', undefined)
      : draft.addConstant(key, new Float64Array(cities).fill(line.opens))
    reportByCity(draft, line.name, opensSlot)
    const faster = hoursOf(line.name)
    const hours = legs.map((now, pair) => (faster[pair] > 0 && faster[pair] < now ? faster[pair] : now))
    return { name: line.name, opensSlot, hours }
  })
  const change = changeOf(draft)
  const base = Float64Array.from(legs)
  if (change !== undefined && base.length > 0) joinJourneys(base, cities, change)
  return { legs, base, lines, ...(change !== undefined && { change }) }
}

/** What a change adds to two legs; a leg that is shorter than what it would take away is reported. */
function changeOf(draft: Draft): number | undefined {
  const { journeys } = draft.scenario.population
  if (!journeys) return undefined
  const added = journeys.change - journeys.access
  const shortest = Math.min(...draft.dataset.travel.legs.map(({ hours }) => hours))
  if (shortest + added > 0) return added
  draft.report(['population', 'journeys', 'access'], {
    code: 'access-too-long',
    found: `${journeys.access} hours of every leg that are spent once, and a leg of ${shortest} hours in travel_times.csv`,
    expected: 'less than the shortest leg and a change',
  })
  return undefined
}

/** A line opens as a whole: of dates by city all but the first city's would be ignored without notice. */
function reportByCity(draft: Draft, line: string, slot: number): void {
  const steps = draft.stepsOf(slot)
  if (!steps.some(({ only, programs }) => only || programs.some(({ shape }) => shape === 'cities'))) return
  const found = 'a date for every city'
  const expected = 'one date, on which the whole line opens'
  draft.report(['population', 'lines', line], { code: 'date-by-city', found, expected })
}
