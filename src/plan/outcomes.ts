/** The columns of a run: which indicator, where, when. A run folder, its reader and its summary share this list. */

export interface OutcomeColumn {
  /** `urban_share@45@2023`: indicator, code of the place, year. */
  readonly name: string
  readonly indicator: string
  /** Index into plan.places; 0 is the region. */
  readonly place: number
  /** Index into plan.years. */
  readonly year: number
}

/** Draws of one policy to be computed together. */
export interface Batch {
  readonly policy: number
  readonly firstDraw: number
  readonly draws: number
}

/** A trajectory that gave no number, with what reproduces it. */
export interface Failure {
  readonly policy: number
  readonly draw: number
  /** `not-a-number`, `negative-people` or `balance-open`. */
  readonly code: string
  readonly detail: string
}

/** What a worker gives back for a batch. */
export interface BatchOutcomes extends Batch {
  /** Sampled uncertainties [uncertainty, draw in batch]. */
  readonly inputs: Float64Array
  /** Outcomes [column, draw in batch]; NaN throughout for a failed trajectory. */
  readonly outcomes: Float64Array
  readonly failures: readonly Failure[]
}

export function outcomeName(indicator: string, place: string, year: number): string {
  return `${indicator}@${place}@${year}`
}

/** Reads the finished outcomes of one policy, a few columns at a time, in draw order. */
export interface OutcomeReader {
  /** Draws that are whole for every policy read. */
  readonly draws: number
  /** Columns by name: outcomes as in OutcomeColumn.name, uncertainties as `input@<name>`. */
  readonly read: (policy: number, columns: readonly string[]) => Promise<Float64Array[]>
}
