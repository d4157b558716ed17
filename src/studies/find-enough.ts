/** Finds what would be enough in a plan's own futures: by `cityward reach`, and by a run for its first target. */
import { findReach, type ReachFinding, type ReachLever } from '../analysis/reach.js'
import type { Plan } from '../plan/plan.js'
import type { Engine } from '../run/engine.js'
import { createStream } from '../sampling/stream.js'
import type { Scenario } from '../scenario/scenario.js'
import { VERSION } from '../vocabulary/version.js'
import { createTrials } from './lever-trials.js'
import { readReach, writeReach } from './reach-file.js'

/** How a search is watched and ended from outside. */
export interface Oversight {
  readonly signal: AbortSignal
  readonly onProgress: ((done: number, all: number) => void) | undefined
}

export interface EnoughRequest {
  /** Index of the policy that is started from. */
  readonly policy: number
  /** Odds (0-1) that are enough. */
  readonly wanted: number
  readonly draws: number
  /** Trajectories for the search over all levers together; 0 for none. */
  readonly budget: number
  readonly threads?: number
  readonly engine?: Engine
}

/** Settings of a round of the search. */
const ROUND = 20
/** Settings that a lever is tried at, most often: ends, points between, bisection. For the time left only. */
const TRIES = 15

/** Undefined where the signal ended it. The same for any number of threads. */
export async function findEnough(
  plan: Plan,
  { levers }: Pick<Scenario, 'levers'>,
  { policy, wanted, draws, budget, threads, engine }: EnoughRequest,
  { signal, onProgress }: Oversight,
): Promise<ReachFinding | undefined> {
  const expected = budget + levers.length * TRIES * draws
  const stream = createStream(plan.seed, 'reach: search of settings')
  const from = plan.policies[policy]
  let [lived, drawn] = [0, 0]
  const trials = createTrials(plan, {
    draws,
    threads,
    engine,
    signal,
    onLived: (trajectories) => {
      lived += trajectories
      onProgress?.(Math.min(lived, expected), expected)
    },
  })
  try {
    const found = await findReach({
      levers: leversAt(levers, from.settings),
      targets: plan.targets.map(({ id, title }) => ({ id, title })),
      wanted,
      size: ROUND,
      generations: Math.floor(budget / (ROUND * draws)),
      uniform: () => stream(drawn++),
      tryOut: trials.tryOut,
    })
    const { fingerprint, title } = plan
    const about = { fingerprint, version: VERSION, title, policy: from.name, policyTitle: from.title }
    return { ...about, draws, lived, ...found }
  } catch (error) {
    if (!signal.aborted) throw error
    return undefined
  } finally {
    await trials.end()
  }
}

/** Odds that a run finds what would be enough for, and the most futures it tries settings in: seconds, not minutes. */
const RUN_WANTED = 0.8
const RUN_DRAWS = 500

export interface EnoughForRunOptions {
  /** Draws of the run. */
  readonly draws: number
  readonly threads?: number
  readonly engine?: Engine
}

/**
 * What would be enough for the first target of a run, found once and kept in its folder; findings that are there are
 * taken as they are. Undefined where nothing can be looked for, or the signal ended it.
 */
export async function enoughForRun(
  folder: string,
  plan: Plan,
  scenario: Scenario,
  { draws, threads, engine }: EnoughForRunOptions,
  oversight: Oversight,
): Promise<ReachFinding | undefined> {
  const there = readReach(folder, plan)
  const tried = Math.min(draws, RUN_DRAWS)
  if (there && there.draws >= tried) return retold(folder, there, scenario)
  // draws of a design for sensitivity stand where its method needs them, and give no odds
  if (plan.targets.length === 0 || plan.levers.length === 0 || typeof plan.design === 'object')
    return undefined
  const asked = { policy: plan.policies.length - 1, wanted: RUN_WANTED, budget: 0, threads, engine }
  const first = { ...plan, targets: plan.targets.slice(0, 1) }
  const found = await findEnough(first, scenario, { ...asked, draws: tried }, oversight)
  if (found) writeReach(folder, found)
  return found
}

/** Findings with the levers' mechanisms as the scenario tells them now: words are no part of a plan's fingerprint. */
function retold(folder: string, found: ReachFinding, { levers }: Scenario): ReachFinding {
  const told = found.levers.map((lever) => {
    const { mechanism } = levers.find(({ name }) => name === lever.name) ?? {}
    return { ...lever, mechanism }
  })
  const now = { ...found, levers: told }
  if (JSON.stringify(now) !== JSON.stringify(found)) writeReach(folder, now)
  return now
}

/** Every lever, as the policy sets it. */
function leversAt(levers: Scenario['levers'], settings: readonly number[]): ReachLever[] {
  return levers.map(({ name, title, unit, range: [low, high], cost, mechanism }, index) => {
    return { name, title, unit, from: settings[index], low, high, cost: cost?.number, mechanism }
  })
}
