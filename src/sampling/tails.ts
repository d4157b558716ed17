/**
 * Both tails of every distribution: P(X <= x) and P(X > x), each accurate where it is small.
 *
 * A truncation far out in the upper tail needs the upper one: 1 - P(X <= x) would have no digits left.
 */
import { incompleteBeta } from '../math/beta-function.js'
import { log } from '../math/exponential.js'
import { gammaLower, gammaUpper } from '../math/gamma-function.js'
import { normalCumulative } from '../math/normal-distribution.js'
import { atomsOf, oddsUpTo, oddsWithin } from './atoms.js'
import type { Distribution } from './distribution.js'
import { familyOf, hasWholeNumbers } from './families/families.js'
import { ALL_ABOVE, ALL_BELOW, type Tails } from './families/family.js'

/** P(X <= x), the share of draws that do not exceed x. */
export function cdfOf(distribution: Distribution, x: number): number {
  return tailsOf(distribution, x).lower
}

/** Allocates a pair: for preparing samplers and for checks, not for the inside of a run. */
export function tailsOf(distribution: Distribution, x: number): Tails {
  switch (distribution.kind) {
    case 'normal':
      return normalTails((x - distribution.mean) / distribution.sd)
    case 'lognormal':
      return x > 0 ? normalTails(log(x / distribution.median) / distribution.sigma) : ALL_ABOVE
    // beta with both shapes 1
    case 'uniform':
      return betaTails(1, 1, distribution, x)
    case 'triangular':
      return triangularTails(distribution, x)
    case 'pert':
      return betaTails(...pertShapes(distribution), distribution, x)
    case 'beta':
      return betaTails(distribution.alpha, distribution.beta, distribution, x)
    case 'gamma': {
      const scaled = x / distribution.scale
      return { lower: gammaLower(distribution.shape, scaled), upper: gammaUpper(distribution.shape, scaled) }
    }
    case 'truncated':
      return truncatedTails(distribution, x)
    case 'quantiles':
      return tabulatedTails(distribution.values, x)
    default:
      return familyOf(distribution)?.tails(x) ?? atomTails(distribution, x)
  }
}

/**
 * Shapes of the beta distribution that has PERT's mode and weight.
 *
 * Source: Malcolm, Roseboom, Clark & Fazar (1959), weight 4; Vose (2008), Risk Analysis, for other weights.
 */
export function pertShapes(pert: Extract<Distribution, { kind: 'pert' }>): [number, number] {
  const width = pert.high - pert.low
  return [
    1 + (pert.weight * (pert.mode - pert.low)) / width,
    1 + (pert.weight * (pert.high - pert.mode)) / width,
  ]
}

/** Odds that a distribution gives to low .. high, both included. */
export function massWithin(distribution: Distribution, low: number, high: number): number {
  const atoms = atomsOf(distribution)
  if (atoms) return oddsWithin(atoms, low, high)
  const from = tailsBelow(distribution, low)
  const to = tailsOf(distribution, high)
  // the difference of whichever tails are the smaller keeps its digits
  return Math.max(0, from.lower > 0.5 ? from.upper - to.upper : to.lower - from.lower)
}

/** P(X < x) and P(X >= x). */
export function tailsBelow(distribution: Distribution, x: number): Tails {
  return tailsOf(distribution, hasWholeNumbers(distribution) ? Math.ceil(x) - 1 : x)
}

function normalTails(z: number): Tails {
  return { lower: normalCumulative(z), upper: normalCumulative(-z) }
}

/** Beta on low .. high; both distances are measured from their own bound, so that neither loses digits. */
function betaTails(a: number, b: number, range: { low: number; high: number }, x: number): Tails {
  if (x < range.low) return ALL_ABOVE
  if (x >= range.high) return ALL_BELOW
  const width = range.high - range.low
  const share = (x - range.low) / width
  const rest = (range.high - x) / width
  return { lower: incompleteBeta(a, b, share, rest), upper: incompleteBeta(b, a, rest, share) }
}

/** Each side is the area of a smaller triangle over the whole: the square of its share of that side. */
function triangularTails(triangular: Extract<Distribution, { kind: 'triangular' }>, x: number): Tails {
  const { low, mode, high } = triangular
  if (x < low) return ALL_ABOVE
  if (x >= high) return ALL_BELOW
  if (x <= mode && mode > low) {
    const lower = ((x - low) / (high - low)) * ((x - low) / (mode - low))
    return { lower, upper: 1 - lower }
  }
  const upper = ((high - x) / (high - low)) * ((high - x) / (high - mode))
  return { lower: 1 - upper, upper }
}

/** Where x lies along the straight lines between the values. */
function tabulatedTails(values: readonly number[], x: number): Tails {
  const last = values.length - 1
  if (x < values[0]) return ALL_ABOVE
  if (x >= values[last]) return ALL_BELOW
  const after = values.findIndex((value) => value > x)
  const part = (x - values[after - 1]) / (values[after] - values[after - 1])
  return { lower: (after - 1 + part) / last, upper: (last - after + 1 - part) / last }
}

/** The part between the bounds, over all that lies between them. */
function truncatedTails(truncated: Extract<Distribution, { kind: 'truncated' }>, x: number): Tails {
  const { of, low, high } = truncated
  if (atomsOf(of)) return atomTails(truncated, x)
  if (x < low) return ALL_ABOVE
  if (x >= high) return ALL_BELOW
  const whole = massWithin(of, low, high)
  return {
    lower: massWithin(of, low, x) / whole,
    upper: massWithin(of, hasWholeNumbers(of) ? Math.floor(x) + 1 : x, high) / whole,
  }
}

/** Odds are few and far from tiny here; the complement costs nothing. */
function atomTails(distribution: Distribution, x: number): Tails {
  const lower = oddsUpTo(atomsOf(distribution)!, x)
  return { lower, upper: 1 - lower }
}
