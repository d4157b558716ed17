/**
 * One sample of all uncertainties for each draw asked: the futures every policy is tried against.
 *
 * Draw d of an uncertainty depends on the seed, its name and d (and, as designs.ts says, on the design); never on
 * which draws were asked before, by whom, or how many there will be.
 */
import { normalCumulative } from '../math/normal-distribution.js'
import { normalQuantile } from '../math/normal-quantile.js'
import { type Cluster, correlate } from './correlation.js'
import { createDesign } from './designs.js'
import type { Design, Distribution, RankCorrelation, UncertaintyDraws } from './distribution.js'
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
}

type Point = (draw: number) => number
type Writer = (draw: number, out: Float64Array) => void

/**
 * Throws RangeError for what a scenario's check refuses beforehand: correlations that contradict each other
 * (`correlate` names them), name an unknown or a jointly observed uncertainty; a truncation without odds.
 */
export function createSampler(request: SamplerRequest): Sampler {
  const { uncertainties } = request
  const names = uncertainties.map(({ name }) => name)
  const pointsOf = createDesign({ ...request, names: uncertainties.map(dimensionOf) })
  const outcome = correlate(request.correlations)
  if (!outcome.ok) throw new RangeError(`correlations contradict each other: ${outcome.names.join(', ')}`)
  const correlated = new Set(outcome.clusters.flatMap((cluster) => cluster.names))
  const writers: Writer[] = outcome.clusters.map((cluster) => clusterWriter(cluster, uncertainties, pointsOf))
  uncertainties.forEach((uncertainty, place) => {
    if (!correlated.has(uncertainty.name)) writers.push(singleWriter(uncertainty, place, pointsOf))
  })
  const medians = Float64Array.from(uncertainties, ({ distribution }) => medianOf(distribution))
  return {
    names,
    fill: (draw, out) => {
      for (let index = 0; index < writers.length; index++) writers[index]!(draw, out)
    },
    medians: (out) => out.set(medians),
  }
}

/** Uncertainties observed together take their draws from one dimension, named after what joins them. */
function dimensionOf({ name, distribution }: UncertaintyDraws): string {
  const joint = jointOf(distribution)
  return joint === undefined ? name : `joint ${joint}`
}

function jointOf(distribution: Distribution): string | undefined {
  return distribution.kind === 'empirical' ? distribution.joint : undefined
}

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
      out[place] = rows[Math.floor(point(draw) * rows.length)]!
    }
  }
  const inverse = inverseOf(distribution)
  return (draw, out) => {
    const p = point(draw)
    out[place] = inverse(p, 1 - p)
  }
}

/** Independent normals, mixed by the factor, and back to uniforms; both tails are kept for the inverses. */
function clusterWriter(
  { names, factor }: Cluster,
  uncertainties: readonly UncertaintyDraws[],
  pointsOf: (name: string) => Point,
): Writer {
  const places = names.map((name) => uncertainties.findIndex((uncertainty) => uncertainty.name === name))
  const members = places.map((place, row) => {
    const member = uncertainties[place]
    if (!member) throw new RangeError(`correlations: there is no uncertainty ${names[row]}`)
    if (jointOf(member.distribution) !== undefined) {
      throw new RangeError(`correlations: ${member.name} is drawn jointly with others already`)
    }
    return { place, inverse: inverseOf(member.distribution), point: pointsOf(member.name) }
  })
  const normals = new Float64Array(names.length)
  return (draw, out) => {
    for (let row = 0; row < members.length; row++) {
      const { place, inverse, point } = members[row]!
      const own = point(draw)
      normals[row] = own <= 0.5 ? normalQuantile(own) : -normalQuantile(1 - own)
      if (row === 0) {
        // the first keeps the draws it would have alone, to the last bit
        out[place] = inverse(own, 1 - own)
        continue
      }
      let mixed = 0
      for (let column = 0; column <= row; column++)
        mixed += factor[row * members.length + column]! * normals[column]!
      out[place] = inverse(normalCumulative(mixed), normalCumulative(-mixed))
    }
  }
}
