/** Runs a plan over its draws and policies on worker threads, and hands on the outcomes in a fixed order. */
import { availableParallelism } from 'node:os'
import type { Batch, BatchOutcomes } from '../plan/outcomes.js'
import type { Plan } from '../plan/plan.js'
import { chooseEngine, type Engine } from './engine.js'
import { Fleet } from './fleet.js'

export interface RunOptions {
  readonly draws: number
  /** Worker threads; all cores if left out. */
  readonly threads?: number
  /** The kernel where it is left out, with the model in its place where there is none; changes no result. */
  readonly engine?: Engine
  /** Whether populations with equal drivers are lived once, which they are; changes no result. */
  readonly reuse?: boolean
  /** Draws handed to a worker at a time; changes no result. */
  readonly batchSize?: number
  /** Seconds without a sign of life after which a worker is ended, and the draw it was at has failed. */
  readonly patience?: number
  /** Draws of a part: outcomes of one policy that are kept together (see store). */
  readonly partDraws: number
  /** Parts that need not be run, since a folder has them already. */
  readonly has?: (policy: number, part: number) => boolean
  /** Takes outcomes in order: by range of draws, then batch, then policy. The run waits for its promise. */
  readonly sink: (outcomes: BatchOutcomes) => Promise<void> | void
  /** Asked after each range of draws that is whole for all policies: true ends the run there. */
  readonly enough?: (draws: number) => boolean
  /** Trajectories done so far, of those that have to be run. */
  readonly onProgress?: (done: number, all: number) => void
  readonly signal?: AbortSignal
}

export interface RunResult {
  /** Draws that are whole for every policy. */
  readonly draws: number
  /** True where a signal ended the run before its time. */
  readonly interrupted: boolean
}

/** The batches of one range of draws, never reaching over the edge of a part. */
function batchesOf(plan: Plan, first: number, draws: number, options: RunOptions): Batch[] {
  const size = options.batchSize ?? 50
  const part = first / options.partDraws
  const policies = plan.policies.map((_, policy) => policy).filter((policy) => !options.has?.(policy, part))
  const batches: Batch[] = []
  for (let at = 0; policies.length > 0 && at < draws; at += size) {
    batches.push({ policies, firstDraw: first + at, draws: Math.min(size, draws - at) })
  }
  return batches
}

/**
 * Run a plan.
 *
 * The result does not depend on threads or batch size: outcomes reach the sink in one order, and whether there
 * is `enough` is asked only at whole ranges of that order; what was run ahead of an answer is dropped.
 */
export async function runPlan(plan: Plan, options: RunOptions): Promise<RunResult> {
  const { draws, signal, enough, sink, onProgress } = options
  const work = workIn(plan, options)
  // a worker without a batch would only take its time to start and its memory
  const threads = Math.max(1, Math.min(options.threads ?? availableParallelism(), work.batches))
  const { kernel } = chooseEngine(options.engine)
  const fleet = new Fleet(plan, threads, { draws, kernel, reuse: options.reuse, patience: options.patience })
  const stop = () => void fleet.stop()
  signal?.addEventListener('abort', stop, { once: true })
  const running: Running[] = []
  let done = 0
  let whole = 0
  /** Hand on the batch that is next in order; true where that was enough. */
  const take = async (): Promise<boolean> => {
    signal?.throwIfAborted()
    const { outcomes, end } = running.shift()!
    for (const one of await outcomes) {
      await sink(one)
      done += one.draws
    }
    onProgress?.(done, work.trajectories)
    if (end === undefined) return false
    whole = end
    return enough?.(whole) ?? false
  }
  try {
    for (const { batches, end } of ranges(plan, options)) {
      for (const [index, batch] of batches.entries()) {
        const outcomes = fleet.run(batch)
        outcomes.catch(() => undefined)
        running.push({ outcomes, end: index === batches.length - 1 ? end : undefined })
        if (running.length > 2 * threads && (await take())) return { draws: whole, interrupted: false }
      }
      if (batches.length === 0) running.push({ outcomes: Promise.resolve([]), end })
    }
    while (running.length > 0) if (await take()) break
    return { draws: whole, interrupted: false }
  } catch (error) {
    if (signal?.aborted) return { draws: whole, interrupted: true }
    throw error
  } finally {
    signal?.removeEventListener('abort', stop)
    await fleet.stop()
  }
}

/** How many trajectories are not there yet, and in how many batches they are run. */
function workIn(plan: Plan, options: RunOptions): { trajectories: number; batches: number } {
  const work = { trajectories: 0, batches: 0 }
  for (const { batches } of ranges(plan, options)) {
    work.batches += batches.length
    for (const { draws, policies } of batches) work.trajectories += draws * policies.length
  }
  return work
}

/** A batch at work; `end` where it is the last of its range: the draws that are then whole for every policy. */
interface Running {
  readonly outcomes: Promise<readonly BatchOutcomes[]>
  readonly end: number | undefined
}

/** Ranges of draws, one part wide, in order. */
function* ranges(plan: Plan, options: RunOptions): Generator<{ batches: Batch[]; end: number }> {
  const { draws, partDraws } = options
  for (let first = 0; first < draws; first += partDraws) {
    const end = Math.min(first + partDraws, draws)
    yield { batches: batchesOf(plan, first, end - first, options), end }
  }
}
