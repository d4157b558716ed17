/** Atomic writes: to a temporary name, synced, then renamed. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { type FileHandle, open, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { CitywardError } from '../vocabulary/problems.js'

/** Suffix of a file until it is complete. */
export const UNFINISHED = '.writing'

/**
 * Write a file atomically, a text also in pieces. Throws CitywardError where the disk refuses (full, read-only, no such
 * folder).
 */
export function writeWhole(file: string, content: string | Uint8Array | Iterable<string>): void {
  const temporary = `${file}${UNFINISHED}`
  try {
    const handle = openSync(temporary, 'w')
    try {
      for (const piece of typeof content === 'string' || content instanceof Uint8Array
        ? [content]
        : content) {
        const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece
        for (let at = 0; at < bytes.byteLength; ) at += writeSync(handle, bytes, at)
      }
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

/** Give a file that another program has written its name, synced as `writeWhole` does. */
export function renameWhole(from: string, to: string): void {
  try {
    const handle = openSync(from, 'r+')
    fsyncSync(handle)
    closeSync(handle)
    renameSync(from, to)
    syncFolder(dirname(to))
  } catch (error) {
    throw diskProblem(to, error)
  }
}

/** Write a file of text piece by piece, so that it is never held whole; it has its name once all are written. */
export async function writePieces(
  file: string,
  pieces: (write: (text: string) => void) => Promise<void>,
): Promise<void> {
  const unfinished = `${file}${UNFINISHED}`
  try {
    await putPieces(unfinished, (write) => pieces((text) => write(Buffer.from(text))))
    renameWhole(unfinished, file)
  } catch (error) {
    throw diskProblem(file, error)
  } finally {
    rmSync(unfinished, { force: true })
  }
}

async function putPieces(
  file: string,
  pieces: (write: (bytes: Uint8Array) => void) => Promise<void>,
): Promise<void> {
  const handle = openSync(file, 'w')
  try {
    await pieces((bytes) => {
      for (let at = 0; at < bytes.byteLength; ) at += writeSync(handle, bytes, at)
    })
  } finally {
    closeSync(handle)
  }
}

/** `writeWhole`, asynchronously. */
export function writeWholeAsync(file: string, content: Uint8Array): Promise<void> {
  return finishFile(file, 'w', (handle) => handle.writeFile(content))
}

/** Write a file under another name first, so that it is whole once it is there; a loss of power may take it. Throws CitywardError. */
export async function writeRenamed(temporary: string, file: string, content: Uint8Array): Promise<void> {
  try {
    await writeFile(temporary, content)
    await rename(temporary, file)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw diskProblem(file, error)
  }
}

/** Write a file, piece by piece, that is to be looked at before it gets its name. Throws CitywardError where the disk refuses it. */
export async function writeUnfinished(
  unfinished: string,
  pieces: (write: (bytes: Uint8Array) => void) => Promise<void>,
): Promise<void> {
  try {
    await putPieces(unfinished, pieces)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw diskProblem(unfinished, error)
  }
}

/** Give a file that is there under its unfinished name its own, once it is sure to survive a loss of power. */
export function settleFile(file: string): Promise<void> {
  return finishFile(file, 'r+', () => undefined)
}

async function finishFile(
  file: string,
  flags: 'w' | 'r+',
  write: (handle: FileHandle) => Promise<void> | undefined,
): Promise<void> {
  const temporary = `${file}${UNFINISHED}`
  try {
    const handle = await open(temporary, flags)
    try {
      await write(handle)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(temporary, file)
    const folder = await open(dirname(file), 'r').catch(() => undefined)
    // some systems cannot sync folders
    await folder?.sync().catch(() => undefined)
    await folder?.close()
  } catch (error) {
    rmSync(temporary, { force: true })
    throw diskProblem(file, error)
  }
}

/**
 * Make a folder where there is none, with those above it. Throws CitywardError where the disk refuses.
 *
 * Not by Node's own recursion, which never ends where a file system reports ENOENT for a new folder, as /proc does.
 */
export function makeFolder(folder: string): void {
  try {
    makeEach(folder)
  } catch (error) {
    throw diskProblem(folder, error)
  }
}

function makeEach(folder: string): void {
  if (isFolder(folder)) return
  const above = dirname(folder)
  if (above !== folder && !existsSync(above)) makeEach(above)
  try {
    mkdirSync(folder)
  } catch (error) {
    // another process may have made it meanwhile
    if (!isFolder(folder)) throw error
  }
}

/** Whether there is a folder of this name that may be looked at. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}

/** Make a rename survive a loss of power, where the system can sync folders. */
function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r')
    fsyncSync(handle)
    closeSync(handle)
  } catch {
    // some systems cannot sync folders
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'a full disk',
  EDQUOT: 'a used-up quota',
  EFBIG: 'a file larger than may be written',
  EACCES: 'no permission',
  EPERM: 'no permission',
  EROFS: 'a read-only disk',
  ENOENT: 'no such folder',
  ENOTDIR: 'a file where a folder should be',
  EEXIST: 'a file of this name',
  EISDIR: 'a folder of this name',
  ENAMETOOLONG: 'a name that is too long',
}

/** The problem for a failed file operation. */
export function diskProblem(file: string, error: unknown): CitywardError {
  if (error instanceof CitywardError) return error
  const { code } = error as NodeJS.ErrnoException
  if (code === undefined) throw error
  const roomless = ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code)
  return new CitywardError([
    {
      code: 'disk-refused',
      where: { file },
      found: REASONS[code] ?? `the error ${code}`,
      expected: 'a file that can be written',
      hint: roomless ? 'What was finished is kept: make room, then `cityward resume` the folder.' : undefined,
    },
  ])
}
