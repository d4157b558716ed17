/**
 * Robustness of choices across futures, beyond the mean: the 10 % quantile of what each reaches, its regret against the
 * best choice of each future, and the share of futures in which it is good enough.
 *
 * Source: McPhail and others (2018), Robustness metrics: how are they calculated, when should they be used and why do
 * they give different results? Earth's Future 6.
 */
import { quantileOfSorted } from '../math/quantile.js'
import { average } from './statistics.js'

export interface Robustness {
  readonly mean: number
  /** Nine futures in ten reach at least so much. */
  readonly in9of10: number
  /** Mean and 90th percentile over futures of what the best choice of the future reaches more. */
  readonly meanRegret: number
  readonly regret90: number
  /** Share of futures (0-1) that reach at least `enough`. */
  readonly satisfied: number
}

/** scores[choice][draw]: what each choice reaches in each future, such as a number of targets; more is better. */
export function robustnessOf(scores: readonly ArrayLike<number>[], enough: number): Robustness[] {
  const draws = scores[0]?.length ?? 0
  const meanOf = (values: Float64Array) => (draws === 0 ? 0 : average(values))
  const best = Float64Array.from({ length: draws }, (_, draw) => Math.max(...scores.map((own) => own[draw])))
  return scores.map((own) => {
    const values = Float64Array.from({ length: draws }, (_, draw) => own[draw])
    const regrets = values.map((value, draw) => best[draw] - value)
    return {
      mean: meanOf(values),
      in9of10: quantileOfSorted(values.slice().sort(), 0.1),
      meanRegret: meanOf(regrets),
      regret90: quantileOfSorted(regrets.slice().sort(), 0.9),
      satisfied: meanOf(values.map((value) => (value >= enough ? 1 : 0))),
    }
  })
}
