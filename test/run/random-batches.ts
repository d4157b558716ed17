/** Batches made of chance, to be lived one after another: of any size, under policies as they are and as `reach` asks. */

import type { Plan } from '../../src/plan/plan.js'
import type { PartColumns } from '../../src/results/parts.js'
import type { Batch } from '../../src/run/ranges.js'
import { PartMemory } from '../../src/run/workers/part-memory.js'
import type { Chance } from './chance.js'

/** Fewer than a group, as many, more, and what leaves a group that is not full. */
const SIZES = [1, 2, 3, 5, 15, 16, 17, 20, 33]
/** Draws of the whole run, which a Latin hypercube needs to know. */
export const DRAWS = 1000

/** A batch without memory for its parts. */
export interface Asked {
  readonly firstDraw: number
  readonly draws: number
  /** Draws of the parts that stand before and after the batch. */
  readonly before: number
  readonly after: number
  readonly parts: readonly { readonly policy: number; readonly settings: readonly number[] }[]
}

export function randomBatches(chance: Chance, plan: Plan): Asked[] {
  const { whole, pick, odds } = chance
  let firstDraw = 0
  return Array.from({ length: whole(2, 5) }, () => {
    // on from there, anywhere, or the same draws again
    const how = whole(0, 2)
    if (how === 1) firstDraw = whole(0, DRAWS - 100)
    const draws = pick(SIZES)
    const asked = {
      firstDraw,
      draws,
      before: odds(0.3) ? Math.min(firstDraw, whole(1, 9)) : 0,
      after: odds(0.3) ? whole(1, 9) : 0,
      parts: partsOf(chance, plan),
    }
    if (how === 0) firstDraw = Math.min(firstDraw + draws, DRAWS - 100)
    return asked
  })
}

/** All policies, some of them in another order, or settings between those of two. */
function partsOf({ whole, pick, odds, uniform, some }: Chance, { policies }: Plan): Asked['parts'] {
  const all = policies.map(({ settings }, policy) => ({ policy, settings }))
  if (odds(0.4)) return all
  if (odds(0.3)) {
    const kept = some(all).toReversed()
    return kept.length > 0 ? kept : [pick(all)]
  }
  return Array.from({ length: whole(1, 4) }, (_, policy) => {
    const [one, other] = [pick(policies), pick(policies)]
    const share = pick([0, 1, 0.5, uniform()])
    const between = one.settings.map((value, lever) => {
      const mixed = value * share + other.settings[lever] * (1 - share)
      return odds(0.6) ? value : mixed
    })
    return { policy, settings: between }
  })
}

/** The batch with memory of its own. */
export function batchOf(plan: Plan, { firstDraw, draws, before, after, parts }: Asked): Batch {
  const memory = new PartMemory(plan, before + draws + after)
  return {
    firstDraw,
    draws,
    parts: parts.map(
      ({ policy, settings }): PartColumns =>
        memory.take(policy, { settings }, firstDraw - before, before + draws + after),
    ),
  }
}
