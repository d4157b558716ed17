/**
 * Odds too small to be counted among draws, by subset simulation: the odds of ever higher thresholds, each among the draws that
 * reach the one before, a tenth of which go on. Within a subset draws move by steps that keep the inputs' distributions and are
 * taken back where they leave the subset.
 *
 * Sources: Au & Beck (2001), Probab. Eng. Mech. 16, 263-277; steps by conditional sampling: Papaioannou, Betz, Zwirglmaier &
 * Straub (2015), ibid. 41, 89-103. Intervals are of independent repetitions, since draws of a subset descend from each other.
 */
import { normalCumulative } from '../../math/normal-distribution.js'
import { normalQuantile } from '../../math/normal-quantile.js'
import { requireDistribution } from '../../sampling/check-distribution.js'
import { inverseOf } from '../../sampling/quantiles.js'
import { createStream } from '../../sampling/stream.js'
import { refuseArgument, requireOneOf, requireWhole } from '../../vocabulary/wrong-argument.js'
import { type Estimate, meanOf, USUAL_LEVEL } from '../sensitivity/estimate.js'
import type { Inputs } from './resolve-sample.js'

export interface RareOptions {
  readonly threshold: number
  /** Odds of the threshold or more, if left out, or of the threshold or less. */
  readonly side?: 'above' | 'below'
  /** Draws of a subset; a multiple of 10, 1,000 if left out. */
  readonly N?: number
  /** Independent repetitions, from whose spread the interval is read; 10 if left out. */
  readonly repetitions?: number
  readonly seed?: number
  readonly level?: number
}

export interface RareOdds {
  /**
   * With its interval, which ends at 0 where it would go below. Where draws of a subset have one outcome and none reaches the
   * threshold, it ends at what so many draws may miss: an outcome that rises towards the threshold by degrees is needed.
   */
  readonly odds: Estimate
  /** Of each repetition. */
  readonly each: readonly number[]
  /** Runs of the model. */
  readonly draws: number
}

const GOES_ON = 0.1
/** How much of a step stays where the draw was; the rest is new. */
const STAYS = 0.8
/** Subsets after which odds are below 1e-15, and said to be 0. */
const MOST_SUBSETS = 15
const CALLED = 'rareOdds'

interface Draw {
  readonly normals: Float64Array
  /** How far the outcome goes in the direction that is asked for; minus infinity without an outcome. */
  readonly score: number
}

/** Inputs are independent. A model that gives no number has not reached the threshold. Throws CitywardError. */
export function rareOdds<K extends string>(
  model: (point: Readonly<Record<K, number>>) => number,
  inputs: Inputs<K>,
  options: RareOptions,
): RareOdds {
  const { threshold, side = 'above', N = 1000, repetitions = 10, seed = 0, level = USUAL_LEVEL } = options
  requireOneOf(CALLED, 'side', side, ['above', 'below'])
  requireWhole(CALLED, 'N', N, 100, 1_000_000)
  requireWhole(CALLED, 'repetitions', repetitions, 2, 1000)
  requireWhole(CALLED, 'seed', seed, 0)
  if (!Number.isFinite(threshold)) refuseArgument(CALLED, 'threshold', String(threshold), 'a number')
  if (N % 10 !== 0) refuseArgument(CALLED, 'N', String(N), 'a multiple of 10')
  if (!(level > 0 && level < 1)) refuseArgument(CALLED, 'level', String(level), 'a share between 0 and 1')
  const names = Object.keys(inputs) as K[]
  if (names.length === 0) refuseArgument(CALLED, 'inputs', 'none', 'a distribution by the name of each input')
  for (const name of names) requireDistribution(name, inputs[name], CALLED)
  const inverses = names.map((name) => inverseOf(inputs[name]))
  const sign = side === 'above' ? 1 : -1
  let draws = 0
  const at = (normals: Float64Array): Draw => {
    draws += 1
    const point = names.map((name, k) => [name, inverses[k](inside(normals[k]), inside(-normals[k]))])
    const outcome = sign * model(Object.fromEntries(point) as Record<K, number>)
    return { normals, score: Number.isNaN(outcome) ? Number.NEGATIVE_INFINITY : outcome }
  }
  const found = Array.from({ length: repetitions }, (_, repetition) => {
    const streams = names.map((name) => createStream(seed, `${name} rare ${repetition}`))
    let next = 0
    const fresh = () => {
      const normals = Float64Array.from(streams, (stream) => normalQuantile(stream(next)))
      next += 1
      return normals
    }
    return oddsBySubsets(sign * threshold, N, at, fresh)
  })
  const each = found.map(({ odds }) => odds)
  const { value, low, high } = meanOf(each, level)
  // what nothing reached may still be as likely as the subset that was left is, and none of its draws
  const unseen = Math.max(...found.map(({ left }) => left)) * (1 - ((1 - level) / 2) ** (1 / N))
  return { odds: { value, low: Math.max(0, low), high: Math.max(high, unseen) }, each, draws }
}

/** A probability that an inverse can take: of a normal far out it would be 0 or 1. */
const inside = (normal: number) => Math.min(1 - 2 ** -53, Math.max(2 ** -1000, normalCumulative(normal)))

interface Subsets {
  readonly odds: number
  /** Where the threshold was not reached since all draws of a subset had one outcome: the odds of that subset. */
  readonly left: number
}

function oddsBySubsets(
  wanted: number,
  N: number,
  at: (normals: Float64Array) => Draw,
  fresh: () => Float64Array,
): Subsets {
  let subset = Array.from({ length: N }, () => at(fresh()))
  let odds = 1
  for (let number = 0; number < MOST_SUBSETS; number++) {
    subset.sort((one, other) => other.score - one.score)
    const least = subset[N - 1].score
    // of an outcome that takes few values more than a tenth may stand at the bound: all of them go on, or those above them all
    const bound =
      subset[GOES_ON * N - 1].score > least
        ? subset[GOES_ON * N - 1].score
        : (subset.findLast(({ score }) => score > least)?.score ?? least)
    const reached = subset.filter(({ score }) => score >= wanted).length
    if (bound >= wanted && reached > 0) return { odds: odds * (reached / N), left: 0 }
    if (bound === least) return { odds: 0, left: odds }
    const kept = subset.filter(({ score }) => score >= bound)
    odds *= kept.length / N
    const longer = N % kept.length
    subset = kept.flatMap((first, k) =>
      chainFrom(first, bound, Math.floor(N / kept.length) + (k < longer ? 1 : 0), at, fresh),
    )
  }
  return { odds: 0, left: 0 }
}

/** So many draws of a subset, each a step from the one before. */
function chainFrom(
  first: Draw,
  bound: number,
  length: number,
  at: (normals: Float64Array) => Draw,
  fresh: () => Float64Array,
): Draw[] {
  const chain: Draw[] = []
  let here = first
  for (let step = 0; step < length; step++) {
    const moves = fresh()
    const there = at(
      here.normals.map((normal, k) => STAYS * normal + Math.sqrt(1 - STAYS * STAYS) * moves[k]),
    )
    if (there.score >= bound) here = there
    chain.push(here)
  }
  return chain
}
