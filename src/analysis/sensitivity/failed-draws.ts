/**
 * Trajectories that gave no number, as a finding: how many, and in which inputs they differ from the rest.
 *
 * An input is listed where the failed draws' values differ significantly from the others' (regional.ts).
 */

import { extentOf, sumOf } from '../statistics.js'
import { requireLengths } from './arguments.js'
import type { Input } from './estimate.js'
import { regionalSensitivity } from './regional.js'

export interface FailedDraws {
  readonly count: number
  readonly draws: number
  /** Inputs that differ, the largest distance first: range of the failed draws beside that of all. */
  readonly where: readonly {
    readonly name: string
    readonly distance: number
    readonly failed: readonly [number, number]
    readonly all: readonly [number, number]
  }[]
}

/** Fewest failures for a comparison. */
const LEAST = 5

export function failedDraws(inputs: readonly Input[], outcome: Float64Array): FailedDraws {
  requireLengths('failedDraws', inputs, outcome)
  const group = Uint8Array.from(outcome, (value) => (Number.isNaN(value) ? 1 : 0))
  const count = sumOf(group)
  const draws = outcome.length
  if (count < LEAST || count === draws) return { count, draws, where: [] }
  const { indices, critical } = regionalSensitivity(inputs, group)
  // corrected for the number of inputs: one in twenty would exceed the single limit by chance
  const limit = critical * Math.sqrt(1 + Math.log(inputs.length))
  const where = indices
    .map(({ name, distance }, input) => ({ name, distance, values: inputs[input].values }))
    .filter(({ distance }) => distance > limit)
    .sort((a, b) => b.distance - a.distance)
    .map(({ name, distance, values }) => ({
      name,
      distance,
      failed: extentOf(values.filter((_, draw) => group[draw] === 1)),
      all: extentOf(values),
    }))
  return { count, draws, where }
}
