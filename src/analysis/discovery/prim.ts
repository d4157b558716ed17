/**
 * PRIM, the patient rule induction method: a box of inputs in which the draws of interest are dense.
 *
 * Peeling: from all draws on, remove a thin slice at one side of one input, or one value of an input that takes few, always
 * what raises the density by most for each draw lost; of equals, what leaves fewer inputs limited. Every box of this peeling trajectory is kept: coverage against density is a trade-off, and
 * the choice is the reader's. Pasting: return slices to the chosen box where that does not lower the density.
 *
 * Sources: Friedman & Fisher (1999), Stat. Comput. 9, 123-143; gain for each draw given up, for inputs of few values:
 * Kwakkel & Jaxa-Rozen (2016), Environ. Model. Softw. 79, 311-321; use in scenario discovery: Bryant & Lempert (2010),
 * Technol. Forecast. Soc. Change 77, 34-49.
 */
import { risingOrder } from '../../math/ranks.js'
import { requireOneOf, requireShare, requireWhole } from '../../vocabulary/wrong-argument.js'
import { requireOrdinary } from '../sensitivity/arguments.js'
import type { Input } from '../sensitivity/estimate.js'
import {
  type Box,
  insideOf,
  type Limit,
  leastMass,
  measureBox,
  withLimit,
  withoutValue,
  withValue,
} from './box.js'
import { OBJECTIVES } from './method-names.js'

const TIES = ['fewer', 'more'] as const

export interface PrimOptions {
  /** Share of the box's draws that a slice holds, 0.05 if left out. */
  readonly slice?: number
  /** Least share of all draws in a box; leastMass() if left out. */
  readonly mass?: number
  /** Most inputs that may be limited; any number if left out. */
  readonly inputs?: number
  /**
   * The density gained for each draw lost (`lenient1`, if left out), that times the draws left (`lenient2`), or the density of the
   * box that is left (`original`, Friedman and Fisher's), which of inputs of few values peels too much at once.
   */
  readonly objective?: (typeof OBJECTIVES)[number]
  /** Names of inputs whose values are codes of choices without an order: one choice is peeled at a time. */
  readonly categories?: readonly string[]
  /** Of slices of equal gain, those that leave fewer inputs limited if left out. */
  readonly ties?: (typeof TIES)[number]
}

/** What could be removed, as the limits that are left. */
export interface Peel {
  readonly limits: readonly Limit[]
  readonly gain: number
}

/** Most values of an input that are peeled one by one, wherever they stand: choices have no order. */
const FEW_VALUES = 10

/**
 * The peeling trajectory: boxes from all draws to the smallest and densest.
 *
 * group  1 for each draw of interest, 0 for the others
 */
export function peel(inputs: readonly Input[], group: Uint8Array, options: PrimOptions = {}): Box[] {
  requirePrimOptions('peel', options)
  requireOrdinary('peel', inputs)
  const { slice = 0.05, mass = leastMass(group), ties = 'fewer', objective = 'lenient1' } = options
  const { inputs: most = Number.POSITIVE_INFINITY, categories = [] } = options
  const names = inputs.map(({ name }) => name)
  for (const name of categories) requireOneOf('peel', 'categories', name, names)
  const columns = inputs.map((input) => peelColumn(input, categories.includes(input.name)))
  const way = [measureBox([], inputs, group)]
  for (let box = way[0]; box.density < 1; ) {
    const peeled = { box, inside: insideOf(box.limits, inputs, group.length), group, objective }
    const best = bestPeel(columns, peeled, { slice, most, ties })
    if (!best) break
    box = measureBox(best.limits, inputs, group)
    if (box.mass < mass || box.hits === 0) break
    way.push(box)
  }
  return way
}

