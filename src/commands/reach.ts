/** `cityward reach`: what would be enough, target by target and for all together. */
import { findReach, type ReachLever } from '../analysis/reach.js'
import type { Plan } from '../plan/plan.js'
import { reachCsv, reachText } from '../report/reach-page.js'
import { createStream } from '../sampling/stream.js'
import type { Scenario } from '../scenario/scenario.js'
import { fail } from '../vocabulary/problems.js'
import type { Language } from '../vocabulary/quality.js'
import { indexIn } from './asked.js'
import { loadPlan } from './load-plan.js'
import { STOPPED } from './ran.js'
import { paintFor, widthOf } from './terminal.js'
import { createTrials } from './trials.js'
import { watched } from './watched.js'

export interface ReachOptions {
  /** Wanted odds, 0-1. */
  readonly odds: number
  readonly policy?: string
  readonly draws: number
  readonly threads?: number
  /** Trajectories for the search over all levers together. */
  readonly budget: number
  readonly json?: boolean
  readonly csv?: boolean
  readonly quiet?: boolean
  readonly lang: Language
}

/** Settings of a round of the search. */
const ROUND = 20

/** Prints what would be enough. Returns the exit code: 0, or 130 after Ctrl-C. */
export async function reach(file: string, options: ReachOptions): Promise<number> {
  const { plan, scenario } = loadPlan(file)
  const names = plan.policies.map(({ name }) => name)
  const policy = indexIn(file, 'policy', options.policy ?? names.at(-1)!, names)
  const levers = leversOf(plan, scenario, policy)
  if (levers.length === 0)
    fail({ code: 'no-levers', where: { file }, found: 'no levers', expected: 'levers to move' })
  if (plan.targets.length === 0)
    fail({ code: 'no-targets', where: { file }, found: 'no targets', expected: 'targets to be reached' })
  const expected = options.budget + levers.length * 10 * options.draws
  const stream = createStream(plan.seed, 'reach: search of settings')
  let [lived, drawn] = [0, 0]
  const found = await watched(options.quiet, ({ signal, onProgress }) => {
    const tryOut = createTrials(plan, {
      draws: options.draws,
      threads: options.threads,
      signal,
      onLived: (trajectories) => {
        lived += trajectories
        onProgress?.(Math.min(lived, expected), expected)
      },
    })
    return findReach({
      levers,
      targets: plan.targets.map(({ id, title }) => ({ id, title })),
      wanted: options.odds,
      size: ROUND,
      generations: Math.floor(options.budget / (ROUND * options.draws)),
      uniform: () => stream(drawn++),
      tryOut,
    }).catch(endedBy(signal))
  })
  if (!found) {
    process.stderr.write('Stopped.\n')
    return STOPPED
  }
  const page = { language: options.lang, width: widthOf(process.stdout), paint: paintFor(process.stdout) }
  const context = { title: plan.title, policy: plan.policies[policy].title, draws: options.draws, lived }
  process.stdout.write(
    options.json
      ? `${JSON.stringify({ ...context, ...found }, undefined, 2)}\n`
      : options.csv
        ? reachCsv(found)
        : reachText(found, context, page),
  )
  return 0
}

/** Nothing was found where the signal ended the search; any other error goes on. */
const endedBy = (signal: AbortSignal) => (error: unknown) => {
  if (!signal.aborted) throw error
  return undefined
}

/** Every lever, as the policy sets it. */
function leversOf(plan: Plan, scenario: Scenario, policy: number): ReachLever[] {
  return scenario.levers.map(({ name, title, range: [low, high], cost }, index) => ({
    name,
    title,
    from: plan.policies[policy].settings[index],
    low,
    high,
    cost: cost?.number,
  }))
}
