/**
 * Sensitivity by derivatives: the mean square of the slope along each input, and what it says of the share of the variance
 * that goes with the input in all: no more than the bound. Steps may leave the range of an input by a thousandth of the
 * distance between its quartiles.
 *
 * Source: Sobol' & Kucherenko (2009), Math. Comput. Simul. 79, 3009-3017; the bound by Poincare's constant, Lamboni and
 * others (2013), Math. Comput. Simul. 87, 45-54.
 */
import { atomsOf } from '../../sampling/atoms.js'
import type { Distribution } from '../../sampling/distribution.js'
import { hasWholeNumbers } from '../../sampling/families/families.js'
import { quantileOf } from '../../sampling/quantiles.js'
import { refuseArgument } from '../../vocabulary/wrong-argument.js'
import { type Estimate, meanOf, USUAL_LEVEL } from '../sensitivity/estimate.js'
import { average } from '../statistics.js'
import type { Inputs } from './resolve-sample.js'
import { sample } from './sample.js'

export interface DgsmOptions {
  /** Base points; each costs one run of the model and two more for each input. */
  readonly N: number
  readonly seed?: number
  /** Confidence of the intervals; 0.95 if left out. */
  readonly level?: number
  /** Step to either side, of the distance between the quartiles of the input; a thousandth if left out. */
  readonly step?: number
}

export interface Dgsm<K extends string> {
  /** Runs of the model. */
  readonly draws: number
  /** Mean square of the slope, in the outcome's unit by the input's, squared. */
  readonly nu: Readonly<Record<K, Estimate>>
  /** No smaller than the total index; NaN for a distribution of which no such bound is known here: all but uniform and normal. */
  readonly bound: Readonly<Record<K, number>>
}

export function dgsm<K extends string>(
  model: (point: Readonly<Record<K, number>>) => number,
  inputs: Inputs<K>,
  { N, seed = 0, level = USUAL_LEVEL, step = 0.001 }: DgsmOptions,
): Dgsm<K> {
  if (!(step > 0 && step <= 0.5))
    refuseArgument('dgsm', 'step', String(step), 'a number above 0, at most 0.5')
  if (!(level > 0 && level < 1)) refuseArgument('dgsm', 'level', String(level), 'a share between 0 and 1')
  const rows = sample('sobol', inputs, { N, seed })
  const outcome = rows.evaluate(model)
  const mean = average(outcome)
  const variance = average(outcome.map((value) => (value - mean) ** 2))
  const of = rows.names.map((name) => {
    const distribution: Distribution = inputs[name]
    const width = quantileOf(distribution, 0.75) - quantileOf(distribution, 0.25)
    const inSteps = hasWholeNumbers(distribution) || atomsOf(distribution) !== undefined
    if (!(width > 0) || inSteps)
      refuseArgument('dgsm', `inputs.${name}`, distribution.kind, 'an input that varies smoothly')
    const h = step * width
    const squares = Float64Array.from({ length: N }, (_, row) => {
      const at = (by: number) => {
        const point = rows.names.map((one) => [one, rows.columns[one][row] + (one === name ? by : 0)])
        return model(Object.fromEntries(point) as Record<K, number>)
      }
      return ((at(h) - at(-h)) / (2 * h)) ** 2
    })
    return { name, nu: meanOf(squares, level), bound: (poincare(distribution) * average(squares)) / variance }
  })
  return {
    draws: N * (1 + 2 * rows.names.length),
    nu: Object.fromEntries(of.map(({ name, nu }) => [name, nu])) as Record<K, Estimate>,
    bound: Object.fromEntries(of.map(({ name, bound }) => [name, bound])) as Record<K, number>,
  }
}

/** The least constant by which the variance of any function is no more than the mean square of its slope. */
function poincare(distribution: Distribution): number {
  if (distribution.kind === 'uniform') return ((distribution.high - distribution.low) / Math.PI) ** 2
  if (distribution.kind === 'normal') return distribution.sd ** 2
  return Number.NaN
}
