/**
 * Families of whole numbers. The value at p is the smallest whose tails have reached it, found by a search: from where a
 * normal distribution of the same mean and variance would have it, in steps that double until the value lies between two
 * of them, and then by halving. So a larger p never gives a smaller value, and one number is used a draw.
 *
 * Source: Johnson, Kemp & Kotz (2005), Univariate Discrete Distributions, ch. 3-5; tails by Abramowitz & Stegun (1964),
 * 26.4.21 (Poisson) and 26.5.24, 26.5.26 (binomial, negative binomial).
 */
import { incompleteBeta } from '../../math/beta-function.js'
import { exp, expm1, log, log1p } from '../../math/exponential.js'
import { gammaLower, gammaUpper } from '../../math/gamma-function.js'
import { normalQuantile } from '../../math/normal-quantile.js'
import type { Distribution } from '../distribution.js'
import { ALL_ABOVE, ALL_BELOW, type Family, type Inverse, type Moments, type Tails } from './family.js'

type Of<Kind extends Distribution['kind']> = Extract<Distribution, { kind: Kind }>
/** Tails of a whole number of at least the least. */
type TailsOfCount = (count: number) => Tails

/** Events that come one by one, so many on average: P(X <= k) is the upper incomplete gamma function of k + 1. */
export function poisson({ mean }: Of<'poisson'>): Family {
  return counted(0, { mean, variance: mean }, (count) => ({
    lower: gammaUpper(count + 1, mean),
    upper: gammaLower(count + 1, mean),
  }))
}

/** Successes in so many trials. */
export function binomial({ trials, odds }: Of<'binomial'>): Family {
  const moments = { mean: trials * odds, variance: trials * odds * (1 - odds) }
  return counted(0, moments, (count) => {
    if (count >= trials) return ALL_BELOW
    return {
      lower: incompleteBeta(trials - count, count + 1, 1 - odds, odds),
      upper: incompleteBeta(count + 1, trials - count, odds, 1 - odds),
    }
  })
}

/**
 * Failures before so many successes, which need not be a whole number: as a Poisson whose mean has a gamma distribution, for
 * counts that spread wider than Poisson's.
 */
export function negativeBinomial({ successes, odds }: Of<'negative_binomial'>): Family {
  const mean = (successes * (1 - odds)) / odds
  return counted(0, { mean, variance: mean / odds }, (count) => ({
    lower: incompleteBeta(successes, count + 1, odds, 1 - odds),
    upper: incompleteBeta(count + 1, successes, 1 - odds, odds),
  }))
}

/** Trials up to the first success, that one counted. */
export function geometric({ odds }: Of<'geometric'>): Family {
  const rate = log1p(-odds)
  const moments = { mean: 1 / odds, variance: (1 - odds) / (odds * odds) }
  const tailsAt: TailsOfCount = (count) => ({ lower: -expm1(count * rate), upper: exp(count * rate) })
  const family = counted(1, moments, tailsAt)
  /** One trial fewer, the same or one more than the closed form says, which rounds. */
  const inverse: Inverse = (p, q) => {
    const near = Math.max(1, Math.ceil((q <= p ? log(q) : log1p(-p)) / rate))
    return [near - 1, near].find((count) => count >= 1 && reaches(tailsAt(count), p, q)) ?? near + 1
  }
  return { ...family, inverse }
}

/** What rounding takes off a tail of its value: of half of an odd number of fair trials there is a half to tell. */
const ROUNDING = 1e-12

/** Whether so much or more lies at or below, told by the smaller tail. */
const reaches = ({ lower, upper }: Tails, p: number, q: number) =>
  p <= q ? lower >= p * (1 - ROUNDING) : upper <= q * (1 + ROUNDING)

function counted(least: number, moments: Moments, tailsAt: TailsOfCount): Family {
  const spread = Math.sqrt(moments.variance)
  const isReached = (count: number, p: number, q: number) => count >= least && reaches(tailsAt(count), p, q)
  return {
    ...moments,
    inverse: (p, q) => {
      const normal = p <= q ? normalQuantile(p) : -normalQuantile(q)
      const start = Math.max(least, Math.floor(moments.mean + spread * normal))
      return smallest(start, Math.max(1, Math.floor(spread / 8)), (count) => isReached(count, p, q))
    },
    tails: (x) => (x < least ? ALL_ABOVE : tailsAt(Math.floor(x))),
  }
}

/** The smallest whole number at which something has become so; below the least it is not. */
function smallest(start: number, step: number, isSo: (count: number) => boolean): number {
  let [before, after] = [start, start]
  if (isSo(start)) {
    for (let far = step; isSo(before); far *= 2) {
      after = before
      before -= far
    }
  } else {
    for (let far = step; !isSo(after); far *= 2) {
      before = after
      after += far
    }
  }
  while (after - before > 1) {
    const middle = before + Math.floor((after - before) / 2)
    if (isSo(middle)) after = middle
    else before = middle
  }
  return after
}
