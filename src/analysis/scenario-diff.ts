/** The comparison of two scenarios: what differs, and what each change moved. */
import type { FieldDifference } from '../scenario/compare/changes.js'
import type { Bilingual } from '../vocabulary/bilingual.js'
import type { Problem } from '../vocabulary/problems.js'
import type { Waterfall } from './waterfall.js'

interface ScenarioSketch {
  readonly file: string
  readonly title: Bilingual
  readonly policy: { readonly name: string; readonly title: Bilingual }
}

/** Changes that are made together or not at all; usually one. */
export interface NamedChange {
  /** Names of parts of the scenario, as in Difference.change. */
  readonly parts: readonly string[]
  readonly title: Bilingual
  /** The problem where only some of the parts change; absent for a single part. */
  readonly because?: Problem
}

export interface Attribution {
  readonly changes: readonly NamedChange[]
  /** Targets that both scenarios have. */
  readonly targets: readonly Waterfall[]
  /** Number of orders drawn at random; absent where every order counts. */
  readonly orders?: number
  /** Number of mixtures simulated. */
  readonly mixtures: number
  /** Mixtures with failed trajectories: their changes, the number of failures, and the cause of the first. */
  readonly failed: readonly {
    readonly made: readonly string[]
    readonly failures: number
    readonly why: string
  }[]
}

export interface ScenarioDiff extends Attribution {
  readonly before: ScenarioSketch
  readonly after: ScenarioSketch
  /** Of every mixture, on the same futures. */
  readonly draws: number
  readonly seed: number
  readonly differences: readonly FieldDifference[]
  /** Ids of targets that only one of them has. */
  readonly onlyBefore: readonly string[]
  readonly onlyAfter: readonly string[]
}
