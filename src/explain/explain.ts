/**
 * How a number came about: a tree from an indicator down through its formulas to the values of the data folder,
 * the uncertainties and the levers, each with its value in one place and year.
 */

import { inForce } from '../dataset/year-in-force.js'
import type { Load } from '../formula/program.js'
import type { Step } from '../plan/plan.js'
import { type SlotKey, slotOf } from '../plan/slot-keys.js'
import { formatUnit } from '../vocabulary/units.js'
import { requireWhole } from '../vocabulary/wrong-argument.js'
import type { Explanation, ExplanationRequest } from './explanation.js'
import { explainInput, provenanceNote } from './inputs.js'
import { originOf } from './model-columns.js'
import { NO_NOTE, node, unitOfKey } from './node.js'
import { openingEvidence, tablesUsed } from './people-tables.js'
import { slowestPairs } from './slowest-pairs.js'

const TABLE = { value: null, unit: '', note: NO_NOTE, parts: [], folded: 0 }

/** Explain one slot, `depth` formulas deep. */
export function explainSlot(asked: ExplanationRequest, slot: number, depth: number): Explanation {
  const { plan } = asked
  requireWhole('explainSlot', 'slot', slot, 0, plan.slots - 1)
  const key = plan.keys[slot]
  const step = stepOf(asked, slot)
  const program = step?.programs[step.programs.length === 1 ? 0 : asked.year]
  const loads = step?.loads[step.programs.length === 1 ? 0 : asked.year] ?? []
  // An indicator's half that only names something is that thing.
  if (program && key.kind === 'indicator' && loads.length === 1 && program.code.length === 0)
    return explainLoad(asked, program.loads[0], loads[0], depth)

  const input = explainInput(asked, slot, depth)
  if (input) return input
  const ratio = sexRatioBehind(asked, key)
  if (program) {
    const formula = program.loads.length === 0 ? undefined : program.text
    const found = { ...node(asked, slot, unitOfKey(key, formatUnit(program.unit))), ...ratio, formula }
    const below = program.loads.map((load, index) => ({ load, slot: loads[index] }))
    if (depth <= 0) return { ...found, folded: below.length }
    return { ...found, parts: below.map((one) => explainLoad(asked, one.load, one.slot, depth - 1)) }
  }
  const { unit, note, from } = originOf(asked, key)
  const found = { ...node(asked, slot, unitOfKey(key, unit)), note }
  const slots = from.map((one) => slotOf(plan.keys, one)).filter((index) => index >= 0)
  const first = [...peopleBehind(asked, slot), ...slowestPairs(asked, slot)]
  if (depth <= 0) return { ...found, folded: slots.length + first.length }
  return { ...found, parts: [...first, ...slots.map((one) => explainSlot(asked, one, depth - 1))] }
}

/** Of people and their flows: how many there were in the base year, and the tables that drive them. */
function peopleBehind(asked: ExplanationRequest, slot: number): Explanation[] {
  const { plan, scenario, dataset } = asked
  const key = plan.keys[slot]
  const isPeople = key.kind === 'people'
  if (!isPeople && key.kind !== 'flow') return []
  const opening = {
    ...node({ ...asked, year: 0 }, slot, 'person'),
    ...openingEvidence(dataset, plan.years[0]),
  }
  const tables = tablesUsed(dataset, scenario, plan.years).map((table) => ({ ...TABLE, ...table }))
  return isPeople ? [{ ...opening, what: `${opening.what} @ ${plan.years[0]}` }, ...tables] : tables
}

/** The step that wrote a slot in the asked place; the last one to write holds. */
function stepOf({ plan, city }: ExplanationRequest, slot: number): Step | undefined {
  return plan.steps.filter((step) => step.slot === slot && inPlace(step, city)).at(-1)
}

const inPlace = ({ only }: Step, city: number) => !only || city < 0 || only.includes(city)

/** What a formula loads, in the year it means. */
function explainLoad(asked: ExplanationRequest, { time }: Load, slot: number, depth: number): Explanation {
  if (time === 'now') return explainSlot(asked, slot, depth)
  const { years } = asked.plan
  const year = 'year' in time ? years.indexOf(time.year) : Math.max(0, asked.year - time.back)
  const found = explainSlot({ ...asked, year }, slot, depth)
  return { ...found, what: `${found.what} @ ${years[year]}` }
}

/** Where boys per girl come from, if the scenario leaves them to the data folder. */
function sexRatioBehind({ scenario, dataset, plan, year }: ExplanationRequest, key: SlotKey) {
  if (key.kind !== 'level' || key.level !== 'sex_ratio_at_birth') return {}
  if (scenario.population.levels.sex_ratio_at_birth) return {}
  const firstYear = plan.years[Math.max(0, year - 1)] + 1
  return provenanceNote([inForce(dataset.sexRatioAtBirth, firstYear).provenance])
}
