/**
 * One process at a time writes in a run folder.
 *
 * The file `lock` names its holder. It appears whole (a link to a file written before), so that of two processes one
 * has it. A lock whose process is gone, or that another machine has not renewed for a while, is taken over.
 */
import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { CitywardError } from '../vocabulary/problems.js'

export interface Holder {
  readonly pid: number
  readonly host: string
  /** When the process started, in the system's own count; tells it from a later one of the same number. */
  readonly started: string
}

/** A lock is renewed this often, seconds; one of another machine that is much older is nobody's. */
const RENEWED = 10
const FORGOTTEN = 120

/** Take the folder for this process. Throws CitywardError where another has it; returns what gives it back. */
export function takeLock(folder: string): () => void {
  const lock = join(folder, 'lock')
  const own = `${lock}.${process.pid}`
  const me = JSON.stringify({ pid: process.pid, host: hostname(), started: startOf(process.pid) ?? '' })
  writeFileSync(own, `${me}\n`)
  try {
    while (!linked(own, lock)) {
      const text = textOf(lock)
      if (text === undefined) continue
      const holder = holderOf(text)
      if (holder && isAlive(holder, ageOf(lock, own))) throw inUse(folder, holder)
      if (!putAside(lock, text)) throw inUse(folder, holder)
    }
  } finally {
    rmSync(own, { force: true })
  }
  const renewal = setInterval(() => renew(lock), RENEWED * 1000)
  renewal.unref()
  return () => {
    clearInterval(renewal)
    if (textOf(lock) === `${me}\n`) rmSync(lock, { force: true })
  }
}

/** Who is at work in a folder; undefined where nobody is. */
export function holderIn(folder: string): Holder | undefined {
  const lock = join(folder, 'lock')
  const holder = holderOf(textOf(lock) ?? '')
  if (!holder) return undefined
  const age = (Date.now() - statSync(lock, { throwIfNoEntry: false })!.mtimeMs) / 1000
  return isAlive(holder, age) ? holder : undefined
}

function linked(own: string, lock: string): boolean {
  try {
    linkSync(own, lock)
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return false
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'EOPNOTSUPP') throw error
    return written(lock, readFileSync(own))
  }
}

/** For file systems without links: made only where there is none, a moment before its content. */
function written(lock: string, content: Uint8Array): boolean {
  try {
    writeFileSync(lock, content, { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Take a dead lock away; false where it was another process's new one by then, which is put back. */
function putAside(lock: string, dead: string): boolean {
  const aside = `${lock}.${process.pid}.dead`
  try {
    renameSync(lock, aside)
  } catch {
    return true
  }
  const same = textOf(aside) === dead
  if (!same) linked(aside, lock)
  rmSync(aside, { force: true })
  return same
}

function isAlive({ pid, host, started }: Holder, age: number): boolean {
  if (host !== hostname()) return age < FORGOTTEN
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  const now = startOf(pid)
  return started === '' || now === undefined || now === started
}

/** Start of a process in clock ticks since the system's, where the system says it (Linux). */
function startOf(pid: number): string | undefined {
  const status = textOf(`/proc/${pid}/stat`)
  // the second field is a name in brackets that may hold anything
  return status?.slice(status.lastIndexOf(')') + 2).split(' ')[19]
}

/** Seconds since the lock was renewed, by the clocks of its machine and this one, which are taken to agree. */
function ageOf(lock: string, own: string): number {
  renew(own)
  const [then, now] = [lock, own].map((file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0)
  return (now - then) / 1000
}

function renew(file: string): void {
  try {
    const now = new Date()
    utimesSync(file, now, now)
  } catch {
    // a folder that is gone ends the run by itself at its next write
  }
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

function holderOf(text: string): Holder | undefined {
  try {
    const { pid, host, started } = JSON.parse(text) as Holder
    return Number.isInteger(pid) ? { pid, host, started } : undefined
  } catch {
    return undefined
  }
}

function inUse(folder: string, holder: Holder | undefined): CitywardError {
  const by = holder ? `process ${holder.pid} on ${holder.host}` : 'another process'
  return new CitywardError([
    {
      code: 'run-in-use',
      where: { file: folder },
      found: `a run that ${by} is writing`,
      expected: 'a folder for this run alone',
      hint: `Wait for it, or end it. If it is gone for certain, remove ${join(folder, 'lock')}.`,
    },
  ])
}
