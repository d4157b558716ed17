/** `cityward reach`: what would be enough, target by target and for all together. */
import { findReach, type ReachLever } from '../analysis/reach.js'
import type { Plan } from '../plan/plan.js'
import { reachCsv, reachText } from '../report/reach-page.js'
import { createProgress } from '../run/progress.js'
import { createStream } from '../sampling/stream.js'
import type { Scenario } from '../scenario/scenario.js'
import { nearest } from '../vocabulary/nearest.js'
import { fail } from '../vocabulary/problems.js'
import type { Language } from '../vocabulary/quality.js'
import { loadPlan } from './load-plan.js'
import { paintFor, widthOf } from './terminal.js'
import { createTrials } from './trials.js'

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
  const policy = policyOf(plan, options.policy, file)
  const levers = leversOf(plan, scenario, policy)
  if (levers.length === 0)
    fail({ code: 'no-levers', where: { file }, found: 'no levers', expected: 'levers to move' })
  if (plan.targets.length === 0)
    fail({ code: 'no-targets', where: { file }, found: 'no targets', expected: 'targets to be reached' })
  const stop = new AbortController()
  const onSignal = () => stop.abort(new Error('stopped'))
  process.once('SIGINT', onSignal)
  const progress = createProgress(process.stderr)
  const expected = options.budget + levers.length * 10 * options.draws
  let lived = 0
  const tryOut = createTrials(plan, {
    draws: options.draws,
    threads: options.threads,
    signal: stop.signal,
    onLived: (trajectories) => {
      lived += trajectories
      if (!options.quiet) progress.show(Math.min(lived, expected), expected)
    },
  })
  const stream = createStream(plan.seed, 'reach: search of settings')
  let drawn = 0
  try {
    const found = await findReach({
      levers,
      targets: plan.targets.map(({ id, title }) => ({ id, title })),
      wanted: options.odds,
      size: ROUND,
      generations: Math.floor(options.budget / (ROUND * options.draws)),
      uniform: () => stream(drawn++),
      tryOut,
    })
    progress.clear()
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
  } catch (error) {
    if (!stop.signal.aborted) throw error
    process.stderr.write('Stopped.\n')
    return 130
  } finally {
    progress.clear()
    process.off('SIGINT', onSignal)
  }
}

function policyOf(plan: Plan, name: string | undefined, file: string): number {
  const names = plan.policies.map((policy) => policy.name)
  if (name === undefined) return names.length - 1
  if (names.includes(name)) return names.indexOf(name)
  const near = nearest(name, names)
  return fail({
    code: 'unknown-policy',
    where: { file },
    found: `no policy "${name}"`,
    expected: `one of ${names.join(', ')}`,
    hint: near ? `Did you mean ${near}?` : undefined,
  })
}

/** Levers with room to move, as the policy sets them. */
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
