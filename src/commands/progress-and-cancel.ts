/** Long work on a terminal: progress while it lasts, and Ctrl-C that leaves a run to be resumed. */
import { chooseEngine } from '../run/choose-engine.js'
import type { Engine } from '../run/engine.js'
import { createProgress } from '../run/progress.js'
import type { Oversight } from '../studies/find-enough.js'

/** Do `act`; a signal to end (Ctrl-C, or the end of a job's time) is passed to it. */
export async function withProgress<T>(
  quiet: boolean | undefined,
  act: (oversight: Oversight) => Promise<T>,
): Promise<T> {
  const stop = new AbortController()
  const onSignal = () => stop.abort(new Error('stopped'))
  process.once('SIGINT', onSignal)
  process.once('SIGTERM', onSignal)
  const { show, clear } = createProgress(process.stderr)
  try {
    return await act({ signal: stop.signal, onProgress: quiet ? undefined : show })
  } finally {
    clear()
    process.off('SIGINT', onSignal)
    process.off('SIGTERM', onSignal)
  }
}

/** Print why another engine than the one asked for does the work, where that is so. */
export function noticeEngine(engine: Engine | undefined): void {
  const { notice } = chooseEngine(engine)
  if (notice) process.stderr.write(`${notice}\n`)
}
