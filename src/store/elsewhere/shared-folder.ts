/** A folder that machines share: workers put parts there under names of ours, and the coordinator takes them away. */
import { copyFileSync, lstatSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder, writeRenamed } from '../write-file.js'

/** A part in the shared folder: of which sweep, number and policy. */
export interface SharedPart {
  readonly sweep: string
  readonly part: number
  readonly policy: number
}

const fileOf = (folder: string, { sweep, part, policy }: SharedPart) =>
  join(folder, sweep, `part-${part}-${policy}.parquet`)

/**
 * `by`: name of the worker, since two may write one part. It is not synced: what a loss of power takes is made again, and
 * what the coordinator keeps it has hashed and synced itself. Throws CitywardError where the disk refuses it.
 */
export async function putShared(
  folder: string,
  which: SharedPart,
  by: string,
  bytes: Uint8Array,
): Promise<void> {
  const file = fileOf(folder, which)
  makeFolder(join(folder, which.sweep))
  await writeRenamed(`${file}.${by}`, file, bytes)
}

/**
 * Bring a part to a place of ours; false where it is not there, no file or longer than `most`.
 *
 * A file of our own user that has no other name is moved, since nobody else can write to it; any other is copied.
 */
export function takeShared(folder: string, which: SharedPart, to: string, most: number): boolean {
  const file = fileOf(folder, which)
  try {
    const found = lstatSync(file)
    if (!found.isFile() || found.size > most) return false
    const isOurs = found.uid === process.getuid?.() && found.nlink === 1
    if (!isOurs || !isMoved(file, to)) copyFileSync(file, to)
    // what was put in its place meanwhile may be a link to elsewhere
    return lstatSync(to).isFile()
  } catch {
    // not there, or not for us to read: it is made again
    return false
  }
}

function isMoved(from: string, to: string): boolean {
  try {
    renameSync(from, to)
    return true
  } catch {
    // on another disk
    return false
  }
}

export function removeShared(folder: string, which: SharedPart): void {
  rmSync(fileOf(folder, which), { force: true })
}

/** Take away what is left of a sweep. */
export function removeSharedSweep(folder: string, sweep: string): void {
  rmSync(join(folder, sweep), { recursive: true, force: true })
}
