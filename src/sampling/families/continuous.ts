/**
 * Families whose value at p has a closed form, or one by the beta function.
 *
 * Source: Johnson, Kotz & Balakrishnan (1994, 1995), Continuous Univariate Distributions 1, ch. 21 (Weibull), 2, ch. 22
 * (Gumbel), 23 (logistic), 24 (Laplace), 28 (Student), and 1, ch. 16 (Cauchy).
 */
import { createBetaQuantile, incompleteBeta } from '../../math/beta-function.js'
import { exp, expm1, log, log1p } from '../../math/exponential.js'
import { logGamma } from '../../math/gamma-function.js'
import type { Distribution } from '../distribution.js'
import { ALL_ABOVE, ALL_BELOW, type Family, type Inverse, type Tails } from './family.js'
import { partOfTangent, tangentOfPart } from './tangent.js'

type Of<Kind extends Distribution['kind']> = Extract<Distribution, { kind: Kind }>

interface LocationScale {
  readonly location: number
  readonly scale: number
}

const EULER = 0.5772156649015329

/** ln p of a probability that is given with what is left of one. */
const logOf = (p: number, q: number) => (p <= q ? log(p) : log1p(-q))

/** P(X > x) = exp(-(x / scale)^shape): times until something first happens, whose hazard rises with a shape above 1. */
export function weibull({ shape, scale }: Of<'weibull'>): Family {
  const gammaAt = (power: number) => exp(logGamma(1 + power / shape))
  const [first, second] = [gammaAt(1), gammaAt(2)]
  return {
    inverse: (p, q) => scale * exp(log(-logOf(q, p)) / shape),
    tails: (x) => {
      if (!(x > 0)) return ALL_ABOVE
      const z = -exp(shape * log(x / scale))
      return { lower: -expm1(z), upper: exp(z) }
    },
    mean: scale * first,
    variance: scale * scale * (second - first * first),
  }
}

/**
 * P(X <= x) = exp(-exp(-(x - location) / scale)): the largest of many, not the smallest. Its mode is the location.
 */
export function gumbel({ location, scale }: LocationScale): Family {
  return {
    inverse: (p, q) => location - scale * log(-logOf(p, q)),
    tails: (x) => {
      const z = -exp(-(x - location) / scale)
      return { lower: exp(z), upper: -expm1(z) }
    },
    mean: location + EULER * scale,
    variance: (Math.PI * Math.PI * scale * scale) / 6,
  }
}

/** The logarithm of the odds of p, stretched: as a normal distribution with heavier tails. */
export function logisticFamily({ location, scale }: LocationScale): Family {
  return {
    inverse: (p, q) => location + scale * (logOf(p, q) - logOf(q, p)),
    tails: (x) => {
      const z = (x - location) / scale
      return { lower: 1 / (1 + exp(-z)), upper: 1 / (1 + exp(z)) }
    },
    mean: location,
    variance: (Math.PI * Math.PI * scale * scale) / 3,
  }
}

/** An exponential distribution to either side of the location. */
export function laplace({ location, scale }: LocationScale): Family {
  return {
    inverse: (p, q) => (p <= q ? location + scale * log(2 * p) : location - scale * log(2 * q)),
    tails: (x) => mirrored(x < location, exp(-Math.abs(x - location) / scale) / 2),
    mean: location,
    variance: 2 * scale * scale,
  }
}

/** ln(a / b), the ratio of two numbers that may be further apart than a number holds. */
function logOfRatio(a: number, b: number): number {
  const ratio = a / b
  return ratio < Number.POSITIVE_INFINITY ? log(ratio) : log(a) - log(b)
}

/** Every power of ten between its bounds is as likely as every other. */
export function loguniform({ low, high }: Of<'loguniform'>): Family {
  const width = logOfRatio(high, low)
  const mean = (high - low) / width
  return {
    // from the nearer bound, so that neither is overstepped by rounding
    inverse: (p, q) => (p <= q ? low * exp(width * p) : high * exp(-width * q)),
    tails: (x) => {
      if (x < low) return ALL_ABOVE
      if (x >= high) return ALL_BELOW
      return { lower: logOfRatio(x, low) / width, upper: logOfRatio(high, x) / width }
    },
    mean,
    variance: (high - low) * ((high + low) / 2 / width) - mean * mean,
  }
}

/**
 * The tangent of a uniform angle. From the tails, the cotangent of p itself: the tangent of what p lacks of a half would have
 * lost its digits. It has no mean: the average of any number of draws is as wide as one.
 */
export function cauchy({ location, scale }: LocationScale): Family {
  /** How far below the middle the value lies that has the part p below it, p up to a half. */
  const below = (p: number) => (p <= 0.25 ? 1 / tangentOfPart(p) : tangentOfPart(0.5 - p))
  return {
    inverse: (p, q) => (p <= q ? location - scale * below(p) : location + scale * below(q)),
    tails: (x) => {
      const z = Math.abs(x - location) / scale
      return mirrored(x < location, z > 1 ? partOfTangent(1 / z) : 0.5 - partOfTangent(z))
    },
    mean: Number.NaN,
    variance: Number.NaN,
  }
}

/**
 * By the beta distribution: T^2 / (df + T^2) has shapes 1/2 and df/2, and what is left of one the same the other way
 * round. Towards the middle the first is the small one and keeps its digits, in the tails the second.
 */
export function student({ df, location, scale }: Of<'student'>): Family {
  const fromMiddle = createBetaQuantile(0.5, df / 2)
  const fromEnd = createBetaQuantile(df / 2, 0.5)
  const distance = (tail: number) => {
    if (tail > 0.25) {
      const part = fromMiddle(1 - 2 * tail, 2 * tail)
      return Math.sqrt((df * part) / (1 - part))
    }
    const rest = fromEnd(2 * tail, 1 - 2 * tail)
    return Math.sqrt((df * (1 - rest)) / rest)
  }
  const inverse: Inverse = (p, q) =>
    p <= q ? location - scale * distance(p) : location + scale * distance(q)
  return {
    inverse,
    tails: (x) => {
      const square = ((x - location) / scale) ** 2
      const [rest, part] = [df / (df + square), square / (df + square)]
      return mirrored(x < location, incompleteBeta(df / 2, 0.5, rest, part) / 2)
    },
    mean: df > 1 ? location : Number.NaN,
    variance: df > 2 ? (scale * scale * df) / (df - 2) : df > 1 ? Number.POSITIVE_INFINITY : Number.NaN,
  }
}

/** Tails of a symmetric family, from the smaller one. */
const mirrored = (isBelow: boolean, smaller: number): Tails =>
  isBelow ? { lower: smaller, upper: 1 - smaller } : { lower: 1 - smaller, upper: smaller }
