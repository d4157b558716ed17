/**
 * Trajectories that gave no number, as a finding: how many, and in which inputs they differ from the rest.
 *
 * An input stands out where the failed draws' values are told from the others' by more than chance (regional.ts).
 */
import type { Input } from './estimate.js'
import { regionalSensitivity } from './regional.js'

export interface FailedDraws {
  readonly count: number
  readonly draws: number
  /** Inputs that stand out, the farthest first: range of the failed draws beside that of all. */
  readonly where: readonly {
    readonly name: string
    readonly distance: number
    readonly failed: readonly [number, number]
    readonly all: readonly [number, number]
  }[]
}

/** Fewest failures of which anything can be said. */
const LEAST = 5

export function failedDraws(inputs: readonly Input[], outcome: Float64Array): FailedDraws {
  const group = Uint8Array.from(outcome, (value) => (Number.isNaN(value) ? 1 : 0))
  const count = group.reduce((sum, one) => sum + one, 0)
  const draws = outcome.length
  if (count < LEAST || count === draws) return { count, draws, where: [] }
  const { indices, critical } = regionalSensitivity(inputs, group)
  // one input in twenty would pass the single limit by chance
  const limit = critical * Math.sqrt(1 + Math.log(inputs.length))
  const where = indices
    .map(({ name, distance }, input) => ({ name, distance, values: inputs[input].values }))
    .filter(({ distance }) => distance > limit)
    .sort((a, b) => b.distance - a.distance)
    .map(({ name, distance, values }) => ({
      name,
      distance,
      failed: rangeOf(values.filter((_, draw) => group[draw] === 1)),
      all: rangeOf(values),
    }))
  return { count, draws, where }
}

function rangeOf(values: Float64Array): readonly [number, number] {
  let [low, high] = [values[0], values[0]]
  for (const value of values) {
    low = Math.min(low, value)
    high = Math.max(high, value)
  }
  return [low, high]
}
