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

/**
 * Draws to be lived together, each under every one of some policies: policies that share a population share it. What
 * they give goes straight to its place in the parts, one of each policy, which all workers share.
 */
export interface Batch {
  readonly firstDraw: number
  readonly draws: number
  readonly parts: readonly PartColumns[]
}

/** Why a trajectory gave no numbers. */
export interface Fault {
  /** `not-a-number`, `rate-impossible`, `service-impossible`, `negative-people` `balance-open`, or one of LOST_CODES. */
  readonly code: string
  readonly detail: string
}

/** Codes of faults that are the machine's or the program's and not the scenario's. */
export const LOST_CODES: readonly string[] = ['endless', 'out-of-memory', 'worker-lost', 'program-fault']

/** A trajectory that gave no numbers, with what reproduces it. */
export interface Failure extends Fault {
  readonly policy: number
  readonly draw: number
}

/** Draws of one policy that are kept together, column by column. */
export interface PartColumns {
  readonly policy: number
  /** What the policy sets the levers to, in the order of the plan's. */
  readonly settings: readonly number[]
  readonly firstDraw: number
  readonly draws: number
  /** Sampled uncertainties [uncertainty, draw in part]. */
  readonly inputs: Float64Array
  /** Outcomes [column, draw in part]; NaN throughout for a failed trajectory. */
  readonly outcomes: Float64Array
}

/** A part that is lived, with its failures by draw. */
export interface PartOutcomes extends PartColumns {
  readonly failures: readonly Failure[]
}

/** A part as the bytes of its file. */
export interface PackedPart {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly sha256: string
}

export function outcomeName(indicator: string, place: string, year: number): string {
  return `${indicator}@${place}@${year}`
}

/** Reads the finished outcomes of one policy, a few columns at a time, in draw order. */
export interface OutcomeReader {
  /** Draws that are whole for every policy read. */
  readonly draws: number
  /**
   * Columns by name: outcomes as in OutcomeColumn.name, uncertainties as `input@<name>`.
   *
   * draws  the first so many only; all where left out
   * into   arrays of so many draws to write into and to give back, so that a loop over columns makes no new ones
   */
  readonly read: (
    policy: number,
    columns: readonly string[],
    how?: { readonly draws?: number; readonly into?: readonly Float64Array[] },
  ) => Promise<Float64Array[]>
}

/** Index of the column of an indicator in a place (index) and year; -1 where there is none. */
export function columnAt(
  { outcomes, years }: { readonly outcomes: readonly OutcomeColumn[]; readonly years: readonly number[] },
  indicator: string,
  place: number,
  year: number,
): number {
  return outcomes.findIndex(
    (column) => column.indicator === indicator && column.place === place && years[column.year] === year,
  )
}
