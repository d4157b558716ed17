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
import { permute } from '../../sampling/latin-hypercube.js'
import { wordsOf } from '../../sampling/stream.js'
import { average } from '../statistics.js'
import { around, certain, type Estimate, type Index, type Input, withoutFailures } from './estimate.js'

/** A method: prepared for the draws of inputs, it computes the indices of any outcome. */
export type Statistic = (inputs: readonly Float64Array[]) => (outcome: Float64Array) => Measures

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
const DUMMIES = 20

export interface DrawsOptions {
  /** Of the dummies' orders. */
  readonly seed?: number
  /** Whether the method uses each input separately, so that dummies are meaningful; true if left out. */
  readonly dummies?: boolean
}

/** Indices with intervals and floor. What depends on the inputs alone is computed once, for any number of outcomes. */
export function readyForDraws(
  statistic: Statistic,
  inputs: readonly Input[],
  options: DrawsOptions = {},
): (outcome: Float64Array) => GivenData {
  let ready: ReturnType<typeof setUp> | undefined
  return (outcomes) => {
    const whole = withoutFailures(inputs, outcomes)
    if (whole.failed === 0) ready ??= setUp(statistic, inputs, options)
    const { all, groups } = whole.failed === 0 ? ready! : setUp(statistic, whole.inputs, options)
    const values = all(whole.outcome)
    const left = groups.map((one, group) => one(whole.outcome.filter(outside(group))))
    const indices = inputs.map(({ name }, input) => {
      const entries = Object.entries(values).map(([measure, found]): [string, Estimate] => [
        measure,
        around(found[input], jackknifeError(left.map((one) => one[measure][input])), GROUPS - 1),
      ])
      return { name, measures: Object.fromEntries(entries) }
    })
    const floors = Object.entries(values).map(([measure, found]) => [
      measure,
      Math.max(...found.subarray(inputs.length)),
    ])
    const floor = options.dummies === false ? {} : Object.fromEntries(floors)
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

function setUp(statistic: Statistic, inputs: readonly Input[], { seed = 0, dummies = true }: DrawsOptions) {
  const columns = inputs.map(({ values }) => values)
  const extra = dummies && columns.length > 0 ? dummiesOf(columns[0], seed) : []
  const groups = Array.from({ length: GROUPS }, (_, group) =>
    statistic(columns.map((values) => values.filter(outside(group)))),
  )
  return { all: statistic([...columns, ...extra]), groups }
}

/** Groups are every tenth draw. */
const outside = (group: number) => (_: number, draw: number) => draw % GROUPS !== group

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
