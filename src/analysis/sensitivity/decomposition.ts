/**
 * Decomposition of an outcome's distribution: futures are told apart by the states (low, middle, high) of the inputs that
 * lead, and each bar of the histogram by the kinds of futures that it is made of.
 *
 * States of an input hold equal numbers of draws, equal values always the same state; one that takes no more values
 * than there are states has a state for each. Three states for one or two inputs, two for three. Inputs lead by their indices, until they carry four
 * fifths of the sum of all.
 *
 * Source: Kozlova, Moss, Yeomans & Caers (2024), Environ. Model. Softw. 171, 105898; three inputs at most here, four there.
 */
import { risingOrder } from '../../math/ranks.js'
import { howMany } from '../../vocabulary/numbers.js'
import { refuseArgument, requireOneOf, requireWhole } from '../../vocabulary/wrong-argument.js'
import { average, extentOf, varies } from '../statistics.js'
import { requireLengths, requireOrdinary } from './arguments.js'
import { type Index, type Input, withoutFailures } from './estimate.js'
import { valuesFromDraws } from './statistic.js'
import { varianceShares } from './variance-shares.js'

/** Fewest draws whose kinds are told apart. */
export const LEAST_DECOMPOSED = 100
const MOST_INPUTS = 3
const CARRIED = 0.8

export interface DecompositionOptions {
  /** Inputs by which futures are told apart, at most three, the leading one first; by their share of the variance if left out. */
  readonly by?: readonly string[]
  /** Bars of the histogram; 40 if left out. */
  readonly bars?: number
}

/** The values of a state of an input, both ends included. */
export interface InputState {
  readonly low: number
  readonly high: number
}

/** Futures in which each of the inputs is in one of its states. */
export interface FutureKind {
  /** Number of the state of each input, from 0, the lowest. */
  readonly states: readonly number[]
  readonly draws: number
  /** Of the outcome; NaN where there is no such draw. */
  readonly mean: number
  readonly low: number
  readonly high: number
  /** Draws in each bar. */
  readonly counts: readonly number[]
}

export interface Decomposition {
  readonly inputs: readonly { readonly name: string; readonly states: readonly InputState[] }[]
  /** Ends of the bars, one more than there are bars. */
  readonly ends: readonly number[]
  /** Every combination of states, the first input's slowest. */
  readonly kinds: readonly FutureKind[]
  /** Share of the outcome's variance that lies between the means of the kinds. */
  readonly explained: number
  /** Draws with a value, and those without. */
  readonly draws: number
  readonly failed: number
}

/** Throws CitywardError for unknown inputs, for few draws, and for an outcome that never varies. */
export function decompose(
  given: readonly Input[],
  outcomes: Float64Array,
  { by, bars = 40 }: DecompositionOptions = {},
): Decomposition {
  requireLengths('decompose', given, outcomes)
  requireOrdinary('decompose', given)
  requireWhole('decompose', 'bars', bars, 2, 1000)
  const { inputs, outcome, failed } = withoutFailures(given, outcomes)
  if (outcome.length < LEAST_DECOMPOSED)
    refuseArgument('decompose', 'outcome', howMany(outcome.length, 'value'), `at least ${LEAST_DECOMPOSED}`)
  if (!varies(outcome)) refuseArgument('decompose', 'outcome', 'one value', 'an outcome that varies')
  const chosen = chosenInputs(inputs, by ?? leadingInputs(sharesOf(inputs, outcome), 'share'))
  const states = chosen.map(({ values }) => statesOf(values, chosen.length < MOST_INPUTS ? 3 : 2))
  const ends = endsOf(outcome, bars)
  const combinations = states.reduce((count, own) => count * own.length, 1)
  const places = Float64Array.from(outcome, (_, draw) => placeOf(chosen, states, draw))
  const kinds = Array.from({ length: combinations }, (_, kind): FutureKind => {
    const own = outcome.filter((_, draw) => places[draw] === kind)
    return { states: combination(kind, states), ...summaryOf(own, ends) }
  })
  return {
    inputs: chosen.map(({ name }, at) => ({ name, states: states[at] })),
    ends,
    kinds,
    explained: explainedBy(kinds, outcome),
    draws: outcome.length,
    failed,
  }
}

