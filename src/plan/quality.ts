/**
 * How well the numbers behind an indicator are known: no better than the worst of what they rest on.
 *
 *   a value of the data folder   as its rows say
 *   an uncertainty               a judgement where its source says so, else an estimate: a range is no count
 *   people and their flows       an estimate, since a verdict is on a simulated year and not on the census; worse
 *                                where a table or a level that drives them is worse
 *   life expectancy, fertility   an estimate, or worse where their tables are
 *   hours between cities         as the rows of the pairs, and of the lines that open between them
 *   services and programmes      as all that is set for them
 *   levers, years, plain numbers ours or the plan's to say; where a plain number is a guess, the scenario writes
 *                                `quality:`, which can lower an indicator and never raise it
 */
import type { AgeTable, Provenance } from '../dataset/dataset.js'
import { MOVE_SCHEDULES } from '../scenario/scenario.js'
import { type Quality, worse } from '../vocabulary/quality.js'
import type { Draft } from './draft.js'
import { legsBehind, slotsBehind, slotsOf } from './rests-on.js'
import type { SlotKey } from './slot-keys.js'

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
      for (const next of slotsBehind(draft, slot, keys)) visit(next)
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

function qualityOfKey(draft: Draft, key: SlotKey): Quality {
  const { dataset, scenario } = draft
  switch (key.kind) {
    case 'uncertainty': {
      const uncertainty = scenario.uncertainties.find(({ name }) => name === key.name)
      return qualityOfRange(uncertainty?.source.split(';') ?? [])
    }
    case 'data':
      return worstOf(dataset.values.get(key.name)?.provenance ?? [])
    case 'slowest':
    case 'hours to':
      return worstOf(legsBehind(draft, key).map(({ provenance }) => provenance))
    case 'life expectancy':
      return worse('estimate', worstOf(provenanceOf(dataset.mortality.byYear)))
    case 'total fertility':
      return worse('estimate', worstOf(provenanceOf(dataset.fertility)))
    case 'line': {
      const line = dataset.travel.lines.find(({ name }) => name === key.line)
      return line && !Object.hasOwn(scenario.population.lines, line.name) ? line.provenance.quality : 'data'
    }
    default:
      return 'data'
  }
}

/** Of a simulated year, as of people, and not as counted. */
const provenanceOf = (byYear: ReadonlyMap<number, AgeTable>) =>
  [...byYear.values()].flatMap(({ provenance }) => provenance)

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
  const { control } = scenario.population
  const totals = (control && dataset.controls.get(control.totals)) ?? []
  const ofTotals = totals.map(({ provenance }) => provenance)
  return worse('estimate', worstOf([dataset.yearEndProvenance, ...rows, ...ofTotals]))
}
