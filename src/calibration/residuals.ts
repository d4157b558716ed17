/** The fit of a decade as a problem of least squares: residuals at some z, and their slopes by differences. */
import type { Residuals } from '../math/gauss-newton.js'
import type { Decade } from './decade.js'
import { SHAPING } from './decade-rates.js'
import { SIDE_BY_SIDE } from './decade-steps.js'
import type { Datum } from './error-model.js'
import { createPredictions } from './prediction.js'
import type { Unknown, ZEntry } from './unknowns.js'

/** Step of the differences, in prior standard deviations: small beside a curve, large beside rounding. */
const NUDGE = 1e-4

export interface FitProblem {
  readonly decade: Decade
  readonly data: readonly Datum[]
  readonly entries: readonly ZEntry[]
  /** Names of errors that cities share, whose size stands in z behind the entries. */
  readonly shared: readonly string[]
  readonly priors: readonly Unknown[]
}

interface ProblemOptions {
  readonly cities?: readonly number[]
  readonly onRound?: (done: number, most: number) => void
}

/** most: how often slopes may be computed, for `onRound`. */
export function createResiduals(
  { decade, data, entries, shared, priors }: FitProblem,
  { cities, onRound }: ProblemOptions,
  most: number,
): Residuals {
  const unknowns = entries.length + shared.length
  const predict = createPredictions(decade, entries, data, { cities, priors })
  const sharedAt = data.map(({ shared: name }) => (name === '' ? -1 : entries.length + shared.indexOf(name)))
  const residualsAt = (all: readonly Float64Array[], outs: readonly Float64Array[]) =>
    predict(all, outs).map((isDefined, at) => {
      if (!isDefined) return false
      const [z, out] = [all[at], outs[at]]
      data.forEach(({ value, sd, sharedSd }, k) => {
        const common = sharedAt[k] < 0 ? 0 : sharedSd * z[sharedAt[k]]
        out[k] = (out[k] + common - value) / sd
      })
      return true
    })
  const pairs = inPairs(entries, priors)
  let round = 0
  const slopesAt = (z: Float64Array, residuals: Float64Array, out: Float64Array) => {
    onRound?.(round++, most)
    const nudged = Array.from({ length: SIDE_BY_SIDE }, () => Float64Array.from(z))
    const there = nudged.map(() => new Float64Array(data.length))
    const slopesOf = (unknown: number, by: number, found: Float64Array) => {
      for (let datum = 0; datum < data.length; datum++)
        out[datum * unknowns + unknown] = (found[datum] - residuals[datum]) / by
    }
    /** Those among some unknowns, as many as go side by side, for which rates are out of their bounds. */
    const slopesBy = (by: number, some: readonly number[]) => {
      some.forEach((unknown, at) => {
        nudged[at][unknown] = z[unknown] + by
      })
      const isDefined = residualsAt(nudged.slice(0, some.length), there)
      some.forEach((unknown, at) => {
        nudged[at][unknown] = z[unknown]
        if (isDefined[at]) slopesOf(unknown, by, there[at])
      })
      return some.filter((_, at) => !isDefined[at])
    }
    for (const some of pairs) {
      // where the rates of one side are out of their bounds those of the other are not
      for (const left of slopesBy(NUDGE, some)) {
        if (slopesBy(-NUDGE, [left]).length > 0) slopesOf(left, NUDGE, residuals)
      }
    }
    data.forEach(({ sd, sharedSd }, datum) => {
      if (sharedAt[datum] >= 0) out[datum * unknowns + sharedAt[datum]] = sharedSd / sd
    })
  }
  return {
    unknowns,
    data: data.length,
    at: (z, out) => residualsAt([z], [out])[0],
    slopes: slopesAt,
  }
}

/** Unknowns by index, two and two to go side by side; those that shape schedules each alone. */
function inPairs(entries: readonly ZEntry[], priors: readonly Unknown[]): number[][] {
  const shapes = ({ unknown }: ZEntry) => SHAPING.includes(priors[unknown].name)
  const alone = entries.flatMap((entry, index) => (shapes(entry) ? [[index]] : []))
  const rest = entries.flatMap((entry, index) => (shapes(entry) ? [] : [index]))
  const pairs = rest.flatMap((_, at) => (at % SIDE_BY_SIDE === 0 ? [rest.slice(at, at + SIDE_BY_SIDE)] : []))
  return [...pairs, ...alone]
}
