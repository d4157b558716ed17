/** What `cityward run` settles before the first draw: the plan with its policies, how many draws, and where they go. */
import { join } from 'node:path'
import type { Plan } from '../plan/plan.js'
import { refuseTooManyDraws } from '../run/draws-limit.js'
import { type Design, kindOf } from '../sampling/design.js'
import { drawsOfSize, sizeOfDesign, unevenSize } from '../sampling/design-size.js'
import { wholeDraws } from '../sampling/designs.js'
import { howMany } from '../vocabulary/numbers.js'
import { fail, type Problem } from '../vocabulary/problems.js'
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

/** Draws that N of `--points` comes to. Throws CitywardError for a design without such a size. */
export function drawsOfPoints(design: Design, points: number): number {
  const draws = drawsOfSize(design, points)
  if (typeof draws === 'number') return draws
  const found = `${points} with the design ${kindOf(design)}`
  return fail({ code: 'option-of-another-design', where: { file: '--points' }, found, ...draws })
}

/** What a run comes to before it begins; empty where every draw is a row of its own at the size that its design likes. */
export function sizeRemarks({ design, policies }: Plan, draws: number): string[] {
  const size = sizeOfDesign(design, draws)
  const warning = unevenSize(design, size?.N ?? draws)
  if (!size) return warning ? [warning] : []
  const [all, under] = [draws * policies.length, howMany(policies.length, 'policy', 'policies')]
  const N = howMany(size.N, size.unit, size.unit === 'trajectory' ? 'trajectories' : `${size.unit}s`)
  const total = `${size.each.toLocaleString('en')} rows each: ${howMany(draws, 'draw')}, ${howMany(all, 'run of the model', 'runs of the model')} under ${under}`
  return [`N = ${N}, ${total}.`, ...(warning ? [warning] : [])]
}

/** folder: named after scenario and fingerprint within `runs` where it is left out. Throws CitywardError. */
export async function prepareRun(
  file: string,
  { folder, ...request }: RunRequest & { readonly folder?: string },
): Promise<PreparedRun> {
  const asked = await requestedRun(file, request)
  const { loaded, policies } = asked
  const plan = choosePolicies(loaded.plan, policies, file)
  const { points } = request
  const wanted = points === undefined ? (request.draws ?? asked.draws) : drawsOfPoints(plan.design, points)
  const draws = wholeDraws(plan.design, wanted)
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
