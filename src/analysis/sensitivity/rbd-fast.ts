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
import { powerOf } from './fast-indices.js'
import { orderOf, type Statistic, separately } from './statistic.js'

const HARMONICS = 10

export const rbdFast: Statistic = separately((inputs) => {
  const swings = inputs.map(swingOf)
  const circle = circleOf(inputs[0]?.length ?? 0)
  return (outcome) => {
    const variance = powerOf(outcome, 0)
    const chance = (2 * HARMONICS) / outcome.length
    const first = swings.map((order) => {
      const share = harmonicPower(outcome, order, circle).reduce((sum, power) => sum + power / variance, 0)
      return share - (chance / (1 - chance)) * (1 - share)
    })
    return { first: Float64Array.from(first) }
  }
})

interface Circle {
  /** Of equally spaced angles, from 0 on. */
  readonly cosines: Float64Array
  readonly sines: Float64Array
}

/** Every angle that a harmonic of one period of so many points meets: their cosines are taken once for all inputs. */
function circleOf(points: number): Circle {
  const angles = Float64Array.from({ length: points }, (_, point) => (2 * Math.PI * point) / points)
  return { cosines: angles.map(Math.cos), sines: angles.map(Math.sin) }
}

/** The part of the outcome's variance that goes with each of the first harmonics, along its draws in an order. */
function harmonicPower(outcome: Float64Array, order: Uint32Array, { cosines, sines }: Circle): number[] {
  const points = order.length
  const curve = new Float64Array(points)
  let mean = 0
  for (let point = 0; point < points; point++) mean += outcome[order[point]] / points
  for (let point = 0; point < points; point++) curve[point] = outcome[order[point]] - mean
  return Array.from({ length: HARMONICS }, (_, before) => {
    let along = 0
    let across = 0
    let angle = 0
    for (let point = 0; point < points; point++) {
      along += curve[point] * cosines[angle]
      across += curve[point] * sines[angle]
      angle += before + 1
      if (angle >= points) angle %= points
    }
    return (2 * (along ** 2 + across ** 2)) / points ** 2
  })
}

/** Draws up the input by every other one, and down by those left out. */
function swingOf(values: Float64Array): Uint32Array {
  const rising = orderOf(values)
  const swing = new Uint32Array(rising.length)
  for (let place = 0; place < rising.length; place++)
    swing[place] = rising[2 * place < rising.length ? 2 * place : 2 * (rising.length - place) - 1]
  return swing
}
