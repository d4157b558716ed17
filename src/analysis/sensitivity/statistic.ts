/**
 * Methods for given data: indices computed from any run's draws, with intervals and a noise floor.
 *
 * The interval is that of a jackknife over groups of draws: each of 10 groups is left out in turn. It needs no random
 * numbers and repeats no draw, as a bootstrap would, which disturbs methods based on ranks or gaps. For quasi-random
 * draws it is wider than necessary.
 *
 * The noise floor is the index of an input without effect: the largest of 20 dummies, the first input's draws in other
 * orders. An index below it is indistinguishable from chance.
 *
 * Sources: Efron & Tibshirani (1993), An Introduction to the Bootstrap, ch. 11; dummies: Zadeh et al. (2017), Environ.
 * Model. Softw. 91, 210-222.
 */
import { risingOrder } from '../../math/ranks.js'
import { permute } from '../../sampling/latin-hypercube.js'
import { createStream, wordsOf } from '../../sampling/stream.js'
import { howMany } from '../../vocabulary/numbers.js'
import { refuseArgument, requireWhole } from '../../vocabulary/wrong-argument.js'
import { average, varies } from '../statistics.js'
import { namedByPlace, requireColumns, requireLengths, requireOrdinary } from './arguments.js'
import { around, certain, type Estimate, type Index, type Input, withoutFailures } from './estimate.js'

/** A method: prepared for the draws of inputs, it computes the indices of any outcome. */
export interface Statistic {
  (inputs: readonly Float64Array[]): (outcome: Float64Array) => Measures
  /** Separately: an input's index is the same whatever other inputs are given, so that dummies may stand beside them. */
  readonly uses: 'separately' | 'together'
}

/** A method that looks at each input by itself. */
export function separately(prepare: (inputs: readonly Float64Array[]) => ReturnType<Statistic>): Statistic {
  return Object.assign(checked(prepare), { uses: 'separately' } as const)
}

/** A method in which inputs compete, as in a regression. */
export function together(prepare: (inputs: readonly Float64Array[]) => ReturnType<Statistic>): Statistic {
  return Object.assign(checked(prepare), { uses: 'together' } as const)
}

/** The same, refusing columns and outcomes of different lengths, and what is no number. */
function checked(prepare: (inputs: readonly Float64Array[]) => ReturnType<Statistic>): typeof prepare {
  return (inputs) => {
    requireColumns(inputs)
    requireOrdinary('statistic', namedByPlace(inputs))
    const ready = prepare(inputs)
    return (outcome) => {
      requireColumns(inputs, outcome)
      const failed = outcome.findIndex(Number.isNaN)
      if (failed >= 0)
        refuseArgument(
          'statistic',
          'outcome',
          `NaN for draw ${failed}`,
          'numbers; `fromDraws` leaves such draws out',
        )
      return ready(outcome)
    }
  }
}

/** Indices of every input, by measure: each array is in the order of the inputs. */
export type Measures = Readonly<Record<string, Float64Array>>

export interface GivenData {
  readonly indices: readonly Index[]
  /** Of each measure that has one. */
  readonly floor: Readonly<Record<string, number>>
  /** Draws whose outcome is a number, and those left out. */
  readonly draws: number
  readonly failed: number
}

const GROUPS = 10
/** Fewest draws with a value: two in each group that the jackknife leaves out. */
export const LEAST_GIVEN = 2 * GROUPS
const DUMMIES = 20

export interface DrawsOptions {
  /** Of the dummies' orders. */
  readonly seed?: number
  /** Confidence of the intervals; 0.95 if left out. */
  readonly level?: number
}

/**
 * Indices with intervals and floor. What depends on the inputs alone is computed once, for any number of outcomes; an
 * outcome that never varies has no indices (NaN). Throws CitywardError where lengths differ.
 */
export function readyForDraws(
  statistic: Statistic,
  inputs: readonly Input[],
  options: DrawsOptions = {},
): (outcome: Float64Array) => GivenData {
  requireWhole('fromDraws', 'seed', options.seed ?? 0, 0)
  let ready: ReturnType<typeof setUp> | undefined
  return (outcomes) => {
    requireLengths('fromDraws', inputs, outcomes)
    if (!ready) requireOrdinary('fromDraws', inputs)
    const whole = withoutFailures(inputs, outcomes)
    const known = whole.outcome.length
    if (known < LEAST_GIVEN)
      refuseArgument(
        'fromDraws',
        'outcome',
        howMany(known, 'value'),
        `at least ${LEAST_GIVEN}, two for each group of the jackknife`,
      )
    if (whole.failed === 0) ready ??= setUp(statistic, inputs, options)
    const { all, groups, pile } = whole.failed === 0 ? ready! : setUp(statistic, whole.inputs, options)
    const values = varies(whole.outcome) ? all(whole.outcome) : unknown(all(whole.outcome))
    const left = groups.map((one, group) => one(whole.outcome.filter((_, draw) => pile[draw] !== group)))
    const indices = inputs.map(({ name }, input) => {
      const entries = Object.entries(values).map(([measure, found]): [string, Estimate] => [
        measure,
        around(
          found[input],
          jackknifeError(left.map((one) => one[measure][input])),
          GROUPS - 1,
          options.level,
        ),
      ])
      return { name, measures: Object.fromEntries(entries) }
    })
    const floors = Object.entries(values).map(([measure, found]) => [
      measure,
      Math.max(...found.subarray(inputs.length)),
    ])
    const floor = statistic.uses === 'together' ? {} : Object.fromEntries(floors)
    return { indices, floor, draws: whole.outcome.length, failed: whole.failed }
  }
}

