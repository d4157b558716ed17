/** What is said of two scenarios: what differs, and what each difference moved. */
import type { FieldDifference } from '../scenario/compare/changes.js'
import type { Bilingual } from '../vocabulary/bilingual.js'
import type { Problem } from '../vocabulary/problems.js'
import type { Waterfall } from './waterfall.js'

interface ScenarioSketch {
  readonly file: string
  readonly title: Bilingual
  readonly policy: { readonly name: string; readonly title: Bilingual }
}

/** Changes that are made together or not at all, mostly one. */
export interface NamedChange {
  /** Names of parts of the scenario, as in Difference.change. */
  readonly parts: readonly string[]
  readonly title: Bilingual
  /** What is wrong where only some of the parts change; absent of a single part. */
  readonly because?: Problem
}

export interface Attribution {
  readonly changes: readonly NamedChange[]
  /** Targets that both scenarios have. */
  readonly targets: readonly Waterfall[]
  /** Orders of making the changes that were drawn; absent where every order counts. */
  readonly orders?: number
  /** Mixtures of the two scenarios that were lived. */
  readonly mixtures: number
  /** Mixtures with futures that could not be lived: what was made, how many futures, and why the first. */
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
