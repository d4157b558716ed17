/**
 * What each uncertainty contributes to the spread of an outcome, from the draws of the run itself: its share of the
 * variance (sensitivity/variance-shares.ts). What no share explains is left as `other`.
 */
import type { Bilingual } from '../vocabulary/bilingual.js'
import { LEAST_DRAWS } from './odds.js'
import { varianceShares } from './sensitivity/variance-shares.js'
import { varies } from './statistics.js'
import { OTHER_TITLE } from './summary-words.js'

interface TitledName {
  readonly name: string
  readonly title: Bilingual
}

export interface Contribution {
  readonly uncertainty: string
  readonly title: Bilingual
  readonly share: number
}

/** Draws per uncertainty below which a regression would mostly fit noise; no fewer than any word on odds needs. */
const DRAWS_EACH = 10
/** Shares below this go into the remainder. */
const LEAST = 0.005

/** Sampled uncertainties that vary, ready for any outcome. */
export interface SampledInputs {
  readonly uncertainties: readonly TitledName[]
  /** Values [uncertainty][draw], as sampled. */
  readonly inputs: readonly Float64Array[]
  /** Shares of an outcome's variance; undefined where draws are too few. */
  readonly sharesOf: ((outcome: Float64Array) => Float64Array) | undefined
}

/** Prepare uncertainties [uncertainty][draw]; those that never vary are left out. */
export function prepareInputs(
  uncertainties: readonly TitledName[],
  inputs: readonly Float64Array[],
): SampledInputs {
  const varying = uncertainties.map((_, index) => index).filter((index) => varies(inputs[index]))
  const columns = varying.map((index) => inputs[index])
  const draws = columns[0]?.length ?? 0
  const enough = columns.length > 0 && draws >= Math.max(LEAST_DRAWS, DRAWS_EACH * columns.length)
  const ready = enough ? varianceShares(columns) : undefined
  return {
    uncertainties: varying.map((index) => uncertainties[index]),
    inputs: columns,
    sharesOf: ready && ((outcome) => ready(outcome)['share']),
  }
}

/** Shares of the outcome's variance (0-1, adding up to 1), largest first and the remainder last; empty where unknown. */
export function contributionsTo(prepared: SampledInputs, outcome: Float64Array): Contribution[] {
  if (outcome.some(Number.isNaN)) {
    const whole = (values: Float64Array) => values.filter((_, draw) => !Number.isNaN(outcome[draw]))
    prepared = prepareInputs(prepared.uncertainties, prepared.inputs.map(whole))
    outcome = whole(outcome)
  }
  if (!prepared.sharesOf || !varies(outcome)) return []
  const found = prepared.sharesOf(outcome)
  if (found.some(Number.isNaN)) return []
  const measured = prepared.uncertainties
    .map(({ name, title }, index) => ({ uncertainty: name, title, share: found[index] }))
    .filter(({ share }) => share >= LEAST)
    .sort((a, b) => b.share - a.share)
  const sum = measured.reduce((total, { share }) => total + share, 0)
  // what goes with correlated uncertainties alone overlaps, so that it may add up to more than 1
  const shares = measured.map((entry) => ({ ...entry, share: entry.share / Math.max(1, sum) }))
  return [...shares, { uncertainty: 'other', title: OTHER_TITLE, share: Math.max(0, 1 - sum) }]
}
