/** All methods: the designs or draws they need, their measures, and the main one. */
import { type Design, kindOf } from '../../sampling/design.js'
import { delta } from './delta.js'
import { pawn } from './pawn.js'
import { rbdFast } from './rbd-fast.js'
import { regional } from './regional.js'
import { rankCorrelation, regression } from './regression.js'
import { shapleyOfLines } from './shapley-of-lines.js'
import type { Statistic } from './statistic.js'

/** Methods that read a design. */
export const DESIGNED = ['sobol', 'morris', 'efast', 'levels'] as const
/** Methods for the draws of any run; `overview` puts several side by side. */
export const GIVEN = ['overview', 'shapley', 'rbd_fast', 'delta', 'pawn', 'regression', 'regional'] as const
export const SENSITIVITY_METHODS = [...DESIGNED, ...GIVEN] as const
export type SensitivityMethod = (typeof SENSITIVITY_METHODS)[number]
export type GivenMethod = (typeof GIVEN)[number]

/** Statistics of a method, and whether it uses each input separately, so that dummies are meaningful. */
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
