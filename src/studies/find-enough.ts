/** Finds settings of levers that are enough for a plan's targets: for `cityward reach`, and for a run's first target. */

import { isSilent } from '../analysis/odds.js'
import { findReach, type ReachFinding, type ReachLever } from '../analysis/reach.js'
import type { LeverAnswer } from '../analysis/single-lever.js'
import type { Summary, TargetVerdict } from '../analysis/summary.js'
import type { Plan } from '../plan/plan.js'
import type { Engine } from '../run/engine.js'
import { createStream } from '../sampling/stream.js'
import type { Scenario } from '../scenario/scenario.js'
import { howMany } from '../vocabulary/numbers.js'
import { fail } from '../vocabulary/problems.js'
import { VERSION } from '../vocabulary/version.js'
import { requireShare, requireWhole } from '../vocabulary/wrong-argument.js'
import { requireDraws } from './least-draws.js'
import { createTrials, type LeverTrialOutcome, type Trials } from './lever-trials.js'
import { reusableReach, writeReach } from './reach-file.js'

/** Progress and cancellation of a search. */
export interface Oversight {
  readonly signal: AbortSignal
  readonly onProgress: ((done: number, all: number) => void) | undefined
  /** Told when the work begins and ends to listen to `signal`. */
  readonly onListening?: (listens: boolean) => void
}

export interface EnoughRequest {
  /** Index of the policy that the search starts from. */
  readonly policy: number
  /** Odds (0-1) that are enough. */
  readonly wanted: number
  readonly draws: number
  /** Trajectories for the search over all levers together; 0 for none. */
  readonly budget: number
  /** What the run's own draws, more than are tried, say of the targets as the policy stands. */
  readonly known?: Known
  readonly threads?: number
  readonly engine?: Engine
}

export interface Known {
  readonly draws: number
  /** By id; a target whose odds say nothing is left to the draws that are tried. */
  readonly targets: ReadonlyMap<string, KnownTarget>
}

interface KnownTarget {
  readonly odds: number
  /** In the target's unit. */
  readonly median: number
}

/** Settings of a generation of the search. */
const ROUND = 20
/** Usual number of settings tried for a lever: ends, points between, bisection. For the progress display only. */
const TRIES = 15

/**
 * Undefined where the signal ended it. Findings do not depend on the number of threads.
 *
 * Throws CitywardError `draws-few` for fewer draws than odds need, and `denominator-zero` where a target has no number in
 * some futures as the policy stands; where only other settings lead there, such futures count as not reached.
 */
export async function findEnough(
  whole: Plan,
  { levers }: Pick<Scenario, 'levers'>,
  { policy, wanted, draws, budget, known, threads, engine }: EnoughRequest,
  { signal, onProgress, onListening }: Oversight,
): Promise<ReachFinding | undefined> {
  requireDraws('reach', draws)
  requireWhole('findEnough', 'policy', policy, 0, whole.policies.length - 1)
  requireShare('findEnough', 'wanted', wanted)
  requireWhole('findEnough', 'budget', budget, 0)
  // what nothing moves no lever does
  const plan = { ...whole, targets: whole.targets.filter(({ unmoved }) => !unmoved) }
  const expected = budget + levers.length * TRIES * draws
  const stream = createStream(plan.seed, 'reach: search of settings')
  const from = plan.policies[policy]
  let [simulated, drawn] = [0, 0]
  const trials = createTrials(plan, {
    draws,
    threads,
    engine,
    signal,
    onListening,
    onSimulated: (trajectories) => {
      simulated += trajectories
      onProgress?.(Math.min(simulated, expected), expected)
    },
  })
  try {
    const [now] = await trials.tryOut([from.settings])
    refuseUnknownOdds(plan, now.lacking, draws)
    const found = await findReach({
      levers: leversAt(levers, from.settings),
      targets: plan.targets.map(({ id, title, indicator, comparator, threshold, tolerance }) => {
        const { unit } = plan.indicators.find(({ name }) => name === indicator)!
        return { id, title, unit, comparator, threshold, tolerance }
      }),
      wanted,
      size: ROUND,
      generations: Math.floor(budget / (ROUND * draws)),
      uniform: () => stream(drawn++),
      tryOut: async (settings) =>
        (await trials.tryOut(settings)).map((one) => onKnown(plan, one, now, known)),
    })
    const { fingerprint, title, costs } = plan
    const about = { fingerprint, version: VERSION, title, policy: from.name, policyTitle: from.title }
    const whole = { ...about, draws, ...(known && { of: known.draws }), lived: simulated, ...found }
    return costs ? await withCosts(whole, costs, from.settings, trials) : whole
  } catch (error) {
    if (!signal.aborted) throw error
    return undefined
  } finally {
    await trials.end()
  }
}

/**
 * What a setting changes in the draws that were tried, added to what all draws of the run say: both are of the same draws, so
 * that the change is known better than the odds of so few.
 */
function onKnown(
  { targets }: Pick<Plan, 'targets'>,
  tried: LeverTrialOutcome,
  now: LeverTrialOutcome,
  known: Known | undefined,
): LeverTrialOutcome {
  if (!known) return tried
  const within = (odds: number) => Math.min(1, Math.max(0, odds))
  const all = targets.map(({ id }) => known.targets.get(id))
  return {
    ...tried,
    odds: tried.odds.map((odds, at) => (all[at] ? within(all[at].odds + (odds - now.odds[at])) : odds)),
    medians: tried.medians.map((median, at) =>
      all[at] ? all[at].median + (median - now.medians[at]) : median,
    ),
  }
}

