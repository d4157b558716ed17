/**
 * The parts that a run folder has, whatever is lost of its lists: those that the manifest or the journal names, by their
 * hashes, and any other by what it says of itself.
 */
import { join } from 'node:path'
import type { RunIdentity } from './identity.js'
import type { PartRecord } from './manifest.js'
import { partNames } from './mixed-records.js'
import { describedPart, recordFor } from './part-identity.js'
import { hashFile } from './read-part.js'

export interface FoundParts {
  /** Parts of the run that are as they were written. */
  readonly whole: readonly PartRecord[]
  /** Files of parts that are damaged, or named by a list and gone. */
  readonly others: readonly string[]
  /** Files that are whole, as parts of another run or under the name of another part. */
  readonly strays: readonly string[]
}

/**
 * Every part is read once, whole; of those that are damaged some twice.
 *
 * lists  records of the manifest and the journal, as far as there are
 */
export function foundParts(folder: string, run: RunIdentity, lists: readonly PartRecord[]): FoundParts {
  const [whole, others, strays]: [PartRecord[], string[], string[]] = [[], [], []]
  const listed = new Map<string, PartRecord[]>()
  for (const part of lists) listed.set(part.file, [...(listed.get(part.file) ?? []), part])
  const there = partNames(folder).map((name) => `outcomes/${name}`)
  for (const file of new Set([...listed.keys(), ...there])) {
    const path = join(folder, file)
    // the lists are of the run that they lie beside, unless run.json is another's: the first part has to say so itself
    const record = whole.length > 0 ? knownByHash(path, listed.get(file)) : undefined
    if (record) {
      whole.push(record)
      continue
    }
    const described = describedPart(path)
    const own = described && recordFor(run, described)
    if (own?.file === file) whole.push(own)
    else if (described) strays.push(file)
    else if (isNameOf(run, file)) others.push(file)
  }
  return { whole, others, strays }
}

function knownByHash(path: string, known: readonly PartRecord[] = []): PartRecord | undefined {
  if (known.length === 0) return undefined
  try {
    const sha256 = hashFile(path)
    return known.find((part) => part.sha256 === sha256)
  } catch {
    // gone, a folder, or a file that may not be read: no part
    return undefined
  }
}

/** Whether a file has the name of a part of the run. */
function isNameOf({ policies }: RunIdentity, file: string): boolean {
  const [, policy] = /^outcomes\/part-(.+)-\d{5,}\.parquet$/.exec(file) ?? []
  return policy !== undefined && policies.includes(policy)
}
