/**
 * Holds the parts of a run to their hashes before they are read, and remembers what was held, so that the next command
 * need not hash them again.
 *
 * checked.json in the run folder has for each part the hash that it was found to have, beside what the system says of the
 * file: size, times of its last change and of that of its entry, in nanoseconds, and inode. A file for which one of these
 * is another is hashed again, and so is every part of a folder that was copied. What they cannot show is a change beneath
 * the file system, such as a failing disk's; `verify` therefore reads every byte, whatever is remembered.
 */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { LAYOUT, type PartRecord, sealed, unsealed } from './manifest.js'
import { textIn } from './read-files.js'
import { hashFile } from './read-part.js'
import { writeWhole } from './write-file.js'

/** Holds parts to their hashes; throws RefusedPart for the first that cannot be read, or has other bytes. */
export type PartCheck = (parts: readonly PartRecord[]) => void

/** A part that is not as it was written. */
export class RefusedPart extends Error {
  /** fault: what reading it ended with; absent where it has other bytes. */
  constructor(
    readonly part: PartRecord,
    readonly fault?: unknown,
  ) {
    super(part.file)
  }
}

const NAME = 'checked.json'
/**
 * Nanoseconds after which a change of a file shows in its times for certain: some file systems count whole seconds, so
 * that a second change within one would not show.
 */
const SETTLED = 2_000_000_000n

/** By file: its state and its hash. */
type Checked = Readonly<Record<string, Seen>>
type Seen = readonly [state: string, sha256: string]

interface Content {
  readonly layout: number
  readonly parts: Checked
}

/** `now`: nanoseconds of the system's clock. */
export function createPartCheck(
  folder: string,
  now: () => bigint = () => BigInt(Date.now()) * 1_000_000n,
): PartCheck {
  const kept = new Map(Object.entries(readChecked(folder)))
  const checked = new Map(kept)
  return (parts) => {
    const added = new Map<string, Seen>()
    for (const part of parts) {
      const { seen, isSettled } = hashed(folder, part, checked.get(part.file), now)
      checked.set(part.file, seen)
      if (isSettled) added.set(part.file, seen)
    }
    if (added.size === 0) return
    for (const [file, seen] of added) kept.set(file, seen)
    keepChecked(folder, kept)
  }
}

/** What is seen of a part that is as it was written, and whether that is new and may be remembered. */
function hashed(
  folder: string,
  part: PartRecord,
  known: Seen | undefined,
  now: () => bigint,
): { readonly seen: Seen; readonly isSettled: boolean } {
  const path = join(folder, part.file)
  try {
    const { state, changed } = stateOf(path)
    if (known?.[0] === state && known[1] === part.sha256) return { seen: known, isSettled: false }
    const started = now()
    if (hashFile(path) === part.sha256 && stateOf(path).state === state)
      return { seen: [state, part.sha256], isSettled: started - changed > SETTLED }
  } catch (error) {
    throw new RefusedPart(part, error)
  }
  throw new RefusedPart(part)
}

function stateOf(path: string): { readonly state: string; readonly changed: bigint } {
  const { size, mtimeNs, ctimeNs, ino } = statSync(path, { bigint: true })
  return { state: [size, mtimeNs, ctimeNs, ino].join(), changed: ctimeNs > mtimeNs ? ctimeNs : mtimeNs }
}

function readChecked(folder: string): Checked {
  try {
    const content = unsealed<Content>(textIn(folder, NAME) ?? '')
    return content?.layout === LAYOUT ? { ...content.parts } : {}
  } catch {
    // what cannot be read is hashed again
    return {}
  }
}

/** Nothing is lost where a folder takes no file. */
function keepChecked(folder: string, checked: ReadonlyMap<string, Seen>): void {
  try {
    writeWhole(join(folder, NAME), sealed({ layout: LAYOUT, parts: Object.fromEntries(checked) }))
  } catch {
    // a folder that may only be read, or a full disk
  }
}
