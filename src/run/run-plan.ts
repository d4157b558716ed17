/** Runs a plan over its draws and policies on worker threads, and hands on the outcomes in a fixed order. */
import { availableParallelism } from 'node:os'
import type { PackedPart, PartOutcomes } from '../plan/outcomes.js'
import type { Plan } from '../plan/plan.js'
import { type CrewOptions, createCrew, type ReadyPart } from './crew.js'
import { type Range, rangesOf, workIn } from './ranges.js'

export interface RunOptions extends CrewOptions {
  /** Worker threads; all cores if left out. */
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

/** Draws of a batch where nothing is said: some tens of milliseconds, and three groups of sixteen without a place left over. */
const BATCH_DRAWS = 48
/** Ranges that are begun before the first is handed on; and batches for each worker that they have to hold. */
const AHEAD = 2

/**
 * Run a plan.
 *
 * The result does not depend on threads or batch size: parts reach the sink in one order, and whether there is
 * `enough` is asked only at whole ranges of that order; what was run ahead of an answer is dropped.
 */
export async function runPlan(plan: Plan, options: RunOptions): Promise<RunResult> {
  const { draws, has, signal, enough, sink } = options
  const batchDraws = options.batchSize ?? BATCH_DRAWS
  const partDraws = Math.min(options.partDraws ?? batchDraws, draws)
  const ranges = rangesOf(plan, { draws, partDraws, has })
  const work = workIn(ranges, batchDraws)
  // a worker without a batch would only take its time to start and its memory
  const threads = Math.max(1, Math.min(options.threads ?? availableParallelism(), work.batches))
  const mostOpen = AHEAD + Math.ceil((AHEAD * threads * batchDraws) / partDraws)
  const crew = createCrew(plan, threads, partDraws, options)
  const stop = () => void crew.stop()
  signal?.addEventListener('abort', stop, { once: true })
  const open: OpenRange[] = []
  let done = 0
  let whole = 0

  const begin = (range: Range): OpenRange => {
    const ready = crew.live(range, batchDraws, (trajectories) => {
      done += trajectories
      options.onProgress?.(done, work.trajectories)
    })
    // told to whoever waits for it
    ready.catch(() => undefined)
    return { end: range.first + range.draws, ready }
  }
  /** Hand on the range that is next in order; true where that was enough. */
  const take = async (): Promise<boolean> => {
    signal?.throwIfAborted()
    const { end, ready } = open.shift()!
    for (const one of await ready) {
      await sink(one.part, one.packed)
      crew.giveBack(one)
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
    signal?.removeEventListener('abort', stop)
    await crew.stop()
  }
}

/** A range at work; `end`: the draws that are whole for every policy once it is done. */
interface OpenRange {
  readonly end: number
  readonly ready: Promise<readonly ReadyPart[]>
}
