/** Missing and damaged files of a run folder, by their hashes. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { RunIdentity } from './identity.js'
import { holderIn } from './lock.js'
import type { Holder } from './lock-holder.js'
import { type Manifest, type PartRecord, partFile, sha256Of, unsealed } from './manifest.js'
import { journalIn, manifestIn, runIn, textIn } from './read-files.js'
import { hashFile } from './read-part.js'

export interface Finding {
  readonly file: string
  readonly is: 'missing' | 'damaged'
}

export interface Verification {
  readonly folder: string
  /** Absent where the folder is no run: neither run.json nor manifest.json can be read. */
  readonly run?: RunIdentity
  /** Whether there is an undamaged manifest. */
  readonly finished: boolean
  readonly parts: { readonly whole: number; readonly all: number }
  readonly findings: readonly Finding[]
  /** The process that is writing now. */
  readonly holder?: Holder
}

export function verifyRun(folder: string): Verification {
  const findings: Finding[] = []
  const check = (file: string, whole: boolean) => {
    if (whole) return
    findings.push({ file, is: existsSync(join(folder, file)) ? 'damaged' : 'missing' })
  }
  const run = runIn(folder)?.run
  const manifest = manifestIn(folder)
  check('run.json', unsealed(textIn(folder, 'run.json') ?? '') !== undefined)
  check('manifest.json', manifest !== undefined)
  if (manifest?.summary !== undefined)
    check('summary.json', sha256Of(textIn(folder, 'summary.json') ?? '') === manifest.summary)
  const known = manifest?.parts ?? [...new Map(journalIn(folder).map((part) => [part.file, part])).values()]
  const damaged = known.filter((part) => !isWhole(folder, part))
  for (const { file } of damaged) check(file, false)
  const wanted = run ? wantedParts(run, manifest) : []
  const names = new Set(known.map(({ file }) => file))
  for (const file of wanted) if (!names.has(file)) findings.push({ file, is: 'missing' })
  return {
    folder,
    run,
    finished: manifest !== undefined,
    parts: { whole: known.length - damaged.length, all: Math.max(wanted.length, known.length) },
    findings,
    holder: holderIn(folder),
  }
}

function isWhole(folder: string, { file, sha256 }: PartRecord): boolean {
  const path = join(folder, file)
  return existsSync(path) && hashFile(path) === sha256
}

/** Files of all parts that the run, or its shard, must have. */
function wantedParts({ partDraws, policies, shard, draws }: RunIdentity, manifest?: Manifest): string[] {
  const count = Math.ceil((manifest?.draws ?? draws) / partDraws)
  const parts = Array.from({ length: count }, (_, part) => part).filter(
    (part) => !shard || part % shard.count === shard.index - 1,
  )
  return parts.flatMap((part) => policies.map((policy) => partFile(policy, part)))
}
