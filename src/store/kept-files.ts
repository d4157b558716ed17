/**
 * Files that stand beside the outcomes of a run and may be written anew: its provenance, its report, what would be enough,
 * how a quota could be split.
 * files.json lists them with their hashes, so that one that is damaged, gone or another run's is found.
 *
 * A file and its line in the list cannot be written in one step. While it is written the list has both hashes, that of the
 * file as it was and as it will be, so that an interruption at any moment leaves a file that is as it was listed.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { CitywardError, lacking } from '../vocabulary/problems.js'
import { shellWord } from '../vocabulary/shell.js'
import { takeLock } from './lock.js'
import { LAYOUT, sealed, sha256Of, sha256OfPieces, unsealed } from './manifest.js'
import { recordedRun, textIn } from './read-files.js'
import { updateIn } from './updated-run.js'
import { writeWhole } from './write-file.js'

/** Name of the list. */
export const KEPT_LIST = 'files.json'
/** Names of what it lists. */
export const KEPT_FILES = [
  'provenance.json',
  'added.json',
  'split.json',
  'reach.json',
  'report.html',
  'explorer.html',
] as const
export type KeptFile = (typeof KEPT_FILES)[number]
/** Of an updated run, whose summary is under no manifest. */
export const UPDATED_FILES = ['summary.json', ...KEPT_FILES] as const
type ListedFile = (typeof UPDATED_FILES)[number]

/** What is true of a file that is kept beside a run. */
export type KeptState = 'whole' | 'missing' | 'damaged' | 'unlisted' | 'absent'

interface KeptList {
  readonly layout: number
  /** Of the run that the files are of. */
  readonly fingerprint: string
  /** Hashes by name: one, or while the file is written anew two. */
  readonly files: Readonly<Partial<Record<ListedFile, readonly string[]>>>
}

/** The list, where it is undamaged and of the run in the folder. */
function listIn(folder: string, fingerprint: string): KeptList | undefined {
  const list = unsealed<KeptList>(textIn(folder, KEPT_LIST) ?? '')
  const isOwn = list?.layout === LAYOUT && list.fingerprint === fingerprint
  return isOwn && typeof list.files === 'object' && list.files !== null ? list : undefined
}

/** Of the run in a folder, or of the updated one; empty where there is none. */
function fingerprintOf(folder: string): string {
  return (updateIn(folder) ?? recordedRun(folder))?.fingerprint ?? ''
}

/** Write a file beside the run in a folder, and its hash into the list; a large text piece by piece, which is gone through twice. */
export function keepFile(folder: string, name: ListedFile, text: string | Iterable<string>): void {
  const release = lockedShortly(folder)
  try {
    const fingerprint = fingerprintOf(folder)
    const files = listIn(folder, fingerprint)?.files ?? {}
    const write = (hashes: readonly string[]) =>
      writeWhole(
        join(folder, KEPT_LIST),
        sealed({ layout: LAYOUT, fingerprint, files: { ...files, [name]: hashes } } satisfies KeptList),
      )
    const sha256 = typeof text === 'string' ? sha256Of(text) : sha256OfPieces(text)
    write([...new Set([sha256, ...(files[name] ?? [])])])
    writeWhole(join(folder, name), text)
    write([sha256])
  } finally {
    release()
  }
}

/** Milliseconds between attempts at a lock that another process holds, and how many there are. */
const [PAUSE, ATTEMPTS] = [50, 40]

/** The folder's lock, which another process may hold for the moment in which it writes such a file. */
function lockedShortly(folder: string): () => void {
  for (let attempt = 1; ; attempt++) {
    try {
      return takeLock(folder)
    } catch (error) {
      const isHeld = error instanceof CitywardError && error.problems[0].code === 'run-in-use'
      if (!isHeld || attempt === ATTEMPTS) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE)
    }
  }
}

/** State of a kept file of this run, and its text where it is whole. Throws NotWholeError where it is there and cannot be read. */
export function keptFile(
  folder: string,
  fingerprint: string,
  name: ListedFile,
): { readonly state: KeptState; readonly text?: string } {
  const list = listIn(folder, fingerprint)
  const hashes = list?.files[name]
  const text = textIn(folder, name)
  if (!hashes) return { state: text === undefined ? 'absent' : 'unlisted' }
  if (text === undefined) return { state: 'missing' }
  return hashes.includes(sha256Of(text)) ? { state: 'whole', text } : { state: 'damaged' }
}

/** Whether the list is there and of no use, or there are files that it should list. */
export function isListDamaged(folder: string, fingerprint: string): boolean {
  if (listIn(folder, fingerprint)) return false
  return [KEPT_LIST, ...KEPT_FILES].some((name) => existsSync(join(folder, name)))
}

const FOUND: Readonly<Record<Exclude<KeptState, 'whole' | 'absent'>, string>> = {
  missing: 'no such file, though the run had one',
  damaged: 'other bytes than were written',
  unlisted: `a file that ${KEPT_LIST} does not list for this run`,
}

/**
 * The text of a kept file; undefined where the run has none. Throws NotWholeError where it is not as it was written.
 *
 * cure  the command that writes it anew
 */
export function readKept(folder: string, name: KeptFile, cure: string): string | undefined {
  const fingerprint = fingerprintOf(folder)
  const { state, text } = keptFile(folder, fingerprint, name)
  if (state === 'whole') return text
  if (state === 'absent')
    return isListDamaged(folder, fingerprint) ? refuseKept(folder, KEPT_LIST, 'damaged', cure) : undefined
  return refuseKept(folder, name, state, cure)
}

function refuseKept(folder: string, name: string, state: keyof typeof FOUND, cure: string): never {
  return lacking({
    code: 'kept-file-damaged',
    where: { file: join(folder, name) },
    found: FOUND[state],
    expected: 'the file as it was written',
    hint: `\`${cure}\` writes it anew. The outcomes are not touched: \`cityward query ${shellWord(folder)}\` and all that reads them alone go on.`,
  })
}
