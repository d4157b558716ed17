/** What the later census would count at some levels. */
import { measuresOf } from './counts.js'
import type { Decade } from './decade.js'
import { createDecadeProjections } from './decade-projection.js'
import { type Datum, lateGainOf, stepsOfLateGain } from './error-model.js'
import { levelsOf, type Unknown, type ZEntry } from './unknowns.js'

export interface PredictionOptions {
  /** Cities whose own data are used, by index; all where absent. */
  readonly cities?: readonly number[]
  readonly priors?: readonly Unknown[]
}

/** Writes what would be counted, in the order of the data; false where z gives rates out of their bounds. */
export function createPrediction(
  decade: Decade,
  entries: readonly ZEntry[],
  data: readonly Datum[],
): (z: ArrayLike<number>, out: Float64Array) => boolean {
  const predict = createPredictions(decade, entries, data)
  return (z, out) => predict([z], [out])[0]
}

/** The same at one or two (SIDE_BY_SIDE) points. */
export function createPredictions(
  decade: Decade,
  entries: readonly ZEntry[],
  data: readonly Datum[],
  { cities, priors }: PredictionOptions = {},
) {
  const sharesAfter = stepsOfLateGain(decade.schedules.length)
  const project = createDecadeProjections(decade, { joined: cities, sharesAfter })
  return (all: readonly ArrayLike<number>[], outs: readonly Float64Array[]): boolean[] =>
    project(all.map((z) => levelsOf(entries, z, decade.dims.cities, priors))).map((projection, at) => {
      if (!projection) return false
      const measures = measuresOf(decade, projection.people, projection.away)
      const late = lateGainOf(projection.urbanShare)
      data.forEach(({ kind, measure }, k) => {
        outs[at][k] = kind === 'join' ? projection.join : kind === 'late_gain' ? late : measures[measure]
      })
      return true
    })
}
