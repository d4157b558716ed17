/** How well the numbers behind an indicator are known: no better than the worst value they rest on. */
import type { Provenance } from '../dataset/dataset.js'
import { type Quality, worse } from '../vocabulary/quality.js'
import type { Draft } from './draft.js'

/** The worst quality of the data folder's values that reach these slots, through however many formulas. */
export function qualityOfSlots(draft: Draft, slots: readonly number[]): Quality {
  const seen = new Set<number>()
  const keys = draft.slots.keys()
  let quality: Quality = 'data'
  const visit = (slot: number) => {
    if (seen.has(slot)) return
    seen.add(slot)
    quality = worse(quality, qualityOfKey(draft, keys[slot]))
    for (const next of behind(draft, slot, keys[slot])) visit(next)
  }
  for (const slot of slots) visit(slot)
  return quality
}

/** Slots whose values make up the value of a slot. */
function behind(draft: Draft, slot: number, key: string): number[] {
  const loaded = draft.steps.filter((step) => step.slot === slot).flatMap((step) => step.loads.flat())
  const service = /^(?:capacity|need|unmet)\((\w+)\)$/.exec(key)?.[1]
  const programme = /^(?:started|opened)\((\w+),(\w+)\)$/.exec(key)
  const prefix = service ? `${service}.` : programme ? `${programme[1]}.${programme[2]}.` : undefined
  if (!prefix) return loaded
  const parts = draft.slots.keys().flatMap((other, index) => (other.startsWith(prefix) ? [index] : []))
  return [...loaded, ...parts]
}

function qualityOfKey(draft: Draft, key: string): Quality {
  const { dataset } = draft
  const name = /^data\((\w+)\)$/.exec(key)?.[1]
  if (name) return worstOf(dataset.values.get(name)?.provenance ?? [])
  const group = /^people\((\w+),/.exec(key)?.[1]
  if (!group) return 'data'
  if (group === 'resident' || group === 'urban' || group === 'rural') return 'data'
  if (group === 'away') return worstOf(dataset.away?.provenance ?? [])
  return worstOf(dataset.population.get(draft.years[0])?.provenance ?? [])
}

function worstOf(provenance: readonly Provenance[]): Quality {
  return provenance.reduce<Quality>((worst, { quality }) => worse(worst, quality), 'data')
}
