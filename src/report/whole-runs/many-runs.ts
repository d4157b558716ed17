/**
 * Many scenarios in one run: each is taken whole by a thread of a crew, which has compiled everything by its second
 * one. With more threads than scenarios each run has some of its own. Outcomes are those of single runs, to the byte.
 */
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { doTasks, type TaskEnd } from '../../run/workers/task-crew.js'
import { workerBeside } from '../../run/workers/worker-file.js'
import type { Oversight } from '../../studies/find-enough.js'
import type { NamedScenario } from '../../studies/scenario-files.js'
import { CitywardError, NotWholeError } from '../../vocabulary/problems.js'
import type { ReportedRun, RunTask } from './reported-run.js'

export interface ManyRunsRequest extends Omit<RunTask, 'threads' | 'file' | 'folder'> {
  /** Of all runs together. */
  readonly threads?: number
  /** The folder of all runs' folders; each in a place of its own choosing where it is left out. */
  readonly out?: string
}

/** Parts of a hundred of all the work, for the progress display. */
const PARTS = 100

/**
 * Runs in the order of the scenarios; undefined where the signal ended them.
 *
 * Throws CitywardError with the problems of all files, once the others have run.
 */
export async function manyRuns(
  scenarios: readonly NamedScenario[],
  { threads = availableParallelism(), out, ...request }: ManyRunsRequest,
  { signal, onListening, onProgress }: Oversight,
): Promise<readonly ReportedRun[] | undefined> {
  const crew = Math.min(threads, scenarios.length)
  const each = Math.floor(threads / crew)
  const tasks = scenarios.map(({ file, name }): RunTask => {
    const folder = out === undefined ? {} : { folder: join(out, name) }
    return { ...request, ...folder, file, threads: each > 1 ? each : 0 }
  })
  const shares = scenarios.map(() => 0)
  onListening?.(true)
  const ends = await doTasks<RunTask, ReportedRun | undefined>(
    workerBeside(import.meta.url, 'reported-run-worker'),
    crew,
    tasks,
    {
      signal,
      onProgress: (task, share) => {
        shares[task] = share
        const sum = shares.reduce((all, one) => all + one, 0)
        onProgress?.(Math.round((PARTS * sum) / tasks.length), PARTS)
      },
    },
  )
  onListening?.(false)
  if (signal.aborted) return undefined
  refuseFailed(scenarios, ends)
  return ends.flatMap((end) => ('result' in end && end.result ? [end.result] : []))
}

/** The problems of all files at once; a fault of the program in one of them is said as it is. */
function refuseFailed(scenarios: readonly NamedScenario[], ends: readonly TaskEnd<unknown>[]): void {
  const errors = ends.flatMap((end) => ('error' in end ? [end.error] : []))
  const fault = errors.find((error) => !(error instanceof CitywardError))
  if (fault) {
    const at = ends.findIndex((end) => 'error' in end && end.error === fault)
    throw new Error(`${scenarios[at].file}: ${fault.message}`, { cause: fault })
  }
  const problems = errors.flatMap((error) => (error as CitywardError).problems)
  if (problems.length === 0) return
  throw errors.every((error) => error instanceof NotWholeError)
    ? new NotWholeError(problems)
    : new CitywardError(problems)
}
