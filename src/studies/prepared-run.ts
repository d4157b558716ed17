/** What `cityward run` settles before the first draw: the plan with its policies, how many draws, and where they go. */
import { join } from 'node:path'
import type { Plan } from '../plan/plan.js'
import { refuseTooManyDraws } from '../run/draws-limit.js'
import { wholeDraws } from '../sampling/designs.js'
import type { Problem } from '../vocabulary/problems.js'
import { judgeByMedian } from './median-check.js'
import { type RequestedRun, type RunRequest, requestedRun } from './requested-run.js'
import { runName } from './run-name.js'
import { choosePolicies } from './simulate.js'

export interface PreparedRun {
  readonly asked: RequestedRun
  readonly plan: Plan
  readonly draws: number
  readonly folder: string
  readonly warnings: readonly Problem[]
}

/** folder: named after scenario and fingerprint within `runs` where it is left out. Throws CitywardError. */
export async function prepareRun(
  file: string,
  { folder, ...request }: RunRequest & { readonly folder?: string },
): Promise<PreparedRun> {
  const asked = await requestedRun(file, request)
  const { loaded, policies } = asked
  const plan = choosePolicies(loaded.plan, policies, file)
  const draws = wholeDraws(plan.design, request.draws ?? asked.draws)
  refuseTooManyDraws(plan, draws, file)
  const { fingerprint } = plan
  return {
    asked,
    plan,
    draws,
    folder: folder ?? join('runs', runName(asked.scenario, { fingerprint, policies })),
    warnings: judgeByMedian(loaded, file).warnings,
  }
}
