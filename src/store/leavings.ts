/**
 * What a process that was ended in the middle of a write leaves in a run folder: files under their temporary names, and the
 * name tag that its lock is made of. Whoever has the lock takes them away; all of these are written under it.
 */
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { holderFrom, isAlive } from './lock-holder.js'
import { UNFINISHED } from './write-file.js'

const RECORDS = /^(?:(?:run|manifest|summary|provenance|reach|files)\.json|parts\.jsonl|report\.html)$/
const NAME_TAG = /^lock\.\d+(?:\.dead)?$/

/** Whether a name is that of a lock, or of something that a process left half done. */
export function isLeaving(name: string): boolean {
  return name === 'lock' || NAME_TAG.test(name) || isUnfinishedRecord(name)
}

/** Take them away. `own`: the name tag of this process. */
export function removeLeavings(folder: string, own: string): void {
  for (const name of readdirSync(folder)) {
    const isLeft = NAME_TAG.test(name)
      ? name !== own && isOfNobody(join(folder, name))
      : isUnfinishedRecord(name)
    if (isLeft) rmSync(join(folder, name), { force: true })
  }
}

function isUnfinishedRecord(name: string): boolean {
  return name.endsWith(UNFINISHED) && RECORDS.test(name.slice(0, -UNFINISHED.length))
}

/** Seconds after which a name tag that is cut is none that is being written. */
const WRITTEN = 10

function isOfNobody(path: string): boolean {
  try {
    const age = (Date.now() - statSync(path).mtimeMs) / 1000
    const holder = holderFrom(readFileSync(path, 'utf8'))
    return holder ? !isAlive(holder, age) : Math.abs(age) > WRITTEN
  } catch {
    // its process has taken it away, or nobody may read it
    return false
  }
}
