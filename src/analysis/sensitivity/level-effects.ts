/**
 * Effects from a run of a design of levels: the outcome with an input at its first and at its last level.
 *
 * One at a time, that is the change from the future in which everything is at its median (a tornado chart); of a
 * factorial, the mean over all settings of the others less the mean of all, so that effects that depend on others
 * are averaged. `swing` is the distance between the two.
 *
 * Source: Box, Hunter & Hunter (2005), Statistics for Experimenters, ch. 5.
 */
import type { LevelDesign } from '../../sampling/design.js'
import { levelDraws, levelOf } from '../../sampling/levels.js'
import { howMany } from '../../vocabulary/numbers.js'
import { refuseArgument } from '../../vocabulary/wrong-argument.js'
import { average } from '../statistics.js'
import { certain, type Index } from './estimate.js'

/** outcome: [draw] of the design, in draw order; a failed trajectory is left out of the means. */
export function levelEffects(design: LevelDesign, outcome: Float64Array): Index[] {
  const draws = levelDraws(design)
  if (outcome.length !== draws)
    refuseArgument(
      'levelEffects',
      'outcome',
      howMany(outcome.length, 'value'),
      `${draws}, the draws of the design`,
    )
  const last = design.at.length - 1
  const all = design.kind === 'one_at_a_time' ? outcome[0] : meanWhere(outcome, () => true)
  return design.factors.map(({ name }, factor) => {
    const level = levelOf(design, factor)
    const low = meanWhere(outcome, (draw) => level(draw) === 0) - all
    const high = meanWhere(outcome, (draw) => level(draw) === last) - all
    return {
      name,
      measures: { swing: certain(Math.abs(high - low)), low: certain(low), high: certain(high) },
    }
  })
}

/** Mean of the draws that count and have a value. */
export function meanWhere(outcome: Float64Array, counts: (draw: number) => boolean): number {
  return average(outcome.filter((value, draw) => !Number.isNaN(value) && counts(draw)))
}