/** Throws CitywardError for an option out of its range. */
export function requirePrimOptions(called: string, options: PrimOptions): void {
  const { slice, mass, inputs, ties, objective } = options
  if (slice !== undefined) requireShare(called, 'slice', slice, 0.5)
  if (mass !== undefined) requireShare(called, 'mass', mass)
  if (inputs !== undefined && inputs !== Number.POSITIVE_INFINITY) requireWhole(called, 'inputs', inputs, 1)
  if (ties !== undefined) requireOneOf(called, 'ties', ties, TIES)
  if (objective !== undefined) requireOneOf(called, 'objective', objective, OBJECTIVES)
}

/** What is peeled off a box next, within the most inputs that may be limited; undefined where nothing can be. */
export function bestPeel(
  columns: readonly PeelColumn[],
  peeled: PeeledBox,
  { slice, most, ties }: { slice: number; most: number; ties: 'fewer' | 'more' },
): Peel | undefined {
  const limited = new Set(peeled.box.limits.map(({ name }) => name))
  const found = columns.flatMap((column) =>
    limited.size >= most && !limited.has(column.name) ? [] : peelsOf(column, peeled, slice),
  )
  if (found.length === 0) return undefined
  return found.reduce((best, one) => (isBetter(one, best, ties) ? one : best))
}

/** More gain; of the same, fewer limited inputs, which are easier to say, or more. */
function isBetter(one: Peel, other: Peel, ties: 'fewer' | 'more'): boolean {
  if (one.gain !== other.gain) return one.gain > other.gain
  return ties === 'fewer' ? one.limits.length < other.limits.length : one.limits.length > other.limits.length
}

/** Draws of an input, the order in which they rise, and its values where it takes few. */
export interface PeelColumn extends Input {
  readonly order: Uint32Array
  readonly few: readonly number[] | undefined
  /** Whether its values have no order, however many they are. */
  readonly isChoice: boolean
}

export function peelColumn({ name, values }: Input, isChoice: boolean): PeelColumn {
  const few = isChoice ? [...new Set(values)].sort((a, b) => a - b) : fewValuesOf(values)
  return { name, values, order: risingOrder(values), few, isChoice }
}

/** The values of an input that takes few, rising; undefined where it takes more. */
export function fewValuesOf(values: Float64Array): readonly number[] | undefined {
  const all = new Set<number>()
  for (const value of values) if (all.size <= FEW_VALUES) all.add(value)
  return all.size <= FEW_VALUES ? [...all].sort((a, b) => a - b) : undefined
}

/** A slice at either end of an input, and each value between the ends of one that takes few. */
function peelsOf(column: PeelColumn, peeled: PeeledBox, slice: number): Peel[] {
  const { name } = column
  const { limits } = peeled.box
  if (column.isChoice) return valuesBetween(column, peeled)
  const ends = (['above', 'below'] as const).flatMap((side) => {
    const found = thinnestSlice(column, side, peeled, slice)
    return found ? [{ limits: withLimit(limits, name, side, found.limit), gain: found.gain }] : []
  })
  return [...ends, ...valuesBetween(column, peeled)]
}

function valuesBetween(
  { name, values, few, isChoice }: PeelColumn,
  { box, inside, group, objective }: PeeledBox,
): Peel[] {
  if (!few || few.length < (isChoice ? 2 : 3)) return []
  const counts = new Map<number, { draws: number; hits: number }>()
  for (let draw = 0; draw < inside.length; draw++) {
    if (inside[draw] === 0) continue
    const found = counts.get(values[draw]) ?? { draws: 0, hits: 0 }
    counts.set(values[draw], { draws: found.draws + 1, hits: found.hits + group[draw] })
  }
  const present = few.filter((value) => counts.has(value))
  const peeled = isChoice ? (present.length > 1 ? present : []) : present.slice(1, -1)
  return peeled.map((value) => {
    const { draws, hits } = counts.get(value)!
    return { limits: withoutValue(box.limits, name, value), gain: gainOf(box, draws, hits, objective) }
  })
}

/** What is gained by losing so many draws and hits. */
function gainOf(
  box: PeeledBox['box'],
  lost: number,
  hits: number,
  objective: (typeof OBJECTIVES)[number],
): number {
  const left = box.draws - lost
  const density = (box.hits - hits) / left
  if (objective === 'original') return density
  const gain = (density - box.density) / lost
  return objective === 'lenient2' ? left * gain : gain
}

