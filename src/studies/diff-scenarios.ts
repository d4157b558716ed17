/** Two scenario files compared, as a function of the library. */
import { relative } from 'node:path'
import type { ScenarioDiff } from '../analysis/scenario-diff.js'
import type { TargetPlan } from '../plan/plan.js'
import type { Engine } from '../run/engine.js'
import { changesBetween } from '../scenario/compare/changes.js'
import type { PolicyView } from '../scenario/compare/parts.js'
import type { Locate } from '../scenario/scenario.js'
import { refuseName } from '../vocabulary/lookup.js'
import { attribute } from './attribute-changes.js'
import { requireDraws } from './least-draws.js'
import { type LoadedPlan, loadPlan } from './load-plan.js'
import type { SharedTarget, Side } from './mixture-plan.js'

/** Draws of each mixture by default: differences on common draws need fewer than odds. */
const USUAL_DRAWS = 1000

export interface DiffRequest {
  /** Simulated in both scenarios; the last of each if left out. */
  readonly policy?: string
  /** The only target to attribute; all that both have if left out. */
  readonly target?: string
  readonly draws?: number
  /** About how many mixtures to simulate where orders are drawn. */
  readonly mixtures?: number
  readonly threads?: number
  readonly engine?: Engine
  /** Trajectories simulated so far, of all mixtures. */
  readonly onProgress?: (done: number, all: number) => void
}

/** A scenario file, loaded, with the policy that is compared. */
interface LoadedSide extends LoadedPlan {
  readonly file: string
  readonly seen: PolicyView & { readonly locate: Locate }
}

/**
 * Compare two scenario files and attribute the change of every common target to the changes of the file.
 *
 * Throws CitywardError for problems of a file, for an unknown policy or target, and for draws too few for odds.
 */
export async function diffScenarios(
  before: string,
  after: string,
  request: DiffRequest = {},
): Promise<ScenarioDiff> {
  const { policy, target, draws: asked, ...options } = request
  const opened = { before: open(before, policy), after: open(after, policy) }
  const changes = changesBetween({ before: opened.before.seen, after: opened.after.seen })
  const { scenario, plan } = opened.before
  const draws = asked ?? Math.min(USUAL_DRAWS, scenario.run.draws)
  requireDraws('diff', draws)
  const source = {
    changes,
    datasets: { before: opened.before.dataset, after: opened.after.dataset },
    targets: sharedTargets(opened, target),
    locate: opened.after.locate,
  }
  const attribution = await attribute(source, { ...options, draws, seed: plan.seed })
  return {
    before: sketch(opened.before),
    after: sketch(opened.after),
    draws,
    seed: plan.seed,
    differences: changes.differences,
    ...attribution,
    onlyBefore: idsOf(opened.before).filter((id) => !idsOf(opened.after).includes(id)),
    onlyAfter: idsOf(opened.after).filter((id) => !idsOf(opened.before).includes(id)),
  }
}

function open(file: string, asked: string | undefined): LoadedSide {
  const loaded = loadPlan(file)
  const { scenario, dataset, locate } = loaded
  const names = scenario.policies.map(({ name }) => name)
  const policy = asked === undefined ? scenario.policies.at(-1)! : scenario.policies[names.indexOf(asked)]
  if (!policy) return refuseName(file, 'policy', asked!, names)
  const data = { fingerprint: dataset.fingerprint, folder: relative('', scenario.data) }
  return { ...loaded, file, seen: { scenario, policy, data, locate } }
}

function sketch({ file, seen: { scenario, policy } }: LoadedSide): ScenarioDiff['before'] {
  return { file, title: scenario.title, policy: { name: policy.name, title: policy.title } }
}

function idsOf({ plan }: LoadedPlan): string[] {
  return plan.targets.map(({ id }) => id)
}

/** Targets that both scenarios have, or the one of them that is asked for. */
function sharedTargets(
  opened: Readonly<Record<Side, LoadedSide>>,
  asked: string | undefined,
): SharedTarget[] {
  const { before, after } = opened
  const units = new Map(after.plan.indicators.map(({ name, unit }) => [name, unit]))
  const shared = before.plan.targets.flatMap((target): SharedTarget[] => {
    const other = after.plan.targets.find(({ id }) => id === target.id)
    if (!other) return []
    const { id, title, indicator } = other
    return [{ id, title, unit: units.get(indicator) ?? '', before: aimOf(target), after: aimOf(other) }]
  })
  if (asked === undefined) return shared
  const found = shared.filter(({ id }) => id === asked)
  if (found.length > 0) return found
  const { file } = idsOf(after).includes(asked) ? before : after
  return refuseName(
    file,
    'target',
    asked,
    shared.map(({ id }) => id),
  )
}

function aimOf({ indicator, comparator, threshold, tolerance, year }: TargetPlan): SharedTarget['before'] {
  return { indicator, comparator, threshold, tolerance, year }
}
