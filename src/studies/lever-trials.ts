/** Tries settings of all levers in common futures: which targets each future reaches under each. */
import { reached } from '../analysis/attainment.js'
import type { Plan } from '../plan/plan.js'
import type { PartOutcomes } from '../results/parts.js'
import type { Engine } from '../run/engine.js'
import { type Standby, standBy } from '../run/run-plan.js'
import { targetColumns } from './stop-when-narrow.js'

export interface LeverTrialOutcome {
  /** Odds of every target (0-1); a future that cannot be lived reaches none. */
  readonly odds: readonly number[]
  /** Number of targets that each future reaches. */
  readonly reachedIn: Uint16Array
  /** Futures that cannot be lived. */
  readonly failures: number
}

export interface TrialOptions {
  readonly draws: number
  readonly threads?: number
  readonly engine?: Engine
  readonly signal?: AbortSignal
  /** Told of trajectories as they are lived. */
  readonly onLived?: (trajectories: number) => void
}

export interface Trials {
  /** Live settings (in the order of the plan's levers) through the same futures; settings are tried once. */
  readonly tryOut: (settings: readonly (readonly number[])[]) => Promise<readonly LeverTrialOutcome[]>
  /** Send the workers home. */
  readonly end: () => Promise<void>
}

/** Workers start with the first settings, and stay for those that come after. */
export function createTrials(plan: Plan, options: TrialOptions): Trials {
  const known = new Map<string, LeverTrialOutcome>()
  const keyOf = (setting: readonly number[]) => setting.join()
  let workers: Standby | undefined
  const tryOut: Trials['tryOut'] = async (settings) => {
    const fresh = [...new Map(settings.map((one) => [keyOf(one), one])).entries()].filter(
      ([key]) => !known.has(key),
    )
    if (fresh.length > 0) {
      workers ??= standBy(plan, options)
      const tried = await live(
        plan,
        workers,
        fresh.map(([, one]) => one),
        options,
      )
      fresh.forEach(([key], index) => {
        known.set(key, tried[index])
      })
    }
    return settings.map((one) => known.get(keyOf(one))!)
  }
  return { tryOut, end: async () => workers?.end() }
}

async function live(
  plan: Plan,
  workers: Standby,
  settings: readonly (readonly number[])[],
  { draws, signal, onLived }: TrialOptions,
): Promise<LeverTrialOutcome[]> {
  const [{ title }] = plan.policies
  const policies = settings.map((own, index) => ({ name: `trial-${index}`, title, settings: own }))
  const columns = targetColumns(plan)
  const hits = settings.map(() => new Array<number>(plan.targets.length).fill(0))
  const reachedIn = settings.map(() => new Uint16Array(draws))
  const failures = settings.map(() => 0)
  const sink = (part: PartOutcomes) => {
    failures[part.policy] += part.failures.length
    plan.targets.forEach((target, index) => {
      const from = columns[index] * part.draws
      for (let draw = 0; draw < part.draws; draw++) {
        if (!reached(target, part.outcomes[from + draw])) continue
        hits[part.policy][index] += 1
        reachedIn[part.policy][part.firstDraw + draw] += 1
      }
    })
    onLived?.(part.draws)
  }
  const { interrupted } = await workers.run(policies, { signal, sink })
  if (interrupted) signal?.throwIfAborted()
  return settings.map((_, index) => ({
    odds: hits[index].map((count) => count / draws),
    reachedIn: reachedIn[index],
    failures: failures[index],
  }))
}
