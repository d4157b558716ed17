/** Files of offices as they lie on the disk, and those that a mapping was made of. */
import { readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { sha256Hex } from '../../import/import-file.js'
import type { Mapping } from '../../import/mapping.js'
import { MOST_BYTES, type OfficeFile } from '../../import/sheet.js'
import { CitywardError, fail } from '../../vocabulary/problems.js'

/** The bytes of a file, whatever stands under its name. Throws CitywardError where they cannot be read. */
export function readOfficeFile(file: string): OfficeFile {
  try {
    const about = statSync(file)
    if (about.isDirectory())
      fail({ code: 'file-is-folder', where: { file }, found: 'a folder', expected: 'a file' })
    if (!about.isFile())
      fail({ code: 'file-is-device', where: { file }, found: 'a pipe or a device', expected: 'a file' })
    if (about.size > MOST_BYTES)
      fail({
        code: 'file-too-large',
        where: { file },
        found: `a file of ${about.size} bytes (at most ${MOST_BYTES} are read)`,
        expected: 'a smaller one',
      })
    if (about.size === 0)
      fail({ code: 'file-empty', where: { file }, found: 'an empty file', expected: 'a table' })
    return { file, bytes: readFileSync(file) }
  } catch (error) {
    if (error instanceof CitywardError) throw error
    const { code } = error as NodeJS.ErrnoException
    const isMissing = code === 'ENOENT' || code === 'ENOTDIR'
    return fail({
      code: isMissing ? 'file-missing' : 'file-unreadable',
      where: { file },
      found: isMissing ? 'no file of this name' : `a file that cannot be read (${code ?? 'unknown reason'})`,
      expected: 'a table of a statistical office, or a mapping',
    })
  }
}

/** The file of a mapping, which has to be the one that it was made of. */
export function readFileOfMapping(file: string, { file: path, sha256 }: Mapping): OfficeFile {
  const source = readOfficeFile(join(dirname(file), path))
  const found = sha256Hex(source.bytes)
  if (found !== sha256)
    fail({
      code: 'source-changed',
      where: { file: source.file },
      found: `sha-256 ${found.slice(0, 12)}…`,
      expected: `${sha256.slice(0, 12)}…, as in ${file}`,
      hint: 'Import the file anew, or write its hash into the mapping if it is meant.',
    })
  return source
}
