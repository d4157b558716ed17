/** How a number came about, as a tree; and what is asked about it. */
import type { Dataset } from '../dataset/dataset.js'
import type { Plan } from '../plan/plan.js'
import type { Scenario } from '../scenario/scenario.js'
import type { Bilingual } from '../vocabulary/bilingual.js'
import type { Quality } from '../vocabulary/quality.js'

export interface Explanation {
  /** The name, as formulas write it; with its year where that is not the year asked about. */
  readonly what: string
  /** Null where the cities differ and cannot be added up, and of a table, which is no one number. */
  readonly value: number | null
  /** Lowest and highest of the cities, where there is no one value. */
  readonly across?: readonly [number, number]
  readonly unit: string
  readonly formula?: string
  /** What kind of thing it is, with its reason. */
  readonly note: Bilingual
  readonly quality?: Quality
  readonly sources: readonly string[]
  readonly parts: readonly Explanation[]
  /** Parts that lie deeper than was asked for. */
  readonly folded: number
}

export interface ExplanationRequest {
  readonly plan: Plan
  readonly scenario: Scenario
  readonly dataset: Dataset
  /** A trajectory's memory once all its years are computed. */
  readonly memory: Float64Array
  /** Index of the city, or -1 for the region. */
  readonly city: number
  /** Index into plan.years. */
  readonly year: number
  readonly policy: number
}
