/** How the finished outcomes of a run are read. */

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
