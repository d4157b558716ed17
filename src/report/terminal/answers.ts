/** What pages on sensitivity and discovery show: the question in words, and what was found. */
import type { Box } from '../../analysis/discovery/box.js'
import type { Discovery } from '../../analysis/discovery/discover.js'
import type { MeanDiscovery } from '../../analysis/discovery/mean-box.js'
import type { Sensitivity } from '../../analysis/sensitivity/analyse.js'
import type { Input } from '../../analysis/sensitivity/estimate.js'
import type { TargetPlan } from '../../plan/plan.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'

/** What was asked; the outcome in words. */
export interface SensitivityQuestion {
  readonly policy: { readonly name: string; readonly title: Bilingual }
  readonly indicator: string
  readonly title: Bilingual
  readonly unit: string
  readonly place: { readonly code: string; readonly name: Bilingual }
  readonly year: number
}

export interface SensitivityAnswer {
  readonly question: SensitivityQuestion
  readonly result: Sensitivity
}

export interface DiscoveryAnswer {
  readonly question: SensitivityQuestion & {
    readonly target: Pick<TargetPlan, 'id' | 'comparator' | 'threshold' | 'tolerance'>
  }
  /** Whether the draws of interest are those that miss the target. */
  readonly fails: boolean
  readonly draws: number
  readonly hits: number
  /** Trajectories left out since they are without a value: failed, or a ratio without a denominator. */
  readonly left: number
  readonly inputs: readonly Input[]
  /** Least share of all draws in a box that was looked for. */
  readonly mass: number
  /** One of the two: of PRIM, or the leaves of CART's tree. */
  readonly found?: Discovery
  readonly leaves?: readonly Box[]
}

/** Where the mean of an indicator is high, or low. */
export interface MeanBoxAnswer {
  readonly question: SensitivityQuestion
  readonly side: 'high' | 'low'
  readonly inputs: readonly Input[]
  readonly found: MeanDiscovery
}
