/** Runs a plan over its draws and policies on worker threads, and hands on the outcomes in a fixed order. */
import { setImmediate } from 'node:timers/promises'
import type { Plan, PolicyPlan } from '../plan/plan.js'
import type { PackedPart, PartOutcomes } from '../results/parts.js'
import { type DrawRange, rangesOf, workIn } from './ranges.js'
import { requireRunOptions } from './require-options.js'
import { threadsWorth } from './thread-count.js'
import { createInlineRunner } from './workers/inline-runner.js'
import {
  createRangeRunner,
  type RangeRunner,
  type RangeRunnerOptions,
  type ReadyPart,
} from './workers/range-runner.js'

export interface RunOptions extends RangeRunnerOptions {
  /** Worker threads; as many as the work is worth if left out (thread-count.ts), and with 0 the thread that asks does it. */
  readonly threads?: number
  /** Draws handed to a worker at a time; changes no result. */
  readonly batchSize?: number
  /** Draws of a part: outcomes of one policy that are handed on together; a batch where it is left out. */
  readonly partDraws?: number
  /** Parts that need not be run, since a folder has them already. */
  readonly has?: (policy: number, part: number) => boolean
  /**
   * Takes parts in order: by range of draws, then policy. The run waits for its promise, and then uses the memory of
   * the part again: what is to be kept has to be copied.
   *
   * packed  the part as the bytes of its file, where there is a worker that packs
   */
  readonly sink: (part: PartOutcomes, packed?: PackedPart) => Promise<void> | void
  /** Asked after each range of draws that is whole for all policies: true ends the run there. */
  readonly enough?: (draws: number) => boolean
  /** Work of the thread that asks, done in one go once the first draws are on their way to others. */
  readonly meanwhile?: () => unknown
  /** Trajectories done so far, of those that have to be run. */
  readonly onProgress?: (done: number, all: number) => void
  /** Told how many worker threads do the work; 0: the thread that asks. */
  readonly onThreads?: (threads: number) => void
  readonly signal?: AbortSignal
  /** Told when the run begins and ends to listen to `signal`: before, after and meanwhile, work is done in one go. */
  readonly onListening?: (listens: boolean) => void
}

export interface RunResult {
  /** Draws that are whole for every policy. */
  readonly draws: number
  /** True where a signal ended the run before its time. */
  readonly interrupted: boolean
}

/** Draws of a batch where it is left out: some tens of milliseconds, and three times the sixteen that fit side by side. */
export const BATCH_DRAWS = 48
/** Years of one draw in one place that a batch holds at most, some seconds: of large regions it has fewer draws. */
const MOST_IN_BATCH = 50_000

/** Draws of a batch by what they cost: an even number, since two are simulated at a time. */
export function batchDrawsOf({ years, dims }: Pick<Plan, 'years' | 'dims'>): number {
  const fitting = MOST_IN_BATCH / (years.length * dims.cities)
  return Math.min(BATCH_DRAWS, 2 * Math.max(1, Math.floor(fitting / 2)))
}
/** Ranges that are begun before the first is handed on; and batches for each worker that they have to hold. */
const AHEAD = 2
/** Lists of policies that workers on standby are asked for, more or less. */
const TRIALS = 16

/**
 * Run a plan.
 *
 * The result does not depend on threads or batch size: parts reach the sink in one order, and whether there is
 * `enough` is asked only at whole ranges of that order; what was run ahead of its answer is dropped.
 */
export async function runPlan(plan: Plan, options: RunOptions): Promise<RunResult> {
  requireRunOptions('runPlan', options)
  const division = divide(plan, options)
  // a worker without a batch would only take its time to start and its memory
  const most = options.threads ?? threadsWorth(plan, division.work.trajectories, options.engine)
  // what has no heartbeat cannot be ended for want of one
  const least = most === 0 && options.patience === undefined ? 0 : 1
  const threads = Math.max(least, Math.min(most, division.work.batches))
  options.onThreads?.(threads)
  const runner = runnerOf(plan, threads, division.partDraws, options)
  try {
    return await runRanges(runner, plan, division, { ...options, threads })
  } finally {
    await runner.stop()
  }
}

/** With no threads of its own, the thread that asks does the work. */
function runnerOf(plan: Plan, threads: number, partDraws: number, options: RangeRunnerOptions): RangeRunner {
  return threads === 0
    ? createInlineRunner(plan, partDraws, options)
    : createRangeRunner(plan, threads, partDraws, options)
}

