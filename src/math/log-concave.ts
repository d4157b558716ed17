/** What the inversions of the incomplete gamma and beta functions share. */
import { log, log1p } from './exponential.js'

/** A distribution of u at one point: its tail, its density, and the slope of the logarithm of the density. */
export interface TailAt {
  /** Which tail is computed: the one below u, or the one above. */
  lower: boolean
  tail: number
  density: number
  slope: number
}

const at: TailAt = { lower: true, tail: 0, density: 0, slope: 0 }

/**
 * u where ln(tail(u)) is `wanted`.
 *
 * lower  the tail is the one below u; otherwise the one above
 * reach  the longest step; some standard deviations of u
 *
 * The logarithm of either tail of a log-concave density is concave, so Newton's steps converge from wherever
 * they start; Halley's correction makes the convergence cubic. Source: Prekopa (1973) for the concavity.
 */
export function solveLogConcave(
  start: number,
  lower: boolean,
  wanted: number,
  reach: number,
  evaluate: (u: number, at: TailAt) => void,
): number {
  const sign = lower ? 1 : -1
  let u = start
  at.lower = lower
  for (let round = 0; round < 100; round++) {
    evaluate(u, at)
    if (!(at.tail > 0)) {
      u += sign * reach
      continue
    }
    const first = (sign * at.density) / at.tail
    const newton = first === 0 ? -sign * reach : (log(at.tail) - wanted) / first
    // second derivative over the first: slope of the log density minus the first
    const correction = 1 - 0.5 * newton * (at.slope - first)
    const step = Math.max(-reach, Math.min(reach, newton / Math.max(0.5, Math.min(2, correction))))
    u -= step
    if (Math.abs(step) < 3e-6 * reach) return u
  }
  return u
}

/** ln(ratio) - t for ratio = 1 + t, without cancellation near 1. */
export function logExcess(ratio: number, t: number): number {
  if (Math.abs(t) > 0.4) return log(ratio) - t
  if (Math.abs(t) < 1e-2) {
    let sum = 0
    for (let n = 9; n >= 2; n--) sum = (n % 2 === 0 ? -1 : 1) / n + t * sum
    return t * t * sum
  }
  return log1p(t) - t
}
