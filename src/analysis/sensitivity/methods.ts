/** The methods there are: what each needs, what it measures, and which measure it is read by. */
import { type Design, type DesignKind, kindOf } from '../../sampling/design.js'
import { efastBlock } from '../../sampling/efast.js'
import { morrisBlock } from '../../sampling/morris.js'
import { saltelliBlock } from '../../sampling/saltelli.js'
import { delta } from './delta.js'
import type { GivenMethod, SensitivityMethod } from './method-names.js'
import { pawn } from './pawn.js'
import { rbdFast } from './rbd-fast.js'
import { regional } from './regional.js'
import { rankCorrelation, regression } from './regression.js'
import { shapleyOfLines } from './shapley-of-lines.js'
import { LEAST_GIVEN, type Statistic, separately } from './statistic.js'
import { stepShares } from './steps.js'
import { varianceShares } from './variance-shares.js'

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

/** Draws for each input of a method that fits lines: with no more than inputs, lines pass through whatever there is. */
const EACH_LINE = 2
/** Base points of Sobol' indices: three for each of the usual four scrambles, else intervals are of two numbers. */
const LEAST_POINTS = 12
/** Trajectories of Morris: of one there is no spread. */
const LEAST_TRAJECTORIES = 2

/** The fewest draws with a value that a method reads anything from; of fewer its numbers are chance alone. */
export function leastDraws(method: SensitivityMethod, { design, inputs }: LeastFor): number {
  if (typeof design !== 'object' || method in STATISTICS)
    return method in LINES_THROUGH ? Math.max(LEAST_GIVEN, EACH_LINE * inputs) : LEAST_GIVEN
  switch (design.kind) {
    case 'saltelli':
      return saltelliBlock(design) * Math.max(LEAST_POINTS, design.scrambles)
    case 'morris':
      return LEAST_TRAJECTORIES * morrisBlock(design)
    case 'efast':
      return efastBlock(design)
    default:
      return 1
  }
}

interface LeastFor {
  readonly design: Design
  /** How many uncertainties vary. */
  readonly inputs: number
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
