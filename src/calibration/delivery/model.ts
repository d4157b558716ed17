/**
 * How promises are kept, learned from past ones: the odds that one is met, and how far outcomes lie beyond or short
 * of it.
 *
 * Three regressions with effects of the kind of count, the family and the province that are shrunk towards nought:
 * whether a promise is met (logistic); by how much it is passed, ratio - 1, given that it is met; by how much it is
 * missed, -ln(ratio), given that it is not (exponential, lower bounds censored). Horizon is a contrast of its own:
 * within a calendar year, or longer. About its expected size a single excess has the tail of a Lomax distribution,
 * whose shape the rows decide. In logs such a tail would have no mean.
 */
import type { PastCommitment } from '../../dataset/dataset.js'
import { exp, log } from '../../math/exponential.js'
import { type Observed, shapeOf } from '../../math/lomax.js'
import { fitMixedModel, type MixedFit, type MixedRow } from '../../math/mixed-model.js'
import { rowWeights, type Weighting } from './weights.js'

/** What is known of a promise before its end. */
export interface Pledge {
  readonly family: string
  readonly counting: PastCommitment['counting']
  readonly province: string
  readonly longer: boolean
}

/** A regression with the numbers of its effects, and the Lomax shape about its mean where it is of lengths. */
export interface Regression {
  readonly fit: MixedFit
  readonly blocks: readonly Block[]
  readonly effectOf: ReadonlyMap<string, number>
  readonly shape: number
}

export interface DeliveryModel {
  readonly met: Regression
  readonly excess: Regression
  readonly shortfall: Regression
}

/** Blocks of shrunk effects, in the order of their numbers. */
const BLOCKS = ['counting', 'family', 'province'] as const
export type Block = (typeof BLOCKS)[number]
const INTERCEPT = 'all'
const LONGER = 'longer'

/** Rows with a ratio: those that a delivery ratio can be learned from. */
export function numericRows(commitments: readonly PastCommitment[]): PastCommitment[] {
  return commitments.filter(({ ratio }) => ratio !== undefined)
}

export function pledgeOf({ family, counting, province, years }: PastCommitment): Pledge {
  return { family, counting, province, longer: years > 1 }
}

/** Fit to rows with a ratio. */
export function fitDelivery(rows: readonly PastCommitment[], weighting: Weighting): DeliveryModel {
  const weighted = rowWeights(rows, weighting)
  const met = regression('logistic', BLOCKS, weighted)
  const ended = weighted.filter(({ row }) => row.met !== undefined)
  const excess = ended
    .filter(({ row }) => row.met)
    .map((one) => ({ ...one, response: one.row.ratio! - 1, ended: one.row.status !== 'early_pass' }))
  // what was last seen before or after the deadline bounds the shortfall: it is taken as it was seen
  const shortfall = ended
    .filter(({ row }) => !row.met)
    .map((one) => ({ ...one, response: -log(one.row.ratio!), ended: true }))
  return {
    met,
    excess: regression('exponential', ['counting', 'family'], excess),
    // too few misses for kinds of count, provinces or a horizon of their own
    shortfall: regression('exponential', ['family'], shortfall),
  }
}

interface Given {
  readonly row: PastCommitment
  readonly response: number
  readonly ended: boolean
  readonly weight: number
}

function regression(
  likelihood: 'logistic' | 'exponential',
  blocks: readonly Block[],
  given: readonly Given[],
): Regression {
  const effectOf = new Map<string, number>([[INTERCEPT, 0]])
  const blockOf: (number | undefined)[] = [undefined]
  const add = (name: string, block: number | undefined) => {
    if (effectOf.has(name)) return
    effectOf.set(name, effectOf.size)
    blockOf.push(block)
  }
  if (blocks.length > 1) add(LONGER, undefined)
  blocks.forEach((block, at) => {
    for (const { row } of given) add(`${block} ${row[block]}`, at)
  })
  const rows = given.map(
    (one): MixedRow => ({ ...one, effects: knownEffects({ effectOf, blocks }, pledgeOf(one.row)) }),
  )
  const fit = fitMixedModel({ likelihood, rows, blocks: blockOf, blockCount: blocks.length })
  if (likelihood === 'logistic') return { fit, blocks, effectOf, shape: Number.NaN }
  const observed = rows.map((row): Observed => {
    const eta = row.effects.reduce((sum, effect) => sum + fit.effects[effect], 0)
    return { value: row.response / exp(eta), ended: row.ended, weight: row.weight }
  })
  return { fit, blocks, effectOf, shape: shapeOf(observed) }
}

/** Numbers of the effects that a promise has among those that were fitted. */
export function knownEffects(
  { effectOf, blocks }: Pick<Regression, 'effectOf' | 'blocks'>,
  promise: Pledge,
): number[] {
  const names = [
    INTERCEPT,
    ...(promise.longer ? [LONGER] : []),
    ...blocks.map((block) => `${block} ${promise[block]}`),
  ]
  return names.flatMap((name) => effectOf.get(name) ?? [])
}

/** Blocks of which a promise has an effect that was not fitted: it is new. */
export function newBlocks({ effectOf, blocks }: Regression, promise: Pledge): number[] {
  return blocks.flatMap((block, at) => (effectOf.has(`${block} ${promise[block]}`) ? [] : [at]))
}
