/**
 * Many scenarios in one run: each is taken whole by a thread of a crew, which has compiled everything by its second
 * one. With more threads than scenarios each run has some of its own. Outcomes are those of single runs, to the byte.
 */
import { availableParallelism } from 'node:os'
import { doTasks, type TaskEnd } from '../../run/workers/task-crew.js'
import { workerBeside } from '../../run/workers/worker-file.js'
import type { ReportedRun, RunTask } from './reported-run.js'

export interface ManyRunsOptions {
  readonly threads?: number
  readonly signal: AbortSignal
  /** How much of all work is done, 0 to 1. */
  readonly onShare?: (share: number) => void
}

/** Ends in the order of the tasks; a result is undefined where the signal ended its run. */
export function manyRuns(
  tasks: readonly Omit<RunTask, 'threads'>[],
  { threads = availableParallelism(), signal, onShare }: ManyRunsOptions,
): Promise<TaskEnd<ReportedRun | undefined>[]> {
  const crew = Math.min(threads, tasks.length)
  const each = Math.floor(threads / crew)
  const shares = tasks.map(() => 0)
  const placed = tasks.map((task): RunTask => ({ ...task, threads: each > 1 ? each : 0 }))
  return doTasks(workerBeside(import.meta.url, 'reported-run-worker'), crew, placed, {
    signal,
    onProgress: (task, share) => {
      shares[task] = share
      onShare?.(shares.reduce((sum, one) => sum + one, 0) / tasks.length)
    },
  })
}
