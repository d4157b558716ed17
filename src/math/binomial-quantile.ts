/**
 * Quantile of the binomial distribution: the fewest successes of n trials, each with odds p, that are not exceeded
 * with probability u.
 *
 * n counts whole trials: what is left over of a fraction is no trial. p below 0 is 0, above 1 is 1. The sum of odds
 * runs from the rarer of success and failure, so that it starts from a number that doubles can hold; beyond
 * MOST_EXACT trials the normal distribution with the same mean and variance stands for it.
 * Source: Johnson, Kemp and Kotz (2005), Univariate Discrete Distributions, ch. 3.
 */
import { exp, log1p } from './exponential.js'
import { normalQuantile } from './normal-quantile.js'

const MOST_EXACT = 1000

export function binomialQuantile(n: number, p: number, u: number): number {
  const trials = Math.floor(n)
  if (Number.isNaN(n + p + u) || trials === Number.POSITIVE_INFINITY) return Number.NaN
  if (trials <= 0 || p <= 0) return 0
  if (p >= 1) return trials
  if (trials > MOST_EXACT) return byNormal(trials, p, u)
  return p <= 0.5 ? fewest(trials, p, u) : trials - fewestBelow(trials, 1 - p, 1 - u)
}

/** Smallest k with P(X <= k) >= u, for p of a half at most. */
function fewest(n: number, p: number, u: number): number {
  let odds = exp(n * log1p(-p))
  let sum = odds
  let k = 0
  while (sum < u && k < n) {
    odds *= ((n - k) / (k + 1)) * (p / (1 - p))
    sum += odds
    k++
  }
  return k
}

/** Largest k with P(X < k) <= v, which is n less the smallest number of the others with P(..) >= 1 - v. */
function fewestBelow(n: number, p: number, v: number): number {
  let odds = exp(n * log1p(-p))
  let sum = odds
  let k = 0
  while (sum <= v && k < n) {
    odds *= ((n - k) / (k + 1)) * (p / (1 - p))
    sum += odds
    k++
  }
  return k
}

function byNormal(n: number, p: number, u: number): number {
  const near = n * p + Math.sqrt(n * p * (1 - p)) * normalQuantile(u)
  return Math.min(n, Math.max(0, Math.round(near)))
}
