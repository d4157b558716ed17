/**
 * PRIM, the patient rule induction method: a box of inputs in which the draws of interest are dense.
 *
 * Peeling: from all draws on, remove a thin slice at one side of one input, always the one whose removal raises the density
 * by most for each draw lost. Every box of this peeling trajectory is kept: coverage against density is a trade-off, and
 * the choice is the reader's. Pasting: return slices to the chosen box where that does not lower the density.
 *
 * Sources: Friedman & Fisher (1999), Stat. Comput. 9, 123-143; gain for each draw given up, for inputs of few values:
 * Kwakkel & Jaxa-Rozen (2016), Environ. Model. Softw. 79, 311-321; use in scenario discovery: Bryant & Lempert (2010),
 * Technol. Forecast. Soc. Change 77, 34-49.
 */
import { risingOrder } from '../../math/ranks.js'
import type { Input } from '../sensitivity/estimate.js'
import { type Box, insideOf, measureBox, withLimit } from './box.js'

export interface PrimOptions {
  /** Share of the box's draws that a slice holds, 0.05 if left out. */
  readonly slice?: number
  /** Least share of all draws in a box, 0.05 if left out. */
  readonly mass?: number
  /** Most inputs that may be limited; any number if left out. */
  readonly inputs?: number
}

/** A slice that could be removed. */
interface Peel {
  readonly name: string
  readonly side: 'above' | 'below'
  readonly limit: number
  readonly gain: number
}

/**
 * The peeling trajectory: boxes from all draws to the smallest and densest.
 *
 * group  1 for each draw of interest, 0 for the others
 */
export function peel(inputs: readonly Input[], group: Uint8Array, options: PrimOptions = {}): Box[] {
  const { slice = 0.05, mass = 0.05, inputs: most = Number.POSITIVE_INFINITY } = options
  const orders = inputs.map(({ values }) => risingOrder(values))
  const way = [measureBox([], inputs, group)]
  for (let box = way[0]; box.density < 1; ) {
    const inside = insideOf(box.limits, inputs)
    const limited = new Set(box.limits.map(({ name }) => name))
    let best: Peel | undefined
    inputs.forEach(({ name, values }, input) => {
      if (limited.size >= most && !limited.has(name)) return
      for (const side of ['above', 'below'] as const) {
        const found = thinnestSlice({ values, order: orders[input] }, side, { box, inside, group }, slice)
        if (found && found.gain > (best?.gain ?? Number.NEGATIVE_INFINITY)) best = { name, side, ...found }
      }
    })
    if (!best) break
    box = measureBox(withLimit(box.limits, best.name, best.side, best.limit), inputs, group)
    if (box.mass < mass || box.hits === 0) break
    way.push(box)
  }
  return way
}

/** A box while it is peeled: 1 for each draw inside, 1 for each draw of interest. */
interface PeeledBox {
  readonly box: Box
  readonly inside: Uint8Array
  readonly group: Uint8Array
}

/** The slice at one end of an input: whole values, until it holds its share of the box's draws. */
function thinnestSlice(
  { values, order }: { readonly values: Float64Array; readonly order: Uint32Array },
  side: 'above' | 'below',
  { box, inside, group }: PeeledBox,
  slice: number,
): Omit<Peel, 'name' | 'side'> | undefined {
  const wanted = Math.max(1, slice * box.draws)
  let [lost, hits, last] = [0, 0, Number.NaN]
  for (let k = 0; k < order.length; k++) {
    const draw = order[side === 'above' ? k : order.length - 1 - k]
    if (inside[draw] === 0) continue
    if (lost >= wanted && values[draw] !== last) {
      const density = (box.hits - hits) / (box.draws - lost)
      return { limit: (last + values[draw]) / 2, gain: (density - box.density) / lost }
    }
    lost += 1
    hits += group[draw]
    last = values[draw]
  }
  return undefined
}

/** Widen a box slice by slice, on the side that makes it densest, while the density does not fall. */
export function paste(box: Box, inputs: readonly Input[], group: Uint8Array, slice = 0.05): Box {
  let found = box
  for (;;) {
    const wider = found.limits.flatMap((limit) =>
      (['above', 'below'] as const).flatMap((side) => {
        if (limit[side] === undefined) return []
        const value = widened(found, limit.name, side, inputs, slice)
        return measureBox(withLimit(found.limits, limit.name, side, value), inputs, group)
      }),
    )
    const grown = wider.filter(({ density, draws }) => density >= found.density && draws > found.draws)
    if (grown.length === 0) return found
    found = grown.reduce((a, b) => (b.density > a.density ? b : a))
  }
}

/** The limit with one slice more inside; undefined where nothing is left beyond it. */
function widened(
  box: Box,
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
