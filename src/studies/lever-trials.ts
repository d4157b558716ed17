/** Simulates settings of all levers on common draws: which targets each trajectory reaches under each. */
import { reached } from '../analysis/attainment.js'
import { quantileOfSorted } from '../math/quantile.js'
import { neededPart } from '../plan/needed/needed-part.js'
import { columnAt } from '../plan/outcome-columns.js'
import type { Plan } from '../plan/plan.js'
import type { PartOutcomes } from '../results/parts.js'
import type { Engine } from '../run/engine.js'
import { type Standby, standBy } from '../run/run-plan.js'
import { targetColumns } from './stop-when-narrow.js'

export interface LeverTrialOutcome {
  /** Odds of every target (0-1); a trajectory without a number reaches none. */
  readonly odds: readonly number[]
  /** Of every target's outcome, in its unit, of those with a number; NaN where there is none. */
  readonly medians: readonly number[]
  /** Number of targets reached, by draw. */
  readonly reachedIn: Uint16Array
  /** Draws by target in which it has no number and the trajectory has not failed: a ratio without a denominator. */
  readonly lacking: readonly number[]
  /** What programmes cost until the last year, of each currency and price year: means of the draws with a number. */
  readonly costs: readonly number[]
}

export interface TrialOptions {
  readonly draws: number
  readonly threads?: number
  readonly engine?: Engine
  readonly signal?: AbortSignal
  /** Told when the simulation begins and ends to listen to `signal`. */
  readonly onListening?: (listens: boolean) => void
  /** Called with the number of trajectories just simulated. */
  readonly onSimulated?: (trajectories: number) => void
}

export interface Trials {
  /** Simulate settings (in the order of the plan's levers) on the same draws; equal settings once. */
  readonly tryOut: (settings: readonly (readonly number[])[]) => Promise<readonly LeverTrialOutcome[]>
  /** End the workers. */
  readonly end: () => Promise<void>
}

/** Workers start with the first settings and are kept for later ones. */
export function createTrials(whole: Plan, options: TrialOptions): Trials {
  const plan = neededPart(whole, new Set([...targetColumns(whole), ...costColumns(whole)]))
  const known = new Map<string, LeverTrialOutcome>()
  const keyOf = (setting: readonly number[]) => setting.join()
  let workers: Standby | undefined
  const tryOut: Trials['tryOut'] = async (settings) => {
    const fresh = [...new Map(settings.map((one) => [keyOf(one), one])).entries()].filter(
      ([key]) => !known.has(key),
    )
    if (fresh.length > 0) {
      workers ??= standBy(plan, options)
      const outcomes = await simulate(
        plan,
        workers,
        fresh.map(([, one]) => one),
        options,
      )
      fresh.forEach(([key], index) => {
        known.set(key, outcomes[index])
      })
    }
    return settings.map((one) => known.get(keyOf(one))!)
  }
  return { tryOut, end: async () => workers?.end() }
}

async function simulate(
  plan: Plan,
  workers: Standby,
  settings: readonly (readonly number[])[],
  { draws, signal, onListening, onSimulated }: TrialOptions,
): Promise<LeverTrialOutcome[]> {
  const [{ title }] = plan.policies
  const policies = settings.map((own, index) => ({ name: `trial-${index}`, title, settings: own }))
  const columns = targetColumns(plan)
  const hits = settings.map(() => new Array<number>(plan.targets.length).fill(0))
  const reachedIn = settings.map(() => new Uint16Array(draws))
  const lacking = settings.map(() => plan.targets.map(() => 0))
  const values = settings.map(() => plan.targets.map(() => new Float64Array(draws).fill(Number.NaN)))
  const ofCosts = costColumns(plan)
  const spent = settings.map(() => ofCosts.map(() => ({ sum: 0, draws: 0 })))
  const sink = (part: PartOutcomes) => {
    const failed = new Set(part.failures.map(({ draw }) => draw - part.firstDraw))
    plan.targets.forEach((target, index) => {
      const from = columns[index] * part.draws
      for (let draw = 0; draw < part.draws; draw++) {
        const value = part.outcomes[from + draw]
        values[part.policy][index][part.firstDraw + draw] = value
        if (Number.isNaN(value) && !failed.has(draw)) lacking[part.policy][index] += 1
        if (!reached(target, value)) continue
        hits[part.policy][index] += 1
        reachedIn[part.policy][part.firstDraw + draw] += 1
      }
    })
    ofCosts.forEach((column, index) => {
      const cost = spent[part.policy][index]
      for (let draw = 0; draw < part.draws; draw++) {
        const value = part.outcomes[column * part.draws + draw]
        if (Number.isNaN(value)) continue
        cost.sum += value
        cost.draws += 1
      }
    })
    onSimulated?.(part.draws)
  }
  const { interrupted } = await workers.run(policies, { signal, onListening, sink })
  if (interrupted) signal?.throwIfAborted()
  return settings.map((_, index) => ({
    odds: hits[index].map((count) => count / draws),
    medians: values[index].map(medianOf),
    reachedIn: reachedIn[index],
    lacking: lacking[index],
    costs: spent[index].map(({ sum, draws: counted }) => sum / counted),
  }))
}

/** Columns of what was spent in the region until the last year. */
function costColumns(plan: Plan): number[] {
  return (plan.costs ?? []).map(({ soFar }) => columnAt(plan, soFar, 0, plan.years.at(-1)!))
}

/** Of the values that are numbers; sorts in place. */
function medianOf(values: Float64Array): number {
  // NaN is sorted behind every number
  const sorted = values.sort()
  const missing = sorted.findIndex(Number.isNaN)
  return quantileOfSorted(missing < 0 ? sorted : sorted.subarray(0, missing), 0.5)
}