/** Workers that simulate the draws of a plan under one list of policies after another, and keep what they have cached. */
export interface Standby {
  /** Run the plan with these policies in place of its own; one run at a time. */
  readonly run: (policies: readonly PolicyPlan[], options: StandbyRun) => Promise<RunResult>
  readonly end: () => Promise<void>
}

export type StandbyOptions = Omit<RangeRunnerOptions, 'packing'> & Pick<RunOptions, 'threads'>
export type StandbyRun = Pick<RunOptions, 'sink' | 'onProgress' | 'signal' | 'onListening'>

/** Start workers that stay until they are ended. A signal that ends a run ends them too. */
export function standBy(plan: Plan, options: StandbyOptions): Standby {
  const threads = options.threads ?? threadsWorth(plan, options.draws * TRIALS, options.engine)
  const runner = runnerOf(plan, threads, BATCH_DRAWS, options)
  return {
    run: (policies, own) => {
      const all = { ...options, ...own, threads }
      const changed = { ...plan, policies }
      return runRanges(runner, changed, divide(changed, all), all)
    },
    end: () => runner.stop(),
  }
}

/** A run, divided into ranges. */
interface DividedRun {
  readonly ranges: readonly DrawRange[]
  readonly work: { readonly trajectories: number; readonly batches: number }
  readonly batchDraws: number
  readonly partDraws: number
}

function divide(
  plan: Plan,
  { draws, has, batchSize = batchDrawsOf(plan), partDraws = batchSize }: RunOptions,
): DividedRun {
  const ranges = rangesOf(plan, { draws, partDraws: Math.min(partDraws, draws), has })
  return {
    ranges,
    work: workIn(ranges, batchSize),
    batchDraws: batchSize,
    partDraws: Math.min(partDraws, draws),
  }
}

async function runRanges(
  runner: RangeRunner,
  { policies }: Plan,
  { ranges, work, batchDraws, partDraws }: DividedRun,
  options: RunOptions & { readonly threads: number },
): Promise<RunResult> {
  const { threads, signal, enough, sink, onProgress, onListening } = options
  const doMeanwhile = onceAside(options)
  const mostOpen = AHEAD + Math.ceil((AHEAD * threads * batchDraws) / partDraws)
  const stop = () => void runner.stop()
  signal?.addEventListener('abort', stop, { once: true })
  onListening?.(true)
  const open: OpenRange[] = []
  let done = 0
  let whole = 0

  const begin = (range: DrawRange): OpenRange => {
    const ready = runner.run(policies, range, batchDraws, (trajectories) => {
      done += trajectories
      onProgress?.(done, work.trajectories)
    })
    // `take` waits for it and gets the error
    ready.catch(() => undefined)
    return { end: range.first + range.draws, ready }
  }
  /** Hand on the range that is next in order; true where that was enough. */
  const take = async (): Promise<boolean> => {
    await doMeanwhile()
    signal?.throwIfAborted()
    const { end, ready } = open.shift()!
    for (const one of await ready) {
      await sink(one.part, one.packed)
      runner.giveBack(one)
    }
    whole = end
    return enough?.(whole) ?? false
  }
  try {
    for (const range of ranges) {
      open.push(begin(range))
      if (open.length >= mostOpen && (await take())) return { draws: whole, interrupted: false }
    }
    while (open.length > 0) if (await take()) break
    return { draws: whole, interrupted: false }
  } catch (error) {
    if (signal?.aborted) return { draws: whole, interrupted: true }
    throw error
  } finally {
    onListening?.(false)
    signal?.removeEventListener('abort', stop)
  }
}

/**
 * Work that is done at the first call, when the loop of events has gone round and workers have been sent their first draws.
 * Of thousands of places it takes seconds, in which no signal would be heard.
 */
function onceAside({ meanwhile, signal, onListening }: RunOptions): () => Promise<void> {
  let left = meanwhile
  return async () => {
    if (!left) return
    const now = left
    left = undefined
    await setImmediate()
    if (signal?.aborted) return
    onListening?.(false)
    now()
    onListening?.(true)
  }
}

/** A range at work; `end`: the draws that are whole for every policy once it is done. */
interface OpenRange {
  readonly end: number
  readonly ready: Promise<readonly ReadyPart[]>
}
