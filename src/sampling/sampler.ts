/**
 * One sample of all uncertainties for each draw: the futures every policy is tried against.
 *
 * Draw d of an uncertainty depends on the seed, its name and d (and, as designs.ts says, on the design); never on
 * which draws were computed before, by which worker, or how many there will be.
 *
 * Everything is prepared once: a writer for each cluster of correlated uncertainties and for each that stands alone.
 * A draw then runs the writers in turn, and each writes its own places of the output. A design that sets levels sets
 * every uncertainty by its own distribution, whatever it goes together with.
 */
import { normalCumulative } from '../math/normal-distribution.js'
import { normalQuantile } from '../math/normal-quantile.js'
import { refuseArgument } from '../vocabulary/wrong-argument.js'
import { requireDistribution } from './check-distribution.js'
import { type Cluster, correlate } from './correlation.js'
import { type Design, setsLevels } from './design.js'
import { createDesign } from './designs.js'
import type { RankCorrelation, UncertaintyDraws } from './distribution.js'
import { dimensionOf } from './factors.js'
import { findingsOf, SAMPLING_FINDINGS } from './findings.js'
import { inverseOf, medianOf } from './quantiles.js'

export interface SamplerRequest {
  readonly uncertainties: readonly UncertaintyDraws[]
  readonly correlations: readonly RankCorrelation[]
  /** A whole number from 0 to 2^53 - 1. */
  readonly seed: number
  readonly design: Design
  /** Draws of the whole run. */
  readonly draws: number
}

export interface Sampler {
  /** Order of the values that fill and medians write: that of the request. */
  readonly names: readonly string[]
  /** out: the value of every uncertainty in this draw, written. Allocates nothing. */
  readonly fill: (draw: number, out: Float64Array) => void
  /** out: every uncertainty at its median, written. */
  readonly medians: (out: Float64Array) => void
  /** Where draws stand in the dimension of this name (factors.ts); undefined where no uncertainty has it. */
  readonly pointsIn: (dimension: string) => Point | undefined
}

/** Where a draw stands in one dimension, in the open (0, 1). */
type Point = (draw: number) => number
/** Writes the values of its uncertainties in this draw. */
type Writer = (draw: number, out: Float64Array) => void

/** Throws CitywardError for whatever `findingsOf` finds; a scenario's check calls it beforehand. */
export function createSampler(request: SamplerRequest): Sampler {
  for (const { name, distribution } of request.uncertainties) requireDistribution(name, distribution)
  const apart = setsLevels(request.design)
  const uncertainties = apart ? request.uncertainties.map(alone) : request.uncertainties
  const correlations = apart ? [] : request.correlations
  const names = uncertainties.map(({ name }) => name)
  const [finding] = findingsOf(uncertainties, correlations)
  if (finding)
    refuseArgument(
      'createSampler',
      finding.names.join(', '),
      SAMPLING_FINDINGS[finding.code],
      'draws that can be made',
    )
  const dimensions = uncertainties.map(dimensionOf)
  const pointsOf = createDesign({ ...request, names: dimensions })
  const outcome = correlate(correlations)
  const clusters = outcome.ok ? outcome.clusters : []
  const correlated = new Set(clusters.flatMap((cluster) => cluster.names))
  const writers: Writer[] = clusters.map((cluster) => clusterWriter(cluster, uncertainties, pointsOf))
  uncertainties.forEach((uncertainty, place) => {
    if (!correlated.has(uncertainty.name)) writers.push(singleWriter(uncertainty, place, pointsOf))
  })
  const medians = Float64Array.from(uncertainties, ({ distribution }) => medianOf(distribution))
  return {
    names,
    fill: (draw, out) => {
      for (let index = 0; index < writers.length; index++) writers[index](draw, out)
    },
    medians: (out) => out.set(medians),
    pointsIn: (dimension) => (dimensions.includes(dimension) ? pointsOf(dimension) : undefined),
  }
}

/** An uncertainty without those it was observed together with. */
function alone({ name, distribution }: UncertaintyDraws): UncertaintyDraws {
  if (distribution.kind !== 'empirical') return { name, distribution }
  return { name, distribution: { kind: 'empirical', values: distribution.values } }
}

/** An uncertainty without correlations: fixed, a row of joint observations, or a quantile of its own point. */
function singleWriter(
  uncertainty: UncertaintyDraws,
  place: number,
  pointsOf: (name: string) => Point,
): Writer {
  const { distribution } = uncertainty
  if (distribution.kind === 'fixed') {
    return (_, out) => {
      out[place] = distribution.value
    }
  }
  const point = pointsOf(dimensionOf(uncertainty))
  if (distribution.kind === 'empirical' && distribution.joint !== undefined) {
    // rows stay in the order of observation, so that one index picks what was seen together
    const rows = Float64Array.from(distribution.values)
    return (draw, out) => {
      out[place] = rows[Math.floor(point(draw) * rows.length)]
    }
  }
  const inverse = inverseOf(distribution)
  return (draw, out) => {
    // points are odd multiples of 2^-53, so 1 - p is exact
    const p = point(draw)
    out[place] = inverse(p, 1 - p)
  }
}

/**
 * Independent normals, mixed by the cluster's factor, and back to uniforms; both tails are kept for the inverses.
 *
 * The mixed normals have variance 1, so every uncertainty keeps its own distribution exactly.
 */
function clusterWriter(
  { names, factor }: Cluster,
  uncertainties: readonly UncertaintyDraws[],
  pointsOf: (name: string) => Point,
): Writer {
  const members = names.map((name) => {
    const place = uncertainties.findIndex((uncertainty) => uncertainty.name === name)
    return { place, inverse: inverseOf(uncertainties[place].distribution), point: pointsOf(name) }
  })
  const normals = new Float64Array(names.length)
  return (draw, out) => {
    for (let row = 0; row < members.length; row++) {
      const { place, inverse, point } = members[row]
      const own = point(draw)
      normals[row] = own <= 0.5 ? normalQuantile(own) : -normalQuantile(1 - own)
      if (row === 0) {
        // the first keeps the draws it would have alone, to the last bit
        out[place] = inverse(own, 1 - own)
        continue
      }
      let mixed = 0
      for (let column = 0; column <= row; column++)
        mixed += factor[row * members.length + column] * normals[column]
      out[place] = inverse(normalCumulative(mixed), normalCumulative(-mixed))
    }
  }
}
