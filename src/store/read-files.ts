/** The small files of a run folder: what is whole, and what is missing, damaged, of another layout, or not to be read. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fail, lacking, type Problem } from '../vocabulary/problems.js'
import { shellWord } from '../vocabulary/shell.js'
import { sameRun } from './differences.js'
import type { RunIdentity } from './identity.js'
import { isPartOf, LAYOUT, type Manifest, type PartRecord, type PartsOf, unsealed } from './manifest.js'
import { refuseMixed } from './mixed-records.js'
import { isManifest, isRunIdentity } from './record-shape.js'

/** A file of JSON with the hash of its own content. */
export type SealedFile<Content> =
  | { readonly is: 'whole'; readonly content: Content }
  | { readonly is: 'missing' | 'damaged' }
  | { readonly is: 'of another layout'; readonly layout: number; readonly version: string }

/** The text of a file; undefined where there is none. Throws NotWholeError where it is there and cannot be read. */
export function textIn(folder: string, name: string): string | undefined {
  const file = join(folder, name)
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const reason = whyUnread(error)
    return reason === undefined ? undefined : lacking(unreadable(folder, file, reason))
  }
}

/** Why a file could not be read, as what was found; undefined where there is none of its name. */
export function whyUnread(error: unknown): string | undefined {
  const { code } = error as NodeJS.ErrnoException
  if (code === undefined) throw error
  if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
  if (code === 'EISDIR') return 'a folder'
  return code === 'EACCES' || code === 'EPERM'
    ? 'a file that may not be read (no permission)'
    : `a file that cannot be read (the error ${code})`
}

function unreadable(folder: string, file: string, found: string): Problem {
  const next = `\`cityward verify ${shellWord(folder)}\` says what writes the file anew.`
  const hint =
    found === 'a folder'
      ? `Take it away; ${next}`
      : `Give yourself the right to read it, or take it away; ${next}`
  return { code: 'run-file-unreadable', where: { file }, found, expected: 'a file of a run', hint }
}

export function manifestFile(folder: string): SealedFile<Manifest> {
  return sealedFile(folder, 'manifest.json', isManifest)
}

export function runFile(folder: string): SealedFile<{ readonly run: RunIdentity }> {
  return sealedFile(folder, 'run.json', ({ run }: { run: RunIdentity }) => isRunIdentity(run))
}

function sealedFile<Content extends object>(
  folder: string,
  name: string,
  hasShape: (content: Content) => boolean,
): SealedFile<Content> {
  const text = textIn(folder, name)
  if (text === undefined) return { is: 'missing' }
  const content = unsealed<Content & { readonly layout: number; readonly run?: RunIdentity }>(text)
  if (!content) return { is: 'damaged' }
  const { layout, run } = content
  if (layout !== LAYOUT && Number.isInteger(layout))
    return { is: 'of another layout', layout, version: String(run?.version) }
  return layout === LAYOUT && hasShape(content) ? { is: 'whole', content } : { is: 'damaged' }
}

/** The manifest, where it is undamaged and of this layout. */
export function manifestIn(folder: string): Manifest | undefined {
  const manifest = manifestFile(folder)
  return manifest.is === 'whole' ? manifest.content : undefined
}

/**
 * The identity of the run: from run.json, or where that is missing or damaged from the manifest, which repeats it; undefined
 * where neither can be used.
 *
 * Throws NotWholeError where the two are of different runs, CitywardError where they are of another layout.
 */
export function runIn(folder: string): RunIdentity | undefined {
  return runBeside(folder, manifestFile(folder))
}

/** The same without a look at the manifest where run.json is whole: that of thousands of places takes a second to read. */
export function recordedRun(folder: string): RunIdentity | undefined {
  const record = runFile(folder)
  return record.is === 'whole' ? record.content.run : runIn(folder)
}

/** The same, where the manifest has been read. */
export function runBeside(folder: string, manifest: SealedFile<Manifest>): RunIdentity | undefined {
  const record = runFile(folder)
  for (const file of [record, manifest]) if (file.is === 'of another layout') refuseLayout(folder, file)
  const kept = record.is === 'whole' ? record.content.run : undefined
  const finished = manifest.is === 'whole' ? manifest.content.run : undefined
  if (kept && finished && !sameRun(kept, finished)) refuseMixed(folder, kept, finished)
  return kept ?? finished
}

/** The folder is a run as another version of cityward lays it out. */
export function refuseLayout(
  folder: string,
  { layout, version }: { readonly layout: number; readonly version: string },
): never {
  return fail({
    code: 'run-of-another-layout',
    where: { file: folder },
    found: `a run of layout ${layout}, which cityward ${version} has written`,
    expected: `layout ${LAYOUT}`,
    hint: 'Read it with that version, or run its scenario again into another folder.',
  })
}

/** Parts of an unfinished run; a line that was cut, or names no part of the run, is ignored. */
export function journalIn(folder: string, run: PartsOf): PartRecord[] {
  return (textIn(folder, 'parts.jsonl') ?? '').split('\n').flatMap((line) => {
    try {
      return [JSON.parse(line)].filter((read): read is PartRecord => isPartOf(read, run))
    } catch {
      return []
    }
  })
}
