/**
 * Shares of the outcome's variance that go with each input, by what the outcome is like: Shapley effects of a regression
 * on values where that carries nine tenths of the variance or more, else the steps of each input alone (steps.ts).
 *
 * Values and not ranks: ranks make an outcome even that is capped, has two humps or a long tail, and the shares of their
 * variance are not those of the outcome's.
 */
import { carriedByValues } from './regression.js'
import { shapleyOfLines } from './shapley-of-lines.js'
import { type Statistic, together } from './statistic.js'
import { stepShares } from './steps.js'

/** R squared from which lines through values tell the shares. */
export const CARRIED_BY_LINES = 0.9

/** Measure `share`, 0-1; NaN where inputs are linear functions of one another. */
export const varianceShares: Statistic = together((inputs) => {
  const carried = carriedByValues(inputs)
  const [lines, steps] = [shapleyOfLines(inputs), stepShares(inputs)]
  return (outcome) => {
    const known = carried(outcome)
    return { share: known < CARRIED_BY_LINES ? steps(outcome)['steps'] : lines(outcome)['shapley'] }
  }
})
