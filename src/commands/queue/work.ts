/** `cityward work`: this machine makes parts of the sweeps of a queue. */
import { availableParallelism } from 'node:os'
import { connectQueue } from '../../queue/connect.js'
import { serveParts } from '../../queue/serve-parts.js'
import type { Engine } from '../../run/engine.js'
import { howMany } from '../../vocabulary/numbers.js'
import { codeOfStop, isStopped, noticeEngine, withProgress } from '../progress-and-cancel.js'
import { said } from '../screen.js'
import { print, printAside } from '../terminal.js'

export interface WorkOptions {
  readonly threads?: number
  readonly batch?: number
  readonly engine?: Engine
  readonly patience?: number
  /** A folder that the coordinator sees too. */
  readonly store?: string
  /** Seconds without a part after which it ends. */
  readonly idle?: number
  readonly quiet?: boolean
}

/** Returns the exit code: 0 after --idle, 130 or 143 after a signal, once the parts at work are done. */
export async function work(address: string, options: WorkOptions): Promise<number> {
  const { batch: batchSize, engine, patience, store, idle, quiet } = options
  const threads = options.threads ?? availableParallelism()
  noticeEngine(engine)
  const notice = (text: string) => printAside(`${said(text)}\n`)
  const connection = await connectQueue(address, {
    onGone: () => notice('Redis cannot be reached; it is waited for.'),
    onBack: () => notice('Redis is there again.'),
  })
  try {
    if (!quiet) notice(`${howMany(threads, 'thread')} for parts of ${connection.shown}.`)
    const { parts } = await withProgress(true, ({ signal, onListening }) => {
      onListening?.(true)
      return serveParts(connection, { threads, batchSize, engine, patience, store, idle, signal })
    })
    if (!quiet) print(`${said(`${howMany(parts, 'part')} made.`)}\n`)
    return isStopped() ? codeOfStop() : 0
  } finally {
    await connection.close()
  }
}
