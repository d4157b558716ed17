/**
 * Elementary effects from a run of Morris' design: how much the outcome changes when one factor moves some part
 * of its range and nothing else does, at many points.
 *
 *   mu       their mean: the effect of moving up
 *   mu_star  mean of their sizes: importance, whatever the direction
 *   sigma    their standard deviation: curved effects, or effects that depend on others
 *
 * All in the outcome's unit per whole range of probability: an effect is divided by how far its own move went. For a
 * group, whose members move up and down at once, only mu_star is defined; it is divided by the mean size of their moves.
 * Intervals are Student's over trajectories. What repeats after every level of the design's grid is not seen.
 *
 * Sources: Morris (1991), Technometrics 33, 161-174; Campolongo, Cariboni & Saltelli (2007), Environ. Model. Softw.
 * 22, 1509-1518; Campolongo, Saltelli & Cariboni (2011), Comput. Phys. Commun. 182, 978-988.
 */
import type { Factor, MorrisDesign } from '../../sampling/design.js'
import { createSteps, createTurns, morrisBlock, morrisMove } from '../../sampling/morris.js'
import { createStream } from '../../sampling/stream.js'
import { requireWhole } from '../../vocabulary/wrong-argument.js'
import { average } from '../statistics.js'
import { requireBlocks } from './arguments.js'
import { certain, type Estimate, type Index, meanOf, USUAL_LEVEL } from './estimate.js'

/**
 * outcome      [draw] of the design, in draw order; an effect with a failed trajectory at either end is left out
 * trajectories to use, the first ones; all if left out
 * level        of the intervals
 */
export function elementaryEffects(
  design: MorrisDesign,
  seed: number,
  outcome: Float64Array,
  trajectories = Math.floor(outcome.length / morrisBlock(design)),
  level = USUAL_LEVEL,
): Index[] {
  requireWhole('elementaryEffects', 'seed', seed, 0)
  requireBlocks('elementaryEffects', outcome, morrisBlock(design), 'trajectory')
  requireWhole('elementaryEffects', 'trajectories', trajectories, 1, outcome.length / morrisBlock(design))
  const effects = effectsOf(design, seed, outcome, trajectories)
  return design.factors.map(({ name, members }, factor) => {
    const { mu_star, ...signed } = effectMeasures(effects[factor], level)
    return { name, measures: members.length > 1 ? { mu_star } : { mu_star, ...signed } }
  })
}

/** Of the effects of one factor, by trajectory; NaN is left out. */
export function effectMeasures(
  effects: Float64Array,
  level: number,
): Readonly<Record<'mu_star' | 'mu' | 'sigma', Estimate>> {
  const mu = meanOf(effects, level)
  return { mu_star: meanOf(effects.map(Math.abs), level), mu, sigma: certain(deviation(effects, mu.value)) }
}

/** Slope of the outcome along the move of each factor [factor][trajectory]; NaN where an end is missing. */
function effectsOf(
  design: MorrisDesign,
  seed: number,
  outcome: Float64Array,
  trajectories: number,
): Float64Array[] {
  const turnsOf = createTurns(seed, design.factors)
  const block = morrisBlock(design)
  const moves = design.factors.map((factor) => createMoves(seed, factor, design.levels))
  const effects = design.factors.map(() => new Float64Array(trajectories))
  for (let number = 0; number < trajectories; number++) {
    const trajectory = design.chosen ? design.chosen[number] : number
    turnsOf(trajectory).forEach((turn, factor) => {
      const before = number * block + turn
      effects[factor][number] = (outcome[before + 1] - outcome[before]) / moves[factor](trajectory)
    })
  }
  return effects
}

/** How far a factor moves in a trajectory, with its sign; of a group, whose members go either way, the mean size. */
function createMoves(
  seed: number,
  { name, dimensions }: Factor,
  levels: number,
): (trajectory: number) => number {
  const steps = createSteps(seed, name, levels)
  const starts = dimensions.map((dimension) => createStream(seed, dimension))
  return (trajectory) => {
    const moved = starts.map((start) => {
      const from = start(trajectory)
      return morrisMove(from, steps(trajectory)) - from
    })
    return moved.length === 1 ? moved[0] : average(moved.map(Math.abs))
  }
}

function deviation(values: Float64Array, mean: number): number {
  const known = values.filter((value) => !Number.isNaN(value))
  return Math.sqrt(known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (known.length - 1))
}
