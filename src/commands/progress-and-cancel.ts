/**
 * Long work on a terminal: progress while it lasts, and a signal to end (Ctrl-C, or the end of a job's time).
 *
 * While draws are simulated a signal is passed on, so that what is finished is kept and said. All other work is done in
 * one go, in which no program of Node's can hear a signal: there the system ends the process, as it does any other, and
 * nothing that is in a folder is lost by it.
 */
import { chooseEngine } from '../run/choose-engine.js'
import type { Engine } from '../run/engine.js'
import { createProgress } from '../run/progress.js'
import type { Oversight } from '../studies/find-enough.js'
import { said } from './screen.js'
import { printAside } from './terminal.js'

/** Exit codes by signal, as shells have them. */
const CODES = { SIGINT: 130, SIGTERM: 143 } as const
const SIGNALS = Object.keys(CODES) as (keyof typeof CODES)[]

let stoppedBy: keyof typeof CODES | undefined

/** Whether a signal has asked this command to end. */
export function isStopped(): boolean {
  return stoppedBy !== undefined
}

/** The exit code of a command that a signal has ended. */
export function codeOfStop(): number {
  return CODES[stoppedBy ?? 'SIGINT']
}

/** Do `act`; a signal that comes while it listens is passed to it, and a second one ends the process. */
export async function withProgress<T>(
  quiet: boolean | undefined,
  act: (oversight: Oversight) => Promise<T>,
): Promise<T> {
  const stop = new AbortController()
  const onSignal = (signal: keyof typeof CODES) => {
    stoppedBy = signal
    ignore()
    stop.abort(new Error('stopped'))
  }
  const ignore = () => {
    for (const signal of SIGNALS) process.off(signal, onSignal)
  }
  const onListening = (listens: boolean) => {
    ignore()
    if (listens) for (const signal of SIGNALS) process.on(signal, onSignal)
  }
  const { show, clear } = createProgress(process.stderr, said)
  try {
    return await act({ signal: stop.signal, onListening, onProgress: quiet ? undefined : show })
  } finally {
    clear()
    ignore()
  }
}

/** Print why another engine than the one asked for does the work, where that is so: with --quiet too, since it takes so long. */
export function noticeEngine(engine: Engine | undefined): void {
  const { notice } = chooseEngine(engine)
  if (notice) printAside(`${said(notice)}\n`)
}
