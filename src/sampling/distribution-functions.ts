/** Quantile, distribution function and moments of a distribution, for programs: what cannot be meant is refused. */
import { refuseArgument } from '../vocabulary/wrong-argument.js'
import { requireDistribution } from './check-distribution.js'
import type { Distribution } from './distribution.js'
import type { Moments, Tails } from './families/family.js'
import { momentsOf } from './moments.js'
import { quantileOf } from './quantiles.js'
import { massWithin, tailsOf } from './tails.js'

/** The smallest x with P(X <= x) >= p; what an uncertainty draws where its uniform number is p. */
export function quantile(distribution: Distribution, p: number): number {
  requireUsable('quantile', distribution)
  if (!(p > 0 && p < 1)) refuseArgument('quantile', 'p', String(p), 'a number above 0 and below 1')
  return quantileOf(distribution, p)
}

/** P(X <= x) and P(X > x), each with its digits where it is small. */
export function cdf(distribution: Distribution, x: number): Tails {
  requireUsable('cdf', distribution)
  if (Number.isNaN(x)) refuseArgument('cdf', 'x', 'NaN', 'a number')
  return tailsOf(distribution, x)
}

/** Mean and variance; NaN where there is none. */
export function moments(distribution: Distribution): Moments {
  requireUsable('moments', distribution)
  return momentsOf(distribution)
}

function requireUsable(called: string, distribution: Distribution): void {
  requireDistribution('distribution', distribution, called)
  if (distribution.kind !== 'truncated') return
  const { of, low, high } = distribution
  if (!(massWithin(of, low, high) > 1e-300))
    refuseArgument(called, 'distribution', `${low} to ${high}`, 'bounds between which it has odds')
}
