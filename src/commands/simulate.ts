/** A plan, run and summed up: what `cityward run` does, as a function of the library. */
import { join } from 'node:path'
import { summarise } from '../analysis/summarise.js'
import type { Summary } from '../analysis/summary.js'
import { narrowEnough, reached } from '../analysis/until.js'
import type { Dataset } from '../dataset/dataset.js'
import { growthLine } from '../plan/growth-line.js'
import type { BatchOutcomes } from '../plan/outcomes.js'
import type { Plan } from '../plan/plan.js'
import { headerOf } from '../run/header.js'
import { runPlan } from '../run/run-plan.js'
import { openRun } from '../store/open-run.js'
import { RunFolder } from '../store/run-folder.js'
import { writeWhole } from '../store/write-file.js'
import { nearest } from '../vocabulary/nearest.js'
import { fail } from '../vocabulary/problems.js'

/** Draws that are kept in one file; part of the layout, whatever the batch size. */
const PART_DRAWS = 1000

export interface SimulateOptions {
  /** Run folder; an unfinished run of the same plan in it is gone on with. */
  readonly folder: string
  readonly draws: number
  readonly threads?: number
  readonly batchSize?: number
  /** Stop when the 95 % interval of every target's odds is at most this far to each side (0-1). */
  readonly until?: number
  readonly signal?: AbortSignal
  readonly onProgress?: (done: number, all: number) => void
}

export interface Simulated {
  readonly folder: string
  /** Absent where the signal ended the run before its time. */
  readonly summary?: Summary
}

/**
 * Run a plan into a folder and sum it up; the summary is written beside the outcomes.
 *
 * Throws CitywardError where the folder cannot be used or a worker is lost again and again.
 */
export async function simulate(plan: Plan, dataset: Dataset, options: SimulateOptions): Promise<Simulated> {
  const { folder, draws, until } = options
  const header = headerOf(plan, growthLine(plan, dataset))
  const store = new RunFolder(folder, header, draws, PART_DRAWS)
  const hits = until === undefined ? undefined : createHits(plan)
  const result = await runPlan(plan, {
    draws,
    threads: options.threads,
    batchSize: options.batchSize,
    partDraws: PART_DRAWS,
    has: hits ? undefined : (policy, part) => store.has(policy, part),
    sink: (outcomes) => {
      if (!store.has(outcomes.policy, Math.floor(outcomes.firstDraw / PART_DRAWS))) store.accept(outcomes)
      hits?.add(outcomes)
    },
    enough: hits && ((whole) => narrowEnough(hits.counts, whole, until!)),
    onProgress: options.onProgress,
    signal: options.signal,
  })
  if (result.interrupted) return { folder }
  store.finish(result.draws)
  const { header: kept, reader } = openRun(folder)
  const summary = await summarise(kept, reader)
  writeWhole(join(folder, 'summary.json'), `${JSON.stringify(summary, undefined, 1)}\n`)
  return { folder, summary }
}

/** Counts, for every policy and target, the trajectories that have reached it. */
function createHits(plan: Plan): { counts: number[]; add: (outcomes: BatchOutcomes) => void } {
  const { targets, policies, outcomes: columns, years } = plan
  const counts = new Array<number>(policies.length * targets.length).fill(0)
  const places = targets.map(({ indicator, year }) =>
    columns.findIndex(
      (column) => column.indicator === indicator && column.place === 0 && years[column.year] === year,
    ),
  )
  return {
    counts,
    add: ({ policy, draws, outcomes }) => {
      targets.forEach((target, index) => {
        for (let draw = 0; draw < draws; draw++) {
          if (reached(target, outcomes[places[index] * draws + draw]))
            counts[policy * targets.length + index] += 1
        }
      })
    },
  }
}

/** The plan with the named policies only, and always no_action. */
export function choosePolicies(plan: Plan, names: readonly string[] | undefined, file: string): Plan {
  if (!names) return plan
  const known = plan.policies.map(({ name }) => name)
  for (const name of names) {
    if (known.includes(name)) continue
    const near = nearest(name, known)
    fail({
      code: 'unknown-policy',
      where: { file },
      found: `no policy "${name}"`,
      expected: `one of ${known.join(', ')}`,
      hint: near ? `Did you mean ${near}?` : undefined,
    })
  }
  return {
    ...plan,
    policies: plan.policies.filter(({ name }) => name === 'no_action' || names.includes(name)),
  }
}
