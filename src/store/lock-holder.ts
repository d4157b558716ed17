/** The process that holds a lock: read from its content, and whether it is still running. */
import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'

export interface Holder {
  readonly pid: number
  readonly host: string
  /** Start of the process in clock ticks of the system, which tells it from a later one of the same number; or empty. */
  readonly started: string
}

/** Age at which a lock of another machine counts as dead, seconds; a live one is renewed far more often. */
const FORGOTTEN = 120
/** Process numbers are 32-bit integers from 1 on; 0 and -1 are groups of processes, which always exist. */
const LARGEST_PID = 2 ** 31 - 1

/** This process, as a holder. */
export function ownHolder(): Holder {
  return { pid: process.pid, host: hostname(), started: startOf(process.pid) ?? '' }
}

/** The holder that the content of a lock names; undefined where it is empty, cut, or names no possible process. */
export function holderFrom(text: string): Holder | undefined {
  try {
    const { pid, host, started } = JSON.parse(text) as Holder
    const isPid = Number.isInteger(pid) && pid > 0 && pid <= LARGEST_PID
    return isPid && typeof host === 'string' && typeof started === 'string'
      ? { pid, host, started }
      : undefined
  } catch {
    return undefined
  }
}

/**
 * Whether a holder is still running.
 *
 * age  seconds since the lock was renewed; negative where its time lies ahead. It counts for other machines only, whose
 *      clocks are taken to agree with this one's to FORGOTTEN seconds either way.
 */
export function isAlive({ pid, host, started }: Holder, age: number): boolean {
  if (host !== hostname()) return Math.abs(age) < FORGOTTEN
  try {
    process.kill(pid, 0)
  } catch (error) {
    // any other error, such as EPERM, means a process of another user
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  const now = startOf(pid)
  return started === '' || now === undefined || now === started
}

/** Start of a process in clock ticks since that of the system; undefined where the system does not tell (not Linux). */
function startOf(pid: number): string | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // the second field is a name in brackets that may hold anything
    return status.slice(status.lastIndexOf(')') + 2).split(' ')[19]
  } catch {
    return undefined
  }
}
