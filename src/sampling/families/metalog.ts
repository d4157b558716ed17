/**
 * The metalog distribution: through three or more quantiles, its value at p a polynomial in p - 1/2 whose constants are the
 * logarithm of the odds of p and one. With a bound the logarithm of the distance from it is such a polynomial, with two the
 * logarithm of the distances' ratio.
 *
 *   no ends   x = M(p)
 *   low       x = low + exp(M(p))
 *   high      x = high - exp(-M(p))
 *   both      x = (low + high exp(M(p))) / (1 + exp(M(p)))
 *
 * M is linear in its coefficients: as many quantiles as terms are met exactly, more of them by least squares. It need not
 * rise. Where it falls, no distribution of this form has these quantiles, and `fallOf` says between which probabilities.
 *
 * Source: Keelin (2016), The metalog distributions, Decision Analysis 13, 243-277.
 */
import { exp, log, log1p } from '../../math/exponential.js'
import { leastSquares } from '../../math/linear/least-squares.js'
import type { Distribution } from '../distribution.js'
import { ALL_ABOVE, ALL_BELOW, type Family, type Inverse, type Moments, type Tails } from './family.js'

type Metalog = Extract<Distribution, { kind: 'metalog' }>

export const MOST_QUANTILES = 10
/** ln of the odds of the last draw that there can be, 1 - 2^-53: what M does beyond can never be drawn. */
const FARTHEST = 36.74
/** Steps in which M is looked through for a fall: a twentieth of the logarithm of the odds each, much less than any turn of it. */
const STEPS = 1468

const logOf = (p: number, q: number) => (p <= q ? log(p) : log1p(-q))

export function metalog(distribution: Metalog): Family {
  const coefficients = fitted(distribution)
  const { toValue, fromValue } = scaleOf(distribution)
  const onLine = lineOf(coefficients)
  const { low = Number.NEGATIVE_INFINITY, high = Number.POSITIVE_INFINITY } = distribution
  const inverse: Inverse = (p, q) => toValue(onLine(logOf(p, q) - logOf(q, p), p, q))
  const moments = () => momentsAlong(distribution, onLine, coefficients)
  return {
    inverse,
    tails: (x) => (x <= low ? ALL_ABOVE : x >= high ? ALL_BELOW : tailsAt(onLine, fromValue(x))),
    // added up where they are asked for, and not for each that is drawn from
    get mean() {
      return moments().mean
    },
    get variance() {
      return moments().variance
    },
  }
}

/** The line's value where odds are e^t, p below and q above. */
type Line = (t: number, p: number, q: number) => number

/** What a1, a2, ... stand before where odds are e^t: 1, t, t c, c, c^2, c^2 t, c^3, c^3 t, ..., c being p - 1/2. */
function basis(term: number, t: number, c: number): number {
  if (term < 4) return [1, t, t * c, c][term]
  const power = c ** Math.floor(term / 2)
  return term % 2 === 0 ? power : power * t
}

function lineOf(coefficients: readonly number[]): Line {
  return (t, p, q) => {
    const c = p <= q ? p - 0.5 : 0.5 - q
    let value = 0
    for (let term = 0; term < coefficients.length; term++) value += coefficients[term] * basis(term, t, c)
    return value
  }
}

const part = (t: number) => 1 / (1 + exp(-t))

/** Coefficients by least squares; those that are rounding beside the others are nought, so that no tail falls by them. */
function fitted(distribution: Metalog): number[] {
  const { probabilities, values, terms = values.length } = distribution
  const { fromValue } = scaleOf(distribution)
  const rows = probabilities.map((p) => {
    const t = logOf(p, 1 - p) - logOf(1 - p, p)
    return Array.from({ length: terms }, (_, term) => basis(term, t, p - 0.5))
  })
  const found = leastSquares(rows, values.map(fromValue))
  const spread = Math.max(...found.slice(1).map(Math.abs))
  return found.map((one, term) => (term > 0 && Math.abs(one) < 1e-12 * spread ? 0 : one))
}

