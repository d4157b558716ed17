/**
 * Methods that read a design, on rows that another program has laid out: trajectories that move one input a row; curves on
 * which one input swings fast; levels. Sobol' indices: own-base-points.ts.
 *
 * A layout is checked where the columns tell it, so that rows in another order are an error and no number.
 */
import { howMany } from '../../vocabulary/numbers.js'
import { refuseArgument, requireWhole } from '../../vocabulary/wrong-argument.js'
import { requireBlocks } from '../sensitivity/arguments.js'
import { effectMeasures } from '../sensitivity/elementary-effects.js'
import { certain, type Index, type Input } from '../sensitivity/estimate.js'
import { curveShares } from '../sensitivity/fast-indices.js'
import { meanWhere } from '../sensitivity/level-effects.js'

export interface OwnRows {
  readonly inputs: readonly Input[]
  readonly outcome: Float64Array
  readonly level: number
}

/** The function that users call. */
export const CALLED = 'analyse'

/** Ranges of the inputs, in their units. */
export type Bounds = Readonly<Record<string, readonly [number, number]>>

/** Elementary effects of trajectories: rows of which each differs from the one before in one input. */
export function morrisOfRows({ inputs, outcome, level }: OwnRows, bounds: Bounds | undefined): Index[] {
  const block = inputs.length + 1
  requireBlocks(CALLED, outcome, block, 'trajectory')
  const trajectories = outcome.length / block
  const effects = inputs.map(() => new Float64Array(trajectories).fill(Number.NaN))
  const ranges = inputs.map(({ name }) => rangeOf(name, bounds))
  for (let row = 0; row < outcome.length; row++) {
    if (row % block === 0) continue
    const moved = inputs.flatMap(({ values }, input) => (values[row] === values[row - 1] ? [] : [input]))
    if (moved.length !== 1)
      refuseArgument(
        CALLED,
        'rows',
        `${howMany(moved.length, 'input')} moved from row ${row - 1} to row ${row}`,
        `one, in trajectories of ${block} rows`,
      )
    const [input] = moved
    const { values } = inputs[input]
    const move = (values[row] - values[row - 1]) / ranges[input]
    effects[input][Math.floor(row / block)] = (outcome[row] - outcome[row - 1]) / move
  }
  return inputs.map(({ name }, input) => ({ name, measures: effectMeasures(effects[input], level) }))
}

function rangeOf(name: string, bounds: Bounds | undefined): number {
  const [low, high] = bounds?.[name] ?? [Number.NaN, Number.NaN]
  if (low < high) return high - low
  return refuseArgument(
    CALLED,
    `bounds.${name}`,
    bounds?.[name] ? `${low} to ${high}` : 'none',
    'the ends of its range, the lower first',
  )
}

/**
 * eFAST of curves, one for every input in the order of the columns, on which that input swings fast.
 *
 * frequency  swings of it on its curve; floor((points - 1) / (2 harmonics)) where left out
 */
export function efastOfRows(
  { inputs, outcome }: OwnRows,
  harmonics: number,
  frequency: number | undefined,
): Index[] {
  requireWhole(CALLED, 'harmonics', harmonics, 1)
  const points = outcome.length / inputs.length
  const least = 4 * harmonics ** 2 + 1
  if (!Number.isInteger(points) || points < least)
    refuseArgument(
      CALLED,
      'outcome',
      howMany(outcome.length, 'value'),
      `${inputs.length} curves of at least ${least} points`,
    )
  const fast = frequency ?? Math.floor((points - 1) / (2 * harmonics))
  requireWhole(CALLED, 'frequency', fast, 1, Math.floor((points - 1) / (2 * harmonics)))
  return inputs.map(({ name }, input) => {
    const { first, total } = curveShares(
      outcome.subarray(input * points, (input + 1) * points),
      fast,
      harmonics,
    )
    return { name, measures: { first: certain(first), total: certain(total) } }
  })
}

/** Main effects: the mean outcome where an input is lowest and where it is highest, less the mean of all rows. */
export function levelsOfRows({ inputs, outcome }: OwnRows): Index[] {
  const all = meanWhere(outcome, () => true)
  return inputs.map(({ name, values }) => {
    const [least, most] = [values, values].map((column, end) =>
      column.reduce((one, other) => (end === 0 ? Math.min(one, other) : Math.max(one, other))),
    )
    if (least === most) refuseArgument(CALLED, name, `${least} in every row`, 'two levels or more')
    const low = meanWhere(outcome, (row) => values[row] === least) - all
    const high = meanWhere(outcome, (row) => values[row] === most) - all
    return {
      name,
      measures: { swing: certain(Math.abs(high - low)), low: certain(low), high: certain(high) },
    }
  })
}
