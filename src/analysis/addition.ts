/**
 * What a policy adds to the one it is measured against, for one target, divided among the levers that it sets otherwise:
 * Shapley values, future by future, so that the parts of a future add up to what is added in it.
 */
import { quantileOfSorted } from '../math/quantile.js'
import type { TargetPlan } from '../plan/plan.js'
import type { Bilingual } from '../vocabulary/bilingual.js'
import type { EffectEvidence } from '../vocabulary/evidence.js'
import { reached } from './attainment.js'
import { type Coalition, type ShapleyGame, shapleyValues } from './shapley.js'

/** Of the futures: mean, the range of eight in ten (in the unit of the target), and what is added to the odds. */
export interface Added {
  readonly mean: number
  readonly range80: readonly [number, number]
  readonly odds: number
}

export interface AddedPart extends Added {
  readonly lever: string
  readonly title: Bilingual
  readonly evidence?: EffectEvidence
}

/** As added.json has it. */
export interface Addition {
  /** Of the plan that was simulated. */
  readonly fingerprint: string
  readonly version: string
  readonly policy: string
  readonly policyTitle: Bilingual
  readonly against: string
  readonly againstTitle: Bilingual
  readonly target: string
  readonly unit: string
  /** Futures, those without a number left out, and orders in which the levers join. */
  readonly draws: number
  readonly orders: number
  readonly total: Added
  readonly parts: readonly AddedPart[]
}

/**
 * Divide what is added: `valuesOf` gives the target's indicator in every future, with the levers of a coalition as the
 * policy sets them and the others as they are without it. Futures without a number somewhere are left out.
 *
 * returns  the total, then the part of every player
 */
export function divideAddition(
  game: ShapleyGame,
  aim: Pick<TargetPlan, 'comparator' | 'threshold' | 'tolerance'>,
  coalitions: readonly Coalition[],
  valuesOf: (coalition: Coalition) => Float64Array,
): { readonly draws: number; readonly total: Added; readonly parts: readonly Added[] } {
  const all = coalitions.map(valuesOf)
  const known = Array.from({ length: all[0].length }, (_, draw) => draw).filter((draw) =>
    all.every((values) => !Number.isNaN(values[draw])),
  )
  const worth = (coalition: Coalition) => {
    const values = valuesOf(coalition)
    const kept = known.map((draw) => values[draw])
    return [...kept, ...kept.map((value) => (reached(aim, value) ? 1 : 0))]
  }
  const { values } = shapleyValues(game, worth)
  const [none, every] = ['0', '1'].map((mark) => worth(mark.repeat(game.players)))
  const total = every.map((value, at) => value - none[at])
  return {
    draws: known.length,
    total: summed(total, known.length),
    parts: values.map((own) => summed(own, known.length)),
  }
}

/** Values of the futures, then whether each reaches the target. */
function summed(gains: ArrayLike<number>, draws: number): Added {
  const all = Array.from(gains)
  const meanOf = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0) / draws
  const sorted = Float64Array.from(all.slice(0, draws)).sort()
  return {
    mean: meanOf(all.slice(0, draws)),
    range80: [quantileOfSorted(sorted, 0.1), quantileOfSorted(sorted, 0.9)],
    odds: meanOf(all.slice(draws)),
  }
}
