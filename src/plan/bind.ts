/** Say where the columns that formulas load come from: the data folder, heads counted, flows, travel times. */
import type { Dataset } from '../dataset/dataset.js'
import { FLOWS } from '../model/state.js'
import { GROUPS, SEXES } from '../vocabulary/dimensions.js'
import type { Draft } from './draft.js'
import type { HeadCount, Plan } from './plan.js'

type Bound = Pick<Plan, 'constants' | 'headCounts' | 'flows' | 'slowest' | 'yearSlot'>

/** Bind every key of the draft that is not written by a step, an uncertainty, a lever or a service. */
export function bindColumns(draft: Draft): Bound {
  const constants = [...draft.constants]
  const headCounts: HeadCount[] = []
  const flows: { slot: number; flow: number }[] = []
  const slowest: { slot: number; pairs: [number, number][] }[] = []
  draft.slots.keys().forEach((key, slot) => {
    const [, call, rest] = /^(\w+)\((.*)\)$/.exec(key) ?? []
    const args = rest?.split(',') ?? []
    if (call === 'data') constants.push({ slot, values: boundData(draft, args[0]) })
    if (call === 'people') headCounts.push(headCount(draft, slot, args))
    if (call === 'slowest') slowest.push({ slot, pairs: pairsOf(draft.dataset.groups.get(args[0]) ?? []) })
    const flow = (FLOWS as readonly string[]).indexOf(key)
    if (flow >= 0) flows.push({ slot, flow })
  })
  return { constants, headCounts, flows, slowest, yearSlot: draft.slots.slot('year') }
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

function headCount(draft: Draft, slot: number, [group, from, to, sex]: string[]): HeadCount {
  const width = draft.dataset.dims.ageWidth
  const lastAge = draft.dataset.dims.ages - 1
  const group4 = GROUPS[group!] ?? []
  return {
    slot,
    statuses: group === 'away' ? [] : draft.dataset.dims.statuses === 1 ? [0] : group4,
    sexes: sex === 'both' ? [0, 1] : [SEXES.indexOf(sex as 'male' | 'female')],
    from: Math.floor(Number(from) / width),
    to: Math.min(lastAge, Math.floor(Number(to) / width)),
  }
}

function pairsOf(group: readonly number[]): [number, number][] {
  return group.flatMap((one, index) => group.slice(index + 1).map((other): [number, number] => [one, other]))
}
