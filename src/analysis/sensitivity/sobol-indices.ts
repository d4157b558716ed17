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

/** Outcomes of one scramble, centred: by base point of A and of B, and by factor of AB and BA. */
interface Rows {
  readonly A: Float64Array
  readonly B: Float64Array
  readonly AB: readonly Float64Array[]
  readonly BA: readonly Float64Array[]
}

function readRows(design: Layout, outcome: Float64Array, scramble: number, points: number): Rows {
  const stride = saltelliBlock(design) * design.scrambles
  const column = (matrix: 'A' | 'B', swapped: number) => {
    const first = saltelliDraw(design, { scramble, point: 0, matrix, swapped })
    const values = new Float64Array(points)
    for (let point = 0; point < points; point++) values[point] = outcome[first + point * stride]
    return values
  }
  const each = (matrix: 'A' | 'B') => design.factors.map((_, factor) => column(matrix, factor))
  return centre({
    A: column('A', -1),
    B: column('B', -1),
    AB: each('A'),
    BA: design.secondOrder ? each('B') : [],
  })
}

function sharesOf({ A, B, AB, BA }: Rows, factor: number, estimator: Estimator) {
  const [ab, ba] = [AB[factor], BA[factor]]
  if (estimator === 'balanced') {
    const known = (point: number) => A[point] + B[point] + ab[point] + ba[point]
    const chance = averaged(known, [A, B], [ab, ba])
    const variance = averaged(known, [A, A], [B, B], [ab, ab], [ba, ba])
    const own = averaged(known, [A, ba], [B, ab])
    const rest = averaged(known, [A, ab], [B, ba])
    const whole = variance - chance
    return { first: (own - chance) / whole, total: 1 - (rest - chance) / whole }
  }
  const known = (point: number) => A[point] + B[point] + ab[point]
  const variance = averaged(known, [A, A], [B, B])
  const halfSquare = (one: Float64Array) => averaged(known, [one, one], [ab, ab]) - averaged(known, [one, ab])
  const total = halfSquare(A) / variance
  const first =
    estimator === 'saltelli'
      ? (averaged(known, [B, ab]) - averaged(known, [A, B])) / variance
      : 1 - halfSquare(B) / variance
  return { first, total }
}

/**
 * Share of the variance that goes with two factors together, their own shares included: mean products as `averaged` takes
 * them, all in one pass, since there are as many pairs as half the factors squared.
 */
function closedPair({ A, B, AB, BA }: Rows, one: number, other: number): number {
  const [abOne, abOther, baOne, baOther] = [AB[one], AB[other], BA[one], BA[other]]
  let [unrelated, squares, shared, count] = [0, 0, 0, 0]
  for (let point = 0; point < A.length; point++) {
    const [a, b, ab1, ab2, ba1, ba2] = [
      A[point],
      B[point],
      abOne[point],
      abOther[point],
      baOne[point],
      baOther[point],
    ]
    if (Number.isNaN(a + b + ab1 + ab2 + ba1 + ba2)) continue
    unrelated += a * b
    unrelated += ab1 * ba1
    unrelated += a * b
    unrelated += ab2 * ba2
    squares += a * a
    squares += b * b
    squares += ab1 * ab1
    squares += ba2 * ba2
    // BA of one and AB of the other both have the one's coordinates of A and the other's of B
    shared += ba1 * ab2
    shared += ba2 * ab1
    count += 1
  }
  const chance = unrelated / (4 * count)
  return (shared / (2 * count) - chance) / (squares / (4 * count) - chance)
}

type Pair = readonly [Float64Array, Float64Array]

/** Mean product of the columns of each pair, averaged over pairs and the base points for which `known` is a number. */
function averaged(known: (point: number) => number, ...pairs: Pair[]): number {
  let [sum, count] = [0, 0]
  for (let point = 0; point < pairs[0][0].length; point++) {
    if (Number.isNaN(known(point))) continue
    for (const [one, other] of pairs) sum += one[point] * other[point]
    count += pairs.length
  }
  return sum / count
}

/** Subtract the mean of A and B from every column, where it stands. */
function centre({ A, B, AB, BA }: Rows): Rows {
  let [sum, count] = [0, 0]
  for (const values of [A, B]) {
    for (const value of values) {
      if (Number.isNaN(value)) continue
      sum += value
      count += 1
    }
  }
  const mean = sum / count
  const off = (values: Float64Array) => {
    for (let point = 0; point < values.length; point++) values[point] -= mean
    return values
  }
  return { A: off(A), B: off(B), AB: AB.map(off), BA: BA.map(off) }
}
