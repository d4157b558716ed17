/**
 * Weights of importance sampling with their largest smoothed, and how far they can be trusted.
 *
 * The largest ratios are replaced by the quantiles of a generalised Pareto distribution that is fitted to them; its
 * shape says how heavy their tail is. Sources: Vehtari, Simpson, Gelman, Yao and Gabry (2024), J. Machine Learning
 * Research 25(72) (smoothing, limits of the shape); Zhang and Stephens (2009), Technometrics 51, 316-325 (the fit).
 */

import { exp, log, log1p } from './exponential.js'

export interface SmoothedWeights {
  /** Weight of every draw; they add up to 1. */
  readonly weights: Float64Array
  /** Shape of the tail; above 0.7 no sum of so many weighted draws can be trusted, and infinite where too few differ to tell. */
  readonly khat: number
  /** 1 over the sum of the squared weights: how many draws of equal weight would say as much. */
  readonly effectiveDraws: number
}

/** Fewest ratios that a tail can be fitted to. */
const LEAST_TAIL = 5
/** Of the draws, at most this share is the tail; of many, three times their root. */
const TAIL_SHARE = 0.2

/**
 * Weights of draws from the logarithms of their importance ratios; -Infinity is a draw that cannot be, and where all are,
 * no draw has a weight (0).
 */
export function paretoSmoothed(logRatios: Float64Array): SmoothedWeights {
  const most = logRatios.reduce((high, one) => Math.max(high, one), Number.NEGATIVE_INFINITY)
  if (most === Number.NEGATIVE_INFINITY)
    return { weights: new Float64Array(logRatios.length), khat: Number.POSITIVE_INFINITY, effectiveDraws: 0 }
  const ratios = logRatios.map((one) => exp(one - most))
  const khat = smoothTail(ratios)
  const sum = ratios.reduce((all, one) => all + one, 0)
  const weights = ratios.map((one) => one / sum)
  return { weights, khat, effectiveDraws: 1 / weights.reduce((all, one) => all + one * one, 0) }
}

/** Smooth the largest ratios, of which the largest is 1, where they stand; the shape of their tail. */
function smoothTail(ratios: Float64Array): number {
  const count = ratios.length
  const length = Math.ceil(Math.min(TAIL_SHARE * count, 3 * Math.sqrt(count)))
  // by value, and among equals by their number, so that the same ratios give the same bits
  const order = Uint32Array.from(ratios, (_, at) => at).sort((a, b) => ratios[a] - ratios[b] || a - b)
  if (length < LEAST_TAIL) return Number.POSITIVE_INFINITY
  const cutoff = ratios[order[count - length - 1]]
  const tail = order.subarray(count - length)
  const beyond = Float64Array.from(tail, (at) => ratios[at] - cutoff)
  if (beyond[0] <= 0 || beyond[length - 1] - beyond[0] < Number.EPSILON)
    return beyond[length - 1] <= 0 ? Number.NEGATIVE_INFINITY : shapeOfTies(beyond)
  const { shape, scale } = fitGeneralisedPareto(beyond)
  tail.forEach((at, rank) => {
    const quantile = paretoQuantile((rank + 0.5) / length, shape, scale)
    ratios[at] = Math.min(1, cutoff + quantile)
  })
  return shape
}

/** Where the smallest of the tail equals the cut, only those above it are fitted, and nothing is smoothed. */
function shapeOfTies(beyond: Float64Array): number {
  const above = beyond.filter((one) => one > 0)
  return above.length < LEAST_TAIL || above[above.length - 1] - above[0] < Number.EPSILON
    ? Number.POSITIVE_INFINITY
    : fitGeneralisedPareto(above).shape
}

/** Draws that the prior of the shape (0.5) is worth. */
const PRIOR = { draws: 10, shape: 0.5 }
/** Points that the profile of the likelihood is taken at, beside the root of the number of values. */
const POINTS = 30

/** Shape and scale of a generalised Pareto distribution; `values` are positive and ascending. */
export function fitGeneralisedPareto(values: Float64Array): { shape: number; scale: number } {
  const count = values.length
  const points = POINTS + Math.floor(Math.sqrt(count))
  const quartile = values[Math.max(0, Math.floor(count / 4 + 0.5) - 1)]
  const shapeAt = (theta: number) => values.reduce((sum, one) => sum + log1p(-theta * one), 0) / count
  const thetas = Float64Array.from(
    { length: points },
    (_, at) => 1 / values[count - 1] + (1 - Math.sqrt(points / (at + 0.5))) / (3 * quartile),
  )
  const likelihoods = thetas.map((theta) => {
    const shape = shapeAt(theta)
    return count * (log(-theta / shape) - shape - 1)
  })
  const theta = thetas.reduce((sum, one, at) => {
    const others = likelihoods.reduce((all, other) => all + exp(other - likelihoods[at]), 0)
    return sum + one / others
  }, 0)
  const shape = shapeAt(theta)
  return {
    shape: (count * shape + PRIOR.draws * PRIOR.shape) / (count + PRIOR.draws),
    scale: -shape / theta,
  }
}

function paretoQuantile(share: number, shape: number, scale: number): number {
  return shape === 0 ? -scale * log1p(-share) : (scale * Math.expm1(-shape * log1p(-share))) / shape
}
