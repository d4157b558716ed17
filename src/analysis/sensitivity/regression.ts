/**
 * Straight lines: standardised regression and partial correlation coefficients, of values and of ranks.
 *
 *   src, srrc  change of the outcome, in its standard deviations, for one of the input's, all others held
 *   pcc, prcc  correlation of what of outcome and input the others do not explain
 *   carried    R squared: what lines carry at all; a low one says to look elsewhere (PAWN, delta)
 *
 * They carry a sign, and hold for correlated inputs as long as none follows from the others.
 * Sources: Saltelli et al. (2000), Sensitivity Analysis, ch. 6; Iman & Conover (1979), Technometrics 21, 499-509.
 */
import { sampleCorrelation } from 'simple-statistics'
import { cholesky, solveFactored } from '../../math/cholesky.js'
import { midranks } from '../../math/ranks.js'
import { varies } from './estimate.js'
import type { Statistic } from './statistic.js'

/** Measures src, pcc, srrc, prcc; NaN for an input that never varies, and for all where some follow from others. */
export const regression: Statistic = (inputs, outcome) => {
  const values = linesThrough(inputs, outcome, (column) => [...column])
  const ranks = linesThrough(inputs, outcome, midranks)
  return { src: values.standardised, pcc: values.partial, srrc: ranks.standardised, prcc: ranks.partial }
}

/** What straight lines through values and through ranks carry of the outcome's variance, 0-1. */
export function carriedByLines(inputs: readonly Float64Array[], outcome: Float64Array) {
  return {
    values: linesThrough(inputs, outcome, (column) => [...column]).carried,
    ranks: linesThrough(inputs, outcome, midranks).carried,
  }
}

function linesThrough(
  inputs: readonly Float64Array[],
  outcome: Float64Array,
  scored: (values: Float64Array) => number[],
) {
  const standardised = new Float64Array(inputs.length).fill(Number.NaN)
  const partial = standardised.slice()
  const varied = inputs.map((_, input) => input).filter((input) => varies(inputs[input]))
  const scores = varied.map((input) => scored(inputs[input]))
  const target = scored(outcome)
  const correlations = Float64Array.from(scores, (score) => sampleCorrelation(score, target))
  const factor = cholesky(correlationMatrix(scores), scores.length)
  if (!factor || !varies(outcome) || outcome.length <= varied.length + 2)
    return { standardised, partial, carried: Number.NaN }
  const slopes = solveFactored(factor, correlations)
  const carried = slopes.reduce((sum, slope, k) => sum + slope * correlations[k], 0)
  varied.forEach((input, k) => {
    standardised[input] = slopes[k]
    const unit = new Float64Array(varied.length)
    unit[k] = 1
    // what the input has of its own: one over the diagonal of the inverse
    const own = 1 / solveFactored(factor, unit)[k]
    partial[input] = slopes[k] * Math.sqrt(own / (1 - carried + slopes[k] ** 2 * own))
  })
  return { standardised, partial, carried }
}

/** Correlations [row, column] of columns of scores. */
export function correlationMatrix(scores: readonly number[][]): Float64Array {
  const size = scores.length
  const matrix = new Float64Array(size * size)
  for (let row = 0; row < size; row++) {
    matrix[row * size + row] = 1
    for (let column = 0; column < row; column++) {
      const correlation = sampleCorrelation(scores[row], scores[column])
      matrix[row * size + column] = correlation
      matrix[column * size + row] = correlation
    }
  }
  return matrix
}
