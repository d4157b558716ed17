/** An index with its 95 % interval, and how intervals are computed. */
import { studentQuantile } from '../../math/student-quantile.js'
import { average } from '../statistics.js'

export interface Estimate {
  readonly value: number
  /** Interval of 95 %, or of the level asked for; NaN where it cannot be estimated. */
  readonly low: number
  readonly high: number
}

/** Indices of one input, by the names of the measures; `name` is that of the uncertainty or group. */
export interface Index {
  readonly name: string
  readonly measures: Readonly<Record<string, Estimate>>
}

/** Input draws with their name: no index depends on an order of columns. */
export interface Input {
  readonly name: string
  readonly values: Float64Array
}

export function certain(value: number): Estimate {
  return { value, low: Number.NaN, high: Number.NaN }
}

/** Confidence of an interval where none is asked for. */
export const USUAL_LEVEL = 0.95

/** Mean of independent replicates, such as scrambles, with Student's interval; NaNs are left out. */
export function meanOf(replicates: ArrayLike<number>, level = USUAL_LEVEL): Estimate {
  const known = Float64Array.from(replicates).filter((value) => !Number.isNaN(value))
  const count = known.length
  const value = average(known)
  if (count < 2) return certain(value)
  const squares = known.reduce((sum, one) => sum + (one - value) ** 2, 0)
  return around(value, Math.sqrt(squares / (count - 1) / count), count - 1, level)
}

/** value -+ t x its standard error. */
export function around(value: number, error: number, degrees: number, level = USUAL_LEVEL): Estimate {
  const half = error * studentQuantile((1 + level) / 2, degrees)
  return { value, low: value - half, high: value + half }
}

/** Half of an interval's width. */
export function intervalHalfWidth({ low, high }: Estimate): number {
  return (high - low) / 2
}

/** Draws whose outcome is a number. */
export function withoutFailures(
  inputs: readonly Input[],
  outcome: Float64Array,
): { inputs: readonly Input[]; outcome: Float64Array; failed: number } {
  const whole = (values: Float64Array) => values.filter((_, draw) => !Number.isNaN(outcome[draw]))
  const kept = whole(outcome)
  if (kept.length === outcome.length) return { inputs, outcome, failed: 0 }
  return {
    inputs: inputs.map(({ name, values }) => ({ name, values: whole(values) })),
    outcome: kept,
    failed: outcome.length - kept.length,
  }
}
