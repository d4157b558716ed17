/**
 * Futures in the light of what has been counted since: each draw of a run weighs as much as what was observed is likely in it,
 * and draws are taken again by their weight, so that each stands for as many futures as any other (docs/update.md).
 */
import { paretoSmoothed, type SmoothedWeights } from '../../math/pareto-smoothing.js'
import { quantileOfSorted } from '../../math/quantile.js'
import type { Observation } from '../../results/observation.js'
import { createStream } from '../../sampling/stream.js'

/** An observation beside what the run's draws say of it. */
export interface ObservedColumn {
  readonly observation: Observation
  /** Of every draw; NaN where it gave no number. */
  readonly values: Float64Array
}

/** Fewest effective draws, and largest shape of the tail of weights, with which there are odds. */
export const LEAST_EFFECTIVE = 200
export const MOST_KHAT = 0.7

/** Weights by observations whose errors are normal and independent; a draw without a number has none. */
export function weightsOf(columns: readonly ObservedColumn[], draws: number): SmoothedWeights {
  const logs = new Float64Array(draws)
  for (const { observation, values } of columns)
    for (let draw = 0; draw < draws; draw++) {
      const off = (values[draw] - observation.value) / observation.error
      logs[draw] = Number.isNaN(off) ? Number.NEGATIVE_INFINITY : logs[draw] - (off * off) / 2
    }
  return paretoSmoothed(logs)
}

/** Whether weights carry odds. */
export function areEnough({ khat, effectiveDraws }: SmoothedWeights): boolean {
  return effectiveDraws >= LEAST_EFFECTIVE && khat <= MOST_KHAT
}

/**
 * So many draws by their weight: systematic resampling (Kitagawa 1996), which takes a draw of weight w either the whole number
 * below or above w times `count`, in an order of chance, so that any first part of them is a sample too.
 */
export function takeByWeight(weights: Float64Array, count: number, seed: number): Uint32Array {
  const taken = new Uint32Array(count)
  const at = createStream(seed, 'update: where the comb of draws begins')(0)
  let [draw, sum] = [0, weights[0]]
  for (let k = 0; k < count; k++) {
    const point = (k + at) / count
    while (sum < point && draw < weights.length - 1) sum += weights[++draw]
    taken[k] = draw
  }
  const chance = createStream(seed, 'update: order of draws')
  const keys = Float64Array.from(taken, (_, k) => chance(k))
  const order = Uint32Array.from(taken, (_, k) => k).sort((a, b) => keys[a] - keys[b] || a - b)
  return order.map((k) => taken[k])
}

/** Where an observation lies among the futures before it: their median and 80 % range, and the share of them below it. */
export interface ObservationPlace {
  readonly observation: Observation
  readonly median: number
  readonly range80: readonly [number, number]
  /** 0 to 1: 0 where all futures are above what was observed. */
  readonly below: number
  /** Futures within two errors of it. */
  readonly near: number
  /** Of those that have a number. */
  readonly draws: number
}

export function placeAmong({ observation, values }: ObservedColumn): ObservationPlace {
  const known = values.filter((value) => !Number.isNaN(value)).sort()
  const { value, error } = observation
  const below = known.filter((one) => one < value).length
  const near = known.filter((one) => Math.abs(one - value) <= 2 * error).length
  return {
    observation,
    median: quantileOfSorted(known, 0.5),
    range80: [quantileOfSorted(known, 0.1), quantileOfSorted(known, 0.9)],
    below: known.length === 0 ? Number.NaN : below / known.length,
    near,
    draws: known.length,
  }
}
