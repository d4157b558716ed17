/** What a thread of a crew does (task-crew.ts): one task after another, heard to stop in between its steps. */
import { parentPort } from 'node:worker_threads'
import { CitywardError, NotWholeError } from '../../vocabulary/problems.js'
import type { CrewRequest, CrewResponse } from './task-crew.js'

/** Progress and cancellation of a task. */
export interface TaskOversight {
  readonly signal: AbortSignal
  /** share: 0 to 1. */
  readonly onShare: (share: number) => void
}

/** Milliseconds between two words of progress. */
const PACE = 100

/** Answer every task by what `act` makes of it. */
export function serveTasks<Task>(act: (task: Task, oversight: TaskOversight) => Promise<unknown>): void {
  const port = parentPort!
  const answer = (response: CrewResponse) => port.postMessage(response)
  let stop = new AbortController()
  port.on('message', (request: CrewRequest) => {
    if ('stop' in request) return stop.abort(new Error('stopped'))
    stop = new AbortController()
    let told = 0
    const onShare = (share: number) => {
      const now = performance.now()
      if (now - told < PACE) return
      told = now
      answer({ share })
    }
    act(request.task as Task, { signal: stop.signal, onShare }).then(
      (result) => answer({ result }),
      (error: unknown) => answer(responseTo(error)),
    )
  })
}

function responseTo(error: unknown): CrewResponse {
  if (error instanceof CitywardError)
    return { problems: error.problems, isNotWhole: error instanceof NotWholeError }
  return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) }
}
