/** The places of one city, which are moved together: they compete for the same leavers. */
import { covarianceFactorOf, deviationsOf, precisionOf } from '../math/gauss-newton.js'
import { type ByLevel, OWN_LEVELS, type PlaceDatum } from './own-levels.js'

export interface CityBlock {
  readonly places: readonly number[]
  readonly data: readonly PlaceDatum[]
  /** Derivatives of what is counted [data][place, level]. */
  readonly slopes: Float64Array
}

export function createBlock(places: readonly number[], all: readonly PlaceDatum[]): CityBlock {
  const data = all.filter(({ place }) => places.includes(place))
  return { places, data, slopes: new Float64Array(data.length * places.length * OWN_LEVELS.length) }
}

/** Longest step, in spreads: beyond it the derivatives say little. */
const LONGEST = 1
/** Farthest that a place may lie from the mean, in spreads: some boundaries moved so much that nothing explains them. */
const FARTHEST = 3
/** Part of a step that is taken, since all cities step at once. */
const RELAXED = 0.7

/**
 * One step of a city's places towards what was counted, given what all others do; deviations and what stays unknown
 * of them are written.
 *
 * counted  measures as projected
 * returns  the longest step, in spreads
 */
export function solveBlock(
  { places, data, slopes }: CityBlock,
  counted: Float64Array,
  about: {
    readonly means: ByLevel<Float64Array>
    readonly spreads: ByLevel<number>
    readonly kindOf: readonly number[]
    /** Degrees of freedom of the errors. */
    readonly freedom: number
  },
  deviations: ByLevel<Float64Array>,
  unknown: ByLevel<Float64Array>,
): number {
  const size = places.length * OWN_LEVELS.length
  /** Deviations in spreads about the mean, as a prior of variance 1 wants them. */
  const z = new Float64Array(size)
  const scales = new Float64Array(size)
  places.forEach((place, k) => {
    OWN_LEVELS.forEach((level, own) => {
      const at = k * OWN_LEVELS.length + own
      scales[at] = about.spreads[level]
      z[at] = (deviations[level][place] - about.means[level][about.kindOf[place]]) / scales[at]
    })
  })
  const weighted = new Float64Array(slopes.length)
  const downhill = z.map((one) => -one)
  data.forEach(({ measure, value, sd }, row) => {
    const residual = (counted[measure] - value) / sd
    const weight = Math.sqrt((about.freedom + 1) / (about.freedom + residual ** 2))
    for (let at = 0; at < size; at++) {
      const slope = (weight * slopes[row * size + at] * scales[at]) / sd
      weighted[row * size + at] = slope
      downhill[at] -= slope * weight * residual
    }
  })
  const factor = covarianceFactorOf(precisionOf(weighted, size), size)
  const sds = deviationsOf(factor, size)
  const step = timesCovariance(factor, downhill)
  const longest = step.reduce((most, one) => Math.max(most, Math.abs(one)), 0)
  const by = Math.min(RELAXED, LONGEST / longest)
  places.forEach((place, k) => {
    OWN_LEVELS.forEach((level, own) => {
      const at = k * OWN_LEVELS.length + own
      const to = Math.max(-FARTHEST, Math.min(FARTHEST, z[at] + by * step[at]))
      deviations[level][place] += (to - z[at]) * scales[at]
      unknown[level][place] = sds[at] * scales[at]
    })
  })
  return longest
}

/** U U' v, for the factor U of a covariance. */
function timesCovariance(factor: Float64Array, vector: Float64Array): Float64Array {
  const size = vector.length
  const half = new Float64Array(size)
  for (let row = 0; row < size; row++)
    for (let column = row; column < size; column++) half[column] += factor[row * size + column] * vector[row]
  return half.map((_, row) => {
    let sum = 0
    for (let column = row; column < size; column++) sum += factor[row * size + column] * half[column]
    return sum
  })
}
