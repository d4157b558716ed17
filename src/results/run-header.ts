/** The part of a plan that a run folder keeps in words, so that it can be read without the scenario. */

import type { Reading } from '../dataset/dataset.js'
import type { Plan } from '../plan/plan.js'
import type { Bilingual } from '../vocabulary/bilingual.js'
import type { RunUpdate } from './observation.js'
import type { Projection } from './projection.js'

export interface RunHeader
  extends Pick<
    Plan,
    | 'title'
    | 'fingerprint'
    | 'places'
    | 'years'
    | 'seed'
    | 'design'
    | 'indicators'
    | 'targets'
    | 'costs'
    | 'unassessed'
    | 'sections'
    | 'invented'
    | 'outcomes'
  > {
  readonly version: string
  readonly policies: readonly { readonly name: string; readonly title: Bilingual }[]
  readonly uncertainties: readonly { readonly name: string; readonly title: Bilingual }[]
  /** Those that every city or year has its own of; absent where there are none. */
  readonly ofCities?: readonly { readonly name: string; readonly title: Bilingual }[]
  /** Values with every uncertainty at its median, by policy and column, in the order of `outcomes`. */
  readonly principal: readonly (readonly number[])[]
  /** What each ratio is measured against (residents, children), with every uncertainty at its median; null for counts. */
  readonly denominators: readonly (readonly (number | null)[])[]
  /** The principal projection of each policy that can be simulated in it. */
  readonly projections: readonly Projection[]
  /** The year of each published total that people are scaled to; absent where there are none. */
  readonly controlYears?: readonly number[]
  /** The urban-rural growth difference line, where the data folder has two censuses. */
  readonly growthDifference?: {
    readonly indicator: string
    readonly years: readonly { readonly year: number; readonly value: number }[]
    readonly basis: string
  }
  /** How else a datum of the calibration can be read, and what each row of its draws says of that datum. */
  readonly readings?: {
    /** The uncertainty whose value tells the row. */
    readonly input: string
    readonly choices: readonly Omit<Reading, 'provenance'>[]
    /** Value of that uncertainty, and what its row says; by rising value. */
    readonly rows: readonly (readonly [value: number, said: number])[]
  }
  /** Of a run whose draws were taken anew by what has been observed. */
  readonly update?: RunUpdate
}

/** What of a header the parts of a run are named and told apart by; it needs no future to be simulated. */
export type RunNames = Pick<
  RunHeader,
  'version' | 'fingerprint' | 'seed' | 'design' | 'policies' | 'uncertainties' | 'outcomes'
>

/** A header that is made whole when it is asked for, and once. */
export interface LateHeader extends RunNames {
  readonly whole: () => RunHeader
}
