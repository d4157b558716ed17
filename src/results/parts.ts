/** Parts of a run: draws of one policy that are kept together, as columns and as the bytes of a file. */
import type { Failure } from './failures.js'

/** Most draws of a run: some hundred thousand parts a policy, all of which a run folder has to list. */
export const MOST_DRAWS = 100_000_000

/** Draws of one policy that are kept together, column by column. */
export interface PartColumns {
  readonly policy: number
  /** What the policy sets the levers to, in the order of the plan's. */
  readonly settings: readonly number[]
  readonly firstDraw: number
  readonly draws: number
  /** Sampled uncertainties [uncertainty, draw in part]. */
  readonly inputs: Float64Array
  /** Outcomes [column, draw in part]; NaN for a ratio without a denominator, and throughout for a failed trajectory. */
  readonly outcomes: Float64Array
}

/** A part that is whole, with its failures by draw. */
export interface PartOutcomes extends PartColumns {
  readonly failures: readonly Failure[]
}

/** A part as the bytes of its file, in memory that threads share, or in their own. */
export interface PackedPart {
  readonly bytes: Uint8Array
  readonly sha256: string
}
