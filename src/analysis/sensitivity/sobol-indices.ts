/**
 * Sobol' indices from a run of Saltelli's design: shares of the outcome's variance that go with each factor alone
 * (first order), with all that it takes part in (total), and with a pair beyond its two parts (second order).
 *
 * Every scramble gives its own indices; the value is their mean and the interval Student's over them. A bootstrap
 * would take quasi-random points for independent ones and be many times too wide.
 *
 * Pairs of rows share all coordinates but a factor's (AB with A), or only a factor's (AB with B): the mean product of
 * such pairs, centred, is the variance that goes with what they share.
 *
 *   saltelli  first  f(B) (f(AB) - f(A)) / V                total (f(A) - f(AB))^2 / 2V
 *   jansen    first  1 - (f(B) - f(AB))^2 / 2V              total as above
 *   balanced  needs BA rows: products over both pairs of each kind; the chance product of rows that share nothing, whose
 *             expectation is 0, is subtracted from numerator and variance
 *
 * Sources: Saltelli et al. (2010), Comput. Phys. Commun. 181, 259-270; Jansen (1999), ibid. 117, 35-43; both pairs
 * and the chance product: Azzini, Mara & Rosati (2021), Environ. Model. Softw. 144, 105167;
 * groups: Saltelli et al. (2008), Global Sensitivity Analysis: The Primer, ch. 4.
 */
import type { SaltelliDesign } from '../../sampling/design.js'
import { saltelliBlock, saltelliDraw } from '../../sampling/saltelli.js'
import { refuseArgument, requireOneOf, requireWhole } from '../../vocabulary/wrong-argument.js'
import { requireBlocks } from './arguments.js'
import { type Estimate, type Index, meanOf, USUAL_LEVEL } from './estimate.js'
import { type Pair, type Row, type RowProducts, rowProducts } from './row-products.js'

export const ESTIMATORS = ['balanced', 'saltelli', 'jansen'] as const
export type Estimator = (typeof ESTIMATORS)[number]

type Layout = Pick<SaltelliDesign, 'factors' | 'secondOrder' | 'scrambles'>

export interface SobolIndices {
  /** Measures `first` and `total` of each factor. */
  readonly indices: readonly Index[]
  /** Beyond the two parts' own shares; empty without the rows of second order. */
  readonly pairs: readonly { readonly names: readonly [string, string]; readonly second: Estimate }[]
  /** Base points of each scramble. */
  readonly points: number
}

/**
 * outcome    [draw] of the design, in draw order; NaN where a trajectory failed: its base point is left out where
 *            its row is needed
 * estimator  `balanced` where the design has rows of second order, else `saltelli`, if left out
 * points     base points of each scramble to use, the first ones; all if left out
 * level      of the intervals
 *
 * Indices of an outcome that never varies are NaN.
 */
export function sobolIndices(
  design: Layout,
  outcome: Float64Array,
  estimator: Estimator = design.secondOrder ? 'balanced' : 'saltelli',
  points = Math.floor(outcome.length / (saltelliBlock(design) * design.scrambles)),
  level = USUAL_LEVEL,
): SobolIndices {
  requireOneOf('sobolIndices', 'estimator', estimator, ESTIMATORS)
  if (estimator === 'balanced' && !design.secondOrder)
    refuseArgument('sobolIndices', 'estimator', 'balanced', 'another, for a design without second order')
  requireBlocks('sobolIndices', outcome, saltelliBlock(design) * design.scrambles, 'base point')
  requireWhole(
    'sobolIndices',
    'points',
    points,
    1,
    outcome.length / (saltelliBlock(design) * design.scrambles),
  )
  const scrambles = Array.from({ length: design.scrambles }, (_, scramble) =>
    readRows(design, outcome, scramble, points),
  )
  const factors = design.factors.map((_, factor) => factor)
  const shares = scrambles.map((rows) => factors.map((factor) => sharesOf(rows, factor, estimator)))
  const over = (pick: (scramble: number) => number) =>
    meanOf(
      scrambles.map((_, scramble) => pick(scramble)),
      level,
    )
  const indices = factors.map((factor) => ({
    name: design.factors[factor].name,
    measures: {
      first: over((scramble) => shares[scramble][factor].first),
      total: over((scramble) => shares[scramble][factor].total),
    },
  }))
  const pairs = !design.secondOrder
    ? []
    : factors.flatMap((one) =>
        factors.slice(one + 1).map((other) => {
          const names = [design.factors[one].name, design.factors[other].name] as const
          const second = over((scramble) => {
            const alone = shares[scramble][one].first + shares[scramble][other].first
            return closedPair(scrambles[scramble], one, other) - alone
          })
          return { names, second }
        }),
      )
  return { indices, pairs, points }
}

/** The rows of a base point, and mean products of one scramble's outcomes about the mean of A and B. */
interface Rows {
  readonly A: Row
  readonly B: Row
  /** By factor. */
  readonly AB: readonly Row[]
  readonly BA: readonly Row[]
  readonly mean: RowProducts['mean']
}

function readRows(design: Layout, outcome: Float64Array, scramble: number, points: number): Rows {
  const block = saltelliBlock(design)
  const row = (matrix: 'A' | 'B', swapped: number) =>
    saltelliDraw(design, { scramble: 0, point: 0, matrix, swapped })
  const each = (matrix: 'A' | 'B') => design.factors.map((_, factor) => row(matrix, factor))
  const [A, B] = [row('A', -1), row('B', -1)]
  const layout = { block, first: scramble * block, stride: block * design.scrambles, points }
  const [AB, BA] = [each('A'), design.secondOrder ? each('B') : []]
  const { mean } = rowProducts(outcome, layout, [A, B])
  return { A, B, AB, BA, mean }
}

function sharesOf({ A, B, AB, BA, mean }: Rows, factor: number, estimator: Estimator) {
  const [ab, ba] = [AB[factor], BA[factor]]
  if (estimator === 'balanced') {
    const over = (...pairs: Pair[]) => mean([A, B, ab, ba], pairs)
    const chance = over([A, B], [ab, ba])
    const whole = over([A, A], [B, B], [ab, ab], [ba, ba]) - chance
    const own = over([A, ba], [B, ab])
    const rest = over([A, ab], [B, ba])
    return { first: (own - chance) / whole, total: 1 - (rest - chance) / whole }
  }
  const over = (...pairs: Pair[]) => mean([A, B, ab], pairs)
  const variance = over([A, A], [B, B])
  const halfSquare = (one: Row) => over([one, one], [ab, ab]) - over([one, ab])
  const first =
    estimator === 'saltelli' ? (over([B, ab]) - over([A, B])) / variance : 1 - halfSquare(B) / variance
  return { first, total: halfSquare(A) / variance }
}

/** Share of the variance that goes with two factors together, their own shares included. */
function closedPair({ A, B, AB, BA, mean }: Rows, one: number, other: number): number {
  const [ab, baOther] = [AB[one], BA[other]]
  const needs = [A, B, ab, AB[other], BA[one], baOther]
  const chance = mean(needs, [
    [A, B],
    [A, B],
    [ab, BA[one]],
    [AB[other], baOther],
  ])
  const variance = mean(needs, [
    [A, A],
    [B, B],
    [ab, ab],
    [baOther, baOther],
  ])
  // BA of one and AB of the other both have the one's coordinates of A and the other's of B
  const shared = mean(needs, [
    [BA[one], AB[other]],
    [baOther, ab],
  ])
  return (shared - chance) / (variance - chance)
}
