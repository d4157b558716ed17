/** Mixtures of two scenarios, simulated on the same draws, each once. */

import { reached } from '../analysis/attainment.js'
import { outcomeSpread } from '../analysis/outcome-quantiles.js'
import type { MixtureReading, Standing } from '../analysis/waterfall.js'
import { columnAt } from '../plan/outcome-columns.js'
import type { Plan } from '../plan/plan.js'
import type { Failure } from '../results/failures.js'
import { faultText } from '../results/fault-words.js'
import type { Engine } from '../run/engine.js'
import { runPlan } from '../run/run-plan.js'
import type { Problem } from '../vocabulary/problems.js'
import { type MixtureSource, planMixture, type Side } from './mixture-plan.js'

/** Names of the changes that a mixture takes from the second scenario. */
export type ChangeNames = ReadonlySet<string>

export interface MixtureOptions {
  readonly draws: number
  readonly threads?: number
  readonly engine?: Engine
  readonly onProgress?: (done: number, all: number) => void
}

/** A simulated mixture. */
export interface MixtureResult {
  readonly made: ChangeNames
  /** By target and the side of its threshold; without those whose year or indicator the mixture does not measure. */
  readonly readings: ReadonlyMap<string, MixtureReading>
  /** Futures that failed, or in which a target has no number, and why the first of them has none. */
  readonly failures: number
  readonly why: string
}

export const readingKey = (id: string, side: Side) => `${id} ${side}`

export class Mixtures {
  private readonly results = new Map<string, MixtureResult>()
  /** Changes that only set a lever to another value. */
  private readonly settings: ReadonlySet<string>

  constructor(
    private readonly source: MixtureSource,
    private readonly options: MixtureOptions,
  ) {
    const levers = source.changes.changes.filter(({ before, after }) => before?.section === 'levers' && after)
    this.settings = new Set(levers.map(({ name }) => name))
  }

  /** The mixture with these changes, which must have been simulated. */
  get(made: ChangeNames): MixtureResult {
    return this.results.get(keyOf(made))!
  }

  all(): readonly MixtureResult[] {
    return [...this.results.values()]
  }

  /** What keeps a mixture from compiling; undefined where it compiles. */
  problemOf(made: ChangeNames): Problem | undefined {
    const compiled = planMixture(this.source, this.withoutSettings(made), [new Set()])
    return 'problem' in compiled ? compiled.problem : undefined
  }

  /**
   * Simulate every mixture that has not been simulated yet. Those that differ only in how levers are set are policies of
   * one plan, which share populations. Stops at the first that does not compile, and returns it.
   */
  async simulate(wanted: readonly ChangeNames[]): Promise<ChangeNames | undefined> {
    const fresh = new Map(wanted.map((made) => [keyOf(made), made]))
    for (const key of this.results.keys()) fresh.delete(key)
    const all = this.results.size + fresh.size
    for (const mixtures of this.byPlan([...fresh.values()])) {
      const compiled = planMixture(this.source, this.withoutSettings(mixtures[0]), mixtures)
      if ('problem' in compiled) return mixtures[0]
      await this.run(compiled.plan, mixtures, all)
    }
    return undefined
  }

  private byPlan(mixtures: readonly ChangeNames[]): ChangeNames[][] {
    const plans = new Map<string, ChangeNames[]>()
    for (const made of mixtures) {
      const key = keyOf(this.withoutSettings(made))
      plans.set(key, [...(plans.get(key) ?? []), made])
    }
    return [...plans.values()]
  }

  private withoutSettings(made: ChangeNames): ChangeNames {
    return new Set([...made].filter((name) => !this.settings.has(name)))
  }

  /** Simulate the policies of a plan, each of which is a mixture. */
  private async run(plan: Plan, mixtures: readonly ChangeNames[], all: number): Promise<void> {
    const { draws, threads, engine, onProgress } = this.options
    const columns = readIn(plan, this.source)
    const values = mixtures.map(() => columns.map(() => new Float64Array(draws)))
    const failures = mixtures.map((): Failure[] => [])
    const named = columns.map(({ column }) => plan.outcomes[column].name)
    const before = this.results.size
    await runPlan(plan, {
      draws,
      threads,
      engine,
      sink: (part) => {
        failures[part.policy].push(...part.failures)
        columns.forEach(({ column }, index) => {
          const from = column * part.draws
          values[part.policy][index].set(part.outcomes.subarray(from, from + part.draws), part.firstDraw)
        })
      },
      onProgress: (done) => onProgress?.(before * draws + done, all * draws),
    })
    mixtures.forEach((made, policy) => {
      const read = columns.map(({ aim }, index) => readingOf(values[policy][index], aim))
      const readings = columns.flatMap(({ keys }, index) => keys.map((key) => [key, read[index]] as const))
      const lost = lostIn(values[policy], failures[policy], named)
      this.results.set(keyOf(made), { made, readings: new Map(readings), ...lost })
    })
  }
}

/**
 * The column and threshold of every target, as either scenario sets it: once, with both keys, where they set the same.
 * Without what the plan does not measure.
 */
function readIn(plan: Plan, { targets }: MixtureSource) {
  const all = targets.flatMap(({ id, before, after }) => {
    const sides = [
      { keys: [readingKey(id, 'before')], aim: before },
      { keys: [readingKey(id, 'after')], aim: after },
    ]
    const same = JSON.stringify(before) === JSON.stringify(after)
    return same ? [{ keys: sides.flatMap(({ keys }) => keys), aim: before }] : sides
  })
  return all
    .map(({ keys, aim }) => ({ keys, aim, column: columnAt(plan, aim.indicator, 0, aim.year) }))
    .filter(({ column }) => column >= 0)
}

function readingOf(values: Float64Array, aim: Standing['aim']): MixtureReading {
  const hits = Uint8Array.from(values, (value) => (reached(aim, value) ? 1 : 0))
  return { hits, median: outcomeSpread(values).median }
}

/** Draws without a number in some column: those that failed, and those of a ratio without a denominator. */
function lostIn(
  columns: readonly Float64Array[],
  failures: readonly Failure[],
  names: readonly string[],
): Pick<MixtureResult, 'failures' | 'why'> {
  const lost = new Set(failures.map(({ draw }) => draw))
  let lacking = ''
  columns.forEach((values, column) => {
    values.forEach((value, draw) => {
      if (!Number.isNaN(value) || lost.has(draw)) return
      lost.add(draw)
      if (lacking === '') lacking = `${names[column]} has nothing to be measured against`
    })
  })
  const [failure] = failures
  return { failures: lost.size, why: failure ? faultText(failure) : lacking }
}

function keyOf(made: ChangeNames): string {
  return [...made].sort().join('\n')
}
