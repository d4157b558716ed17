/**
 * What an indicator rests on: the model of people and travel, its own record, past commitments alone, or a judgement.
 *
 * Computed from what its formulas reach, through services and programmes; the scenario says `rests_on: series` where an
 * indicator has a record of its own.
 */
import type { DeliveryClass } from '../dataset/dataset.js'
import type { EvidenceKind } from '../vocabulary/evidence.js'
import { suggestion } from '../vocabulary/lookup.js'
import type { Draft } from './draft.js'
import type { ClassEvidence, EvidencePlan } from './plan.js'
import { slotsBehind } from './rests-on.js'
import { KINDS_OF_MODEL, type SlotKey } from './slot-keys.js'

const OF_MODEL: ReadonlySet<SlotKey['kind']> = new Set(KINDS_OF_MODEL)

/** What a scenario says of the evidence of a target: its kind, and the class of past commitments to set beside it. */
export interface SaidEvidence {
  readonly restsOn?: EvidenceKind
  readonly beside?: string
  /** The part of a promised rate that is kept among the people who come. */
  readonly ofRate?: boolean
}

/** Of the slots of an indicator, and what the scenario says. */
export function evidenceOf(draft: Draft, slots: readonly number[], said: SaidEvidence): EvidencePlan {
  const reached = keysReached(draft, slots)
  // a number of the data folder that nothing moves is as the model takes it, such as hours of a timetable
  const ofModel =
    reached.some(({ kind }) => OF_MODEL.has(kind)) || !reached.some(({ kind }) => kind === 'uncertainty')
  const names = new Set(
    reached.flatMap((key) => {
      if (key.kind !== 'uncertainty') return []
      return draft.scenario.uncertainties.find(({ name }) => name === key.name)?.reference_class ?? []
    }),
  )
  const classes = [...names].flatMap((name) => {
    const found = draft.dataset.delivery.get(name)
    return found ? [classEvidence(found)] : []
  })
  const learned = names.size > 0
  const ofBoth = ofModel && learned && said.ofRate === true
  const computed: EvidenceKind = ofBoth
    ? 'class_and_people'
    : ofModel
      ? 'model'
      : learned
        ? 'class'
        : 'judgement'
  const beside = said.beside === undefined ? undefined : draft.dataset.delivery.get(said.beside)
  return { restsOn: said.restsOn ?? computed, classes, ...(beside && { beside: classEvidence(beside) }) }
}

function classEvidence({ name, title, measure, odds, rows, alike, base }: DeliveryClass): ClassEvidence {
  return { name, title, measure, odds, rows, base, alike: { ...alike, median: alike.median ?? null } }
}

/** Whether who lives where is part of what some slots come to. */
export const restsOnPeople = (draft: Draft, slots: readonly number[]): boolean =>
  keysReached(draft, slots).some(({ kind }) => kind === 'people' || kind === 'flow')

/** Every key that the value of some slots is made of. People and their flows end the search, since all levels drive them. */
export function keysReached(draft: Draft, slots: readonly number[]): SlotKey[] {
  const keys = draft.slots.keys()
  const seen = new Set<number>()
  const visit = (slot: number) => {
    if (seen.has(slot)) return
    seen.add(slot)
    const key = keys[slot]
    // which city a project goes to changes nothing in their sum, which is what is promised
    const isSplit = key.kind === 'programme part' && key.part === 'share'
    if (isSplit || key.kind === 'people' || key.kind === 'flow') return
    for (const next of slotsBehind(draft, slot, keys)) visit(next)
  }
  for (const slot of slots) visit(slot)
  return [...seen].map((slot) => keys[slot])
}

/** Classes that uncertainties and targets name and the data folder does not have; folders without any class are not asked. */
export function checkClasses(draft: Draft): void {
  const { delivery } = draft.dataset
  if (delivery.size === 0) return
  const { uncertainties, targets } = draft.scenario
  const naming = [
    ...uncertainties.map(({ name, reference_class: named }) => ({ from: ['uncertainties', name], named })),
    ...targets.map(({ id, reference_class: named }) => ({ from: ['targets', id], named })),
  ]
  for (const { from, named } of naming) {
    if (named === undefined || delivery.has(named)) continue
    draft.report([...from, 'reference_class'], {
      code: 'reference-class-unknown',
      found: `the reference class "${named}"`,
      expected: 'a class of delivery.csv',
      hint: suggestion(named, delivery.keys()),
    })
  }
}
