/**
 * Elementary effects from a run of Morris' design: how much the outcome changes when one factor moves half of its
 * range and nothing else does, at many points.
 *
 *   mu       their mean: the effect of moving up
 *   mu_star  mean of their sizes: importance, whatever the direction
 *   sigma    their standard deviation: curved effects, or effects that depend on others
 *
 * All in the outcome's unit per whole range of probability. For a group, whose members move up and down at once, only
 * mu_star is defined. Intervals are Student's over trajectories.
 *
 * Sources: Morris (1991), Technometrics 33, 161-174; Campolongo, Cariboni & Saltelli (2007), Environ. Model. Softw.
 * 22, 1509-1518.
 */
import type { MorrisDesign } from '../../sampling/design.js'
import { createTurns, MORRIS_STEP, morrisBlock, morrisMove } from '../../sampling/morris.js'
import { createStream } from '../../sampling/stream.js'
import { certain, type Index, meanOf } from './estimate.js'

/**
 * outcome      [draw] of the design, in draw order; an effect with a failed trajectory at either end is left out
 * step         size of a move, in the unit of the effects
 * trajectories to use, the first ones; all if left out
 */
export function elementaryEffects(
  design: MorrisDesign,
  seed: number,
  outcome: Float64Array,
  step = MORRIS_STEP,
  trajectories = Math.floor(outcome.length / morrisBlock(design)),
): Index[] {
  const effects = effectsOf(design, seed, outcome, trajectories)
  return design.factors.map(({ name, members }, factor) => {
    const own = effects[factor].map((effect) => effect / step)
    const mean = meanOf(own)
    const measures = { mu_star: meanOf(own.map(Math.abs)) }
    if (members.length > 1) return { name, measures }
    return { name, measures: { ...measures, mu: mean, sigma: certain(deviation(own, mean.value)) } }
  })
}

/** Change of the outcome by the upward move of each factor [factor][trajectory]; NaN where an end is missing. */
function effectsOf(
  design: MorrisDesign,
  seed: number,
  outcome: Float64Array,
  trajectories: number,
): Float64Array[] {
  const turnsOf = createTurns(seed, design.factors)
  const block = morrisBlock(design)
  const starts = design.factors.map(({ dimensions }) => createStream(seed, dimensions[0]))
  const effects = design.factors.map(() => new Float64Array(trajectories))
  for (let number = 0; number < trajectories; number++) {
    const trajectory = design.chosen ? design.chosen[number] : number
    turnsOf(trajectory).forEach((turn, factor) => {
      const before = number * block + turn
      const { from, to } = morrisMove(starts[factor](trajectory), design.levels)
      effects[factor][number] = (to > from ? 1 : -1) * (outcome[before + 1] - outcome[before])
    })
  }
  return effects
}

function deviation(values: Float64Array, mean: number): number {
  const known = values.filter((value) => !Number.isNaN(value))
  return Math.sqrt(known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (known.length - 1))
}
