/**
 * The value of a distribution at p: the smallest x with P(X <= x) >= p.
 *
 * Every uncertainty is sampled this way, one uniform number a draw, so that a larger uniform never gives a smaller
 * value: rank correlations, Latin hypercubes and Sobol' points carry over from the uniforms to the values. Methods
 * that reject and try again would break all three, and would tie one uncertainty's draws to another's.
 * Source: Devroye (1986), Non-Uniform Random Variate Generation, ch. 2.
 */
import { createBetaQuantile } from '../math/beta-function.js'
import { exp } from '../math/exponential.js'
import { createGammaQuantile } from '../math/gamma-function.js'
import { normalQuantile } from '../math/normal-quantile.js'
import { atomAt, atomsOf } from './atoms.js'
import type { Distribution } from './distribution.js'
import { familyOf, hasWholeNumbers } from './families/families.js'
import type { Inverse } from './families/family.js'
import { massWithin, pertShapes, tailsBelow, tailsOf } from './tails.js'

/** p in the open (0, 1). Throws RangeError for a truncation that leaves no odds (check with `massWithin`). */
export function quantileOf(distribution: Distribution, p: number): number {
  return inverseOf(distribution)(p, 1 - p)
}

/** The value that half the draws lie below: what a run at "best guess" uses. */
export function medianOf(distribution: Distribution): number {
  return quantileOf(distribution, 0.5)
}

/** quantileOf with the distribution prepared; what it returns allocates nothing. */
export function inverseOf(distribution: Distribution): Inverse {
  switch (distribution.kind) {
    case 'normal': {
      const { mean, sd } = distribution
      return (p, q) => mean + sd * standardNormal(p, q)
    }
    case 'lognormal': {
      const { median, sigma } = distribution
      return (p, q) => median * exp(sigma * standardNormal(p, q))
    }
    // measured from the nearer bound, so that the upper one is never overstepped by rounding
    case 'uniform': {
      const { low, high } = distribution
      return (p, q) => (p <= q ? low + (high - low) * p : high - (high - low) * q)
    }
    case 'triangular':
      return triangularInverse(distribution)
    // bounds that coincide leave no width to divide by
    case 'pert':
      if (distribution.high === distribution.low) return () => distribution.low
      return betaInverse(...pertShapes(distribution), distribution)
    case 'beta':
      return betaInverse(distribution.alpha, distribution.beta, distribution)
    case 'gamma': {
      const { scale } = distribution
      const inverse = createGammaQuantile(distribution.shape)
      return (p, q) => scale * inverse(p, q)
    }
    case 'truncated':
      return truncatedInverse(distribution)
    case 'quantiles':
      return tabulatedInverse(distribution.values)
    default:
      return familyOf(distribution)?.inverse ?? atomInverse(distribution)
  }
}

/** Asked from whichever tail is the smaller. */
function standardNormal(p: number, q: number): number {
  return p <= q ? normalQuantile(p) : -normalQuantile(q)
}

/** The square root that undoes the triangle's area, on the side of the mode where p falls. */
function triangularInverse(triangular: Extract<Distribution, { kind: 'triangular' }>): Inverse {
  const { low, mode, high } = triangular
  const width = high - low
  return (p, q) =>
    p * width <= mode - low
      ? low + Math.sqrt(p * width * (mode - low))
      : high - Math.sqrt(q * width * (high - mode))
}

/** Beta on 0 .. 1, stretched to low .. high. */
function betaInverse(a: number, b: number, { low, high }: { low: number; high: number }): Inverse {
  const inverse = createBetaQuantile(a, b)
  return (p, q) => low + (high - low) * inverse(p, q)
}

/** Along the straight lines between the values, from whichever end is nearer. */
function tabulatedInverse(values: readonly number[]): Inverse {
  const table = Float64Array.from(values)
  const last = table.length - 1
  return (p, q) => {
    const steps = Math.min(p, q) * last
    const whole = Math.min(Math.floor(steps), last - 1)
    const [from, to] = p <= q ? [whole, whole + 1] : [last - whole, last - whole - 1]
    return table[from] + (table[to] - table[from]) * (steps - whole)
  }
}

/** The part of [0, 1] between the bounds' tails, stretched over the whole; both tails are carried along. */
function truncatedInverse(truncated: Extract<Distribution, { kind: 'truncated' }>): Inverse {
  if (atomsOf(truncated)) return atomInverse(truncated)
  const { of } = truncated
  const [low, high] = hasWholeNumbers(of)
    ? [Math.ceil(truncated.low), Math.floor(truncated.high)]
    : [truncated.low, truncated.high]
  const mass = massWithin(of, low, high)
  if (!(mass > 1e-300)) throw new RangeError(`truncated: no odds between ${low} and ${high}`)
  const below = tailsBelow(of, low).lower
  const above = tailsOf(of, high).upper
  const inverse = inverseOf(of)
  // the clamp only takes back rounding
  return (p, q) => Math.min(high, Math.max(low, inverse(below + p * mass, above + q * mass)))
}

/** Values that come in steps; what lies above p does not matter to them. */
function atomInverse(distribution: Distribution): Inverse {
  const atoms = atomsOf(distribution)!
  if (atoms.values.length === 0) throw new RangeError(`${distribution.kind}: no value has any odds`)
  return (p) => atomAt(atoms, p)
}
