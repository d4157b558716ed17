/** Writes that are whole or not there at all: a temporary name, synced, then renamed. */
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { CitywardError } from '../vocabulary/problems.js'

/** Write a file whole. Throws CitywardError where the disk refuses (full, read-only, no such folder). */
export function writeWhole(file: string, content: string | Uint8Array): void {
  const temporary = `${file}.writing`
  try {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    const handle = openSync(temporary, 'w')
    try {
      for (let at = 0; at < bytes.byteLength; ) at += writeSync(handle, bytes, at)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(temporary, file)
    syncFolder(dirname(file))
  } catch (error) {
    rmSync(temporary, { force: true })
    throw diskProblem(file, error)
  }
}

/** Make a rename last through a loss of power, where the system lets folders be synced. */
function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r')
    fsyncSync(handle)
    closeSync(handle)
  } catch {
    // Some systems cannot sync folders; the rename is then as lasting as the system makes it.
  }
}

/** What a failed file operation means for the user. */
export function diskProblem(file: string, error: unknown): CitywardError {
  const code = (error as NodeJS.ErrnoException).code
  if (code === undefined) throw error
  const reasons: Record<string, string> = {
    ENOSPC: 'a full disk',
    EACCES: 'no permission',
    EROFS: 'a read-only disk',
    ENOENT: 'no such folder',
    ENOTDIR: 'a file where a folder should be',
    EEXIST: 'a file of this name',
  }
  return new CitywardError([
    {
      code: 'disk-refused',
      where: { file },
      found: reasons[code] ?? `the error ${code}`,
      expected: 'a file that can be written',
    },
  ])
}