/** The same for one outcome. */
export function fromDraws(
  statistic: Statistic,
  inputs: readonly Input[],
  outcome: Float64Array,
  options?: DrawsOptions,
): GivenData {
  return readyForDraws(statistic, inputs, options)(outcome)
}

/** Indices alone. */
export function valuesFromDraws(
  statistic: Statistic,
  given: readonly Input[],
  outcomes: Float64Array,
): Index[] {
  const { inputs, outcome } = withoutFailures(given, outcomes)
  const values = statistic(inputs.map((input) => input.values))(outcome)
  return inputs.map(({ name }, input) => {
    const measures = Object.entries(values).map(([measure, found]) => [measure, certain(found[input])])
    return { name, measures: Object.fromEntries(measures) }
  })
}

function setUp(statistic: Statistic, inputs: readonly Input[], { seed = 0 }: DrawsOptions) {
  const columns = inputs.map(({ values }) => values)
  const extra = statistic.uses === 'separately' && columns.length > 0 ? dummiesOf(columns[0], seed) : []
  const pile = dealt(columns[0]?.length ?? 0, GROUPS)
  const orders = columns.map((values) => once(() => risingOrder(values)))
  const groups = Array.from({ length: GROUPS }, (_, group) => {
    const part = withoutPile(pile, group)
    return statistic(columns.map((values, input) => partOf(values, part, orders[input])))
  })
  return { all: statistic([...columns, ...extra]), groups, pile }
}

interface Part {
  readonly draws: Uint32Array
  /** By draw of the whole, -1 for those that are left out. */
  readonly placeOf: Int32Array
}

/** Draws that are not of a pile. */
function withoutPile(pile: Uint8Array, left: number): Part {
  const placeOf = new Int32Array(pile.length).fill(-1)
  let count = 0
  for (let draw = 0; draw < pile.length; draw++) if (pile[draw] !== left) placeOf[draw] = count++
  const draws = new Uint32Array(count)
  for (let draw = 0; draw < pile.length; draw++) if (placeOf[draw] >= 0) draws[placeOf[draw]] = draw
  return { draws, placeOf }
}

/** Some draws of a column, with their order taken from that of the whole, which is less work than to sort them anew. */
function partOf(values: Float64Array, { draws, placeOf }: Part, order: () => Uint32Array): Float64Array {
  const part = new Float64Array(draws.length)
  for (let place = 0; place < draws.length; place++) part[place] = values[draws[place]]
  const own = once(() => {
    const whole = order()
    const rising = new Uint32Array(draws.length)
    for (let k = 0, next = 0; k < whole.length; k++)
      if (placeOf[whole[k]] >= 0) rising[next++] = placeOf[whole[k]]
    return rising
  })
  known.set(part, own)
  return part
}

/** Orders of parts that are made here, and that nobody writes into. */
const known = new WeakMap<Float64Array, () => Uint32Array>()

/** `risingOrder` of a column that a statistic is given. */
export const orderOf = (values: Float64Array): Uint32Array => known.get(values)?.() ?? risingOrder(values)

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

function unknown(measures: Measures): Measures {
  const entries = Object.entries(measures).map(([name, found]) => [
    name,
    new Float64Array(found.length).fill(Number.NaN),
  ])
  return Object.fromEntries(entries)
}

/** Jackknife standard error of an index from its values without each group. */
function jackknifeError(left: readonly number[]): number {
  const mean = average(left)
  const squares = left.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return Math.sqrt((squares * (GROUPS - 1)) / GROUPS)
}

function dummiesOf(values: Float64Array, seed: number): Float64Array[] {
  return Array.from({ length: DUMMIES }, (_, dummy) => {
    const [pattern] = wordsOf(seed, `dummy ${dummy}`, 4)
    return values.map((_, draw) => values[permute(draw, values.length, pattern)])
  })
}

/**
 * The pile of so many that each draw is dealt to, by chance and the same for every run: every tenth draw would be one
 * corner of a design that repeats after ten or five.
 */
export function dealt(draws: number, piles: number): Uint8Array {
  const deal = createStream(0, 'groups of draws')
  return Uint8Array.from({ length: draws }, (_, draw) => Math.floor(deal(draw) * piles))
}

/**
 * Cut an input into about so many slices of as many draws each; equal values stand in one slice.
 * returns the slice of each draw, and how many there are.
 */
export function slicesOf(order: Uint32Array, values: Float64Array, slices: number) {
  const sliceOf = new Uint16Array(values.length)
  let slice = 0
  let filled = 0
  for (let place = 0; place < order.length; place++) {
    const fresh = place > 0 && values[order[place]] !== values[order[place - 1]]
    if (fresh && place >= ((slice + 1) * order.length) / slices && filled > 0) {
      slice += 1
      filled = 0
    }
    sliceOf[order[place]] = slice
    filled += 1
  }
  return { sliceOf, count: slice + 1 }
}