/** What each answer that is enough, and each package, costs beyond the current settings; all of them were simulated before. */
async function withCosts(
  found: ReachFinding,
  costs: NonNullable<Plan['costs']>,
  current: readonly number[],
  { tryOut }: Trials,
): Promise<ReachFinding> {
  const beyond = async (settings: readonly number[]) => {
    const [now, then] = await tryOut([current, settings])
    return then.costs.map((cost, at) => cost - now.costs[at])
  }
  const targets = []
  for (const target of found.targets) {
    const answers: LeverAnswer[] = []
    for (const [lever, answer] of target.answers.entries()) {
      const moved = (setting: number) => current.map((own, at) => (at === lever ? setting : own))
      const isEnough = answer.kind === 'enough'
      answers.push(isEnough ? { ...answer, costs: await beyond(moved(answer.setting)) } : answer)
    }
    targets.push({ ...target, answers })
  }
  const packages = []
  for (const one of found.packages) packages.push({ ...one, costs: await beyond(one.settings) })
  const currencies = costs.map(({ currency, prices }) => ({ currency, prices }))
  return { ...found, targets, packages, costs: currencies }
}

function refuseUnknownOdds({ targets, places, indicators }: Plan, lacking: readonly number[], draws: number) {
  const at = lacking.findIndex((count) => count > 0)
  if (at < 0) return
  const { id, indicator, year } = targets[at]
  const { title } = indicators.find(({ name }) => name === indicator)!
  fail({
    code: 'denominator-zero',
    where: { file: 'reach', field: `targets.${id}` },
    found: `nothing to measure "${title.en}" of ${places[0].name.en} in ${year} against in ${lacking[at]} of ${howMany(draws, 'future')}`,
    expected: 'a number in every future, or its odds are not known',
  })
}

/** Odds that a run searches for, and the most draws it simulates settings on: seconds, not minutes. */
const RUN_WANTED = 0.8
const RUN_DRAWS = 250

export interface EnoughForRunOptions {
  /** Draws of the run. */
  readonly draws: number
  /** Of the run: where the odds of its first target under the last policy say nothing, no search does. */
  readonly summary: Summary
  readonly threads?: number
  readonly engine?: Engine
  /** False: nothing is searched for; findings of the folder are given all the same. */
  readonly isWanted?: boolean
}

/**
 * What would be enough for the first target of a run, found once and written into its folder; findings of the folder are
 * reused. Undefined where there is nothing to search for, no search is wanted, or the signal ended it.
 */
export async function enoughForRun(
  folder: string,
  plan: Plan,
  scenario: Scenario,
  { draws, summary, threads, engine, isWanted = true }: EnoughForRunOptions,
  oversight: Oversight,
): Promise<ReachFinding | undefined> {
  const there = reusableReach(folder, plan)
  const tried = Math.min(draws, RUN_DRAWS)
  if (there && (there.of === undefined ? there.draws >= tried : there.of === draws))
    return withMechanisms(folder, there, scenario)
  // draws of a design for sensitivity analysis are no sample, and give no odds
  if (!isWanted || plan.targets.length === 0 || plan.levers.length === 0 || typeof plan.design === 'object')
    return undefined
  const first = summary.policies.at(-1)?.targets[0]
  if (!first || isSilent(first.word)) return undefined
  const policy = plan.policies.length - 1
  const known = draws > tried ? knownOf([first]) : undefined
  const requested = { policy, wanted: RUN_WANTED, budget: 0, known, threads, engine }
  const ofFirst = { ...plan, targets: plan.targets.slice(0, 1) }
  const found = await findEnough(ofFirst, scenario, { ...requested, draws: tried }, oversight)
  if (found) writeReach(folder, found)
  return found
}

/** What a run says of targets under a policy; undefined where its odds say nothing of any. */
export function knownOf(targets: readonly TargetVerdict[]): Known | undefined {
  const told = targets.filter(({ word, region }) => !isSilent(word) && Number.isFinite(region.spread.median))
  if (told.length === 0) return undefined
  return {
    draws: told[0].region.odds.draws,
    targets: new Map(
      told.map(({ id, region: { odds, spread } }) => [id, { odds: odds.share, median: spread.median }]),
    ),
  }
}

/** Findings with the levers' mechanisms as the scenario words them now: words are no part of a plan's fingerprint. */
function withMechanisms(folder: string, found: ReachFinding, { levers }: Scenario): ReachFinding {
  const worded = found.levers.map((lever) => {
    const { mechanism } = levers.find(({ name }) => name === lever.name) ?? {}
    return { ...lever, mechanism }
  })
  const now = { ...found, levers: worded }
  if (JSON.stringify(now) !== JSON.stringify(found)) writeReach(folder, now)
  return now
}

/** Every lever, as the policy sets it. */
function leversAt(levers: Scenario['levers'], settings: readonly number[]): ReachLever[] {
  return levers.map(({ name, title, unit, range: [low, high], cost, mechanism }, index) => {
    return { name, title, unit, from: settings[index], low, high, cost: cost?.number, mechanism }
  })
}
