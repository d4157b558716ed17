/**
 * The fit of a decade: the levels that make the later census most likely under the priors, and how far they are
 * known (docs/method.md, M12).
 */

import { log } from '../math/exponential.js'
import {
  covarianceFactorOf,
  deviationsOf,
  type Minimum,
  minimise,
  precisionOf,
} from '../math/gauss-newton.js'
import { normalQuantile } from '../math/normal-quantile.js'
import { createStream } from '../sampling/stream.js'
import { requireOneOf, requireWhole } from '../vocabulary/wrong-argument.js'
import type { Decade } from './decade.js'
import { type DataOptions, type Datum, dataOf, requireCities } from './error-model.js'
import { createResiduals } from './residuals.js'
import {
  entriesOf,
  type Levels,
  levelsOf,
  priorsBy,
  requirePriors,
  UNKNOWNS,
  type Unknown,
  type ZEntry,
} from './unknowns.js'

export interface FitOptions extends DataOptions {
  /** Data in place of those of the folder, for recovery tests. */
  readonly data?: readonly Datum[]
  /** Priors of other widths than the decade's. */
  readonly priors?: readonly Unknown[]
  /** A fit of the same decade to start from: fewer rounds, the same minimum. */
  readonly from?: Fit
  /** Steps after which the solver gives up. */
  readonly rounds?: number
  /** Steps on slopes that are brought up to date and not computed: less work for the same minimum, to a ten-thousandth of a prior's width. */
  readonly secants?: number
  /** Gain of a step, as twice a log likelihood, that is too little to go on for; 0 where absent. */
  readonly enough?: number
  /** Told whenever slopes are computed how often they were before, and how often that may be. */
  readonly onRound?: (done: number, most: number) => void
}

export interface Fit {
  readonly decade: Decade
  readonly data: readonly Datum[]
  readonly priors: readonly Unknown[]
  /** Meaning of the first entries of z; the errors of these names follow. */
  readonly entries: readonly ZEntry[]
  readonly shared: readonly string[]
  readonly minimum: Minimum
  readonly levels: Levels
  /** Standard deviations of z, and the matrix that turns independent normals into draws [unknowns, unknowns]. */
  readonly deviations: Float64Array
  readonly covarianceFactor: Float64Array
  /** z of one draw of the posterior; the same seed and draw give the same bits. */
  readonly draw: (seed: number, draw: number) => Float64Array
}

const MOST_ROUNDS = 40

/**
 * Fit a decade. Throws RangeError where the prior medians themselves give rates out of their bounds, and CitywardError
 * for options that cannot be meant.
 */
export function fitDecade(decade: Decade, options: FitOptions = {}): Fit {
  requireCities('fitDecade', decade, options)
  requireWhole('fitDecade', 'rounds', options.rounds ?? 1, 1)
  const priors = options.priors ?? priorsBy(decade.choices)
  requirePriors('fitDecade', priors)
  const data = options.data ?? dataOf(decade, options)
  const entries = entriesOf(decade.dims.cities, priors)
  const shared = [...new Set(data.map(({ shared: name }) => name))].filter((name) => name !== '')
  const unknowns = entries.length + shared.length
  const most = options.rounds ?? MOST_ROUNDS
  const problem = createResiduals({ decade, data, entries, shared, priors }, options, most)
  const start = startOf(options.from, { priors, entries, shared }, unknowns)
  const minimum = minimise(problem, start, most, options.secants, options.enough)
  if (!minimum) throw new RangeError('the medians of the priors give rates that cannot be lived')
  const covarianceFactor = covarianceFactorOf(precisionOf(minimum.slopes, unknowns), unknowns)
  const streams = streamsOf(normalsOf(entries, shared, decade))
  return {
    decade,
    data,
    priors,
    entries,
    shared,
    minimum,
    levels: levelsOf(entries, minimum.z, decade.dims.cities, priors),
    deviations: deviationsOf(covarianceFactor, unknowns),
    covarianceFactor,
    draw: (seed, draw) => {
      requireWhole('Fit.draw', 'seed', seed, 0)
      requireWhole('Fit.draw', 'draw', draw, 0)
      return drawOf(minimum.z, covarianceFactor, streams(seed), draw)
    },
  }
}

