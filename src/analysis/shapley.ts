/**
 * Shapley values: the contribution of each player to the worth of a game.
 *
 * A game gives every coalition (a set of players) a worth. Players join one after another, and each is credited with
 * the gain in worth when they join; the Shapley value is the mean of that over all orders of joining. It is the only
 * division that is efficient (adds up to the whole), symmetric, zero for a player without effect, and additive over
 * games.
 *
 * A worth may have several components, each divided separately: odds and a median, or one number a draw.
 *
 * Sources: Shapley (1953), A value for n-person games, Contributions to the Theory of Games II, 307-317; Song, Nelson
 * & Staum (2016), Shapley effects for global sensitivity analysis, SIAM/ASA J. Uncertainty Quantification 4,
 * 1060-1083, for orders drawn at random.
 */

import { createStream } from '../sampling/stream.js'
import { refuseArgument, requireWhole } from '../vocabulary/wrong-argument.js'

/** Players that have joined, one mark a player: '0110' for the second and third of four. */
export type Coalition = string

/** Orders of joining, of which each is followed by its reverse; absent where all orders count. */
export interface ShapleyGame {
  readonly players: number
  readonly orders?: readonly (readonly number[])[]
}

export interface ShapleyValues {
  /** [player][component] */
  readonly values: readonly Float64Array[]
  /** Standard errors from the orders drawn, [player][component]; absent where all orders count. */
  readonly errors?: readonly Float64Array[]
}

type Worth = (coalition: Coalition) => ArrayLike<number>

/** Coalitions whose worth is needed, each once, smaller ones first. */
export function coalitionsOf({ players, orders }: ShapleyGame): Coalition[] {
  requirePlayers('coalitionsOf', players)
  const all = orders ? orders.flatMap((order) => alongOrder(order)) : everyCoalition(players)
  const size = (coalition: Coalition) => coalition.replaceAll('0', '').length
  return [...new Set(all)].sort((one, other) => size(one) - size(other))
}

/** Divide the worth of all players over that of none; all worths have the same number of components. */
export function shapleyValues(game: ShapleyGame, worth: Worth): ShapleyValues {
  requirePlayers('shapleyValues', game.players)
  return game.orders ? overOrders(game.players, game.orders, worth) : overCoalitions(game.players, worth)
}

/**
 * Pairs of orders drawn at random, each order followed by its reverse: antithetic orders, which reduce the variance. A
 * player's place depends on seed, name and pair only.
 */
export function drawOrders(names: readonly string[], pairs: number, seed: number): number[][] {
  requireWhole('drawOrders', 'pairs', pairs, 1, MOST_PAIRS)
  requireWhole('drawOrders', 'seed', seed, 0)
  const streams = names.map((name) => createStream(seed, `order of ${name}`))
  const orders: number[][] = []
  for (let pair = 0; pair < pairs; pair++) {
    const keys = streams.map((stream) => stream(pair))
    const order = names.map((_, player) => player).sort((one, other) => keys[one] - keys[other])
    orders.push(order, [...order].reverse())
  }
  return orders
}

/** Pairs of orders whose lists a program can hold. */
const MOST_PAIRS = 1_000_000
/** Coalitions are 2 to the number of players. */
const MOST_PLAYERS = 24

function requirePlayers(called: string, players: number): void {
  requireWhole(called, 'players', players, 0)
  if (players > MOST_PLAYERS) refuseArgument(called, 'players', String(players), `at most ${MOST_PLAYERS}`)
}

/** All orders at once: the gain of joining a coalition of s counts s! (n - s - 1)! / n! of the time. */
function overCoalitions(players: number, worth: Worth): ShapleyValues {
  const known = new Map(everyCoalition(players).map((coalition) => [coalition, worth(coalition)]))
  const components = known.get('0'.repeat(players))!.length
  const weights = weightsBySize(players)
  const values = Array.from({ length: players }, (_, player) => {
    const value = new Float64Array(components)
    for (const [coalition, without] of known) {
      if (coalition[player] === '1') continue
      const weight = weights[coalition.replaceAll('0', '').length]
      addGain(value, without, known.get(joined(coalition, player))!, weight)
    }
    return value
  })
  return { values }
}

/** The mean of pairs of orders, and the standard error of that mean. */
function overOrders(players: number, orders: readonly (readonly number[])[], worth: Worth): ShapleyValues {
  const components = worth('0'.repeat(players)).length
  const pairs = orders.length / 2
  const zeros = () => Array.from({ length: players }, () => new Float64Array(components))
  const [values, squares] = [zeros(), zeros()]
  for (let pair = 0; pair < pairs; pair++) {
    const gains = zeros()
    for (const order of orders.slice(2 * pair, 2 * pair + 2)) {
      const along = alongOrder(order).map(worth)
      order.forEach((player, place) => {
        addGain(gains[player], along[place], along[place + 1], 0.5)
      })
    }
    gains.forEach((gain, player) => {
      for (let k = 0; k < components; k++) {
        values[player][k] += gain[k] / pairs
        squares[player][k] += gain[k] ** 2
      }
    })
  }
  const errors = values.map((value, player) =>
    value.map((mean, k) => {
      const variance = Math.max(0, squares[player][k] - pairs * mean ** 2) / (pairs - 1)
      return Math.sqrt(variance / pairs)
    }),
  )
  return { values, errors }
}

function addGain(
  to: Float64Array,
  without: ArrayLike<number>,
  withIt: ArrayLike<number>,
  weight: number,
): void {
  for (let k = 0; k < to.length; k++) to[k] += weight * (withIt[k] - without[k])
}

/** The empty coalition, then one more player at a time. */
function alongOrder(order: readonly number[]): Coalition[] {
  const coalitions = ['0'.repeat(order.length)]
  for (const player of order) coalitions.push(joined(coalitions.at(-1)!, player))
  return coalitions
}

function joined(coalition: Coalition, player: number): Coalition {
  return `${coalition.slice(0, player)}1${coalition.slice(player + 1)}`
}

function everyCoalition(players: number): Coalition[] {
  return Array.from({ length: 2 ** players }, (_, bits) =>
    Array.from({ length: players }, (_, player) => (bits >> player) & 1).join(''),
  )
}

function weightsBySize(players: number): number[] {
  const weights = [1 / Math.max(1, players)]
  for (let size = 1; size < players; size++) weights.push((weights[size - 1] * size) / (players - size))
  return weights
}
