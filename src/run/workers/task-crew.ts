/**
 * A crew of worker threads for whole tasks: each thread takes one after another, and what it has compiled and cached
 * serves the next. For pieces of one run there is worker-pool.ts.
 */
import { Worker } from 'node:worker_threads'
import { CitywardError, NotWholeError, type Problem } from '../../vocabulary/problems.js'
import type { WorkerStart } from './worker-file.js'

/** How a task went: its result, the problems of the user's files, or what went wrong in the program. */
export type TaskEnd<Result> = { readonly result: Result } | { readonly error: CitywardError | Error }

export interface CrewOptions {
  readonly signal: AbortSignal
  /** How far each task has come, 0 to 1. */
  readonly onProgress?: (task: number, share: number) => void
}

/** What a crew is sent; `stop` ends the task in hand. */
export type CrewRequest = { readonly task: unknown } | { readonly stop: true }
/** What it answers. */
export type CrewResponse =
  | { readonly share: number }
  | { readonly result: unknown }
  | { readonly problems: readonly Problem[]; readonly isNotWhole: boolean }
  | { readonly fault: string }

/** Do tasks in their order on so many threads; ends stand in the order of the tasks. A thread that dies is replaced. */
export async function doTasks<Task, Result>(
  start: WorkerStart,
  threads: number,
  tasks: readonly Task[],
  options: CrewOptions,
): Promise<TaskEnd<Result>[]> {
  const ends: TaskEnd<Result>[] = []
  let next = 0
  const workOn = async (): Promise<void> => {
    let thread: CrewThread | undefined
    while (next < tasks.length && !options.signal.aborted) {
      const task = next++
      thread ??= new CrewThread(start, options.signal)
      const onShare = (share: number) => options.onProgress?.(task, share)
      ends[task] = (await thread.do(tasks[task], onShare)) as TaskEnd<Result>
      if (thread.isGone) thread = undefined
      onShare(1)
    }
    await thread?.end()
  }
  await Promise.all(Array.from({ length: Math.min(threads, tasks.length) }, workOn))
  for (let task = 0; task < tasks.length; task++) ends[task] ??= { error: new Error('stopped') }
  return ends
}

/** A thread for one task at a time. */
export class CrewThread {
  /** Whether it died; another has to take its place. */
  isGone = false
  private readonly worker: Worker
  private readonly stop = () => this.worker.postMessage({ stop: true } satisfies CrewRequest)

  constructor(
    start: WorkerStart,
    private readonly signal: AbortSignal,
  ) {
    this.worker = new Worker(start.file, { workerData: { source: start.source } })
    // between two tasks nobody else listens
    const lose = () => {
      this.isGone = true
    }
    this.worker.on('error', lose).on('exit', lose)
    signal.addEventListener('abort', this.stop, { once: true })
  }

  do(task: unknown, onShare: (share: number) => void = () => undefined): Promise<TaskEnd<unknown>> {
    const { worker } = this
    return new Promise((resolve) => {
      const finish = (end: TaskEnd<unknown>) => {
        worker.off('message', hear).off('error', lose).off('exit', leave)
        resolve(end)
      }
      const lose = (error: unknown) => {
        this.isGone = true
        this.signal.removeEventListener('abort', this.stop)
        finish({ error: error as Error })
      }
      const leave = () => lose(new Error('its worker ended'))
      const hear = (response: CrewResponse) => {
        if ('share' in response) onShare(response.share)
        else finish(endOf(response))
      }
      worker.on('message', hear).on('error', lose).on('exit', leave)
      worker.postMessage({ task } satisfies CrewRequest)
    })
  }

  async end(): Promise<void> {
    this.signal.removeEventListener('abort', this.stop)
    await this.worker.terminate()
  }
}

function endOf(response: Exclude<CrewResponse, { share: number }>): TaskEnd<unknown> {
  if ('result' in response) return { result: response.result }
  if ('fault' in response) return { error: new Error(response.fault) }
  const { problems, isNotWhole } = response
  return { error: isNotWhole ? new NotWholeError(problems) : new CitywardError(problems) }
}
