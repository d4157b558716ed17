/**
 * Least squares with standard normal priors, and the normal distribution of what is left uncertain.
 *
 * Minimises |r(z)|^2 + |z|^2 by Gauss-Newton steps that are damped until they go down (Levenberg 1944, Marquardt
 * 1963). Near the minimum, z given the data is about normal with precision I + J'J (Laplace); where r is linear it
 * is so exactly, and one undamped step finds it. Source: Nocedal and Wright (2006), Numerical Optimization, ch. 10.
 */
import { cholesky, solveFactored } from './cholesky.js'

export interface Residuals {
  /** Length of z and of r. */
  readonly unknowns: number
  readonly data: number
  /** Residuals in units of their standard deviation, written to out; false where they are not defined at z. */
  readonly at: (z: Float64Array, out: Float64Array) => boolean
  /** Their derivatives [data, unknowns], written to out; `residuals` are those at z. */
  readonly slopes: (z: Float64Array, residuals: Float64Array, out: Float64Array) => void
}

export interface Minimum {
  readonly z: Float64Array
  readonly residuals: Float64Array
  /** Derivatives at the minimum [data, unknowns]. */
  readonly slopes: Float64Array
  /** Steps that were taken, and whether the last one was too small to matter. */
  readonly rounds: number
  readonly settled: boolean
}

/** Longest step of any unknown, in prior standard deviations, at which the search ends. */
const STILL = 1e-4
/** How often a search that its damping has stopped is let go again. */
const MOST_RELEASES = 3
const DAMPING = { first: 1e-3, least: 1e-9, most: 1e9, down: 0.2, up: 5 }

/**
 * Undefined where the residuals are not defined at the start. The same input gives the same bits: nothing is random.
 *
 * secants  steps that may be taken on slopes brought up to date by what the last step showed (Broyden 1965, Mathematics of
 *          Computation 19), before they are computed again; 0: they are computed at every step. The search ends on
 *          computed slopes only.
 * enough   the search also ends at a step on computed slopes that lowers the sum by less than this: where unknowns lie along a long
 *          valley, steps may creep on without end and without any gain. Without secants damping then follows what a step gained of what
 *          it should have
 */
export function minimise(
  problem: Residuals,
  start: Float64Array,
  mostRounds: number,
  secants = 0,
  enough = 0,
): Minimum | undefined {
  const { unknowns, data } = problem
  const z = Float64Array.from(start)
  const residuals = new Float64Array(data)
  const slopes = new Float64Array(data * unknowns)
  if (!problem.at(z, residuals)) return undefined
  let damping = DAMPING.first
  let rounds = 0
  let settled = false
  let stale = 0
  let renew = true
  let releases = 0
  for (; rounds < mostRounds && !settled; rounds++) {
    if (renew) {
      problem.slopes(z, residuals, slopes)
      stale = 0
    }
    const precision = precisionOf(slopes, unknowns)
    const downhill = gradient(slopes, residuals, z).map((one) => -one)
    const sum = squares(residuals) + squares(z)
    const trial = { z: new Float64Array(unknowns), residuals: new Float64Array(data) }
    renew = true
    const most = stale > 0 ? damping * DAMPING.up * DAMPING.up : DAMPING.most
    for (; damping < most; damping *= DAMPING.up) {
      const step = solveDamped(precision, downhill, damping)
      for (let k = 0; k < unknowns; k++) trial.z[k] = z[k] + step[k]
      if (!problem.at(trial.z, trial.residuals)) continue
      if (!(squares(trial.residuals) + squares(trial.z) <= sum)) continue
      const still = step.every((one) => Math.abs(one) < STILL)
      // a step that only its damping kept short says nothing of the minimum
      const held = secants > 0 && damping > DAMPING.first && releases < MOST_RELEASES
      const gain = sum - squares(trial.residuals) - squares(trial.z)
      const change =
        secants === 0 && enough > 0 ? changeAfter(gain / foreseen(precision, downhill, step)) : DAMPING.down
      settled = stale === 0 && ((still && !held) || (gain < enough && change <= 1))
      renew = still || stale >= secants
      if (!renew) followStep(slopes, step, residuals, trial.residuals)
      z.set(trial.z)
      residuals.set(trial.residuals)
      damping = Math.max(DAMPING.least, damping * change)
      if (still && stale === 0 && held) {
        damping = DAMPING.first
        releases++
      }
      break
    }
    // no step goes down any more: the minimum, to the precision of the slopes
    if (damping >= DAMPING.most) settled = true
    if (!renew) stale++
  }
  problem.slopes(z, residuals, slopes)
  return { z, residuals, slopes, rounds, settled }
}