/** Where the solver starts: at the priors' medians, or at the levels and shared errors of another fit that both know. */
function startOf(
  from: Fit | undefined,
  { priors, entries, shared }: Pick<Fit, 'priors' | 'entries' | 'shared'>,
  unknowns: number,
): Float64Array {
  const start = new Float64Array(unknowns)
  if (!from) return start
  const width = (of: readonly Unknown[], { unknown, city }: ZEntry) =>
    city < 0 ? of[unknown].region : of[unknown].city
  entries.forEach((entry, k) => {
    const known = from.entries.findIndex(
      ({ unknown, city }) => unknown === entry.unknown && city === entry.city,
    )
    if (known >= 0) start[k] = (from.minimum.z[known] * width(from.priors, entry)) / width(priors, entry)
  })
  shared.forEach((name, k) => {
    const known = from.shared.indexOf(name)
    if (known >= 0) start[entries.length + k] = from.minimum.z[from.entries.length + known]
  })
  return start
}

/** The name of a random stream for every unknown, after what it is, so that another unknown moves no draw. */
function normalsOf(entries: readonly ZEntry[], shared: readonly string[], { cities }: Decade): string[] {
  const own = entries.map(({ unknown, city }) => `${UNKNOWNS[unknown].name} ${cities[city]?.code ?? 'mean'}`)
  return [...own, ...shared].map((name) => `calibration ${name}`)
}

type Stream = ReturnType<typeof createStream>

/** Their streams under a seed, kept for the draws that follow: names take longer to be made into keys than draws to be made. */
function streamsOf(names: readonly string[]): (seed: number) => readonly Stream[] {
  let kept: { readonly seed: number; readonly streams: readonly Stream[] } | undefined
  return (seed) => {
    if (kept?.seed !== seed) kept = { seed, streams: names.map((name) => createStream(seed, name)) }
    return kept.streams
  }
}

function drawOf(
  z: Float64Array,
  covarianceFactor: Float64Array,
  streams: readonly Stream[],
  draw: number,
): Float64Array {
  const normals = streams.map((stream) => normalQuantile(stream(draw)))
  return z.map((centre, row) => {
    let sum = centre
    for (let column = row; column < z.length; column++)
      sum += covarianceFactor[row * z.length + column] * normals[column]
    return sum
  })
}

/** A level of a fit on the scale on which it is normal: its mean and standard deviation; city -1 for the region's. */
export function normalOf(
  { decade, entries, priors, minimum: { z }, covarianceFactor }: Fit,
  name: string,
  city: number,
  within = covarianceFactor,
): { mean: number; sd: number } {
  const names = UNKNOWNS.map((one) => one.name)
  requireOneOf('normalOf', 'name', name, names)
  requireWhole('normalOf', 'city', city, -1, decade.dims.cities - 1)
  const weights = weightsOf(entries, priors, name, city)
  const unknown = UNKNOWNS.find((one) => one.name === name)!
  let mean: number = unknown.scale === 'log' ? log(unknown.median) : unknown.median
  let variance = 0
  for (const { index, weight } of weights) mean += weight * z[index]
  for (let column = 0; column < z.length; column++) {
    let sum = 0
    for (const { index, weight } of weights) sum += weight * within[index * z.length + column]
    variance += sum * sum
  }
  return { mean, sd: Math.sqrt(variance) }
}

/** The entries of z that a level adds up, and by how much. */
function weightsOf(entries: readonly ZEntry[], priors: readonly Unknown[], name: string, city: number) {
  return entries.flatMap((entry, index) => {
    const unknown = priors[entry.unknown]
    if (unknown.name !== name || (entry.city >= 0 && entry.city !== city)) return []
    return [{ index, weight: entry.city < 0 ? unknown.region : unknown.city }]
  })
}
