/**
 * The lock of a run folder: one process at a time writes in it.
 *
 * The file `lock` names its holder. It appears complete (a hard link to a file written before), so that of two processes
 * one gets it. A lock whose process has ended, or that another machine has not renewed for a while, is taken over. A lock
 * that cannot be read is refused at once: waiting would not change it.
 */
import { linkSync, lstatSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { CitywardError, fail } from '../vocabulary/problems.js'
import { shellWord } from '../vocabulary/shell.js'
import { removeLeavings } from './leavings.js'
import { type Holder, holderFrom, isAlive, ownHolder } from './lock-holder.js'
import { diskProblem } from './write-file.js'

/** Interval of renewal, seconds. An empty lock, which file systems without links show first, is filled sooner. */
const RENEWED = 10
/** Most attempts while locks disappear or are dead; beyond, other processes take turns with it. */
const ATTEMPTS = 20

/** Reads a whole file as text; another one than the disk's in tests of what a disk refuses. */
type ReadText = (file: string) => string

const fromDisk: ReadText = (file) => readFileSync(file, 'utf8')

/**
 * Lock the folder for this process; returns the function that releases it.
 *
 * Throws CitywardError where another process has it, where its lock cannot be read, and where the disk refuses.
 */
export function takeLock(folder: string, read: ReadText = fromDisk): () => void {
  const lock = join(folder, 'lock')
  const content = `${JSON.stringify(ownHolder())}\n`
  try {
    acquire(folder, lock, content, read)
    removeLeavings(folder, basename(ownTag(lock)))
  } catch (error) {
    throw diskProblem(folder, error)
  }
  const renewal = setInterval(() => renew(lock), RENEWED * 1000)
  renewal.unref()
  return () => {
    clearInterval(renewal)
    if (textOf(lock) === content) rmSync(lock, { force: true })
  }
}

/** The process that has locked a folder; undefined where none has. Throws CitywardError where the lock cannot be read. */
export function holderIn(folder: string, read: ReadText = fromDisk): Holder | undefined {
  const found = readLock(folder, join(folder, 'lock'), read)
  const holder = found && holderFrom(found.text)
  return holder && isAlive(holder, found.age) ? holder : undefined
}

/** Where this process writes its name before it is the lock's. */
function ownTag(lock: string): string {
  return `${lock}.${process.pid}`
}

/** Create a lock with this content; retried only where a lock has disappeared, or was removed as a dead one. */
function acquire(folder: string, lock: string, content: string, read: ReadText): void {
  const own = ownTag(lock)
  writeFileSync(own, content)
  try {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (linked(own, lock)) return
      const found = readLock(folder, lock, read)
      if (!found) continue
      const holder = holderFrom(found.text)
      if (holder ? isAlive(holder, found.age) : isBeingWritten(found)) throw inUse(folder, holder)
      const other = putAside(folder, lock, found.text)
      if (other !== undefined) throw inUse(folder, holderFrom(other))
    }
    throw inUse(folder, undefined)
  } finally {
    rmSync(own, { force: true })
  }
}

interface Lock {
  readonly text: string
  /** Seconds since it was renewed, by the clocks of its machine and this one. */
  readonly age: number
}

/** Undefined where there is none, or it has just disappeared. */
function readLock(folder: string, lock: string, read: ReadText): Lock | undefined {
  try {
    const status = lstatSync(lock)
    if (!status.isFile())
      return unreadable(folder, lock, `a lock that is ${status.isDirectory() ? 'a folder' : 'no plain file'}`)
    return { text: read(lock), age: (Date.now() - status.mtimeMs) / 1000 }
  } catch (error) {
    if (error instanceof CitywardError) throw error
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    const why = code === 'EACCES' || code === 'EPERM' ? 'no permission' : `the error ${code}`
    return unreadable(folder, lock, `a lock that cannot be read (${why})`)
  }
}

/** Empty and just created: its process is about to write its name. */
function isBeingWritten({ text, age }: Lock): boolean {
  return text === '' && Math.abs(age) < RENEWED
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

/** For file systems without links: created only where there is none, a moment before its content. */
function written(lock: string, content: Uint8Array): boolean {
  try {
    writeFileSync(lock, content, { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Remove a dead lock. Returns the content where it had become another process's new lock, which is put back. */
function putAside(folder: string, lock: string, dead: string): string | undefined {
  const aside = `${lock}.${process.pid}.dead`
  try {
    renameSync(lock, aside)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return undefined
    return unreadable(folder, lock, `a lock of nobody that cannot be taken away (the error ${code})`)
  }
  const text = textOf(aside) ?? ''
  if (text !== dead) linked(aside, lock)
  rmSync(aside, { force: true })
  return text === dead ? undefined : text
}

function renew(file: string): void {
  try {
    const now = new Date()
    utimesSync(file, now, now)
  } catch {
    // a folder that was removed ends the run at its next write
  }
}

function textOf(file: string): string | undefined {
  try {
    return fromDisk(file)
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

function unreadable(folder: string, lock: string, found: string): never {
  return fail({
    code: 'lock-unreadable',
    where: { file: lock },
    found,
    expected: 'the lock of a run, or none',
    hint: `If nobody is writing in ${folder}, take it away: \`rm -r ${shellWord(lock)}\`.`,
  })
}