/** What a step would lower the sum by if residuals were linear. */
function foreseen(precision: Float64Array, downhill: ArrayLike<number>, step: Float64Array): number {
  let sum = 0
  for (let row = 0; row < step.length; row++) {
    let along = 0
    for (let column = 0; column < step.length; column++)
      along += precision[row * step.length + column] * step[column]
    sum += step[row] * (2 * downhill[row] - along)
  }
  return sum
}

/**
 * What damping is multiplied with after a step that gained so much of what was foreseen (Nocedal and Wright 2006, ch. 4). Where residuals
 * are large, whole steps go too far and the next ones back again, for next to nothing.
 */
function changeAfter(ratio: number): number {
  const [good, poor] = [0.75, 0.4]
  if (ratio > good) return DAMPING.down
  return ratio < poor ? DAMPING.up : 1
}

/** The smallest change of the slopes after which they account for a step: J += (dr - J s) s' / s's. */
function followStep(
  slopes: Float64Array,
  step: ArrayLike<number>,
  before: Float64Array,
  after: Float64Array,
): void {
  const unknowns = step.length
  let length = 0
  for (let k = 0; k < unknowns; k++) length += step[k] * step[k]
  if (length === 0) return
  for (let datum = 0; datum < before.length; datum++) {
    const from = datum * unknowns
    let expected = 0
    for (let k = 0; k < unknowns; k++) expected += slopes[from + k] * step[k]
    const rest = (after[datum] - before[datum] - expected) / length
    for (let k = 0; k < unknowns; k++) slopes[from + k] += rest * step[k]
  }
}

/** I + J'J, with only the rows of J that `counts` says. */
export function precisionOf(
  slopes: Float64Array,
  unknowns: number,
  counts: (datum: number) => boolean = () => true,
): Float64Array {
  const precision = new Float64Array(unknowns * unknowns)
  for (let from = 0, datum = 0; from < slopes.length; from += unknowns, datum++) {
    if (!counts(datum)) continue
    for (let row = 0; row < unknowns; row++) {
      const slope = slopes[from + row]
      if (slope === 0) continue
      for (let column = 0; column <= row; column++)
        precision[row * unknowns + column] += slope * slopes[from + column]
    }
  }
  for (let row = 0; row < unknowns; row++) {
    precision[row * unknowns + row] += 1
    for (let column = 0; column < row; column++)
      precision[column * unknowns + row] = precision[row * unknowns + column]
  }
  return precision
}

/** Inverse of the transposed Cholesky factor of a precision: times independent normals it gives draws. */
export function covarianceFactorOf(precision: Float64Array, size: number): Float64Array {
  const factor = cholesky(precision, size)
  if (!factor) throw new RangeError('a precision with a prior in every direction is positive definite')
  const inverse = new Float64Array(size * size)
  for (let column = 0; column < size; column++) {
    for (let row = column; row >= 0; row--) {
      let sum = row === column ? 1 : 0
      for (let k = row + 1; k <= column; k++) sum -= factor[k * size + row] * inverse[k * size + column]
      inverse[row * size + column] = sum / factor[row * size + row]
    }
  }
  return inverse
}

/** Standard deviations of the normal distribution with this factor of its covariance. */
export function deviationsOf(factor: Float64Array, size: number): Float64Array {
  return Float64Array.from({ length: size }, (_, row) =>
    Math.sqrt(squares(factor.subarray(row * size, (row + 1) * size))),
  )
}

function gradient(slopes: Float64Array, residuals: Float64Array, z: Float64Array): Float64Array {
  const sum = Float64Array.from(z)
  residuals.forEach((residual, datum) => {
    for (let k = 0; k < z.length; k++) sum[k] += residual * slopes[datum * z.length + k]
  })
  return sum
}

/** Solve (precision + damping I) step = target. */
function solveDamped(precision: Float64Array, target: Float64Array, damping: number): Float64Array {
  const size = target.length
  const damped = Float64Array.from(precision)
  for (let k = 0; k < size; k++) damped[k * size + k] += damping
  const factor = cholesky(damped, size)
  return factor ? solveFactored(factor, target) : new Float64Array(size)
}

function squares(values: Float64Array): number {
  let sum = 0
  for (let k = 0; k < values.length; k++) sum += values[k] * values[k]
  return sum
}