/** Between a value and its place on the line. */
function scaleOf({ low, high }: Metalog): {
  readonly toValue: (line: number) => number
  readonly fromValue: (value: number) => number
} {
  if (low === undefined && high === undefined) return { toValue: (line) => line, fromValue: (value) => value }
  if (high === undefined)
    return { toValue: (line) => low! + exp(line), fromValue: (value) => log(value - low!) }
  if (low === undefined)
    return { toValue: (line) => high - exp(-line), fromValue: (value) => -log(high - value) }
  return {
    // from the nearer bound, so that neither is overstepped by rounding
    toValue: (line) =>
      line <= 0 ? low + ((high - low) * exp(line)) / (1 + exp(line)) : high - (high - low) / (1 + exp(line)),
    fromValue: (value) => log(value - low) - log(high - value),
  }
}

/** By halving on the logarithm of the odds, which has room for tails far below the last draw. */
function tailsAt(onLine: Line, line: number): Tails {
  let [from, to] = [-700, 700]
  if (onLine(from, part(from), part(-from)) >= line) return ALL_ABOVE
  if (onLine(to, part(to), part(-to)) <= line) return ALL_BELOW
  for (let halving = 0; halving < 64; halving++) {
    const t = (from + to) / 2
    if (onLine(t, part(t), part(-t)) < line) from = t
    else to = t
  }
  return { lower: part(to), upper: part(-to) }
}

/**
 * Mean and variance along the logarithm of the odds by the trapezoidal rule, which is exact to rounding for functions that
 * fall off like these. Where only one end is bounded, the other's tail is a power of the odds and may be too heavy.
 */
function momentsAlong({ low, high }: Metalog, onLine: Line, coefficients: readonly number[]): Moments {
  const oneEnd = (low === undefined) !== (high === undefined)
  const slope = slopeAtEnd(coefficients, low === undefined ? -0.5 : 0.5)
  if (oneEnd && slope >= 1)
    return {
      mean: low === undefined ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
      variance: Number.NaN,
    }
  const { toValue } = scaleOf({ kind: 'metalog', probabilities: [], values: [], low, high })
  const step = 1 / 8
  const over = (of: (value: number) => number) => {
    let sum = 0
    for (let t = -700; t <= 700; t += step) {
      const [p, q] = [part(t), part(-t)]
      sum += of(toValue(onLine(t, p, q))) * p * q
    }
    return sum * step
  }
  const mean = over((value) => value)
  const heavy = oneEnd && slope >= 0.5
  return { mean, variance: heavy ? Number.POSITIVE_INFINITY : over((value) => (value - mean) ** 2) }
}

/** How fast the line rises with the logarithm of the odds at an end, where p - 1/2 is c. */
function slopeAtEnd(coefficients: readonly number[], c: number): number {
  return coefficients.reduce(
    (sum, one, term) => sum + (term > 0 && term !== 3 ? one * (basis(term, 1, c) - basis(term, 0, c)) : 0),
    0,
  )
}

/** Where the line through the quantiles falls, from p to p; undefined where it rises throughout, so that it is a distribution. */
export function fallOf(distribution: Metalog): readonly [from: number, to: number] | undefined {
  const onLine = lineOf(fitted(distribution))
  const { values } = distribution
  const { fromValue } = scaleOf(distribution)
  const rounding = 1e-13 * (fromValue(values.at(-1)!) - fromValue(values[0]))
  const at = (step: number) => -FARTHEST + (2 * FARTHEST * step) / STEPS
  const falling: number[] = []
  let last = Number.NEGATIVE_INFINITY
  for (let step = 0; step <= STEPS; step++) {
    const t = at(step)
    const line = onLine(t, part(t), part(-t))
    if (!(line > last - rounding)) falling.push(step)
    last = line
  }
  return falling.length === 0 ? undefined : [part(at(falling[0] - 1)), part(at(falling.at(-1)!))]
}

/** The most terms with which quantiles are met as nearly as can be and the line rises; undefined where none do. */
export function termsThatRise(distribution: Metalog): number | undefined {
  const most = (distribution.terms ?? distribution.values.length) - 1
  for (let terms = most; terms >= 2; terms--)
    if (fallOf({ ...distribution, terms }) === undefined) return terms
  return undefined
}
