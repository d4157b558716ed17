/**
 * Flows between places as a Poisson regression on what pairs of places are like: a gravity model, and the destination model
 * of docs/method.md, M6.
 *
 * With a term of its own for every origin the likelihood of the coefficients is that of a multinomial logit over
 * destinations (Guimaraes, Figueiredo and Woodward 2003), so that origins take no part in the steps of Newton's method; with one term for all
 * pairs it is that of one choice among all of them. Estimates and errors are those of the Poisson regression.
 */
import { cholesky, solveFactored } from '../cholesky.js'
import { exp, log } from '../exponential.js'

/** Pairs of places that stand together: of one origin, or all. */
export interface FlowGroup {
  /** Persons by pair. */
  readonly flows: readonly number[]
  /** What each pair is like [pair][covariate]. */
  readonly like: readonly (readonly number[])[]
}

export interface FlowFit {
  readonly estimates: number[]
  readonly errors: number[]
  /** By group, as given. */
  readonly fitted: number[][]
  /** Of the group's own term alone, and of all. */
  readonly nullDeviance: number
  readonly deviance: number
}

const MOST_ROUNDS = 100
const SETTLED = 1e-12

/** Undefined where the covariates cannot be told apart, or no step settles. */
export function fitFlowModel(groups: readonly FlowGroup[], covariates: number): FlowFit | undefined {
  let estimates = new Array<number>(covariates).fill(0)
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { slope, information } = derivatives(groups, estimates)
    const inverse = inverseOf(information)
    if (!inverse) return undefined
    const step = inverse.map((row) => row.reduce((sum, value, k) => sum + value * slope[k], 0))
    const factor = stepLength(groups, estimates, step)
    estimates = estimates.map((value, k) => value + factor * step[k])
    const moved = step.reduce(
      (most, one, k) => Math.max(most, Math.abs(one) / (1 + Math.abs(estimates[k]))),
      0,
    )
    if (moved < SETTLED) {
      const fitted = groups.map((group) => fittedTo(group, estimates))
      const even = groups.map((group) =>
        fittedTo(
          group,
          estimates.map(() => 0),
        ),
      )
      const errors = inverse.map((row, k) => Math.sqrt(row[k]))
      return {
        estimates,
        errors,
        fitted,
        nullDeviance: devianceOf(groups, even),
        deviance: devianceOf(groups, fitted),
      }
    }
  }
  return undefined
}

/** Share of the movers who are where the model has them: 1 less half of all differences over all flows. */
export function sharePutRight(groups: readonly FlowGroup[], fitted: readonly (readonly number[])[]): number {
  let apart = 0
  let all = 0
  groups.forEach(({ flows }, at) => {
    flows.forEach((persons, pair) => {
      apart += Math.abs(persons - fitted[at][pair])
      all += persons
    })
  })
  return 1 - apart / (2 * all)
}

/** The movers of a group, by pair, in proportion to exp(coefficients x what the pair is like). */
function fittedTo({ flows, like }: FlowGroup, estimates: readonly number[]): number[] {
  const utilities = like.map((row) => row.reduce((sum, value, k) => sum + value * estimates[k], 0))
  const highest = utilities.reduce((most, one) => Math.max(most, one), Number.NEGATIVE_INFINITY)
  const weights = utilities.map((one) => exp(one - highest))
  const total = weights.reduce((sum, one) => sum + one, 0)
  const movers = flows.reduce((sum, one) => sum + one, 0)
  return weights.map((weight) => (movers * weight) / total)
}

function derivatives(groups: readonly FlowGroup[], estimates: readonly number[]) {
  const slope = estimates.map(() => 0)
  const information = estimates.map(() => estimates.map(() => 0))
  for (const group of groups) {
    const fitted = fittedTo(group, estimates)
    const movers = fitted.reduce((sum, one) => sum + one, 0)
    const mean = estimates.map((_, k) =>
      movers > 0 ? fitted.reduce((sum, one, pair) => sum + one * group.like[pair][k], 0) / movers : 0,
    )
    fitted.forEach((persons, pair) => {
      const off = group.like[pair].map((value, k) => value - mean[k])
      off.forEach((one, k) => {
        slope[k] += (group.flows[pair] - persons) * group.like[pair][k]
        off.forEach((other, l) => {
          information[k][l] += persons * one * other
        })
      })
    })
  }
  return { slope, information }
}

/** Half of a step as often as it takes for the likelihood not to fall. */
function stepLength(groups: readonly FlowGroup[], from: readonly number[], step: readonly number[]): number {
  const before = likelihoodOf(groups, from)
  for (let factor = 1; factor > 1e-6; factor /= 2) {
    const after = likelihoodOf(
      groups,
      from.map((value, k) => value + factor * step[k]),
    )
    if (after >= before - 1e-9 * Math.abs(before)) return factor
  }
  return 0
}

function likelihoodOf(groups: readonly FlowGroup[], estimates: readonly number[]): number {
  let sum = 0
  for (const group of groups) {
    const fitted = fittedTo(group, estimates)
    group.flows.forEach((persons, pair) => {
      if (persons > 0) sum += persons * log(fitted[pair])
    })
  }
  return sum
}

function devianceOf(groups: readonly FlowGroup[], fitted: readonly (readonly number[])[]): number {
  let sum = 0
  groups.forEach(({ flows }, at) => {
    flows.forEach((persons, pair) => {
      if (persons > 0) sum += persons * log(persons / fitted[at][pair])
      sum -= persons - fitted[at][pair]
    })
  })
  return 2 * sum
}

/** Of a symmetric matrix; undefined where it has none, but for rounding. */
function inverseOf(matrix: readonly (readonly number[])[]): number[][] | undefined {
  const size = matrix.length
  const factor = cholesky(Float64Array.from(matrix.flat()), size)
  if (!factor) return undefined
  return matrix.map((_, row) => {
    const unit = Float64Array.from(matrix, (_, k) => (k === row ? 1 : 0))
    return [...solveFactored(factor, unit)]
  })
}
