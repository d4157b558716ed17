/** What would be enough: the findings of `cityward reach`, as plain data. */
import type { TargetPlan } from '../plan/plan.js'
import type { Bilingual } from '../vocabulary/bilingual.js'
import { boundOf } from './attainment.js'
import { type Candidate, nondominated, search } from './nsga2.js'
import { type Robustness, robustnessOf } from './robustness.js'
import { type LeverAnswer, type LeverOutcome, type LeverRange, smallestChanges } from './single-lever.js'

export interface ReachLever extends LeverRange {
  readonly title: Bilingual
  readonly unit: string
  /** Cost of a unit, yuan, where the scenario states a number. */
  readonly cost?: number
  /** What it changes in the model. */
  readonly mechanism?: Bilingual
}

export interface ReachTarget
  extends Pick<TargetPlan, 'id' | 'title' | 'comparator' | 'threshold' | 'tolerance'> {
  readonly unit: string
}

export interface ReachRequest {
  readonly levers: readonly ReachLever[]
  readonly targets: readonly ReachTarget[]
  /** Odds (0-1) that are enough. */
  readonly wanted: number
  /** Settings of a generation of the search for all targets together, and generations; 0 for no such search. */
  readonly size: number
  readonly generations: number
  readonly uniform: () => number
  readonly tryOut: (settings: readonly (readonly number[])[]) => Promise<readonly TrialOutcome[]>
}

export interface TrialOutcome extends LeverOutcome {
  readonly reachedIn: ArrayLike<number>
}

export interface TargetReach extends ReachTarget {
  readonly now: number
  /** By lever; empty where the odds are enough as they are. */
  readonly answers: readonly LeverAnswer[]
}

export interface Package {
  readonly settings: readonly number[]
  /** Yuan where every lever has a cost, else the sum of changes as shares of the levers' ranges. */
  readonly effort: number
  /** Number of targets with the wanted odds, and what odds lack to them on average over targets (0-1). */
  readonly enough: number
  readonly lacking: number
  readonly odds: readonly number[]
  readonly robustness: Robustness
  /** What programmes cost more than now until the last year, of each currency and price year. */
  readonly costs?: readonly number[]
}

export interface Reach {
  readonly wanted: number
  readonly levers: readonly ReachLever[]
  readonly targets: readonly TargetReach[]
  readonly effort: 'yuan' | 'share of range'
  /** Settings that no other dominates in effort and in what is lacking, the least effort first. */
  readonly packages: readonly Package[]
}

/** Findings with the plan they are of, as reach.json has them. */
export interface ReachFinding extends Reach {
  /** Of the plan that was simulated. */
  readonly fingerprint: string
  readonly version: string
  readonly title: Bilingual
  /** The policy that the search started from. */
  readonly policy: string
  readonly policyTitle: Bilingual
  /** Draws of every setting, and trajectories simulated in total. */
  readonly draws: number
  /** Draws of the run to whose odds and medians is added what a setting changes in those; absent where nothing is added. */
  readonly of?: number
  readonly lived: number
  /** Currencies and price years of what is enough, where programmes have costs: means over the draws. */
  readonly costs?: readonly { readonly currency: string; readonly prices: number }[]
}

/** Find what would be enough, lever by lever, then for all targets together. */
export async function findReach(request: ReachRequest): Promise<Reach> {
  const { levers, targets, wanted } = request
  const current = levers.map(({ from }) => from)
  const lived: Candidate[] = []
  const tryOut: ReachRequest['tryOut'] = async (settings) => {
    const tried = await request.tryOut(settings)
    settings.forEach((own, index) => {
      lived.push({ settings: own, objectives: objectivesOf(request, own, tried[index].odds) })
    })
    return tried
  }
  const [now] = await tryOut([current])
  const withLever = (lever: number, setting: number) =>
    current.map((own, at) => (at === lever ? setting : own))
  const answers = await smallestChanges(levers, now, {
    wanted,
    tryOut: (trials) => tryOut(trials.map(({ lever, setting }) => withLever(lever, setting))),
    shortOf: (target, median) => shortOf(targets[target], median),
  })
  return {
    wanted,
    levers,
    targets: targets.map((target, index) => ({
      ...target,
      now: now.odds[index],
      answers: now.odds[index] >= wanted ? [] : answers[index],
    })),
    effort: levers.every(({ cost }) => cost !== undefined) ? 'yuan' : 'share of range',
    packages: request.generations > 0 ? await findPackages(request, lived) : [],
  }
}

/** What a median lacks to reach a target, in its unit; below zero where it is beyond. */
function shortOf(target: ReachTarget, median: number): number {
  return target.comparator === 'at_most' ? median - boundOf(target) : boundOf(target) - median
}

/** Effort, and what odds lack to the wanted ones on average over targets. */
function objectivesOf(
  { levers, wanted }: ReachRequest,
  settings: readonly number[],
  odds: readonly number[],
) {
  const lacking = odds.reduce((sum, one) => sum + Math.max(0, wanted - one), 0) / Math.max(1, odds.length)
  return [effortOf(levers, settings), lacking]
}

/** Search from what is best of all that was lived, so that no package is worse than a setting that was tried. */
async function findPackages(request: ReachRequest, lived: readonly Candidate[]): Promise<Package[]> {
  const { levers, wanted, size, generations, uniform, tryOut } = request
  const found = await search({
    ranges: levers,
    known: [...nondominated(lived).map(({ settings }) => settings), levers.map(({ high }) => high)],
    size,
    generations,
    uniform,
    evaluate: async (settings) => {
      const tried = await tryOut(settings)
      return settings.map((own, index) => objectivesOf(request, own, tried[index].odds))
    },
  })
  const tried = await tryOut(found.map(({ settings }) => settings))
  const most = Math.ceil(request.targets.length / 2)
  const robustness = robustnessOf(
    tried.map(({ reachedIn }) => reachedIn),
    most,
  )
  return found.map(({ settings, objectives }: Candidate, index) => ({
    settings,
    effort: objectives[0],
    enough: tried[index].odds.filter((one) => one >= wanted).length,
    lacking: objectives[1],
    odds: tried[index].odds,
    robustness: robustness[index],
  }))
}

/** Effort of settings beyond the current ones; a lowered lever saves nothing, one without a range costs nothing. */
function effortOf(levers: readonly ReachLever[], settings: readonly number[]): number {
  const costed = levers.every(({ cost }) => cost !== undefined)
  return levers.reduce((sum, { from, low, high, cost }, at) => {
    const change = settings[at] - from
    if (costed) return sum + Math.max(0, change) * cost!
    return sum + (high > low ? Math.abs(change) / (high - low) : 0)
  }, 0)
}
