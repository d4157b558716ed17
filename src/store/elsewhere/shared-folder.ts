/** A folder that machines share: workers put parts there under names of ours, and the coordinator takes them away. */
import { readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder, renameWhole, writeWholeAsync } from '../write-file.js'

/** A part in the shared folder: of which sweep, number and policy. */
export interface SharedPart {
  readonly sweep: string
  readonly part: number
  readonly policy: number
}

const fileOf = (folder: string, { sweep, part, policy }: SharedPart) =>
  join(folder, sweep, `part-${part}-${policy}.parquet`)

/** `by`: name of the worker, since two may write one part. Throws CitywardError where the disk refuses it. */
export async function putShared(
  folder: string,
  which: SharedPart,
  by: string,
  bytes: Uint8Array,
): Promise<void> {
  const file = fileOf(folder, which)
  makeFolder(join(folder, which.sweep))
  await writeWholeAsync(`${file}.${by}`, bytes)
  renameWhole(`${file}.${by}`, file)
}

/** The bytes of a part; undefined where it is not there or longer than `most`. */
export function readShared(
  folder: string,
  which: SharedPart,
  most: number,
): Uint8Array<ArrayBuffer> | undefined {
  const file = fileOf(folder, which)
  try {
    return statSync(file).size > most ? undefined : new Uint8Array(readFileSync(file))
  } catch {
    // not there, or not for us to read: it is made again
    return undefined
  }
}

export function removeShared(folder: string, which: SharedPart): void {
  rmSync(fileOf(folder, which), { force: true })
}

/** Take away what is left of a sweep. */
export function removeSharedSweep(folder: string, sweep: string): void {
  rmSync(join(folder, sweep), { recursive: true, force: true })
}
