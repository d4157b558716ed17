/**
 * Shapley effects of a linear regression: the variance that it explains, divided among correlated inputs by the
 * mean of what each adds, over all orders of entering the regression.
 *
 * Inputs with significant correlations form clusters; clusters add up. Where the regression explains little of the outcome
 * (regression.ts), so do these shares, which add up to R squared.
 *
 * Sources: Lindeman, Merenda & Gold (1980), Introduction to Bivariate and Multivariate Analysis, p. 120; exact for
 * linear Gaussian models: Owen & Prieur (2017), SIAM/ASA J. Uncertain. Quantif. 5, 986-1002.
 */
import { cholesky, forward } from '../../math/cholesky.js'
import { normalQuantile } from '../../math/normal-quantile.js'
import { risingOrder } from '../../math/ranks.js'
import { createStream } from '../../sampling/stream.js'
import { sumOf, varies } from '../statistics.js'
import { carriedByValues, correlationMatrix, product, standardised } from './regression.js'
import { type Statistic, together } from './statistic.js'

/** Largest cluster of which every order is computed; of larger ones a sample, each order with its reverse. */
const MOST_EXACT = 6
const ORDERS = 400
/** Probability that any pair of independent inputs is put into one cluster. */
const CHANCE = 0.001

/** Measure `shapley`; 0 for an input that never varies, NaN where inputs are linear functions of one another. */
export const shapleyOfLines: Statistic = together((inputs) => {
  const varied = inputs.map((_, input) => input).filter((input) => varies(inputs[input]))
  const scores = varied.map((input) => standardised(inputs[input]))
  const matrix = correlationMatrix(scores)
  const clusters = clustersOf(matrix, scores.length, inputs[0]?.length ?? 0).map((members) => ({
    members,
    orders: ordersOf(members, matrix, scores.length),
  }))
  const carried = carriedByValues(inputs)
  return (outcome) => {
    const shapley = new Float64Array(inputs.length)
    if (!varies(outcome)) return { shapley: shapley.fill(Number.NaN) }
    const target = standardised(outcome)
    const withOutcome = scores.map((score) => product(score, target))
    for (const { members, orders } of clusters) {
      const shares = sharesOf(members, orders, withOutcome)
      members.forEach((k, place) => {
        shapley[varied[k]] = shares[place]
      })
    }
    // chance correlations between clusters are taken off all alike, so that the shares add up to R squared
    const off = carried(outcome) / sumOf(shapley)
    return { shapley: shapley.map((share) => share * off) }
  }
})

/** Positions of inputs that are correlated, directly or through others. */
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

interface Order {
  /** Places within the cluster. */
  readonly places: readonly number[]
  /** Factor of the correlations in this order; undefined where inputs are linear functions of one another. */
  readonly factor: Float64Array | undefined
}

function ordersOf(members: readonly number[], matrix: Float64Array, size: number): Order[] {
  const orders = members.length <= MOST_EXACT ? everyOrder(members.length) : someOrders(members.length)
  return orders.map((places) => {
    const own = places.map((place) => members[place])
    const among = own.flatMap((row) => own.map((column) => matrix[row * size + column]))
    return { places, factor: cholesky(Float64Array.from(among), own.length) }
  })
}

/** What each input of a cluster explains, as a mean over the orders of entering the regression. */
function sharesOf(
  members: readonly number[],
  orders: readonly Order[],
  withOutcome: readonly number[],
): Float64Array {
  const shares = new Float64Array(members.length)
  for (const { places, factor } of orders) {
    if (!factor) return shares.fill(Number.NaN)
    // row by row of the factor one input enters: it adds the square of its own component
    const added = forward(
      factor,
      Float64Array.from(places, (place) => withOutcome[members[place]]),
    )
    places.forEach((place, turn) => {
      shares[place] += added[turn] ** 2 / orders.length
    })
  }
  return shares
}

function everyOrder(size: number): number[][] {
  if (size === 0) return [[]]
  return everyOrder(size - 1).flatMap((order) =>
    Array.from({ length: size }, (_, at) => [...order.slice(0, at), size - 1, ...order.slice(at)]),
  )
}

function someOrders(size: number): number[][] {
  return Array.from({ length: ORDERS / 2 }, (_, number) => {
    const uniform = createStream(number, 'order of inputs')
    const order = [...risingOrder(Float64Array.from({ length: size }, (_, place) => uniform(place)))]
    return [order, [...order].reverse()]
  }).flat()
}