/** Names of the inputs that lead by a measure: as many as carry four fifths of the sum, at most three. */
export function leadingInputs(indices: readonly Index[], measure: string): string[] {
  const sizes = indices
    .map(({ name, measures }) => ({ name, size: Math.abs(measures[measure]?.value ?? 0) || 0 }))
    .sort((a, b) => b.size - a.size)
  const all = sizes.reduce((sum, { size }) => sum + size, 0)
  let carried = 0
  const leading: string[] = []
  for (const { name, size } of sizes) {
    if (leading.length === MOST_INPUTS || (leading.length > 0 && carried >= CARRIED * all)) break
    leading.push(name)
    carried += size
  }
  return leading
}

const sharesOf = (inputs: readonly Input[], outcome: Float64Array): Index[] =>
  valuesFromDraws(varianceShares, inputs, outcome)

function chosenInputs(inputs: readonly Input[], by: readonly string[]): Input[] {
  if (!Array.isArray(by)) refuseArgument('decompose', 'by', `${by}`, 'a list of names of inputs')
  if (by.length < 1 || by.length > MOST_INPUTS)
    refuseArgument('decompose', 'by', howMany(by.length, 'input'), `1 to ${MOST_INPUTS}`)
  const names = inputs.map(({ name }) => name)
  for (const name of by) requireOneOf('decompose', 'by', name, names)
  if (new Set(by).size < by.length) refuseArgument('decompose', 'by', 'an input twice', 'each input once')
  return by.map((name) => inputs.find((input) => input.name === name)!)
}

/** So many states of equal numbers of draws; a state a value where there are no more values than that. */
function statesOf(values: Float64Array, count: number): InputState[] {
  const distinct = new Set<number>()
  for (const value of values) if (distinct.size <= count) distinct.add(value)
  if (distinct.size <= count)
    return [...distinct].sort((a, b) => a - b).map((value) => ({ low: value, high: value }))
  const sorted = Float64Array.from(risingOrder(values), (draw) => values[draw])
  const starts = Array.from({ length: count }, (_, k) => sorted[Math.ceil((k * sorted.length) / count)])
  const apart = [...new Set(starts)]
  // where most draws have the lowest value, those above it are a state of their own
  const own = apart.length > 1 ? apart : [apart[0], sorted.find((value) => value > apart[0])!]
  return own.map((low, k) => {
    const next = own[k + 1]
    const high = next === undefined ? sorted.length : sorted.findIndex((value) => value >= next)
    return { low, high: sorted[high - 1] }
  })
}

/** Number of a draw's combination of states. */
const placeOf = (
  inputs: readonly Input[],
  states: readonly (readonly InputState[])[],
  draw: number,
): number =>
  inputs.reduce((place, { values }, at) => {
    const state = states[at].findLastIndex(({ low }) => values[draw] >= low)
    return place * states[at].length + state
  }, 0)

function combination(kind: number, states: readonly (readonly InputState[])[]): number[] {
  let rest = kind
  return states
    .toReversed()
    .map(({ length }) => {
      const state = rest % length
      rest = Math.floor(rest / length)
      return state
    })
    .toReversed()
}

function endsOf(outcome: Float64Array, bars: number): number[] {
  const [low, high] = extentOf(outcome)
  return Array.from({ length: bars + 1 }, (_, k) => (k === bars ? high : low + (k * (high - low)) / bars))
}

function summaryOf(own: Float64Array, ends: readonly number[]): Omit<FutureKind, 'states'> {
  const bars = ends.length - 1
  const counts = new Array<number>(bars).fill(0)
  const width = (ends[bars] - ends[0]) / bars
  for (const value of own) counts[Math.min(bars - 1, Math.floor((value - ends[0]) / width))] += 1
  const [low, high] = own.length > 0 ? extentOf(own) : [Number.NaN, Number.NaN]
  return { draws: own.length, mean: own.length > 0 ? average(own) : Number.NaN, low, high, counts }
}

function explainedBy(kinds: readonly FutureKind[], outcome: Float64Array): number {
  const mean = average(outcome)
  const all = outcome.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  const between = kinds.reduce(
    (sum, { draws, mean: own }) => sum + (draws === 0 ? 0 : draws * (own - mean) ** 2),
    0,
  )
  return between / all
}
