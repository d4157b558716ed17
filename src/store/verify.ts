/** Missing and damaged files of a run folder, every byte of it held to its hashes. */
import { accessSync, constants, statSync } from 'node:fs'
import { join } from 'node:path'
import { wholeOrNone } from '../vocabulary/problems.js'
import { sameRun } from './differences.js'
import { foundParts } from './found-parts.js'
import type { RunIdentity } from './identity.js'
import { isListDamaged, KEPT_FILES, KEPT_LIST, keptFile, type UPDATED_FILES } from './kept-files.js'
import { holderIn } from './lock.js'
import type { Holder } from './lock-holder.js'
import { isMine, type Manifest, partFile, sha256Of } from './manifest.js'
import { strayRecord } from './mixed-records.js'
import { journalIn, manifestFile, refuseLayout, runFile, textIn, whyUnread } from './read-files.js'

export interface Finding {
  readonly file: string
  /** foreign: whole, but of another run, or under another name; unreadable: a folder, or without permission. */
  readonly is: 'missing' | 'damaged' | 'foreign' | 'unreadable'
}

export interface Verification {
  readonly folder: string
  /** Absent where the folder is no run: neither run.json nor manifest.json can be read. */
  readonly run?: RunIdentity
  /** Whether there is an undamaged manifest. */
  readonly finished: boolean
  readonly draws?: number
  readonly parts: { readonly whole: number; readonly all: number }
  readonly findings: readonly Finding[]
  /** The process that is writing now. */
  readonly holder?: Holder
}

/** Times that a folder is looked at again because its run has ended meanwhile. */
const AGAIN = 3

/** `looked` is called after every look, in tests of runs that end meanwhile. */
export function verifyRun(folder: string, looked = () => {}): Verification {
  for (let time = 1; ; time++) {
    const before = stateOf(folder)
    const verified = look(folder)
    looked()
    // what was looked at while its process gave it back is no state that it ever had
    if (stateOf(folder) === before || time === AGAIN) return verified
  }
}

/** What changes when a process begins or ends a run. */
function stateOf(folder: string): string {
  const manifest = wholeOrNone(() => textIn(folder, 'manifest.json'))
  return `${sha256Of(manifest ?? '')} ${holderIn(folder)?.pid}`
}

function look(folder: string): Verification {
  const findings: Finding[] = []
  const { run, manifest } = recordsIn(folder, findings)
  if (manifest?.summary !== undefined) {
    const summary = wholeOrNone(() => textIn(folder, 'summary.json') ?? '')
    if (summary === undefined || sha256Of(summary) !== manifest.summary)
      findings.push({ file: 'summary.json', is: stateOfFile(folder, 'summary.json') })
  }
  const parts = run ? lookAtParts(folder, run, manifest, findings) : { whole: 0, all: 0 }
  if (run) lookAtKept(folder, run.fingerprint, KEPT_FILES, findings)
  return {
    folder,
    ...(run && { run }),
    finished: manifest !== undefined,
    ...(manifest && { draws: manifest.draws }),
    parts,
    findings,
    holder: holderIn(folder),
  }
}

/** The records that are of the run in the folder; what is wrong with the others is found. */
function recordsIn(
  folder: string,
  findings: Finding[],
): { readonly run?: RunIdentity; readonly manifest?: Manifest } {
  const [record, finished] = [wholeOrNone(() => runFile(folder)), wholeOrNone(() => manifestFile(folder))]
  for (const [file, read] of [['run.json', record] as const, ['manifest.json', finished] as const]) {
    if (read?.is === 'of another layout') refuseLayout(folder, read)
    if (read?.is !== 'whole') findings.push({ file, is: read?.is ?? 'unreadable' })
  }
  const run = record?.is === 'whole' ? record.content.run : undefined
  const manifest = finished?.is === 'whole' ? finished.content : undefined
  if (!run || !manifest || sameRun(run, manifest.run)) return { run: run ?? manifest?.run, manifest }
  const stray = strayRecord(folder, run, manifest.run)
  findings.push({ file: stray, is: 'foreign' })
  return stray === 'run.json' ? { run: manifest.run, manifest } : { run }
}

/** How many parts are whole, and which are not: by the manifest, or where there is none by what they say of themselves. */
function lookAtParts(
  folder: string,
  run: RunIdentity,
  manifest: Manifest | undefined,
  findings: Finding[],
): Verification['parts'] {
  const lists = manifest?.parts ?? wholeOrNone(() => journalIn(folder, run)) ?? []
  const { whole, strays } = foundParts(folder, run, lists)
  const hashes = new Map(whole.map(({ file, sha256 }) => [file, sha256]))
  const listed = new Map(manifest?.parts.map(({ file, sha256 }) => [file, sha256]))
  const wanted = [...new Set([...listed.keys(), ...wantedParts(run, manifest)])]
  const others = [...hashes.keys()].filter((file) => !wanted.includes(file))
  const isWhole = (file: string) =>
    hashes.has(file) && (!listed.has(file) || listed.get(file) === hashes.get(file))
  for (const file of wanted.filter((file) => !isWhole(file))) {
    const is = strays.includes(file) || hashes.has(file) ? 'foreign' : stateOfFile(folder, file)
    findings.push({ file, is })
  }
  return { whole: wanted.filter(isWhole).length + others.length, all: wanted.length + others.length }
}

/** What is wrong with the files beside the outcomes, or beside the list of an updated run's draws. */
export function lookAtKept(
  folder: string,
  fingerprint: string,
  files: typeof KEPT_FILES | typeof UPDATED_FILES,
  findings: Finding[],
): void {
  const list = wholeOrNone(() => isListDamaged(folder, fingerprint))
  if (list === false) {
    for (const file of files) {
      const kept = wholeOrNone(() => keptFile(folder, fingerprint, file)) ?? { state: 'unreadable' as const }
      if (kept.state === 'whole' || kept.state === 'absent') continue
      findings.push({ file, is: kept.state === 'unlisted' ? 'foreign' : kept.state })
    }
  } else findings.push({ file: KEPT_LIST, is: stateOfFile(folder, KEPT_LIST) })
}

/** State of a file that is not as it was written. */
function stateOfFile(folder: string, file: string): Finding['is'] {
  try {
    accessSync(join(folder, file), constants.R_OK)
    return statSync(join(folder, file)).isFile() ? 'damaged' : 'unreadable'
  } catch (error) {
    return whyUnread(error) === undefined ? 'missing' : 'unreadable'
  }
}

/** Files of all parts that the run, or its shard, must have. */
function wantedParts({ partDraws, policies, shard, draws }: RunIdentity, manifest?: Manifest): string[] {
  const count = Math.ceil((manifest?.draws ?? draws) / partDraws)
  const parts = Array.from({ length: count }, (_, part) => part).filter((part) => isMine(shard, part))
  return parts.flatMap((part) => policies.map((policy) => partFile(policy, part)))
}
