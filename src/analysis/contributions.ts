/**
 * What each uncertainty contributes to the spread of an outcome, from the draws of the run itself.
 *
 * Outcome and uncertainties are replaced by their ranks, which makes any rising or falling effect a straight line.
 * An uncertainty's share is its standardised regression coefficient times its correlation with the outcome, the
 * product measure: the squared coefficient where uncertainties are independent, and adding up to R squared where
 * they are correlated. What ranks and lines do not explain is left as `other`.
 *
 * Ranks are computed once a column, and simple-statistics' sampleCorrelation of them is Spearman's coefficient; its
 * sampleRankCorrelation would rank both columns for each pair. Its regression has one input only, hence our own solver.
 * Source: Saltelli et al. (2000), Sensitivity Analysis, ch. 6 (rank regression); Pratt (1987) (product measure).
 */
import { sampleCorrelation } from 'simple-statistics'
import { cholesky, solveFactored } from '../math/cholesky.js'
import { midranks } from '../math/ranks.js'
import { symmetric } from '../math/symmetric.js'
import type { Bilingual } from '../vocabulary/bilingual.js'
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

/** Draws per uncertainty below which a regression would mostly fit noise. */
const DRAWS_EACH = 10
/** Shares below this go into the remainder. */
const LEAST = 0.005

/** Sampled uncertainties, ranked, with the factor of their rank correlations. */
export interface RankedInputs {
  readonly uncertainties: readonly TitledName[]
  /** Values [uncertainty][draw], as sampled. */
  readonly inputs: readonly Float64Array[]
  readonly ranks: readonly number[][]
  readonly factor: Float64Array | undefined
}

/** Prepare uncertainties [uncertainty][draw]; those that never vary are left out. */
export function rankInputs(
  uncertainties: readonly TitledName[],
  inputs: readonly Float64Array[],
): RankedInputs {
  const varying = uncertainties.map((_, index) => index).filter((index) => varies(inputs[index]))
  const ranks = varying.map((index) => midranks(inputs[index]))
  const size = ranks.length
  const draws = ranks[0]?.length ?? 0
  const matrix = symmetric(size, (row, column) => sampleCorrelation(ranks[row], ranks[column]))
  const factor = draws >= DRAWS_EACH * size && size > 0 ? cholesky(matrix, size) : undefined
  return {
    uncertainties: varying.map((index) => uncertainties[index]),
    inputs: varying.map((index) => inputs[index]),
    ranks,
    factor,
  }
}

/** Shares of the outcome's variance (0-1, adding up to 1), largest first and the remainder last; empty where unknown. */
export function contributionsTo(drivers: RankedInputs, outcome: Float64Array): Contribution[] {
  if (outcome.some(Number.isNaN)) {
    const whole = (values: Float64Array) => values.filter((_, draw) => !Number.isNaN(outcome[draw]))
    drivers = rankInputs(drivers.uncertainties, drivers.inputs.map(whole))
    outcome = whole(outcome)
  }
  if (!drivers.factor || !varies(outcome)) return []
  const target = midranks(outcome)
  const correlations = Float64Array.from(drivers.ranks, (ranks) => sampleCorrelation(ranks, target))
  const coefficients = solveFactored(drivers.factor, correlations)
  const measured = drivers.uncertainties
    .map(({ name, title }, index) => ({
      uncertainty: name,
      title,
      share: coefficients[index] * correlations[index],
    }))
    .filter(({ share }) => share >= LEAST)
    .sort((a, b) => b.share - a.share)
  const sum = measured.reduce((total, { share }) => total + share, 0)
  // uncertainties that counteract a correlated one have negative products, so that the others may add up to more than 1
  const shares = measured.map((entry) => ({ ...entry, share: entry.share / Math.max(1, sum) }))
  return [...shares, { uncertainty: 'other', title: OTHER_TITLE, share: Math.max(0, 1 - sum) }]
}

function varies(values: Float64Array): boolean {
  return values.some((value) => value !== values[0])
}
