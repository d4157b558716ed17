/**
 * The Gauss-Newton step of all places together: (I + J'J + damping) step = downhill, by conjugate gradients on products with J alone, which is
 * never written out. The blocks by themselves, whose systems are small, are the preconditioner. Source: Nocedal and Wright (2006),
 * Numerical Optimization, ch. 5 and 10.
 */
import { cholesky, solveFactored } from '../../math/cholesky.js'
import { covarianceFactorOf, deviationsOf, precisionOf } from '../../math/gauss-newton.js'
import { type Slopes, timesSlopes, timesTransposed } from './slopes.js'

/** A least-squares problem about where the places stand, in spreads and standard deviations. */
export interface StepProblem {
  readonly slopes: Slopes
  /** Spread of each unknown, and by what each count's residual is multiplied: root of its weight over its standard deviation. */
  readonly scales: Float64Array
  readonly weights: Float64Array
  /** Residuals so multiplied, and deviations from the mean in spreads. */
  readonly residuals: Float64Array
  readonly z: Float64Array
  /** Bounds of z: beyond them no step leads. */
  readonly least: Float64Array
  readonly most: Float64Array
}

const ENOUGH = 1e-5
const MOST_TURNS = 200

/** Slopes of each block in spreads and standard deviations. */
function scaledOwn({ slopes, scales, weights }: StepProblem, held: Uint8Array): Float64Array[] {
  return slopes.blocks.map(({ own, counts, firstUnknown, firstRow }) => {
    const size = own.length / Math.max(1, counts.length)
    return own.map((slope, at) => {
      const unknown = firstUnknown + (at % size)
      return held[unknown] ? 0 : slope * scales[unknown] * weights[firstRow + Math.floor(at / size)]
    })
  })
}

/** What stays unknown of each level, in spreads, given the others of its block. */
export function unknownOf(problem: StepProblem): Float64Array {
  const out = new Float64Array(problem.z.length)
  const held = new Uint8Array(out.length)
  scaledOwn(problem, held).forEach((own, block) => {
    const { firstUnknown, places } = problem.slopes.blocks[block]
    const size = places.length * problem.slopes.levels.length
    out.set(deviationsOf(covarianceFactorOf(precisionOf(own, size), size), size), firstUnknown)
  })
  return out
}

/** The step; what stands at a bound and would go beyond is held there, and the others take its part. */
export function jointStep(problem: StepProblem, damping: number): Float64Array {
  const { z, least, most } = problem
  const held = new Uint8Array(z.length)
  for (;;) {
    const step = solved(problem, damping, held)
    let beyond = 0
    step.forEach((one, at) => {
      if (held[at] || !((z[at] >= most[at] && one > 0) || (z[at] <= least[at] && one < 0))) return
      held[at] = 1
      beyond++
    })
    if (beyond === 0) return step
  }
}

function solved(problem: StepProblem, damping: number, held: Uint8Array): Float64Array {
  const { slopes, scales, weights, residuals, z } = problem
  const own = scaledOwn(problem, held)
  const diagonal = new Float64Array(z.length)
  const factors = own.map((scaled, block) => {
    const { firstUnknown, places } = slopes.blocks[block]
    const size = places.length * slopes.levels.length
    const precision = precisionOf(scaled, size)
    for (let at = 0; at < size; at++) {
      diagonal[firstUnknown + at] = precision[at * size + at]
      precision[at * size + at] *= 1 + damping
    }
    return cholesky(precision, size)!
  })
  const masked = (v: Float64Array) => v.map((one, at) => (held[at] ? 0 : one))
  /** S J' W v: from counts to unknowns, by weights of counts and spreads of unknowns. */
  const back = (v: Float64Array) =>
    timesTransposed(
      slopes,
      v.map((one, row) => one * weights[row]),
    ).map((one, at) => one * scales[at])
  const there = (v: Float64Array) =>
    timesSlopes(
      slopes,
      v.map((one, at) => one * scales[at]),
    ).map((one, row) => one * weights[row])
  const product = (v: Float64Array) =>
    masked(back(there(v)).map((one, at) => one + (1 + damping * diagonal[at]) * v[at]))
  const precondition = (v: Float64Array) => {
    const out = new Float64Array(v.length)
    slopes.blocks.forEach(({ firstUnknown }, block) => {
      const size = Math.sqrt(factors[block].length)
      out.set(solveFactored(factors[block], v.subarray(firstUnknown, firstUnknown + size)), firstUnknown)
    })
    return masked(out)
  }
  const uphill = back(residuals)
  return conjugate(product, precondition, masked(z.map((one, at) => -one - uphill[at])))
}

function conjugate(
  product: (v: Float64Array) => Float64Array,
  precondition: (v: Float64Array) => Float64Array,
  target: Float64Array,
): Float64Array {
  const x = new Float64Array(target.length)
  const rest = target.slice()
  let ahead = precondition(rest)
  let size = dot(rest, ahead)
  let direction = ahead.slice()
  const enough = ENOUGH ** 2 * size
  for (let turn = 0; turn < MOST_TURNS && size > enough; turn++) {
    const along = product(direction)
    const length = size / dot(direction, along)
    for (let at = 0; at < x.length; at++) {
      x[at] += length * direction[at]
      rest[at] -= length * along[at]
    }
    ahead = precondition(rest)
    const next = dot(rest, ahead)
    const turned = next / size
    size = next
    direction = direction.map((one, at) => ahead[at] + turned * one)
  }
  return x
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let at = 0; at < a.length; at++) sum += a[at] * b[at]
  return sum
}
