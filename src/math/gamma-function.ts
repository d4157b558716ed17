/**
 * The gamma function's logarithm, the regularised incomplete gamma function, and its inverse.
 *
 * Sources: Stirling's series (Abramowitz & Stegun 6.1.41); Loader (2000), Fast and accurate computation of binomial
 * probabilities, for powers without cancellation; series and continued fraction A&S 6.5.29, 6.5.31.
 */
import { exp, log } from './exponential.js'
import { logExcess, solveLogConcave, type TailAt } from './log-concave.js'
import { normalQuantile } from './normal-quantile.js'

const HALF_LOG_TWO_PI = 0.9189385332046728
const TWO_PI = 6.283185307179586

/** ln gamma(a) for a > 0; error below 3e-15, or below 3e-15 of the value where that is larger. */
export function logGamma(a: number): number {
  if (a >= 10) return (a - 0.5) * log(a) - a + HALF_LOG_TWO_PI + stirlingSeries(a)
  let product = 1
  let shifted = a
  for (; shifted < 10; shifted++) product *= shifted
  return (shifted - 0.5) * log(shifted) - shifted + HALF_LOG_TWO_PI + stirlingSeries(shifted) - log(product)
}

/** What Stirling's formula leaves out: ln gamma(a) - ((a - 1/2) ln a - a + ln(2 pi) / 2). */
export function stirlingError(a: number): number {
  if (a >= 10) return stirlingSeries(a)
  return logGamma(a) - ((a - 0.5) * log(a) - a + HALF_LOG_TWO_PI)
}

/** a >= 10 */
function stirlingSeries(a: number): number {
  const z = 1 / (a * a)
  const later = z * (1 / 1680 - z * (1 / 1188 - z * (691 / 360360 - z * (1 / 156))))
  return (1 / 12 - z * (1 / 360 - z * (1 / 1260 - later))) / a
}

/** P(a, x): the share of a gamma distribution of shape a and scale 1 that lies below x. */
export function gammaLower(a: number, x: number): number {
  if (!(x > 0)) return Number.isNaN(x) ? x : 0
  const power = powers(a, x) * normaliser(a)
  return x < a + 1 ? power * lowerSeries(a, x) : 1 - power * upperFraction(a, x)
}

/** Q(a, x) = 1 - P(a, x), accurate where it is small. */
export function gammaUpper(a: number, x: number): number {
  if (!(x > 0)) return Number.isNaN(x) ? x : 1
  const power = powers(a, x) * normaliser(a)
  return x < a + 1 ? 1 - power * lowerSeries(a, x) : power * upperFraction(a, x)
}

/**
 * x with P(a, x) = p, for shape a > 0 and scale 1.
 *
 * p, q: the two tails, p + q = 1; give q itself when it is tiny. Relative error below 1e-11 for p, q down to 1e-16.
 */
export function gammaQuantile(a: number, p: number, q = 1 - p): number {
  return createGammaQuantile(a)(p, q)
}

/** gammaQuantile with the shape prepared; allocates nothing when called. */
export function createGammaQuantile(a: number): (p: number, q: number) => number {
  const scale = normaliser(a)
  const logScale = logGamma(a + 1)
  const logShape = log(a)
  const reach = 1 / a + 3 / Math.sqrt(a)
  const evaluate = (u: number, at: TailAt): void => {
    const x = exp(u)
    at.density = powers(a, x) * scale
    at.slope = a - x
    const below = x < a + 1
    const part = at.density * (below ? lowerSeries(a, x) : upperFraction(a, x))
    at.tail = below === at.lower ? part : 1 - part
  }
  return (p, q) => {
    if (!(p > 0 && q > 0)) return p === 0 ? 0 : q === 0 ? Number.POSITIVE_INFINITY : Number.NaN
    // P(a, x) <= x^a / gamma(a + 1), and equal for small x
    const least = (log(p) + logScale) / a
    if (least < -40) return exp(least)
    const lower = p <= q
    // Wilson & Hilferty (1931): the cube root is nearly normal
    const z = lower ? normalQuantile(p) : -normalQuantile(q)
    const root = 1 - 1 / (9 * a) + z / (3 * Math.sqrt(a))
    const start = root > 0 ? Math.max(least, logShape + 3 * log(root)) : least
    return exp(solveLogConcave(start, lower, log(lower ? p : q), reach, evaluate))
  }
}

/** x^a exp(-x) over its largest value, reached at x = a. */
function powers(a: number, x: number): number {
  return exp(a * logExcess(x / a, (x - a) / a))
}

/** The largest value of x^a exp(-x) / gamma(a). */
function normaliser(a: number): number {
  return Math.sqrt(a / TWO_PI) * exp(-stirlingError(a))
}

/** P(a, x) over x^a exp(-x) / gamma(a). */
function lowerSeries(a: number, x: number): number {
  let term = 1 / a
  let sum = term
  for (let n = 1; n < 10_000 && term > sum * 1e-17; n++) {
    term *= x / (a + n)
    sum += term
  }
  return sum
}

/** Q(a, x) over x^a exp(-x) / gamma(a); Lentz's method. */
function upperFraction(a: number, x: number): number {
  let b = x + 1 - a
  let c = 1e300
  let d = 1 / b
  let h = d
  for (let n = 1; n < 10_000; n++) {
    const an = n * (a - n)
    b += 2
    d = 1 / (an * d + b)
    c = b + an / c
    const change = c * d
    h *= change
    if (Math.abs(change - 1) < 3e-16) break
  }
  return h
}
