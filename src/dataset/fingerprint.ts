/** One short text that changes whenever a file of the data folder does. */
import { createHash } from 'node:crypto'
import type { Folder } from './reading/folder.js'

/** SHA-256 over name, length and bytes of each file, in the order of the names; hexadecimal. */
export function folderFingerprint(folder: Folder): string {
  const hash = createHash('sha256')
  for (const [name, bytes] of folder.files) hash.update(`${name}\0${bytes.length}\0`).update(bytes)
  return hash.digest('hex')
}

/** SHA-256 of each file by its name, hexadecimal: they show which one has changed. */
export function fileHashes(folder: Folder): Record<string, string> {
  const hashes = [...folder.files].map(([name, bytes]) => [
    name,
    createHash('sha256').update(bytes).digest('hex'),
  ])
  return Object.fromEntries(hashes)
}
