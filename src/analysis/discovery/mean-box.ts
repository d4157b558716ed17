/**
 * PRIM on an outcome that is a number: a box of inputs in which its mean is high, or low.
 *
 * Peeling takes the slice whose loss leaves the highest mean, while the box holds its least share of draws. The mean of
 * a box among the draws that it was looked for in is too good, so the way is gone on halves of the draws too, and its boxes
 * are measured on the other halves: the widest box is taken whose mean there is within one standard error of the best,
 * and all draws where that mean is not two of them above theirs.
 * A limit of it is dropped where the draws that it shuts out are not lower by Welch's t, one-sided at one in twenty over
 * the ends of all inputs, the best of which was taken; then slices are pasted back while the mean does not fall.
 *
 * Sources: Friedman & Fisher (1999), Stat. Comput. 9, 123-143; the standard error: Breiman et al. (1984), Classification
 * and Regression Trees, ch. 3; halves: Shah & Samworth (2013), J. R. Stat. Soc. B 75, 55-80.
 */
import { studentQuantile } from '../../math/student-quantile.js'
import { createStream } from '../../sampling/stream.js'
import { howMany } from '../../vocabulary/numbers.js'
import { refuseArgument, requireOneOf, requireWhole } from '../../vocabulary/wrong-argument.js'
import { requireLengths, requireOrdinary } from '../sensitivity/arguments.js'
import { type Input, withoutFailures } from '../sensitivity/estimate.js'
import { average, varies } from '../statistics.js'
import { insideOf, type Limit } from './box.js'
import { SIDES } from './method-names.js'
import { bestPeel, type PrimOptions, pasteBy, peelColumn, requirePrimOptions } from './prim.js'

export interface MeanBoxOptions extends Omit<PrimOptions, 'objective'> {
  /** Whether the mean is to be high, if left out, or low. */
  readonly side?: (typeof SIDES)[number]
  /** Of the halves. */
  readonly seed?: number
}

export interface MeanBox {
  readonly limits: readonly Limit[]
  /** Of the outcome. */
  readonly mean: number
  /** Share of all draws that lie in it. */
  readonly mass: number
  readonly draws: number
}

export interface MeanDiscovery {
  /** Of all draws. */
  readonly mean: number
  readonly box: MeanBox
  /** Boxes from all draws to the last. */
  readonly way: readonly MeanBox[]
  /** How often the boxes of so many draws in halves limit an input, and their mean on the other halves. */
  readonly stability: {
    readonly halves: number
    readonly inputs: readonly { readonly name: string; readonly limited: number }[]
    readonly mean: number
  }
  /** Draws with a value, and those without. */
  readonly draws: number
  readonly failed: number
}

/** Fewest draws with a value. */
export const LEAST_OF_MEANS = 100
/** Least share of draws in a box where none is said. */
const USUAL_MASS = 0.1
const SPLITS = 10
const CHANCE = 0.05

/** Throws CitywardError for few draws, an outcome that never varies, and options out of their range. */
export function discoverMean(
  given: readonly Input[],
  outcomes: Float64Array,
  options: MeanBoxOptions = {},
): MeanDiscovery {
  const { side = 'high', seed = 0, ...prim } = options
  requirePrimOptions('discoverMean', prim)
  requireOneOf('discoverMean', 'side', side, SIDES)
  requireWhole('discoverMean', 'seed', seed, 0)
  requireLengths('discoverMean', given, outcomes)
  requireOrdinary('discoverMean', given)
  for (const name of prim.categories ?? [])
    requireOneOf(
      'discoverMean',
      'categories',
      name,
      given.map((input) => input.name),
    )
  const { inputs, outcome, failed } = withoutFailures(given, outcomes)
  if (outcome.length < LEAST_OF_MEANS)
    refuseArgument('discoverMean', 'outcome', howMany(outcome.length, 'value'), `at least ${LEAST_OF_MEANS}`)
  if (!varies(outcome)) refuseArgument('discoverMean', 'outcome', 'one value', 'an outcome that varies')
  const sign = side === 'high' ? 1 : -1
  const signed = outcome.map((value) => sign * value)
  const upright = ({ density, ...box }: Measured): MeanBox => ({ ...box, mean: sign * density })
  const way = wayOf(inputs, signed, prim)
  const halves = halvesOf(inputs, signed, { ...prim, seed })
  const step = widestOf(way, halves, inputs, signed)
  const box = narrowed(way[step], inputs, signed, prim.slice)
  return {
    mean: average(outcome),
    box: upright(box),
    way: way.map(upright),
    stability: stabilityAt(way[step].mass, halves, sign),
    draws: outcome.length,
    failed,
  }
}

