/**
 * Share of the variance that goes with each input alone, by steps: the outcome's mean as a function of that input which
 * is constant between cuts, grown cut by cut (a regression tree on one input).
 *
 * It sees what lines and harmonics do not: thresholds, tails in which one draw of a hundred matters, choices without an
 * order of effect. A cut is made only where it explains more than chance would at any of so many places, 2 ln(draws) times
 * the variance that is left; what its steps gain by chance is subtracted. So an input without effect has 0, and small
 * effects (below some 20 in the number of draws) are not seen.
 *
 * It is Var(E[outcome | input]) / Var(outcome), and from below: a slope is met by stairs. Sources: Breiman, Friedman,
 * Olshen & Stone (1984), Classification and Regression Trees, ch. 8; penalty of a cut: Yao (1988), Stat. Probab. Lett. 6,
 * 181-189.
 */
import { orderOf, type Statistic, separately } from './statistic.js'

/** Fewest draws of a step. */
const LEAST = 5
const MOST_STEPS = 64

/** Measure `steps`, 0-1. */
export const stepShares: Statistic = separately((inputs) => {
  const orders = inputs.map((values) => ({ values, order: orderOf(values) }))
  return (outcome) => ({
    steps: Float64Array.from(orders, ({ values, order }) => shareOf(order, values, outcome)),
  })
})

/** A range of places in the order of the input, and its best cut: places before it, and squares that it explains. */
interface Stair {
  readonly from: number
  readonly to: number
  readonly cut: number
  readonly gain: number
}

function shareOf(order: Uint32Array, values: Float64Array, outcome: Float64Array): number {
  const draws = order.length
  const sums = new Float64Array(draws + 1)
  let mean = 0
  for (const value of outcome) mean += value / draws
  let squares = 0
  order.forEach((draw, place) => {
    const off = outcome[draw] - mean
    sums[place + 1] = sums[place] + off
    squares += off * off
  })
  const stairs = [bestCut(0, draws, order, values, sums)]
  let explained = 0
  while (stairs.length < MOST_STEPS) {
    const at = stairs.reduce((best, { gain }, index) => (gain > stairs[best].gain ? index : best), 0)
    const { from, to, cut, gain } = stairs[at]
    const left = (squares - explained) / draws
    if (!(gain > 2 * Math.log(draws) * left)) break
    explained += gain
    stairs.splice(at, 1, bestCut(from, cut, order, values, sums), bestCut(cut, to, order, values, sums))
  }
  const chance = ((stairs.length - 1) * (squares - explained)) / draws
  return squares > 0 ? Math.max(0, explained - chance) / squares : Number.NaN
}

/** The cut of a range that explains most; equal values of the input are never parted. */
function bestCut(
  from: number,
  to: number,
  order: Uint32Array,
  values: Float64Array,
  sums: Float64Array,
): Stair {
  let cut = from
  let gain = 0
  const whole = (sums[to] - sums[from]) ** 2 / (to - from)
  for (let place = from + LEAST; place <= to - LEAST; place++) {
    if (values[order[place]] === values[order[place - 1]]) continue
    const [low, high] = [sums[place] - sums[from], sums[to] - sums[place]]
    const found = low ** 2 / (place - from) + high ** 2 / (to - place) - whole
    if (found > gain) [cut, gain] = [place, found]
  }
  return { from, to, cut, gain }
}
