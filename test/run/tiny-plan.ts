/** The tiny scenario of fixtures/cases, compiled, for tests that run it. */
import { loadPlan } from '../../src/commands/load-plan.js'
import type { BatchOutcomes } from '../../src/plan/outcomes.js'
import type { Plan } from '../../src/plan/plan.js'
import { type RunOptions, runPlan } from '../../src/run/run-plan.js'

export function tinyPlan(): Plan {
  return loadPlan('fixtures/cases/tiny.yaml').plan
}

/** Everything that reached the sink, by policy and draw: inputs, then outcomes. */
export async function collect(
  plan: Plan,
  options: Partial<RunOptions>,
): Promise<Map<string, readonly number[]>> {
  const rows = new Map<string, readonly number[]>()
  const sink = ({ policy, firstDraw, draws, inputs, outcomes }: BatchOutcomes) => {
    for (let draw = 0; draw < draws; draw++) {
      const column = (values: Float64Array) => [...values].filter((_, at) => at % draws === draw)
      rows.set(`${policy}/${firstDraw + draw}`, [...column(inputs), ...column(outcomes)])
    }
  }
  await runPlan(plan, { draws: 60, partDraws: 20, threads: 2, batchSize: 7, sink, ...options })
  return rows
}