/** A box whose density is the mean of its draws. */
interface Measured {
  readonly limits: readonly Limit[]
  readonly density: number
  readonly mass: number
  readonly draws: number
}

function measured(limits: readonly Limit[], inputs: readonly Input[], outcome: Float64Array): Measured {
  const inside = insideOf(limits, inputs, outcome.length)
  const own = outcome.filter((_, draw) => inside[draw] === 1)
  return { limits, density: average(own), mass: own.length / outcome.length, draws: own.length }
}

function wayOf(inputs: readonly Input[], outcome: Float64Array, options: MeanBoxOptions): Measured[] {
  const { slice = 0.05, mass = USUAL_MASS, ties = 'fewer', categories = [] } = options
  const most = options.inputs ?? Number.POSITIVE_INFINITY
  const columns = inputs.map((input) => peelColumn(input, categories.includes(input.name)))
  const way = [measured([], inputs, outcome)]
  for (let box = way[0]; ; ) {
    const inside = insideOf(box.limits, inputs, outcome.length)
    const whole = { ...box, hits: box.density * box.draws }
    const peeled = { box: whole, inside, group: outcome, objective: 'original' } as const
    const best = bestPeel(columns, peeled, { slice, most, ties })
    if (!best) break
    box = measured(best.limits, inputs, outcome)
    if (box.mass < mass) break
    way.push(box)
  }
  return way
}

/** A way on one half of the draws, with its boxes on the other half. */
interface Half {
  readonly way: readonly Measured[]
  readonly elsewhere: readonly Measured[]
  /** What is told of a box of the way: with the limits that it needs, and its mean on the other half. */
  readonly told: (step: number) => { readonly limits: readonly Limit[]; readonly elsewhere: Measured }
}

/** 20 halves, in pairs that have no draw in common. */
function halvesOf(
  inputs: readonly Input[],
  outcome: Float64Array,
  options: MeanBoxOptions & { readonly seed: number },
): Half[] {
  return Array.from({ length: SPLITS }, (_, split) => {
    const lot = createStream(options.seed, `halves ${split}`)
    const sides = Uint8Array.from(outcome, (_, draw) => (lot(draw) < 0.5 ? 0 : 1))
    const half = (side: number) => {
      const of = (values: Float64Array) => values.filter((_, draw) => sides[draw] === side)
      return {
        inputs: inputs.map(({ name, values }) => ({ name, values: of(values) })),
        outcome: of(outcome),
      }
    }
    const [one, other] = [half(0), half(1)]
    return [
      [one, other],
      [other, one],
    ].map(([own, unseen]): Half => {
      const way = wayOf(own.inputs, own.outcome, options)
      const onUnseen = ({ limits }: Measured) => measured(limits, unseen.inputs, unseen.outcome)
      const told = (step: number) => {
        const box = narrowed(way[step], own.inputs, own.outcome, options.slice)
        return { limits: box.limits, elsewhere: onUnseen(box) }
      }
      return { way, elsewhere: way.map(onUnseen), told }
    })
  }).flat()
}

/** The first box of a way that is no wider than a share of the draws, else the last. */
const stepAt = (way: readonly Measured[], mass: number): number => {
  const step = way.findIndex((box) => box.mass <= mass + 1e-9)
  return step < 0 ? way.length - 1 : step
}