/** A box while it is peeled: 1 for each draw inside, and what each draw counts: 1 of interest, or its outcome. */
export interface PeeledBox {
  readonly box: Pick<Box, 'limits' | 'draws' | 'hits' | 'density'>
  readonly inside: Uint8Array
  readonly group: ArrayLike<number>
  readonly objective: (typeof OBJECTIVES)[number]
}

/** The slice at one end of an input: whole values, until it holds its share of the box's draws. */
function thinnestSlice(
  { values, order, few }: PeelColumn,
  side: 'above' | 'below',
  { box, inside, group, objective }: PeeledBox,
  slice: number,
): { readonly limit: number; readonly gain: number } | undefined {
  const wanted = Math.max(1, slice * box.draws)
  let lost = 0
  let hits = 0
  let last = Number.NaN
  for (let k = 0; k < order.length; k++) {
    const draw = order[side === 'above' ? k : order.length - 1 - k]
    if (inside[draw] === 0) continue
    if (lost >= wanted && values[draw] !== last) {
      // beside what stays, so that no value that was left out stands between
      const beside = few?.[few.indexOf(values[draw]) + (side === 'above' ? -1 : 1)] ?? last
      return { limit: (beside + values[draw]) / 2, gain: gainOf(box, lost, hits, objective) }
    }
    lost += 1
    hits += group[draw]
    last = values[draw]
  }
  return undefined
}

/** Widen a box slice by slice, on the side that makes it densest, while the density does not fall. */
export function paste(box: Box, inputs: readonly Input[], group: Uint8Array, slice = 0.05): Box {
  requireShare('paste', 'slice', slice, 0.5)
  requireOrdinary('paste', inputs)
  const names = inputs.map(({ name }) => name)
  for (const limit of box.limits) requireOneOf('paste', 'box.limits', limit.name, names)
  return pasteBy(box, inputs, slice, (limits) => measureBox(limits, inputs, group))
}

/** The same by any measure of how dense a box is. */
export function pasteBy<Measured extends Pick<Box, 'limits' | 'draws' | 'density'>>(
  box: Measured,
  inputs: readonly Input[],
  slice: number,
  measure: (limits: readonly Limit[]) => Measured,
): Measured {
  let found = box
  for (;;) {
    const wider = found.limits.flatMap((limit) => [
      ...(['above', 'below'] as const).flatMap((side) => {
        if (limit[side] === undefined) return []
        const value = widened(found, limit.name, side, inputs, slice)
        return measure(withLimit(found.limits, limit.name, side, value))
      }),
      ...(limit.without ?? []).map((value) => measure(withValue(found.limits, limit.name, value))),
    ])
    const grown = wider.filter(({ density, draws }) => density >= found.density && draws > found.draws)
    if (grown.length === 0) return found
    found = grown.reduce((a, b) => (b.density > a.density ? b : a))
  }
}

/** The limit with one slice more inside; undefined where nothing is left beyond it. */
function widened(
  box: Pick<Box, 'limits' | 'draws'>,
  name: string,
  side: 'above' | 'below',
  inputs: readonly Input[],
  slice: number,
): number | undefined {
  const free = insideOf(withLimit(box.limits, name, side, undefined), inputs)
  const { values } = inputs.find((input) => input.name === name)!
  const limit = box.limits.find((one) => one.name === name)![side]!
  const outwards = side === 'above' ? -1 : 1
  const beyond = values
    .filter((value, draw) => free[draw] === 1 && (value - limit) * outwards >= 0)
    .sort((a, b) => (a - b) * outwards)
  let at = Math.ceil(slice * box.draws)
  while (at < beyond.length && beyond[at] === beyond[at - 1]) at += 1
  return at < beyond.length ? (beyond[at - 1] + beyond[at]) / 2 : undefined
}
