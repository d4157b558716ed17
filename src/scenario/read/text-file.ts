/** Reads a text that a planner names, whatever stands under the name: a folder, a pipe, a device, a picture. */
import { isUtf8 } from 'node:buffer'
import { closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs'

/** Why there is no text: a stable code, and a phrase that completes "Found ...". */
export interface ReadFailure {
  readonly code:
    | 'file-missing'
    | 'file-is-folder'
    | 'file-is-device'
    | 'file-too-large'
    | 'file-unreadable'
    | 'file-not-text'
  readonly found: string
  /** Of the first bytes that are no text. */
  readonly line?: number
}

/** Absent where the system has no such flag. */
const WITHOUT_WAITING = constants.O_NONBLOCK ?? 0

/** The text of a file in UTF-8 of at most so many bytes, without its byte order mark. */
export function readText(file: string, most: number): { readonly text: string } | ReadFailure {
  let handle: number | undefined
  try {
    // opening a device can set it in motion, and opening a pipe can wait for ever
    const other = noFile(statSync(file))
    if (other) return other
    handle = openSync(file, constants.O_RDONLY | WITHOUT_WAITING)
    const about = fstatSync(handle)
    const changed = noFile(about)
    if (changed) return changed
    if (about.size > most)
      return { code: 'file-too-large', found: `a file of ${about.size} bytes (at most ${most} are read)` }
    // no more than its size, since some files have no end
    const bytes = Buffer.alloc(about.size)
    return decode(bytes.subarray(0, readSync(handle, bytes)))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR')
      return { code: 'file-missing', found: 'no file of this name' }
    return { code: 'file-unreadable', found: `a file that cannot be read (${code ?? 'unknown reason'})` }
  } finally {
    if (handle !== undefined) closeSync(handle)
  }
}

/** What stands where a folder should; undefined for a folder. */
export function notAFolder(path: string): string | undefined {
  try {
    return statSync(path).isDirectory() ? undefined : 'a file'
  } catch {
    return 'no folder of this name'
  }
}

function noFile(about: { isFile(): boolean; isDirectory(): boolean }): ReadFailure | undefined {
  if (about.isDirectory()) return { code: 'file-is-folder', found: 'a folder' }
  return about.isFile() ? undefined : { code: 'file-is-device', found: 'a pipe or a device' }
}

/** Text of bytes in UTF-8; the line of the first that are not. */
function decode(bytes: Buffer): { readonly text: string } | ReadFailure {
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '')
  const isText = !text.includes('\0')
  if (isText && isUtf8(bytes)) return { text }
  const line = text.slice(0, text.search(isText ? /\uFFFD/ : /\0/)).split('\n').length
  return { code: 'file-not-text', found: 'bytes that are no text in UTF-8', line }
}
