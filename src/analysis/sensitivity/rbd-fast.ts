/**
 * RBD-FAST: share of the variance that goes with each input alone, from any run's draws.
 *
 * Draws are put in the order in which the input rises and then falls, as on one period of a search curve; power at the
 * first ten harmonics of that period is the input's own. The bias by chance is subtracted.
 *
 * It is Var(E[outcome | input]) / Var(outcome), also where inputs are correlated: then it holds what goes with the
 * others through their correlation.
 *
 * Sources: Tarantola, Gatelli & Mara (2006), Reliab. Eng. Syst. Saf. 91, 717-727; Plischke (2010), ibid. 95, 354-360,
 * for given draws; correction: Tissot & Prieur (2012), ibid. 107, 205-213.
 */
import { risingOrder } from '../../math/ranks.js'
import { powerOf } from './fast-indices.js'
import { type Statistic, separately } from './statistic.js'

const HARMONICS = 10

export const rbdFast: Statistic = separately((inputs) => {
  const swings = inputs.map(swingOf)
  return (outcome) => {
    const variance = powerOf(outcome, 0)
    const chance = (2 * HARMONICS) / outcome.length
    const first = swings.map((order) => {
      const swing = Float64Array.from(order, (draw) => outcome[draw])
      let share = 0
      for (let harmonic = 1; harmonic <= HARMONICS; harmonic++) share += powerOf(swing, harmonic) / variance
      return share - (chance / (1 - chance)) * (1 - share)
    })
    return { first: Float64Array.from(first) }
  }
})

/** Draws up the input by every other one, and down by those left out. */
function swingOf(values: Float64Array): Uint32Array {
  const rising = risingOrder(values)
  return rising.map(
    (_, place) => rising[2 * place < rising.length ? 2 * place : 2 * (rising.length - place) - 1],
  )
}
