/**
 * The regularised incomplete beta function and its inverse.
 *
 * Sources: continued fraction DiDonato & Morris (1992), ACM TOMS 708, by Lentz's method; Loader (2000) for powers
 * without cancellation; starting values Abramowitz & Stegun 26.5.22 and Press et al. (2007), Numerical Recipes 6.4.
 */
import { exp, log } from './exponential.js'
import { stirlingError } from './gamma-function.js'
import { logExcess, solveLogConcave, type TailAt } from './log-concave.js'
import { normalQuantile } from './normal-quantile.js'

const TWO_PI = 6.283185307179586

/** I_x(a, b): the share of a beta distribution that lies below x. Give y = 1 - x itself when x is near 1. */
export function incompleteBeta(a: number, b: number, x: number, y = 1 - x): number {
  if (!(x > 0)) return Number.isNaN(x) ? x : 0
  if (!(y > 0)) return 1
  return lowerTail(a, b, x, y, powers(a, b, x, y) * normaliser(a, b))
}

/**
 * x with I_x(a, b) = p, for a, b > 0.
 *
 * p, q: the two tails, p + q = 1; give q itself when it is tiny. Relative error below 1e-11 for p, q down to 1e-16.
 */
export function betaQuantile(a: number, b: number, p: number, q = 1 - p): number {
  return createBetaQuantile(a, b)(p, q)
}

/** betaQuantile with the shapes prepared; allocates nothing when called. */
export function createBetaQuantile(a: number, b: number): (p: number, q: number) => number {
  const fromLeft = createLogitQuantile(a, b)
  const fromRight = createLogitQuantile(b, a)
  return (p, q) => {
    if (!(p > 0 && q > 0)) return p === 0 ? 0 : q === 0 ? 1 : Number.NaN
    if (a === b && p === q) return 0.5
    const u = p <= q ? fromLeft(p, q) : -fromRight(q, p)
    return u < 0 ? exp(u) / (1 + exp(u)) : 1 / (1 + exp(-u))
  }
}

/** ln(x / (1 - x)) of the quantile, p <= 1/2; the distribution of the logit is log-concave for every a and b. */
function createLogitQuantile(a: number, b: number): (p: number, q: number) => number {
  const scale = normaliser(a, b)
  const logScale = log(a) + logBeta(a, b)
  const spread = 1 / a + 1 / b
  const reach = spread + 3 * Math.sqrt(spread)
  const whereNothingElseMatters = -40 - log(Math.max(b, 1))
  const evaluate = (u: number, at: TailAt): void => {
    const odds = exp(-Math.abs(u))
    const more = 1 / (1 + odds)
    const x = u < 0 ? odds * more : more
    const y = u < 0 ? more : odds * more
    at.density = powers(a, b, x, y) * scale
    at.tail = lowerTail(a, b, x, y, at.density)
    at.slope = a * y - b * x
  }
  return (p, q) => {
    const logP = log(p)
    // I_x(a, b) tends to x^a / (a B(a, b)) for small x
    const power = (logP + logScale) / a
    if (power < whereNothingElseMatters) return power
    const start = a >= 1 && b >= 1 ? startFromNormal(a, b, p) : startFromPowers(a, b, p, q)
    return solveLogConcave(start, true, logP, reach, evaluate)
  }
}

/** Abramowitz & Stegun 26.5.22; a, b >= 1. */
function startFromNormal(a: number, b: number, p: number): number {
  const z = -normalQuantile(p)
  const lambda = (z * z - 3) / 6
  const inverseA = 1 / (2 * a - 1)
  const inverseB = 1 / (2 * b - 1)
  const h = 2 / (inverseA + inverseB)
  const w =
    (z * Math.sqrt(Math.max(h + lambda, 0))) / h - (inverseB - inverseA) * (lambda + 5 / 6 - 2 / (3 * h))
  return log(a / b) - 2 * w
}

/** The power law of the end of [0, 1] at which p lies; a or b < 1. */
function startFromPowers(a: number, b: number, p: number, q: number): number {
  const left = exp(a * log(a / (a + b))) / a
  const right = exp(b * log(b / (a + b))) / b
  const whole = left + right
  if (p < left / whole) {
    const logX = Math.min(log(a * whole * p) / a, -1e-9)
    return logX - log(1 - exp(logX))
  }
  const logY = Math.min(log(b * whole * q) / b, -1e-9)
  return log(1 - exp(logY)) - logY
}

/** ln B(a, b) */
function logBeta(a: number, b: number): number {
  const sum = a + b
  return (
    0.5 * log((TWO_PI * sum) / (a * b)) +
    a * log(a / sum) +
    b * log(b / sum) +
    stirlingError(a) +
    stirlingError(b) -
    stirlingError(sum)
  )
}

/** x^a y^b over its largest value, reached at x = a / (a + b). */
function powers(a: number, b: number, x: number, y: number): number {
  const sum = a + b
  const off = b * x - a * y
  return exp(a * logExcess((x * sum) / a, off / a) + b * logExcess((y * sum) / b, -off / b))
}

/** The largest value of x^a y^b / B(a, b). */
function normaliser(a: number, b: number): number {
  const error = stirlingError(a) + stirlingError(b) - stirlingError(a + b)
  return Math.sqrt((a * b) / (TWO_PI * (a + b))) * exp(-error)
}

/** power: x^a y^b / B(a, b) */
function lowerTail(a: number, b: number, x: number, y: number, power: number): number {
  if (x <= (a + 1) / (a + b + 2)) return (power * fraction(a, b, x)) / a
  return 1 - (power * fraction(b, a, y)) / b
}

function fraction(a: number, b: number, x: number): number {
  let c = 1
  let d = 1 / (1 - ((a + b) * x) / (a + 1))
  let h = d
  for (let m = 1; m < 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / (1 + even * d)
    c = 1 + even / c
    h *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / (1 + odd * d)
    c = 1 + odd / c
    const change = d * c
    h *= change
    if (Math.abs(change - 1) < 3e-16) break
  }
  return h
}
