/** All methods: the designs or draws they need, their measures, and the main one. */
import { type Design, kindOf } from '../../sampling/design.js'
import { delta } from './delta.js'
import { pawn } from './pawn.js'
import { rbdFast } from './rbd-fast.js'
import { regional } from './regional.js'
import { rankCorrelation, regression } from './regression.js'
import { shapleyOfLines } from './shapley-of-lines.js'
import { type Statistic, separately } from './statistic.js'
import { stepShares } from './steps.js'
import { varianceShares } from './variance-shares.js'

/** Methods that read a design. */
export const DESIGNED = ['sobol', 'morris', 'efast', 'levels'] as const
/** Methods for the draws of any run; `overview` puts several side by side. */
export const GIVEN = [
  'overview',
  'shares',
  'shapley',
  'rbd_fast',
  'delta',
  'pawn',
  'regression',
  'regional',
] as const
export const SENSITIVITY_METHODS = [...DESIGNED, ...GIVEN] as const
export type SensitivityMethod = (typeof SENSITIVITY_METHODS)[number]
export type GivenMethod = (typeof GIVEN)[number]

const pawnMedian = separately((inputs) => {
  const ready = pawn(inputs)
  return (outcome) => ({ pawn: ready(outcome)['median'] })
})

/** Statistics of a method, side by side. */
export const STATISTICS: Readonly<Record<GivenMethod, readonly Statistic[]>> = {
  overview: [varianceShares, stepShares, delta, pawnMedian, rankCorrelation],
  shares: [varianceShares],
  shapley: [shapleyOfLines],
  rbd_fast: [rbdFast],
  delta: [delta],
  pawn: [pawn],
  regression: [regression],
  regional: [regional],
}

/** Methods whose indices are those of straight lines: through values, or through ranks. */
export const LINES_THROUGH: Readonly<Partial<Record<SensitivityMethod, 'values' | 'ranks'>>> = {
  overview: 'values',
  shares: 'values',
  shapley: 'values',
  regression: 'ranks',
}

/** The measure that inputs are ordered by. */
export const MAIN: Readonly<Record<SensitivityMethod, string>> = {
  sobol: 'total',
  morris: 'mu_star',
  efast: 'total',
  levels: 'swing',
  overview: 'share',
  shares: 'share',
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
