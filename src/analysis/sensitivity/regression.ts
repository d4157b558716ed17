/**
 * Linear regression: standardised regression and partial correlation coefficients, of values and of ranks.
 *
 *   src, srrc  change of the outcome, in its standard deviations, for one of the input's, all others fixed
 *   pcc, prcc  correlation of the residuals of outcome and input after regression on the others
 *   carried    R squared; where it is low, other methods are needed (PAWN, delta)
 *
 * They have a sign, and hold for correlated inputs as long as none is a linear function of the others.
 * Sources: Saltelli et al. (2000), Sensitivity Analysis, ch. 6; Iman & Conover (1979), Technometrics 21, 499-509.
 */

import { cholesky, solveFactored } from '../../math/cholesky.js'
import { midranks } from '../../math/ranks.js'
import { symmetric } from '../../math/symmetric.js'
import { average, varies } from '../statistics.js'
import { namedByPlace, requireColumns, requireOrdinary } from './arguments.js'
import { orderOf, type Statistic, together } from './statistic.js'

/** Measures src, pcc, srrc, prcc; NaN for a constant input, and for all where some are linear functions of others. */
export const regression: Statistic = together((inputs) => {
  const [values, ranks] = [linesThrough(inputs, asIs), linesThrough(inputs, asRanks)]
  return (outcome) => {
    const [straight, ranked] = [values(outcome), ranks(outcome)]
    return {
      src: straight.standardised,
      pcc: straight.partial,
      srrc: ranked.standardised,
      prcc: ranked.partial,
    }
  }
})

/** The measure prcc alone. */
export const rankCorrelation: Statistic = together((inputs) => {
  const ranks = linesThrough(inputs, asRanks)
  return (outcome) => ({ prcc: ranks(outcome).partial })
})

/** R squared of the regressions on values and on ranks, 0-1. */
export function carriedByLines(inputs: readonly Float64Array[], outcome: Float64Array) {
  requireColumns(inputs, outcome)
  requireOrdinary('carriedByLines', [...namedByPlace(inputs), { name: 'outcome', values: outcome }])
  return {
    values: linesThrough(inputs, asIs)(outcome).carried,
    ranks: linesThrough(inputs, asRanks)(outcome).carried,
  }
}

/** A function that gives the R squared of the regression on values for any outcome. */
export function carriedByValues(inputs: readonly Float64Array[]): (outcome: Float64Array) => number {
  const lines = linesThrough(inputs, asIs)
  return (outcome) => lines(outcome).carried
}

const asIs = (values: Float64Array): ArrayLike<number> => values
const asRanks = (values: Float64Array): ArrayLike<number> => midranks(values, orderOf(values))

function linesThrough(inputs: readonly Float64Array[], scored: (values: Float64Array) => ArrayLike<number>) {
  const varied = inputs.map((_, input) => input).filter((input) => varies(inputs[input]))
  const scores = varied.map((input) => standardised(scored(inputs[input])))
  const factor = cholesky(correlationMatrix(scores), scores.length)
  // the variance of each input that the others do not explain: one over the diagonal of the inverse
  const own = factor && scores.map((_, k) => 1 / solveFactored(factor, unit(scores.length, k))[k])
  return (outcome: Float64Array) => {
    const slopes = new Float64Array(inputs.length).fill(Number.NaN)
    const partial = slopes.slice()
    if (!factor || !own || !varies(outcome) || outcome.length <= varied.length + 2)
      return { standardised: slopes, partial, carried: Number.NaN }
    const target = standardised(scored(outcome))
    const correlations = Float64Array.from(scores, (score) => product(score, target))
    const found = solveFactored(factor, correlations)
    const carried = product(found, correlations)
    varied.forEach((input, k) => {
      slopes[input] = found[k]
      partial[input] = found[k] * Math.sqrt(own[k] / (1 - carried + found[k] ** 2 * own[k]))
    })
    return { standardised: slopes, partial, carried }
  }
}

/** Scores less their mean, of length 1: their products are correlations. */
export function standardised(scores: ArrayLike<number>): Float64Array {
  const values = new Float64Array(scores.length)
  for (let draw = 0; draw < values.length; draw++) values[draw] = scores[draw]
  const mean = average(values)
  for (let draw = 0; draw < values.length; draw++) values[draw] -= mean
  const length = Math.sqrt(product(values, values))
  for (let draw = 0; draw < values.length; draw++) values[draw] /= length
  return values
}

/** Correlations [row, column] of standardised scores. */
export function correlationMatrix(scores: readonly Float64Array[]): Float64Array {
  return symmetric(scores.length, (row, column) => product(scores[row], scores[column]))
}

export function product(one: Float64Array, other: Float64Array): number {
  let sum = 0
  for (let k = 0; k < one.length; k++) sum += one[k] * other[k]
  return sum
}

function unit(size: number, k: number): Float64Array {
  const vector = new Float64Array(size)
  vector[k] = 1
  return vector
}
