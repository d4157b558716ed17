/** Trajectories that gave no numbers: why, and what reproduces them. */
import type { ProblemCode } from '../vocabulary/problem-codes.js'

/** Why a trajectory gave no numbers. */
export interface Fault {
  /** `not-a-number`, `rate-impossible`, `service-impossible`, `people-negative` `balance-open`, or one of LOST_CODES. */
  readonly code: ProblemCode
  readonly detail: string
}

/** Codes of faults that are the machine's or the program's and not the scenario's. */
export const LOST_CODES: readonly ProblemCode[] = ['endless', 'out-of-memory', 'worker-lost', 'program-fault']

/** A trajectory that gave no numbers, with what reproduces it. */
export interface Failure extends Fault {
  readonly policy: number
  readonly draw: number
}
