/** The tiny scenario of fixtures/cases, compiled, for tests that run it. */

import type { Plan } from '../../src/plan/plan.js'
import type { Failure } from '../../src/results/failures.js'
import type { PartOutcomes } from '../../src/results/parts.js'
import type { Batch } from '../../src/run/ranges.js'
import { outcomesOf } from '../../src/run/ranges.js'
import { type RunOptions, runPlan } from '../../src/run/run-plan.js'
import { PartMemory } from '../../src/run/workers/part-memory.js'
import { loadPlan } from '../../src/studies/load-plan.js'

export function tinyPlan(): Plan {
  return loadPlan('fixtures/cases/tiny.yaml').plan
}

/** Draws under some policies, with parts that hold just them. */
export function batchOf(plan: Plan, firstDraw: number, draws: number, policies = [0, 1]): Batch {
  const memory = new PartMemory(plan, draws)
  return {
    firstDraw,
    draws,
    parts: policies.map((policy) => memory.take(policy, plan.policies[policy], firstDraw, draws)),
  }
}

/** The parts of a batch that was lived, with the failures that it gave. */
export function livedIn({ parts }: Batch, failures: readonly Failure[]): PartOutcomes[] {
  return parts.map((part) => outcomesOf(part, failures))
}

/** Everything that reached the sink, by policy and draw: inputs, then outcomes. */
export async function collect(
  plan: Plan,
  options: Partial<RunOptions>,
): Promise<Map<string, readonly number[]>> {
  const rows = new Map<string, readonly number[]>()
  const sink = ({ policy, firstDraw, draws, inputs, outcomes }: PartOutcomes) => {
    for (let draw = 0; draw < draws; draw++) {
      const column = (values: Float64Array) => [...values].filter((_, at) => at % draws === draw)
      rows.set(`${policy}/${firstDraw + draw}`, [...column(inputs), ...column(outcomes)])
    }
  }
  await runPlan(plan, { draws: 60, partDraws: 20, threads: 2, batchSize: 7, sink, ...options })
  return rows
}
