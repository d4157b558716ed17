/**
 * How well the numbers behind an indicator are known: no better than the worst of what they rest on.
 *
 *   a value of the data folder   as its rows say
 *   an uncertainty               a judgement where its source says so, else an estimate: a range is no count
 *   people and their flows       an estimate, since a verdict is on a simulated year and not on the census; worse
 *                                where a table or a level that drives them is worse
 *   hours between cities         as the rows of the pairs, and of the lines that open between them
 *   services and programmes      as all that is set for them
 *   levers, years, plain numbers ours or the plan's to say; where a plain number is a guess, the scenario writes
 *                                `quality:`, which can lower an indicator and never raise it
 */
import type { Dataset, Provenance } from '../dataset/dataset.js'
import { MOVE_SCHEDULES } from '../scenario/scenario.js'
import { type Quality, worse } from '../vocabulary/quality.js'
import type { Draft } from './draft.js'
import type { ProgrammePart, ServicePart, SlotKey } from './slot-keys.js'

/** A function that gives the worst quality that reaches some slots, through any number of formulas. */
export function createQuality(draft: Draft): (slots: readonly number[]) => Quality {
  // the same for every count of people, so computed once
  let ofPeople: Quality | undefined
  // levels may rest on people of the step before, which rest on levels
  let isOfPeopleUnderWay = false
  const qualityOf = (slots: readonly number[]): Quality => {
    const seen = new Set<number>()
    const keys = draft.slots.keys()
    let quality: Quality = 'data'
    const visit = (slot: number) => {
      if (seen.has(slot)) return
      seen.add(slot)
      const key = keys[slot]
      if (isOfPeople(key)) {
        if (isOfPeopleUnderWay) return
        isOfPeopleUnderWay = true
        ofPeople ??= worse(qualityOfTables(draft), qualityOf(slotsOf(keys, ({ kind }) => kind === 'level')))
        isOfPeopleUnderWay = false
        quality = worse(quality, ofPeople)
        return
      }
      quality = worse(quality, qualityOfKey(draft, key))
      for (const next of behind(draft, slot, keys)) visit(next)
    }
    for (const slot of slots) visit(slot)
    return quality
  }
  return qualityOf
}

/** An uncertainty names the sources of its range; `judgement` among them means that it was not measured. */
export function qualityOfRange(sources: readonly string[]): Quality {
  return sources.some((source) => source.trim() === 'judgement') ? 'judgement' : 'estimate'
}

const isOfPeople = ({ kind }: SlotKey) => kind === 'people' || kind === 'flow'

/** Which of the values that are set for a service its columns rest on; beside them all that is set for programmes. */
const SERVICE_RESTS_ON: Record<'capacity' | 'need' | 'unmet', (part: ServicePart | 'programmes') => boolean> =
  {
    need: (part) => part === 'demand' || part === 'standard',
    capacity: (part) => part !== 'demand' && part !== 'standard',
    unmet: () => true,
  }

/** The same of what is set for one programme. */
const PROGRAMME_RESTS_ON: Record<'started' | 'opened', (part: ProgrammePart) => boolean> = {
  started: (part) => part !== 'on_time' && part !== 'each',
  opened: (part) => part !== 'each',
}

const slotsOf = (keys: readonly SlotKey[], isAsked: (key: SlotKey) => boolean) =>
  keys.flatMap((key, slot) => (isAsked(key) ? [slot] : []))

/** Slots whose values make up the value of a slot; people and flows rest on all levels (see createQuality). */
export function behind(draft: Draft, slot: number, keys: readonly SlotKey[]): number[] {
  const key = keys[slot]
  switch (key.kind) {
    case 'slowest':
      return linesWithin(draft.dataset, key.group).map(({ name }) =>
        draft.slots.slot({ kind: 'line', line: name }),
      )
    case 'service': {
      const rests = SERVICE_RESTS_ON[key.column]
      return slotsOf(
        keys,
        (one) =>
          (one.kind === 'service part' && one.service === key.service && rests(one.part)) ||
          (one.kind === 'programme part' && one.service === key.service && rests('programmes')),
      )
    }
    case 'programme': {
      const rests = PROGRAMME_RESTS_ON[key.column]
      return slotsOf(
        keys,
        (one) =>
          one.kind === 'programme part' &&
          one.service === key.service &&
          one.programme === key.programme &&
          rests(one.part),
      )
    }
    default:
      return draft.stepsOf(slot).flatMap((step) => step.loads.flat())
  }
}

function qualityOfKey({ dataset, scenario }: Draft, key: SlotKey): Quality {
  switch (key.kind) {
    case 'uncertainty': {
      const uncertainty = scenario.uncertainties.find(({ name }) => name === key.name)
      return qualityOfRange(uncertainty?.source.split(';') ?? [])
    }
    case 'data':
      return worstOf(dataset.values.get(key.name)?.provenance ?? [])
    case 'slowest':
      return worstOf(betweenCitiesOf(dataset, key.group))
    case 'line': {
      const line = dataset.travel.lines.find(({ name }) => name === key.line)
      return line && !Object.hasOwn(scenario.population.lines, line.name) ? line.provenance.quality : 'data'
    }
    default:
      return 'data'
  }
}

function worstOf(provenance: readonly Pick<Provenance, 'quality'>[]): Quality {
  return provenance.reduce<Quality>((worst, { quality }) => worse(worst, quality), 'data')
}

/** Of the tables that drive people; no better than an estimate. */
function qualityOfTables({ dataset, scenario, years }: Draft): Quality {
  const { mortality, fertility, population, away, netMigration } = dataset
  const moves = scenario.population.migration === 'off' ? [] : MOVE_SCHEDULES
  const schedules = moves.map((move) => dataset.schedules.get(scenario.population.schedules[move] ?? move))
  const tables = [
    population.get(years[0]),
    away.get(years[0]),
    ...mortality.byYear.values(),
    ...fertility.values(),
    ...(netMigration?.byYear.values() ?? []),
    ...schedules,
    dataset.destinations,
    dataset.homes,
  ]
  const rows = tables.flatMap((table) => table?.provenance ?? [])
  return worse('estimate', worstOf([dataset.yearEndProvenance, ...rows]))
}

const legsWithin = ({ travel, groups }: Dataset, group: string) => {
  const members = groups.get(group) ?? []
  return travel.legs.filter(({ from, to }) => members.includes(from) && members.includes(to))
}

/** Lines that shorten the way between two cities of a group. */
function linesWithin(dataset: Dataset, group: string) {
  const legs = legsWithin(dataset, group)
  return dataset.travel.lines.filter(({ name }) => legs.some(({ line }) => line === name))
}

const betweenCitiesOf = (dataset: Dataset, group: string) =>
  legsWithin(dataset, group).map(({ provenance }) => provenance)
