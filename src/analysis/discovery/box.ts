/** A box: limits on some inputs, and how well it separates the draws of interest from the rest. */
import type { Input } from '../sensitivity/estimate.js'

/** An input's limits, exclusive; absent where it is unlimited on that side. */
export interface Limit {
  readonly name: string
  readonly above?: number
  readonly below?: number
}

export interface Box {
  /** Limits by input, in the order in which they were set. */
  readonly limits: readonly Limit[]
  /** Share of the draws of interest that lie in it. */
  readonly coverage: number
  /** Share of its draws that are of interest. */
  readonly density: number
  /** Share of all draws that lie in it. */
  readonly mass: number
  readonly draws: number
  readonly hits: number
}

/** 1 for each draw within every limit. */
export function insideOf(limits: readonly Limit[], inputs: readonly Input[]): Uint8Array {
  const inside = new Uint8Array(inputs[0]?.values.length ?? 0).fill(1)
  for (const { name, above = Number.NEGATIVE_INFINITY, below = Number.POSITIVE_INFINITY } of limits) {
    const { values } = inputs.find((input) => input.name === name)!
    for (let draw = 0; draw < inside.length; draw++)
      if (!(values[draw] > above && values[draw] < below)) inside[draw] = 0
  }
  return inside
}

/** A box with its measures. group: 1 for each draw of interest. */
export function measureBox(limits: readonly Limit[], inputs: readonly Input[], group: Uint8Array): Box {
  const inside = insideOf(limits, inputs)
  let [draws, hits, all] = [0, 0, 0]
  for (let draw = 0; draw < group.length; draw++) {
    draws += inside[draw]
    hits += inside[draw] & group[draw]
    all += group[draw]
  }
  return { limits, coverage: hits / all, density: hits / draws, mass: draws / group.length, draws, hits }
}

/** The limits with one side of one input changed; undefined removes the limit. */
export function withLimit(
  limits: readonly Limit[],
  name: string,
  side: 'above' | 'below',
  value: number | undefined,
): Limit[] {
  const before = limits.find((limit) => limit.name === name)
  const after: Limit = { ...(before ?? { name }), [side]: value }
  const free = after.above === undefined && after.below === undefined
  const others = limits.filter((limit) => limit !== before)
  if (free) return others
  return before ? limits.map((limit) => (limit === before ? after : limit)) : [...limits, after]
}
