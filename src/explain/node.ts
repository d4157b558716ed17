/** The value of one slot in the place and year asked about, without what it is made of. */
import type { Dataset } from '../dataset/dataset.js'
import type { Level } from '../model/rates.js'
import { type Plan, type Step, slotAt } from '../plan/plan.js'
import { keyText, type SlotKey } from '../plan/slot-keys.js'
import type { Explanation, ExplanationRequest } from './explanation.js'

export const NO_NOTE: Explanation['note'] = { en: '', zh: '' }

/** A slot's value in the asked place: of the city, added up over cities, or from the lowest to the highest. */
export function node(
  { plan, dataset, memory, city, year }: ExplanationRequest,
  slot: number,
  unit: string,
): Explanation {
  const at = slotAt(plan, slot, year)
  const cities = memory.subarray(at, at + plan.dims.cities)
  const plain = {
    what: shortText(plan.keys[slot], dataset),
    unit,
    note: NO_NOTE,
    sources: [],
    parts: [],
    folded: 0,
  }
  if (city >= 0) return { ...plain, value: cities[city] }
  if (!isByCity(plan, dataset, slot)) return { ...plain, value: cities[0] }
  if (isCount(unit)) return { ...plain, value: cities.reduce((sum, one) => sum + one, 0) }
  const across = [Math.min(...cities), Math.max(...cities)] as const
  return across[0] === across[1] ? { ...plain, value: across[0] } : { ...plain, value: null, across }
}

/** Whether every city has its own number; uncertainties, levers, years and region-wide formulas have one for all. */
function isByCity(plan: Plan, dataset: Dataset, slot: number): boolean {
  const one = [
    plan.yearSlot,
    ...[...plan.uncertainties, ...plan.levers, ...plan.slowest].map((own) => own.slot),
  ]
  if (one.includes(slot)) return false
  const key = plan.keys[slot]
  if (key.kind === 'data') return dataset.values.get(key.name)?.cities !== undefined
  const steps = plan.steps.filter((step) => step.slot === slot)
  const own = (step: Step) => step.only !== undefined || step.programs.some(({ shape }) => shape === 'cities')
  return steps.length === 0 || steps.some(own)
}

/** Things that add up over cities, unlike shares, rates and hours. */
function isCount(unit: string): boolean {
  return /^[a-z]+$/.test(unit) && !/^(ratio|share|percent|hour|year)$/.test(unit)
}

/** Levels that are no ratios. */
const LEVEL_UNITS: Partial<Record<Level, string>> = {
  attraction: 'log odds',
  pull_of_outside: 'log odds',
  returning_to_village: 'share',
  returning_to_reclassified: 'share',
  returning_to_registered: 'share',
  babies_registered_here: 'share',
  conversion_migrant: 'share / year',
  conversion_reclassified: 'share / year',
  conversion_rural: 'share / year',
  reclassification: 'share / year',
}

/** Pure numbers are named by what they stand for. */
export function unitOfKey(key: SlotKey, unit: string): string {
  if (unit !== 'a pure number') return unit
  if (key.kind === 'level') return LEVEL_UNITS[key.level] ?? 'ratio'
  if (key.kind === 'programme part' && (key.part === 'share' || key.part === 'on_time')) return 'share'
  return key.kind === 'service part' && key.part === 'closure' ? 'share / year' : 'ratio'
}

/** `people(urban)` where all ages and both sexes are meant. */
function shortText(key: SlotKey, { dims }: Dataset): string {
  if (key.kind !== 'people' || key.sex !== 'both') return keyText(key)
  const last = (dims.ages - 1) * dims.ageWidth
  const ages = key.from === 0 && key.to === last ? '' : `,${key.from},${key.to}`
  return `people(${key.group}${ages})`
}
