/** A plan, run and summed up: what `cityward run` does, as a function of the library. */
import { join } from 'node:path'
import { summarise } from '../analysis/summarise.js'
import type { Summary } from '../analysis/summary.js'
import { narrowEnough } from '../analysis/until.js'
import type { Dataset } from '../dataset/dataset.js'
import { growthLine } from '../plan/growth-line.js'
import type { Failure } from '../plan/outcomes.js'
import type { Plan } from '../plan/plan.js'
import type { Engine } from '../run/engine.js'
import { headerOf } from '../run/header.js'
import { runPlan } from '../run/run-plan.js'
import { type OpenRun, openRun } from '../store/open-run.js'
import { RunFolder } from '../store/run-folder.js'
import { writeWhole } from '../store/write-file.js'
import { nearest } from '../vocabulary/nearest.js'
import { fail } from '../vocabulary/problems.js'
import { createHits, storedEnough } from './enough.js'

/** Draws that are kept in one file; part of the layout, whatever the batch size. */
const PART_DRAWS = 1000

export interface SimulateOptions {
  /** Run folder; an unfinished run of the same plan in it is gone on with. */
  readonly folder: string
  readonly draws: number
  readonly threads?: number
  readonly batchSize?: number
  readonly engine?: Engine
  /** Stop when the 95 % interval of every target's odds is at most this far to each side (0-1). */
  readonly until?: number
  readonly signal?: AbortSignal
  readonly onProgress?: (done: number, all: number) => void
}

export interface Simulated {
  readonly folder: string
  /** Trajectories that had to be run; the others were in the folder. */
  readonly ran: number
  /** Absent where the signal ended the run before its time. */
  readonly summary?: Summary
  /** The first trajectory that gave no numbers, if any did. */
  readonly failure?: Failure
}

/**
 * Run a plan into a folder and sum it up; the summary is written beside the outcomes.
 *
 * Throws CitywardError where the folder cannot be used or a worker is lost again and again.
 */
export async function simulate(plan: Plan, dataset: Dataset, options: SimulateOptions): Promise<Simulated> {
  const { folder, draws, until } = options
  const header = headerOf(plan, growthLine(plan, dataset))
  const stored =
    until === undefined
      ? undefined
      : await storedEnough(folder, header, { draws, until, partDraws: PART_DRAWS })
  const store = new RunFolder(folder, header, draws, PART_DRAWS)
  const there = stored ?? (until === undefined && holdsAll(store, plan, draws) ? draws : undefined)
  const { draws: whole, ran } =
    there === undefined ? await runInto(store, plan, options) : { draws: there, ran: 0 }
  if (whole === undefined) return { folder, ran }
  store.finish(whole)
  const run = openRun(folder)
  const summary = await summaryOf(run)
  writeWhole(join(folder, 'summary.json'), `${JSON.stringify(summary, undefined, 1)}\n`)
  const [failure] = run.manifest.parts.flatMap(({ failures }) => failures)
  return { folder, ran, summary, failure }
}

/** What a finished run says, with the causes of its failures. */
export function summaryOf({ header, reader, manifest }: OpenRun): Promise<Summary> {
  return summarise(
    header,
    reader,
    manifest.parts.flatMap(({ failures }) => failures),
  )
}

function holdsAll(store: RunFolder, plan: Plan, draws: number): boolean {
  const parts = Array.from({ length: Math.ceil(draws / PART_DRAWS) }, (_, part) => part)
  return plan.policies.every((_, policy) => parts.every((part) => store.has(policy, part)))
}

/** Run what the folder lacks; `draws` is absent where the signal ended it. */
async function runInto(
  store: RunFolder,
  plan: Plan,
  options: SimulateOptions,
): Promise<{ draws?: number; ran: number }> {
  const { draws, until } = options
  let ran = 0
  const hits = until === undefined ? undefined : createHits(plan)
  const result = await runPlan(plan, {
    draws,
    threads: options.threads,
    batchSize: options.batchSize,
    engine: options.engine,
    partDraws: PART_DRAWS,
    has: hits ? undefined : (policy, part) => store.has(policy, part),
    sink: (outcomes) => {
      ran += outcomes.draws
      if (!store.has(outcomes.policy, Math.floor(outcomes.firstDraw / PART_DRAWS))) store.accept(outcomes)
      hits?.add(outcomes)
    },
    enough: hits && ((whole) => narrowEnough(hits.counts, whole, until!)),
    onProgress: options.onProgress,
    signal: options.signal,
  })
  return { draws: result.interrupted ? undefined : result.draws, ran }
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
