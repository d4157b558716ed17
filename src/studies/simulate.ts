/** Run a plan into a folder and summarise it: `cityward run` as a function of the library. */

import { narrowEnough } from '../analysis/attainment.js'
import { summarise } from '../analysis/summarise.js'
import type { Summary } from '../analysis/summary.js'
import type { Dataset } from '../dataset/dataset.js'
import type { Plan, PolicyPlan } from '../plan/plan.js'
import type { FailureRecord } from '../results/failures.js'
import { growthLine } from '../results/growth-difference-line.js'
import { readingsIn } from '../results/readings.js'
import { refuseTooManyDraws } from '../run/draws-limit.js'
import type { Engine } from '../run/engine.js'
import { lateHeader } from '../run/make-header.js'
import { requireRunOptions } from '../run/require-options.js'
import { type RunOptions, runPlan } from '../run/run-plan.js'
import { type WorkerStart, workerBeside } from '../run/workers/worker-file.js'
import type { Scenario } from '../scenario/scenario.js'
import type { Origin, Shard } from '../store/identity.js'
import type { Manifest } from '../store/manifest.js'
import type { OpenRun } from '../store/open-run.js'
import { RunFolder } from '../store/run-folder.js'
import { baselineIn } from '../vocabulary/baseline.js'
import { jsonText } from '../vocabulary/json.js'
import { indexIn } from '../vocabulary/lookup.js'
import { requireShare, requireWhole } from '../vocabulary/wrong-argument.js'
import { createHits, storedEnough } from './stop-when-narrow.js'

/** Draws of one file, whatever the batch size: the most of these whose part is no larger than PART_BYTES. */
const PART_DRAWS = [1000, 500, 200, 100, 50, 20, 10, 5, 2]
/** Bytes of a part: each policy fills one, while two more are on their way to the disk. */
const PART_BYTES = 64 * 2 ** 20

/** Draws of a part of this plan; part of the layout, so the same on every machine. */
export function partDrawsOf({ outcomes, uncertainties }: Plan): number {
  const bytes = 8 * (outcomes.length + uncertainties.length)
  return PART_DRAWS.find((draws) => draws * bytes <= PART_BYTES) ?? 1
}

/** The thread that simulates draws and packs whole parts. */
export function packingWorker(): WorkerStart {
  return workerBeside(import.meta.url, 'packing-worker')
}

export interface SimulateOptions {
  /** Run folder; an unfinished run of the same plan in it is continued. */
  readonly folder: string
  readonly draws: number
  readonly threads?: number
  readonly batchSize?: number
  readonly engine?: Engine
  /** Time-out of a worker's heartbeat, seconds; the draw it was simulating counts as failed. 120 if left out. */
  readonly patience?: number
  /** The scenario that was compiled: written into the folder, so that the run can be continued from it alone. */
  readonly scenario?: Scenario
  /** Fields of the scenario's `run` that were set from outside and may differ from its file. */
  readonly overrides?: Origin['overrides']
  /** This machine's share of the draws; a shard has no summary of its own. */
  readonly shard?: Shard
  /** Stop when the 95 % interval of every target's odds is at most this far to each side (0-1). */
  readonly until?: number
  readonly signal?: AbortSignal
  /** Told when the run begins and ends to listen to `signal`. */
  readonly onListening?: (listens: boolean) => void
  readonly onProgress?: (done: number, all: number) => void
  /** Has the parts that the folder lacks made elsewhere, in place of threads of this process. */
  readonly fill?: Fill
}

/** The same with what may be done while draws are simulated elsewhere. */
export type FillOptions = SimulateOptions & Pick<RunOptions, 'meanwhile'>

/** What was simulated to make a folder whole; `draws` is absent where the signal ended it. */
export interface Filled {
  readonly draws?: number
  readonly ran: number
  readonly threads: number
}

/** Fills a folder with the parts that it lacks. */
export type Fill = (store: RunFolder, plan: Plan, options: FillOptions) => Promise<Filled>

export interface SimulationResult {
  readonly folder: string
  /** Trajectories that were simulated; the others were in the folder already. */
  readonly ran: number
  /** Worker threads that simulated them, the thread that asked counted as one; 0 where nothing was simulated. */
  readonly threads: number
  /** Files of an earlier run that were missing or damaged, and were replaced. */
  readonly damaged: readonly string[]
  /** Absent where the signal ended the run, and for a shard. */
  readonly summary?: Summary
  /** The finished run's manifest; absent where the signal ended it. */
  readonly manifest?: Manifest
  /** The first trajectory that gave no numbers, if any did. */
  readonly failure?: FailureRecord
}

