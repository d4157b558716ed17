/**
 * What pairs of inputs add in a factorial design of two levels: half of the difference that the second one's high level makes
 * to the effect of the first. Of a fraction, pairs that its words cannot tell apart have one number together.
 *
 * Source: Box, Hunter & Hunter (2005), Statistics for Experimenters, ch. 5 and 6; Montgomery (2013), Design and Analysis of
 * Experiments, ch. 6.
 */
import type { LevelDesign } from '../../sampling/design.js'
import { factorWords, levelDraws, levelOf } from '../../sampling/levels.js'
import { howMany } from '../../vocabulary/numbers.js'
import { refuseArgument } from '../../vocabulary/wrong-argument.js'
import { meanWhere } from './level-effects.js'

export interface InteractionEffect {
  readonly names: readonly [string, string]
  /** In the outcome's unit. */
  readonly effect: number
  /** Other pairs that are in this number as well, of a fraction of resolution below 5. */
  readonly with: readonly (readonly [string, string])[]
}

/** outcome: [draw] of the design, in draw order; NaN is left out. Largest first. */
export function interactionEffects(design: LevelDesign, outcome: Float64Array): InteractionEffect[] {
  const called = 'interactionEffects'
  const { kind, factors, at } = design
  if (kind === 'one_at_a_time' || at.length !== 2)
    refuseArgument(
      called,
      'design',
      `${kind} of ${howMany(at.length, 'level')}`,
      'a factorial design of two levels',
    )
  const draws = levelDraws(design)
  if (outcome.length !== draws)
    refuseArgument(called, 'outcome', howMany(outcome.length, 'value'), `${draws}, the draws of the design`)
  const levels = factors.map((_, factor) => levelOf(design, factor))
  const pairs = factors.flatMap((one, a) =>
    factors.slice(a + 1).map((other, k) => ({ a, b: a + 1 + k, names: [one.name, other.name] as const })),
  )
  const words =
    kind === 'factorial' ? factors.map((_, k) => 1 << k) : factorWords(factors.length, design.resolution!)
  return pairs
    .map(({ a, b, names }): InteractionEffect => {
      const same = (draw: number) => levels[a](draw) === levels[b](draw)
      const effect = meanWhere(outcome, same) - meanWhere(outcome, (draw) => !same(draw))
      const alike = pairs.filter(
        (other) => other.names !== names && (words[other.a] ^ words[other.b]) === (words[a] ^ words[b]),
      )
      return { names, effect, with: alike.map((other) => other.names) }
    })
    .sort((one, other) => Math.abs(other.effect) - Math.abs(one.effect))
}
