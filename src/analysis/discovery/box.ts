/** A box: limits on some inputs, and how well it separates the draws of interest from the rest. */
import { refuseArgument, requireOneOf } from '../../vocabulary/wrong-argument.js'
import { requireGroup } from '../sensitivity/arguments.js'
import type { Input } from '../sensitivity/estimate.js'

/** An input's limits, exclusive; absent where it is unlimited on that side. */
export interface Limit {
  readonly name: string
  readonly above?: number
  readonly below?: number
  /** Values between the limits that are left out, rising: of an input that takes few, such as a choice. */
  readonly without?: readonly number[]
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
export function insideOf(
  limits: readonly Limit[],
  inputs: readonly Input[],
  draws = inputs[0]?.values.length ?? 0,
): Uint8Array {
  const inside = new Uint8Array(draws).fill(1)
  for (const limit of limits) {
    const { name, above = Number.NEGATIVE_INFINITY, below = Number.POSITIVE_INFINITY, without = [] } = limit
    if (above >= below)
      refuseArgument('insideOf', name, `above ${above} and below ${below}`, 'bounds that rise')
    const found = inputs.find((input) => input.name === name)
    if (!found)
      requireOneOf(
        'insideOf',
        'limits',
        name,
        inputs.map((input) => input.name),
      )
    const { values } = found!
    for (let draw = 0; draw < draws; draw++) {
      const value = values[draw]
      if (!(value > above && value < below) || without.includes(value)) inside[draw] = 0
    }
  }
  return inside
}

/** A box with its measures, 0 where there is nothing to divide by. group: 1 for each draw of interest. */
export function measureBox(limits: readonly Limit[], inputs: readonly Input[], group: Uint8Array): Box {
  requireGroup('measureBox', inputs, group)
  const inside = insideOf(limits, inputs, group.length)
  let draws = 0
  let hits = 0
  let all = 0
  for (let draw = 0; draw < group.length; draw++) {
    draws += inside[draw]
    hits += inside[draw] & group[draw]
    all += group[draw]
  }
  const part = (some: number, whole: number) => (whole === 0 ? 0 : some / whole)
  return {
    limits,
    coverage: part(hits, all),
    density: part(hits, draws),
    mass: part(draws, group.length),
    draws,
    hits,
  }
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
  return replaced(limits, before, after)
}

/** The limits with one value of an input left out, which lies between others that stay. */
export function withoutValue(limits: readonly Limit[], name: string, value: number): Limit[] {
  const before = limits.find((limit) => limit.name === name)
  const without = [...(before?.without ?? []), value].sort((a, b) => a - b)
  return replaced(limits, before, { ...(before ?? { name }), without })
}

/** The limits with a value that was left out taken back. */
export function withValue(limits: readonly Limit[], name: string, value: number): Limit[] {
  const before = limits.find((limit) => limit.name === name)!
  return replaced(limits, before, { ...before, without: before.without?.filter((one) => one !== value) })
}

function replaced(limits: readonly Limit[], before: Limit | undefined, after: Limit): Limit[] {
  const { above = Number.NEGATIVE_INFINITY, below = Number.POSITIVE_INFINITY } = after
  // what the limits shut out need not be left out as well
  const without = after.without?.filter((value) => value > above && value < below) ?? []
  const { without: _, ...ends } = after
  const kept: Limit = without.length > 0 ? { ...ends, without } : ends
  const free = after.above === undefined && after.below === undefined && without.length === 0
  if (free) return limits.filter((limit) => limit !== before)
  return before ? limits.map((limit) => (limit === before ? kept : limit)) : [...limits, kept]
}

/** Least share of all draws in a box: a twentieth; of rare draws of interest, half of them but no fewer than so many. */
export function leastMass(group: Uint8Array): number {
  const share = group.reduce((sum, one) => sum + one, 0) / group.length
  return Math.min(0.05, Math.max(share / 2, LEAST_HITS / group.length))
}

/** Fewest draws of interest, and of others, for a search. */
export const LEAST_HITS = 20