/**
 * Run a plan into a folder and summarise it; the summary is written beside the outcomes.
 *
 * Throws CitywardError where the folder cannot be used, workers cannot start, or no disk would hold so many draws.
 */
export async function simulate(
  plan: Plan,
  dataset: Dataset,
  options: SimulateOptions,
): Promise<SimulationResult> {
  const { folder, draws, until, scenario, overrides, shard } = options
  requireRunOptions('simulate', options)
  requireShares(options)
  refuseTooManyDraws(plan, draws, folder)
  const header = lateHeader(plan, () => ({
    growthDifference: growthLine(plan, dataset),
    readings: readingsIn(plan, dataset),
  }))
  const partDraws = partDrawsOf(plan)
  const stored =
    until === undefined ? undefined : await storedEnough(folder, header, { draws, until, partDraws })
  const dataFiles = dataset.fileHashes
  const origin = { scenario, dataFiles, overrides, until, shard }
  const store = new RunFolder(folder, header, draws, partDraws, origin)
  try {
    const { damaged } = store
    const there = stored ?? (until === undefined && holdsAll(store, plan, draws) ? draws : undefined)
    const { draws: whole, ...work } =
      there === undefined
        ? await (options.fill ?? runInto)(store, plan, { ...options, meanwhile: header.whole })
        : { draws: there, ran: 0, threads: 0 }
    if (whole === undefined) return { folder, ...work, damaged }
    const { summary, manifest } = await finishRun(store, whole, shard)
    const [failure] = manifest.parts.flatMap(({ failures }) => failures)
    return { folder, ...work, damaged, summary, manifest, failure }
  } finally {
    await store.close()
  }
}

/** Throws CitywardError for a width that is no share, and for a share of the draws that there is not. */
function requireShares({ until, shard }: SimulateOptions): void {
  if (until !== undefined) requireShare('simulate', 'until', until)
  if (shard === undefined) return
  requireWhole('simulate', 'shard.count', shard.count, 1)
  requireWhole('simulate', 'shard.index', shard.index, 1, shard.count)
}

/** Write the summary and the manifest, which marks the folder as whole. */
async function finishRun(store: RunFolder, draws: number, shard: Shard | undefined) {
  if (shard) return { manifest: store.finish(draws) }
  const summary = await summaryOf(store.opened(draws))
  return { summary, manifest: store.finish(draws, summaryText(summary)) }
}

/** The text of summary.json. */
export function summaryText(summary: Summary): string {
  return `${jsonText(summary, 1)}\n`
}

/** The summary of a finished run, with the causes of its failures. */
export function summaryOf({ header, reader, manifest }: OpenRun): Promise<Summary> {
  return summarise(
    header,
    reader,
    manifest.parts.flatMap(({ failures }) => failures),
  )
}

function holdsAll(store: RunFolder, plan: Plan, draws: number): boolean {
  const parts = Array.from({ length: Math.ceil(draws / store.partDraws) }, (_, part) => part)
  return plan.policies.every((_, policy) => parts.every((part) => store.has(policy, part)))
}

/** Simulate what the folder lacks, on threads of this process. */
async function runInto(store: RunFolder, plan: Plan, options: FillOptions): Promise<Filled> {
  const { draws, until } = options
  let [ran, threads] = [0, 0]
  const hits = until === undefined ? undefined : createHits(plan)
  const result = await runPlan(plan, {
    draws,
    threads: options.threads,
    batchSize: options.batchSize,
    engine: options.engine,
    patience: options.patience,
    partDraws: store.partDraws,
    packing: packingWorker(),
    has: hits ? undefined : (policy, part) => store.has(policy, part),
    sink: async (part, packed) => {
      ran += part.draws
      hits?.add(part)
      if (!store.has(part.policy, part.firstDraw / store.partDraws)) await store.accept(part, packed)
    },
    enough: hits && ((whole) => narrowEnough(hits.counts, whole, until!)),
    onThreads: (started) => {
      threads = Math.max(1, started)
    },
    meanwhile: options.meanwhile,
    onProgress: options.onProgress,
    signal: options.signal,
    onListening: options.onListening,
  })
  return { draws: result.interrupted ? undefined : result.draws, ran, threads }
}

/** The plan with the named policies only, or those that need no name, and always the one they are measured against. */
export function choosePolicies(plan: Plan, names: readonly string[] | undefined, file: string): Plan {
  const known = plan.policies.map(({ name }) => name)
  for (const name of names ?? []) indexIn(file, 'policy', name, known)
  const baseline = plan.policies[baselineIn(plan.policies)]
  const isChosen = ({ name, onRequest }: PolicyPlan) => (names ? names.includes(name) : !onRequest)
  return { ...plan, policies: plan.policies.filter((one) => one === baseline || isChosen(one)) }
}
