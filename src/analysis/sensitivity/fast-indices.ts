/**
 * First-order and total indices from a run of eFAST's curves: on a factor's own curve, the power at its fast
 * frequency and harmonics is its own, the power below half of that frequency belongs to all others.
 *
 * Every round of curves has its own phases; the value is the mean over rounds, the interval Student's.
 * Source: Saltelli, Tarantola & Chan (1999), Technometrics 41, 39-56.
 */
import type { EfastDesign } from '../../sampling/design.js'
import { efastBlock, fastFrequency } from '../../sampling/efast.js'
import { requireWhole } from '../../vocabulary/wrong-argument.js'
import { requireBlocks } from './arguments.js'
import { type Index, meanOf, USUAL_LEVEL } from './estimate.js'

/**
 * outcome  [draw] of the design, in draw order. A spectrum needs its whole curve: one with a failed trajectory is
 *          left out.
 * rounds   of curves to use, the first ones; all if left out
 * level    of the intervals
 */
export function fastIndices(
  design: EfastDesign,
  outcome: Float64Array,
  rounds = Math.floor(outcome.length / efastBlock(design)),
  level = USUAL_LEVEL,
): Index[] {
  const { factors, points, harmonics } = design
  const fast = fastFrequency(design)
  requireBlocks('fastIndices', outcome, efastBlock(design), 'round of curves')
  requireWhole('fastIndices', 'rounds', rounds, 1, outcome.length / efastBlock(design))
  return factors.map(({ name }, factor) => {
    const [first, total]: number[][] = [[], []]
    for (let round = 0; round < rounds; round++) {
      const from = (round * factors.length + factor) * points
      const shares = curveShares(outcome.subarray(from, from + points), fast, harmonics)
      first.push(shares.first)
      total.push(shares.total)
    }
    return { name, measures: { first: meanOf(first, level), total: meanOf(total, level) } }
  })
}

/** Shares of a curve's variance: of the factor that swings so fast on it, alone and in all. NaN where a value is missing. */
export function curveShares(
  curve: ArrayLike<number>,
  fast: number,
  harmonics: number,
): { readonly first: number; readonly total: number } {
  const variance = powerOf(curve, 0)
  let own = 0
  let others = 0
  for (let harmonic = 1; harmonic <= harmonics; harmonic++) own += powerOf(curve, harmonic * fast)
  for (let frequency = 1; frequency <= fast / 2; frequency++) others += powerOf(curve, frequency)
  return { first: own / variance, total: 1 - others / variance }
}

/** Variance that goes with a frequency, in periods a curve; at 0 the whole variance. NaN where a value is missing. */
export function powerOf(curve: ArrayLike<number>, frequency: number): number {
  const points = curve.length
  let mean = 0
  let cosines = 0
  let sines = 0
  let squares = 0
  for (let point = 0; point < points; point++) mean += curve[point] / points
  for (let point = 0; point < points; point++) {
    const value = curve[point] - mean
    if (frequency === 0) {
      squares += value * value
      continue
    }
    const angle = (2 * Math.PI * ((frequency * point) % points)) / points
    cosines += value * Math.cos(angle)
    sines += value * Math.sin(angle)
  }
  return frequency === 0 ? squares / points : (2 * (cosines ** 2 + sines ** 2)) / points ** 2
}
