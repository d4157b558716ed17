/** The methods there are: what each needs, what it measures, and which measure it is read by. */
import { type Design, type DesignKind, kindOf } from '../../sampling/design.js'
import { delta } from './delta.js'
import type { GivenMethod, SensitivityMethod } from './method-names.js'
import { pawn } from './pawn.js'
import { rbdFast } from './rbd-fast.js'
import { regional } from './regional.js'
import { rankCorrelation, regression } from './regression.js'
import { shapleyOfLines } from './shapley-of-lines.js'
import type { Statistic } from './statistic.js'

/** Statistics of a method, and whether an input is looked at by itself, so that dummies have a meaning. */
export const STATISTICS: Readonly<
  Record<GivenMethod, readonly { readonly statistic: Statistic; readonly dummies: boolean }[]>
> = {
  overview: [
    { statistic: shapleyOfLines, dummies: false },
    { statistic: rbdFast, dummies: true },
    { statistic: delta, dummies: true },
    { statistic: onlyMedian, dummies: true },
    { statistic: rankCorrelation, dummies: false },
  ],
  shapley: [{ statistic: shapleyOfLines, dummies: false }],
  rbd_fast: [{ statistic: rbdFast, dummies: true }],
  delta: [{ statistic: delta, dummies: true }],
  pawn: [{ statistic: pawn, dummies: true }],
  regression: [{ statistic: regression, dummies: false }],
  regional: [{ statistic: regional, dummies: true }],
}

/** The measure that inputs are ordered by. */
export const MAIN: Readonly<Record<SensitivityMethod, string>> = {
  sobol: 'total',
  morris: 'mu_star',
  efast: 'total',
  levels: 'swing',
  overview: 'shapley',
  shapley: 'shapley',
  rbd_fast: 'first',
  delta: 'delta',
  pawn: 'median',
  regression: 'srrc',
  regional: 'distance',
}

/** The design that a method reads, of each that reads one; of several the smallest. */
export const DESIGN_FOR: Readonly<Partial<Record<SensitivityMethod, DesignKind>>> = {
  sobol: 'saltelli',
  morris: 'morris',
  efast: 'efast',
  levels: 'one_at_a_time',
}

/** The method that a design was made for. */
export function methodOf(design: Design): SensitivityMethod {
  const kind = kindOf(design)
  if (kind === 'saltelli') return 'sobol'
  if (kind === 'morris' || kind === 'efast') return kind
  return /factorial|one_at_a_time/.test(kind) ? 'levels' : 'overview'
}

function onlyMedian(inputs: readonly Float64Array[]): ReturnType<Statistic> {
  const ready = pawn(inputs)
  return (outcome) => ({ pawn: ready(outcome)['median'] })
}
