/** How the draws of a run are divided: into ranges, a part wide, and those into batches. */

import type { Plan } from '../plan/plan.js'
import type { Failure } from '../results/failures.js'
import type { PartColumns, PartOutcomes } from '../results/parts.js'

/**
 * Draws to be simulated together, each under every one of some policies: policies that share a population share it.
 * Inputs and outcomes go straight to their place in the parts, one of each policy, which all workers share.
 */
export interface Batch {
  readonly firstDraw: number
  readonly draws: number
  readonly parts: readonly PartColumns[]
}

/** Draws to be simulated under some policies, of each of which they are a part. */
export interface DrawRange {
  readonly first: number
  readonly draws: number
  readonly policies: readonly number[]
}

export interface PartDivision {
  readonly draws: number
  readonly partDraws: number
  /** Parts that need not be simulated. */
  readonly has?: (policy: number, part: number) => boolean
}

/** All ranges in order, also those of which no policy is left to simulate. */
export function rangesOf({ policies }: Plan, { draws, partDraws, has }: PartDivision): DrawRange[] {
  return Array.from({ length: Math.ceil(draws / partDraws) }, (_, part) => ({
    first: part * partDraws,
    draws: Math.min(partDraws, draws - part * partDraws),
    policies: policies.map((_, policy) => policy).filter((policy) => !has?.(policy, part)),
  }))
}

/** Batches of so many draws, the last of a range of fewer. */
export function batchesOf({ first, draws }: DrawRange, size: number, parts: readonly PartColumns[]): Batch[] {
  const count = parts.length > 0 ? Math.ceil(draws / size) : 0
  return Array.from({ length: count }, (_, batch) => ({
    firstDraw: first + batch * size,
    draws: Math.min(size, draws - batch * size),
    parts,
  }))
}

/** How many trajectories are to be simulated, and in how many batches. */
export function workIn(
  ranges: readonly DrawRange[],
  batchDraws: number,
): { trajectories: number; batches: number } {
  const work = { trajectories: 0, batches: 0 }
  for (const { draws, policies } of ranges) {
    work.trajectories += draws * policies.length
    if (policies.length > 0) work.batches += Math.ceil(draws / batchDraws)
  }
  return work
}

/** A part with those failures that are its own. */
export function outcomesOf(part: PartColumns, failures: readonly Failure[]): PartOutcomes {
  return { ...part, failures: failures.filter(({ policy }) => policy === part.policy) }
}
