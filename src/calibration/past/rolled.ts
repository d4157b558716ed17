/**
 * The later census forecast from the earlier one without any fit: levels from their priors, weighed by how near the region
 * comes to what a printed series had it do, and ages with the errors of the error model. What the decade itself knows of later
 * date is up to who makes it.
 */
import { exp, log } from '../../math/exponential.js'
import { normalQuantile } from '../../math/normal-quantile.js'
import { paretoSmoothed, type SmoothedWeights } from '../../math/pareto-smoothing.js'
import { createStream } from '../../sampling/stream.js'
import { requireWhole } from '../../vocabulary/wrong-argument.js'
import { AGE_GROUPS } from '../counts.js'
import type { Decade } from '../decade.js'
import { createDecadeProjections, type DecadeProjection } from '../decade-projection.js'
import { CHILDREN, dataOf } from '../error-model.js'
import { entriesOf, levelsOf, type Unknown } from '../unknowns.js'
import { inPlaces, SUBJECTS, type Subject, type SubjectCounts, subjectCounts } from './subjects.js'

/** What a series says of the region: its yearly change from the start over so many steps, and the error of that. */
export interface PrintedPace {
  /** Points of urban share, or logarithms of residents. */
  readonly of: 'urban_share' | 'residents'
  readonly steps: number
  readonly yearly: number
  readonly error: number
}

export interface RolledForecast {
  readonly subject: Subject
  /** -1 for the region. */
  readonly city: number
  readonly before: number
  readonly actual: number
  /** As many equally likely values as there are draws, upwards. */
  readonly drawn: Float64Array
}

export interface Rolled {
  readonly forecasts: readonly RolledForecast[]
  /** How far the weights can be trusted. */
  readonly weights: Pick<SmoothedWeights, 'khat' | 'effectiveDraws'>
}

export interface RolledOptions {
  readonly draws: number
  readonly seed: number
  readonly priors: readonly Unknown[]
  /** What was known of the region at each origin that is asked for. */
  readonly origins: readonly (readonly PrintedPace[])[]
}

/**
 * For every origin forecasts of every city and the region; the same seed and draws give the same bits. Moves are held to
 * what can be lived; draws that give impossible rates all the same weigh nothing.
 */
export function rolledForecasts(decade: Decade, options: RolledOptions): Rolled[] {
  const { draws, seed, priors, origins } = options
  requireWhole('rolledForecasts', 'draws', draws, 1)
  requireWhole('rolledForecasts', 'seed', seed, 0)
  const entries = entriesOf(decade.dims.cities, priors)
  const nameOf = ({ unknown, city }: (typeof entries)[number]) =>
    `rolled ${priors[unknown].name} ${decade.cities[city]?.code ?? 'mean'}`
  const streams = entries.map((entry) => createStream(seed, nameOf(entry)))
  const project = createDecadeProjections(decade, { withJoin: false, isHeld: true })
  const errorsOf = agesInError(decade, seed)
  const logs = origins.map(() => new Float64Array(draws).fill(Number.NEGATIVE_INFINITY))
  const counts = Array.from({ length: draws }, (_, draw): SubjectCounts | undefined => {
    const z = Float64Array.from(streams, (stream) => normalQuantile(stream(draw)))
    const [projection] = project([levelsOf(entries, z, decade.dims.cities, priors)])
    if (!projection) return undefined
    origins.forEach((paces, origin) => {
      logs[origin][draw] = nearnessOf(projection, paces, decade.dims.ageWidth)
    })
    return subjectCounts(decade, projection.people, errorsOf(draw))
  })
  return logs.map((own) => {
    const { weights, khat, effectiveDraws } = paretoSmoothed(own)
    return { forecasts: forecastsOf(decade, counts, weights), weights: { khat, effectiveDraws } }
  })
}

/** Logarithm of how likely the paces are in a projection, but for a constant. */
function nearnessOf(
  { urbanShare, residents }: DecadeProjection,
  paces: readonly PrintedPace[],
  stepYears: number,
): number {
  let sum = 0
  for (const { of, steps, yearly, error } of paces) {
    const change =
      of === 'urban_share' ? 100 * (urbanShare[steps] - urbanShare[0]) : log(residents[steps] / residents[0])
    const off = (change / (steps * stepYears) - yearly) / error
    sum -= (off * off) / 2
  }
  return sum
}

/** By draw, what ages are multiplied with when they are counted: what all cities share, and each city's own, of its children together [sex, group, city]. */
function agesInError(decade: Decade, seed: number): (draw: number) => Float64Array {
  const { cities, sexes } = decade.dims
  const kinds = [
    ...new Map(
      dataOf(decade)
        .filter(({ kind }) => kind === 'ages')
        .map((datum) => [datum.shared, datum]),
    ).values(),
  ]
  const normalOf = (name: string) => createStream(seed, `rolled ${name}`)
  const streams = kinds.map(({ shared }) => ({
    all: normalOf(shared),
    own: decade.cities.map(({ code }) => normalOf(`${shared} ${code}`)),
  }))
  const children = decade.cities.map(({ code }) => normalOf(`children ${code}`))
  return (draw) => {
    const factors = new Float64Array(sexes * AGE_GROUPS * cities)
    const ofChildren = children.map((own) => CHILDREN.sd * normalQuantile(own(draw)))
    kinds.forEach(({ sd, sharedSd, sex, group }, at) => {
      const common = sharedSd * normalQuantile(streams[at].all(draw))
      for (let city = 0; city < cities; city++)
        factors[(sex * AGE_GROUPS + group) * cities + city] = exp(
          common +
            sd * normalQuantile(streams[at].own[city](draw)) +
            (group < CHILDREN.groups ? ofChildren[city] : 0),
        )
    })
    return factors
  }
}

function forecastsOf(
  decade: Decade,
  counts: readonly (SubjectCounts | undefined)[],
  weights: Float64Array,
): RolledForecast[] {
  const before = subjectCounts(decade, decade.before.people)
  const actual = subjectCounts(decade, decade.after.people)
  const all = decade.cities.map((_, city) => city)
  return [...all, -1].flatMap((city) => {
    const places = city < 0 ? all : [city]
    return SUBJECTS.map((subject): RolledForecast => {
      const values = counts.flatMap((one, draw) =>
        one && weights[draw] > 0 ? [{ value: inPlaces(one, subject, places), weight: weights[draw] }] : [],
      )
      return {
        subject,
        city,
        before: subject === 'deaths' ? Number.NaN : inPlaces(before, subject, places),
        actual: inPlaces(actual, subject, places),
        drawn: evenlyWeighed(values, counts.length),
      }
    })
  })
}

/** As many values as are asked for, each as likely as another: those below which (k + 1/2) / count of the weight lies. */
export function evenlyWeighed(
  values: readonly { readonly value: number; readonly weight: number }[],
  count: number,
): Float64Array {
  const sorted = [...values].sort((a, b) => a.value - b.value)
  const whole = sorted.reduce((sum, { weight }) => sum + weight, 0)
  const out = new Float64Array(count)
  let [at, below] = [0, sorted[0]?.weight ?? 0]
  for (let k = 0; k < count; k++) {
    const wanted = (whole * (k + 0.5)) / count
    while (below < wanted && at < sorted.length - 1) below += sorted[++at].weight
    out[k] = sorted[at]?.value ?? Number.NaN
  }
  return out
}
