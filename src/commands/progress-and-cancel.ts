/** Long work on a terminal: progress while it goes on, and Ctrl-C that leaves a run to be gone on with. */
import { createProgress } from '../run/progress.js'

export interface Watched {
  readonly signal: AbortSignal
  readonly onProgress: ((done: number, all: number) => void) | undefined
  /** Take the progress off the screen, before anything else is written. */
  readonly clear: () => void
}

/** Do `act`; a signal to end (Ctrl-C, or a job's time being up) is handed to it. */
export async function watched<T>(
  quiet: boolean | undefined,
  act: (watched: Watched) => Promise<T>,
): Promise<T> {
  const stop = new AbortController()
  const onSignal = () => stop.abort(new Error('stopped'))
  process.once('SIGINT', onSignal)
  process.once('SIGTERM', onSignal)
  const { show, clear } = createProgress(process.stderr)
  try {
    return await act({ signal: stop.signal, onProgress: quiet ? undefined : show, clear })
  } finally {
    clear()
    process.off('SIGINT', onSignal)
    process.off('SIGTERM', onSignal)
  }
}
