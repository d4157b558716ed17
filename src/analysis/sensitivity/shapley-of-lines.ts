/**
 * Shapley effects of straight lines through ranks: the variance that they carry, shared out over correlated inputs by
 * the average of what each adds, over all orders in which inputs are taken in.
 *
 * Inputs that go together stand in clusters, told from chance by their rank correlations; clusters add up. Where lines
 * carry little of the outcome (regression.ts), so do these shares, which add up to what is carried.
 *
 * Sources: Lindeman, Merenda & Gold (1980), Introduction to Bivariate and Multivariate Analysis, p. 120; exact for
 * linear Gaussian models: Owen & Prieur (2017), SIAM/ASA J. Uncertain. Quantif. 5, 986-1002.
 */
import { sampleCorrelation } from 'simple-statistics'
import { cholesky, solveFactored } from '../../math/cholesky.js'
import { normalQuantile } from '../../math/normal-quantile.js'
import { midranks } from '../../math/ranks.js'
import { permute } from '../../sampling/latin-hypercube.js'
import { wordsOf } from '../../sampling/stream.js'
import { varies } from './estimate.js'
import { correlationMatrix } from './regression.js'
import { shapleyValues } from './shapley.js'
import type { Statistic } from './statistic.js'

/** Largest cluster of which every set is worked out; of larger ones a sample of orders. */
const MOST_EXACT = 13
const ORDERS = 2000
/** Odds by chance alone that any pair of independent inputs is taken to go together. */
const CHANCE = 0.001

/** Measure `shapley`; 0 for an input that never varies. */
export const shapleyOfLines: Statistic = (inputs, outcome) => {
  const found = new Float64Array(inputs.length)
  const varied = inputs.map((_, input) => input).filter((input) => varies(inputs[input]))
  if (!varies(outcome)) return { shapley: found.fill(Number.NaN) }
  const scores = varied.map((input) => midranks(inputs[input]))
  const target = midranks(outcome)
  const withOutcome = scores.map((score) => sampleCorrelation(score, target))
  const matrix = correlationMatrix(scores)
  for (const cluster of clustersOf(matrix, scores.length, outcome.length)) {
    const shares = sharesOf(matrix, scores.length, withOutcome, cluster)
    cluster.forEach((k, place) => {
      found[varied[k]] = shares[place]
    })
  }
  return { shapley: found }
}

/** Places of inputs that go together, directly or through others. */
export function clustersOf(matrix: Float64Array, size: number, draws: number): number[][] {
  const pairs = Math.max(1, (size * (size - 1)) / 2)
  const limit = -normalQuantile(CHANCE / 2 / pairs) / Math.sqrt(Math.max(1, draws - 1))
  const cluster = Array.from({ length: size }, (_, k) => k)
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < row; column++) {
      if (Math.abs(matrix[row * size + column]) <= limit) continue
      const [to, from] = [cluster[row], cluster[column]]
      for (let k = 0; k < size; k++) if (cluster[k] === from) cluster[k] = to
    }
  }
  return [...new Set(cluster)].map((number) => cluster.flatMap((one, k) => (one === number ? [k] : [])))
}

/** What each input of a cluster carries. */
function sharesOf(
  matrix: Float64Array,
  size: number,
  withOutcome: readonly number[],
  cluster: readonly number[],
): Float64Array {
  const carried = (members: readonly number[]) => {
    const own = Float64Array.from(members, (k) => withOutcome[k])
    const among = Float64Array.from(
      members.flatMap((row) => members.map((column) => matrix[row * size + column])),
    )
    const factor = cholesky(among, members.length)
    // an input that follows from the others adds nothing
    if (!factor) return undefined
    return solveFactored(factor, own).reduce((sum, slope, k) => sum + slope * own[k], 0)
  }
  if (cluster.length > MOST_EXACT) return sampledShares(cluster, carried)
  const worth = new Float64Array(2 ** cluster.length)
  for (let set = 1; set < worth.length; set++) {
    const lowest = set & -set
    worth[set] = carried(cluster.filter((_, place) => (set >> place) & 1)) ?? worth[set ^ lowest]
  }
  return shapleyValues(worth, cluster.length)
}

function sampledShares(
  cluster: readonly number[],
  carried: (members: readonly number[]) => number | undefined,
): Float64Array {
  const shares = new Float64Array(cluster.length)
  const orders = Math.ceil(ORDERS / cluster.length)
  for (let order = 0; order < orders; order++) {
    const [pattern] = wordsOf(0, `order ${order}`, 5)
    const taken: number[] = []
    let before = 0
    for (let turn = 0; turn < cluster.length; turn++) {
      const place = permute(turn, cluster.length, pattern)
      taken.push(cluster[place])
      const after = carried(taken) ?? before
      shares[place] += (after - before) / orders
      before = after
    }
  }
  return shares
}
