/** `cityward diff`: what differs between two scenarios, and which change moved a target by how much. */
import { relative } from 'node:path'
import type { ScenarioDiff } from '../analysis/scenario-diff.js'
import type { TargetPlan } from '../plan/plan.js'
import { diffCsv } from '../report/diff-csv.js'
import { diffText } from '../report/diff-page.js'
import { chooseEngine, type Engine } from '../run/engine.js'
import { createProgress } from '../run/progress.js'
import { changesBetween } from '../scenario/changes.js'
import type { Seen } from '../scenario/parts.js'
import type { Locate } from '../scenario/scenario.js'
import { nearest } from '../vocabulary/nearest.js'
import { fail } from '../vocabulary/problems.js'
import type { Language } from '../vocabulary/quality.js'
import { attribute } from './attribute.js'
import { type LoadedPlan, loadPlan } from './load-plan.js'
import type { SharedTarget } from './mixture-plan.js'
import { paintFor, widthOf } from './terminal.js'

/** Draws of each mixture where nothing is said: differences on common draws need fewer than odds. */
const USUAL_DRAWS = 1000

export interface DiffOptions {
  readonly policy?: string
  readonly target?: string
  readonly draws?: number
  readonly mixtures?: number
  readonly threads?: number
  readonly engine?: Engine
  readonly json?: boolean
  readonly csv?: boolean
  readonly quiet?: boolean
  readonly lang: Language
}

/** Prints the differences and the waterfalls. Returns the exit code. */
export async function diff(before: string, after: string, options: DiffOptions): Promise<number> {
  if (options.json && options.csv) {
    fail({
      code: 'several-forms',
      where: { file: before },
      found: 'both --json and --csv',
      expected: 'one of them',
    })
  }
  const progress = createProgress(process.stderr)
  const { notice } = chooseEngine(options.engine)
  if (notice) process.stderr.write(`${notice}\n`)
  const found = await diffScenarios(before, after, {
    ...options,
    onProgress: options.quiet ? undefined : progress.show,
  })
  progress.clear()
  if (options.json) process.stdout.write(`${JSON.stringify(found, undefined, 2)}\n`)
  else if (options.csv) process.stdout.write(diffCsv(found))
  else {
    const page = { language: options.lang, width: widthOf(process.stdout), paint: paintFor(process.stdout) }
    process.stdout.write(diffText(found, page))
  }
  return 0
}

export interface DiffRequest
  extends Pick<DiffOptions, 'policy' | 'target' | 'draws' | 'mixtures' | 'threads' | 'engine'> {
  readonly onProgress?: (lived: number, all: number) => void
}

/**
 * Compare two scenario files and divide what every target that both have moved by among the changes.
 *
 * Throws CitywardError for what is wrong in a file, and for a policy or target that is not there.
 */
export async function diffScenarios(
  before: string,
  after: string,
  request: DiffRequest,
): Promise<ScenarioDiff> {
  const files = { before, after }
  const loaded = { before: loadPlan(before), after: loadPlan(after) }
  const sides = {
    before: seenOf(loaded.before, before, request.policy),
    after: seenOf(loaded.after, after, request.policy),
  }
  const changes = changesBetween(sides)
  const targets = sharedTargets(loaded, files, request.target)
  const draws = request.draws ?? Math.min(USUAL_DRAWS, loaded.before.scenario.run.draws)
  const source = {
    changes,
    datasets: { before: loaded.before.dataset, after: loaded.after.dataset },
    targets,
    locate: loaded.after.locate,
  }
  const planned = new Map(loaded.after.plan.targets.map((target) => [target.id, target]))
  const units = new Map(loaded.after.plan.indicators.map(({ name, unit }) => [name, unit]))
  const attribution = await attribute(source, {
    draws,
    mixtures: request.mixtures,
    threads: request.threads,
    engine: request.engine,
    onProgress: request.onProgress,
    seed: loaded.before.plan.seed,
    titleOf: (id) => {
      const { title, indicator } = planned.get(id)!
      return { title, unit: units.get(indicator) ?? '' }
    },
  })
  const sketch = (side: 'before' | 'after') => {
    const { scenario, policy } = sides[side]
    return { file: files[side], title: scenario.title, policy: { name: policy.name, title: policy.title } }
  }
  const only = (side: 'before' | 'after') => {
    const others = new Set(loaded[side === 'before' ? 'after' : 'before'].plan.targets.map(({ id }) => id))
    return loaded[side].plan.targets.filter(({ id }) => !others.has(id)).map(({ id }) => id)
  }
  return {
    before: sketch('before'),
    after: sketch('after'),
    draws,
    seed: loaded.before.plan.seed,
    differences: changes.differences,
    ...attribution,
    onlyBefore: only('before'),
    onlyAfter: only('after'),
  }
}

/** A scenario under the policy that is asked about: the last, where none is named. */
function seenOf(
  { scenario, dataset, locate }: LoadedPlan,
  file: string,
  asked: string | undefined,
): Seen & { readonly locate: Locate } {
  const { policies } = scenario
  const names = policies.map(({ name }) => name)
  const policy = asked === undefined ? policies.at(-1)! : policies[names.indexOf(asked)]
  if (!policy) return unknown(file, 'policy', asked!, names)
  const data = { fingerprint: dataset.fingerprint, folder: relative('', scenario.data) }
  return { scenario, policy, data, locate }
}

/** Targets that both scenarios have, or the one of them that is asked for. */
function sharedTargets(
  { before, after }: { readonly before: LoadedPlan; readonly after: LoadedPlan },
  files: { readonly before: string; readonly after: string },
  asked: string | undefined,
): SharedTarget[] {
  const others = new Map(after.plan.targets.map((target) => [target.id, target]))
  const shared = before.plan.targets.flatMap((target): SharedTarget[] => {
    const other = others.get(target.id)
    return other ? [{ id: target.id, before: aimOf(target), after: aimOf(other) }] : []
  })
  if (asked === undefined) return shared
  const found = shared.filter(({ id }) => id === asked)
  if (found.length > 0) return found
  const file = others.has(asked) ? files.before : files.after
  return unknown(
    file,
    'target',
    asked,
    shared.map(({ id }) => id),
  )
}

function aimOf({ indicator, comparator, threshold, tolerance, year }: TargetPlan): SharedTarget['before'] {
  return { indicator, comparator, threshold, tolerance, year }
}

function unknown(file: string, kind: string, asked: string, known: readonly string[]): never {
  const near = nearest(asked, known)
  const some = known.length > 8 ? `${known.slice(0, 6).join(', ')} ...` : known.join(', ')
  return fail({
    code: `unknown-${kind}`,
    where: { file },
    found: `no ${kind} "${asked}"`,
    expected: `one of ${some}`,
    hint: near ? `Did you mean ${near}?` : undefined,
  })
}
