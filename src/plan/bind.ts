/** Say where the columns that formulas load come from: the data folder, head counts, flows, travel times. */
import type { Dataset } from '../dataset/dataset.js'
import { startsOf } from '../math/death-ages.js'
import { FLOWS } from '../model/state.js'
import { GROUPS, SEXES } from '../vocabulary/dimensions.js'
import type { Draft } from './draft.js'
import type { HeadCount, Plan, VitalRate } from './plan.js'
import type { PeopleKey, SlotKey } from './slot-keys.js'

type BoundColumns = Pick<
  Plan,
  'constants' | 'headCounts' | 'flows' | 'slowest' | 'hoursTo' | 'vitalRates' | 'yearSlot'
>

/** Bind every slot of the draft that is not written by a step, an uncertainty, a lever or a service. */
export function bindColumns(draft: Draft): BoundColumns {
  const constants = [...draft.constants]
  const headCounts: HeadCount[] = []
  const flows: { slot: number; flow: number }[] = []
  const slowest: { slot: number; pairs: [number, number][] }[] = []
  const hoursTo: { slot: number; city: number }[] = []
  const vitalRates: VitalRate[] = []
  draft.slots.keys().forEach((key, slot) => {
    const vital = vitalRate(draft, slot, key)
    if (vital) vitalRates.push(vital)
    if (key.kind === 'data') constants.push({ slot, values: boundData(draft, key.name) })
    if (key.kind === 'within') constants.push({ slot, values: membersOf(draft.dataset, key.group) })
    if (key.kind === 'people') headCounts.push(headCount(draft, slot, key))
    if (key.kind === 'slowest')
      slowest.push({ slot, pairs: pairsOf(draft.dataset.groups.get(key.group) ?? []) })
    if (key.kind === 'hours to')
      hoursTo.push({ slot, city: draft.dataset.cities.findIndex(({ code }) => code === key.city) })
    if (key.kind === 'flow') flows.push({ slot, flow: FLOWS.indexOf(key.flow) })
  })
  const yearSlot = draft.slots.slot({ kind: 'year' })
  const bound = { constants, headCounts, flows, slowest, hoursTo, yearSlot }
  return vitalRates.length > 0 ? { ...bound, vitalRates } : bound
}

/** A value of the region is repeated for every city; formulas take it as one number. */
export function dataByCity(dataset: Dataset, name: string): Float64Array {
  const value = dataset.values.get(name)!
  return value.cities ?? new Float64Array(dataset.dims.cities).fill(value.region ?? Number.NaN)
}

/** The same for a plan, which must have a value in every city. */
function boundData(draft: Draft, name: string): Float64Array {
  const byCity = dataByCity(draft.dataset, name)
  const missing = draft.dataset.cities.filter((_, city) => Number.isNaN(byCity[city]))
  if (missing.length > 0) {
    draft.report(['data'], {
      code: 'value-missing',
      found: `no ${name} for ${missing[0].name.en}`,
      expected: `a value for every city, since a formula uses data(${name})`,
      hint: 'Add the missing rows to values.csv.',
    })
  }
  return byCity
}

/** 1 in the cities of a group, or in the city of this code. */
function membersOf({ groups, cities }: Dataset, group: string): Float64Array {
  const members = groups.get(group) ?? [cities.findIndex(({ code }) => code === group)]
  return Float64Array.from(cities, (_, city) => (members.includes(city) ? 1 : 0))
}

function headCount(draft: Draft, slot: number, { group, from, to, sex }: PeopleKey): HeadCount {
  const { dims } = draft.dataset
  const statuses = GROUPS[group] ?? []
  return {
    slot,
    statuses: group === 'away' ? [] : dims.statuses === 1 ? [0] : statuses,
    sexes: sex === 'both' ? [0, 1] : [SEXES.indexOf(sex)],
    from: Math.floor(from / dims.ageWidth),
    to: Math.min(dims.ages - 1, Math.floor(to / dims.ageWidth)),
  }
}

function vitalRate(draft: Draft, slot: number, key: SlotKey): VitalRate | undefined {
  if (key.kind === 'total fertility')
    return { slot, kind: key.kind, among: `fertility_in_${key.group === 'urban' ? 'towns' : 'villages'}` }
  if (key.kind !== 'life expectancy') return undefined
  const age = startsOf(draft.dataset.mortality.ages).indexOf(key.age)
  return { slot, kind: key.kind, sex: SEXES.indexOf(key.sex), age }
}

function pairsOf(group: readonly number[]): [number, number][] {
  return group.flatMap((one, index) => group.slice(index + 1).map((other): [number, number] => [one, other]))
}
