/** Results of a fit for every level: its prior and fitted ranges, and which data moved it most. */
import { exp, log } from '../math/exponential.js'
import { covarianceFactorOf, precisionOf } from '../math/gauss-newton.js'
import { Z90 } from '../math/normal-quantile.js'
import type { Quality } from '../vocabulary/quality.js'
import type { Decade } from './decade.js'
import { KINDS, type Kind } from './error-model.js'
import { type Fit, normalOf } from './fit.js'
import type { Unknown } from './unknowns.js'

/** Median and 80 % range. */
export interface LevelRange {
  readonly low: number
  readonly median: number
  readonly high: number
}

export interface LevelResult {
  readonly name: string
  /** Index of the city; -1 for the region, where cities have their own: the mean they are drawn to. */
  readonly city: number
  readonly unit: string
  readonly prior: LevelRange
  readonly fitted: LevelRange
  /** The data without which the fitted range would be widest; undefined where none narrows it by a hundredth. */
  readonly movedBy: Kind | undefined
  /** A judgement where the data narrow the prior by less than a third, or are one themselves. */
  readonly quality: Quality
  readonly because: string
}

/** Every level in the order of UNKNOWNS: the region's, then the cities'. */
export function levelResults(fit: Fit): LevelResult[] {
  const unknowns = fit.minimum.z.length
  const kinds = KINDS.filter((kind) => fit.data.some((datum) => datum.kind === kind))
  const without = kinds.map((kind) => {
    const kept = (datum: number) => fit.data[datum].kind !== kind
    return covarianceFactorOf(precisionOf(fit.minimum.slopes, unknowns, kept), unknowns)
  })
  return fit.priors.flatMap((unknown) => {
    const places = [
      ...(unknown.region > 0 ? [-1] : []),
      ...(unknown.city > 0 ? fit.decade.cities.map((_, city) => city) : []),
    ]
    return places.map((city): LevelResult => {
      const { name, unit, scale, region, city: own, because } = unknown
      const { mean, sd } = normalOf(fit, name, city)
      const priorSd = city < 0 ? region : Math.sqrt(region * region + own * own)
      const widened = without.map((spread) => normalOf(fit, name, city, spread).sd / sd)
      const widest = widened.indexOf(Math.max(...widened))
      const movedBy = widened[widest] > 1.01 ? kinds[widest] : undefined
      const judged = movedBy !== undefined && sourcesOf(fit.decade, movedBy).includes('judgement')
      return {
        name,
        city,
        unit,
        prior: rangeOf(scale, scale === 'log' ? log(unknown.median) : unknown.median, priorSd),
        fitted: rangeOf(scale, mean, sd),
        movedBy,
        quality: !judged && sd < (2 / 3) * priorSd ? 'estimate' : 'judgement',
        because,
      }
    })
  })
}

function rangeOf(scale: Unknown['scale'], mean: number, sd: number): LevelRange {
  const level = (normal: number) => (scale === 'log' ? exp(normal) : normal)
  return { low: level(mean - Z90 * sd), median: level(mean), high: level(mean + Z90 * sd) }
}

/** Ids of the sources of a kind of data. */
export function sourcesOf({ sources }: Decade, kind: Kind): readonly string[] {
  if (kind === 'away') return sources.away
  if (kind === 'registered') return sources.registered
  return kind === 'late_gain' ? sources.lateGain : sources.people
}