/**
 * The widest box of the way whose mean on unseen draws is within one standard error of the best, that of a mean of as many
 * draws as the box holds: over the halves every draw is unseen once in two. The first, of all draws, where it is no higher.
 */
function widestOf(
  way: readonly Measured[],
  halves: readonly Half[],
  inputs: readonly Input[],
  outcome: Float64Array,
): number {
  const unseen = way.map(({ mass }) =>
    average(halves.map((half) => half.elsewhere[stepAt(half.way, mass)].density).filter(Number.isFinite)),
  )
  const best = unseen.reduce((at, mean, step) => (mean > unseen[at] ? step : at), 0)
  const inside = insideOf(way[best].limits, inputs, outcome.length)
  const own = outcome.filter((_, draw) => inside[draw] === 1)
  const error = deviation(own) / Math.sqrt(own.length)
  const step = unseen.findIndex((mean) => mean >= unseen[best] - error)
  return unseen[step] - unseen[0] > (2 * deviation(outcome)) / Math.sqrt(way[step].draws) ? step : 0
}

function deviation(values: Float64Array): number {
  const mean = average(values)
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1))
}

function stabilityAt(mass: number, halves: readonly Half[], sign: number): MeanDiscovery['stability'] {
  const steps = halves.map(({ way, told }) => told(stepAt(way, mass)))
  const names = [...new Set(steps.flatMap(({ limits }) => limits.map(({ name }) => name)))]
  const limitedIn = (of: string) => steps.filter(({ limits }) => limits.some(({ name }) => name === of))
  return {
    halves: halves.length,
    inputs: names
      .map((name) => ({ name, limited: limitedIn(name).length / steps.length }))
      .sort((a, b) => b.limited - a.limited),
    mean: sign * average(steps.flatMap(({ elsewhere }) => (elsewhere.draws > 0 ? elsewhere.density : []))),
  }
}

/** The box with the limits that it needs, and what can be pasted back. */
function narrowed(box: Measured, inputs: readonly Input[], outcome: Float64Array, slice = 0.05): Measured {
  const needed = withNeeded(box, inputs, outcome)
  return pasteBy(needed, inputs, slice, (limits) => measured(limits, inputs, outcome))
}

/** The box without limits that shut out draws which are not lower; the least needed is dropped first. */
function withNeeded(box: Measured, inputs: readonly Input[], outcome: Float64Array): Measured {
  let kept = box
  while (kept.limits.length > 1) {
    const inside = insideOf(kept.limits, inputs, outcome.length)
    const excess = kept.limits.map((limit) => {
      const wider = insideOf(
        kept.limits.filter((one) => one !== limit),
        inputs,
        outcome.length,
      )
      const within = outcome.filter((_, draw) => inside[draw] === 1)
      const beyond = outcome.filter((_, draw) => wider[draw] === 1 && inside[draw] === 0)
      return { limit, over: aboveBy(within, beyond, 1 - CHANCE / (2 * inputs.length)) }
    })
    const least = excess.reduce((a, b) => (b.over < a.over ? b : a))
    if (least.over > 0) break
    kept = measured(
      kept.limits.filter((limit) => limit !== least.limit),
      inputs,
      outcome,
    )
  }
  return kept
}

/** How far Welch's t of one sample above another exceeds its quantile; below 0 where it does not. */
function aboveBy(one: Float64Array, other: Float64Array, quantile: number): number {
  if (one.length < 2 || other.length < 2) return Number.NEGATIVE_INFINITY
  const [of, beside] = [one, other].map((values) => {
    const mean = average(values)
    return { mean, error: deviation(values) ** 2 / values.length, degrees: values.length - 1 }
  })
  const error = of.error + beside.error
  if (error === 0) return of.mean > beside.mean ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY
  const degrees = error ** 2 / (of.error ** 2 / of.degrees + beside.error ** 2 / beside.degrees)
  return (
    (of.mean - beside.mean) / Math.sqrt(error) - studentQuantile(quantile, Math.max(1, Math.floor(degrees)))
  )
}
