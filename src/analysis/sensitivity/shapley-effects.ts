/**
 * Shapley effects: the outcome's variance divided among inputs, correlated or not. Shares are never negative and add up to
 * one: what inputs explain together, by interaction or by correlation, is split evenly between them.
 *
 * From any run's draws, without an assumption on the model. For every set of inputs the variance that is left when
 * they are known is the mean variance of the outcome among nearest neighbours in their ranks. That needs all 2^n
 * sets and draws that are dense in each: at most eight inputs.
 *
 * Sources: Owen (2014), SIAM/ASA J. Uncertain. Quantif. 2, 245-251; Song, Nelson & Staum (2016), ibid. 4, 1060-1083;
 * Broto, Bachoc & Depecker (2020), ibid. 8, 693-716, for given draws and neighbours.
 */
import { midranks, risingOrder } from '../../math/ranks.js'
import { createStream } from '../../sampling/stream.js'
import { refuseArgument } from '../../vocabulary/wrong-argument.js'
import { type Coalition, coalitionsOf, shapleyValues } from '../shapley.js'
import { average } from '../statistics.js'
import { dealt, orderOf, type Statistic, together } from './statistic.js'

export const MOST_SHAPLEY_INPUTS = 8
/** Draws among which variance is taken, the draw itself included, and draws at which it is. */
const NEIGHBOURS = 3
const PLACES = 1000
/** One of so many draws may be a neighbour. */
const THINNED = 5

/** Measure `shapley`. Throws CitywardError for more than eight inputs. */
export const shapleyEffects: Statistic = together((inputs) => {
  if (inputs.length > MOST_SHAPLEY_INPUTS)
    refuseArgument('shapleyEffects', 'inputs', `${inputs.length} inputs`, `at most ${MOST_SHAPLEY_INPUTS}`)
  const ranks = inputs.map((values) => Float64Array.from(midranks(values, orderOf(values))))
  const game = { players: inputs.length }
  const draws = inputs[0]?.length ?? 0
  const places = placesIn(draws)
  const candidates = candidatesIn(draws)
  const neighbours = new Map(
    coalitionsOf(game).map((known) => {
      const own = ranks.filter((_, input) => known[input] === '1')
      const isPartial = own.length > 0 && own.length < ranks.length
      return [known, isPartial ? places.map((place) => nearest(own, place, candidates)) : []]
    }),
  )
  return (outcome) => {
    const variance = varianceOf(outcome, outcome.length)
    const explained = (known: Coalition) => {
      if (!known.includes('1')) return 0
      if (!known.includes('0')) return 1
      const near = neighbours.get(known)!
      const left = near.map((draws) =>
        varianceOf(
          draws.map((draw) => outcome[draw]),
          draws.length - 1,
        ),
      )
      return 1 - average(left) / variance
    }
    const { values } = shapleyValues(game, (known) => [explained(known)])
    return { shapley: Float64Array.from(values, ([value]) => value) }
  }
})

/** Draws at which variance among neighbours is taken, by chance: every eighth draw is one corner of a Sobol' sequence. */
function placesIn(draws: number): number[] {
  const lots = createStream(0, 'places of neighbours')
  const order = risingOrder(Float64Array.from({ length: draws }, (_, draw) => lots(draw)))
  return [...order.subarray(0, PLACES)]
}

function varianceOf(values: ArrayLike<number>, divisor: number): number {
  let mean = 0
  let squares = 0
  for (let k = 0; k < values.length; k++) mean += values[k] / values.length
  for (let k = 0; k < values.length; k++) squares += (values[k] - mean) ** 2
  return squares / divisor
}

/**
 * Draws among which neighbours are looked for: a fifth, by chance. Next neighbours in one input of a quasi-random design
 * are far apart in the others, by design, and too different from each other for a variance.
 */
function candidatesIn(draws: number): number[] {
  const piles = dealt(draws, THINNED)
  return Array.from(piles.keys()).filter((draw) => piles[draw] === 0)
}

/** The draw itself and those nearest to it among candidates. */
function nearest(ranks: readonly Float64Array[], place: number, candidates: readonly number[]): number[] {
  const near = [place]
  const distances = [0]
  for (const draw of candidates) {
    if (draw === place) continue
    let distance = 0
    for (const rank of ranks) distance += (rank[draw] - rank[place]) ** 2
    if (near.length === NEIGHBOURS && distance >= distances[NEIGHBOURS - 1]) continue
    let at = Math.min(near.length, NEIGHBOURS - 1)
    for (; at > 0 && distances[at - 1] > distance; at--) {
      near[at] = near[at - 1]
      distances[at] = distances[at - 1]
    }
    near[at] = draw
    distances[at] = distance
  }
  return near
}
