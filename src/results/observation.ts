/** What has been counted since a scenario was written, and how a run was updated by it. */

/** One counted value with its standard error, both in the indicator's unit. */
export interface Observation {
  readonly indicator: string
  /** Code of the city or region. */
  readonly place: string
  readonly year: number
  readonly value: number
  readonly error: number
  readonly source: string
}

/** How the draws of a run were taken anew by what was observed. */
export interface RunUpdate {
  readonly observations: readonly Observation[]
  /** The policy under which it was observed. */
  readonly policy: string
  /** Draws of equal weight that would say as much: what odds are as narrow as. */
  readonly effectiveDraws: number
  /** Shape of the tail of weights. */
  readonly khat: number
  /** Draws of the run that was updated. */
  readonly from: number
}
