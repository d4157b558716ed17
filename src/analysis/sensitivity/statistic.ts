/**
 * Methods that need no design: indices worked out from any run's draws, with intervals and a noise floor.
 *
 * The interval is that of a jackknife over groups of draws: leave out each of 20 groups in turn, see how the index
 * moves. It needs no chance and no draw twice, which would upset what is told from ranks or gaps. For quasi-random
 * draws it is wider than it need be.
 *
 * The noise floor is what an input gets that has nothing to do with the outcome: the largest index of 20 dummies, the
 * first input's draws in other orders. An index below it is not told from chance.
 *
 * Sources: Efron & Tibshirani (1993), An Introduction to the Bootstrap, ch. 11; dummies: Zadeh et al. (2017), Environ.
 * Model. Softw. 91, 210-222.
 */
import { permute } from '../../sampling/latin-hypercube.js'
import { wordsOf } from '../../sampling/stream.js'
import { around, type Estimate, type Index, type Input, withoutFailures } from './estimate.js'

/** Indices of every input, by measure: each array is in the order of `inputs`. */
export type Statistic = (
  inputs: readonly Float64Array[],
  outcome: Float64Array,
) => Readonly<Record<string, Float64Array>>

export interface GivenData {
  readonly indices: readonly Index[]
  /** Of each measure that has one. */
  readonly floor: Readonly<Record<string, number>>
  /** Draws whose outcome is a number, and those left out. */
  readonly draws: number
  readonly failed: number
}

const GROUPS = 20
const DUMMIES = 20

/** seed: of the dummies' orders. dummies: whether the statistic takes each input by itself, so that dummies tell. */
export function fromDraws(
  statistic: Statistic,
  given: readonly Input[],
  outcomes: Float64Array,
  { seed = 0, dummies = true }: { readonly seed?: number; readonly dummies?: boolean } = {},
): GivenData {
  const { inputs, outcome, failed } = withoutFailures(given, outcomes)
  const columns = inputs.map(({ values }) => values)
  const all = dummies ? [...columns, ...dummiesOf(columns[0] ?? outcome, seed)] : columns
  const values = statistic(all, outcome)
  const errors = jackknifeErrors(statistic, columns, outcome)
  const indices = inputs.map(({ name }, input) => {
    const entries = Object.entries(values).map(([measure, found]): [string, Estimate] => [
      measure,
      around(found[input], errors[measure][input], GROUPS - 1),
    ])
    return { name, measures: Object.fromEntries(entries) }
  })
  const floors = Object.entries(values).map(([measure, found]) => [
    measure,
    Math.max(...found.subarray(columns.length)),
  ])
  return { indices, floor: dummies ? Object.fromEntries(floors) : {}, draws: outcome.length, failed }
}

/** Standard errors by measure and input: groups are every twentieth draw. */
function jackknifeErrors(
  statistic: Statistic,
  columns: readonly Float64Array[],
  outcome: Float64Array,
): Record<string, Float64Array> {
  const left = Array.from({ length: GROUPS }, (_, group) => {
    const kept = (values: Float64Array) => values.filter((_, draw) => draw % GROUPS !== group)
    return statistic(columns.map(kept), kept(outcome))
  })
  const measures = Object.keys(left[0]).map((measure) => {
    const errors = columns.map((_, input) => {
      const values = left.map((one) => one[measure][input])
      const mean = values.reduce((sum, value) => sum + value, 0) / GROUPS
      const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
      return Math.sqrt((squares * (GROUPS - 1)) / GROUPS)
    })
    return [measure, Float64Array.from(errors)]
  })
  return Object.fromEntries(measures)
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
