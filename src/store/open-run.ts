/**
 * A finished run folder, opened for reading: the one way in for every command that reads a run.
 *
 * The manifest must be as it was sealed and of the same run as run.json; parts are held to their hashes before they are
 * read (checked-parts.ts), files beside the outcomes by kept-files.ts.
 */
import { join } from 'node:path'
import type { OutcomeReader } from '../results/outcome-reader.js'
import { howMany } from '../vocabulary/numbers.js'
import { fail, lacking, NotWholeError } from '../vocabulary/problems.js'
import { shellWord } from '../vocabulary/shell.js'
import { refuseArgument, requireWhole } from '../vocabulary/wrong-argument.js'
import { createPartCheck, type PartCheck, RefusedPart } from './checked-parts.js'
import type { RunIdentity } from './identity.js'
import { LAYOUT, type Manifest, type PartRecord } from './manifest.js'
import { describedPart, recordFor } from './part-identity.js'
import { manifestFile, runBeside, whyUnread } from './read-files.js'
import { indexOf, type PartIndex, readColumn, withFileAsync } from './read-part.js'
import { asUpdated, baseFolder, type RunWithOutcomes, updateIn } from './updated-run.js'

export type OpenRun = RunWithOutcomes

/**
 * Open a run folder, or that of an updated run. Throws CitywardError where it is none, or a shard; NotWholeError where it is
 * unfinished or damaged.
 */
export function openRun(folder: string): OpenRun {
  const updated = updateIn(folder)
  return updated
    ? asUpdated(folder, openSimulated(baseFolder(folder, updated)), updated)
    : openSimulated(folder)
}

function openSimulated(folder: string): OpenRun {
  const manifest = readManifest(folder)
  const { shard } = manifest.run
  if (shard) {
    fail({
      code: 'run-only-a-shard',
      where: { file: folder },
      found: `shard ${shard.index} of ${shard.count} of a run`,
      expected: 'a whole run',
      hint: 'Put the shards together with `cityward merge`.',
    })
  }
  return {
    folder,
    manifest,
    header: manifest.header,
    reader: createReader(folder, manifest, createPartCheck(folder)),
  }
}

function readManifest(folder: string): Manifest {
  const read = manifestFile(folder)
  const run = runBeside(folder, read)
  if (read.is === 'whole') return read.content
  if (read.is === 'missing' && run) return refuseUnfinished(folder)
  if (read.is === 'missing')
    return fail({
      code: 'run-missing',
      where: { file: folder },
      found: 'no run.json and no manifest.json',
      expected: 'the folder of a finished run',
    })
  return refuseManifest(folder, run)
}

/** The manifest is there and not as it was written; `run`: what run.json says. */
export function refuseManifest(folder: string, run: RunIdentity | undefined): never {
  const mended = `\`cityward resume ${shellWord(folder)}\` writes it anew from run.json and the parts, which it keeps.`
  return lacking({
    code: 'manifest-damaged',
    where: { file: join(folder, 'manifest.json') },
    found: 'a manifest that is not as it was written',
    expected: `a manifest of layout ${LAYOUT}`,
    hint: run ? mended : 'run.json is lost too: run the scenario again into another folder.',
  })
}

/** The folder has an identity and no manifest. */
export function refuseUnfinished(folder: string): never {
  return lacking({
    code: 'run-unfinished',
    where: { file: folder },
    found: 'a run that is not finished',
    expected: 'a finished run',
    hint: `\`cityward resume ${shellWord(folder)}\` finishes it.`,
  })
}

/** A reader over the parts of a manifest, which `check` holds to their hashes before they are read. */
export function createReader(folder: string, manifest: Manifest, check: PartCheck): OutcomeReader {
  const { header, partDraws } = manifest
  const inputs = header.uncertainties.map(({ name }) => `input@${name}`)
  const columns = ['policy', 'draw', 'failed', ...inputs, ...header.outcomes.map(({ name }) => name)]
  const placeOf = new Map(columns.map((name, at) => [name, at]))
  const indices = new Map<PartRecord, PartIndex>()
  return {
    draws: manifest.draws,
    read: async (policy, names, { draws = manifest.draws, into } = {}) => {
      requireWhole('read', 'policy', policy, 0, header.policies.length - 1)
      requireWhole('read', 'draws', draws, 1, manifest.draws)
      for (const name of names) requireNumbers(name, placeOf)
      for (const { length } of into ?? [])
        if (length < draws)
          refuseArgument('read', 'into', `room for ${howMany(length, 'draw')}`, `for ${draws}`)
      const columns = names.map((_, at) => into?.[at] ?? new Float64Array(draws))
      const parts = manifest.parts.filter((part) => part.policy === policy && part.part * partDraws < draws)
      checkParts(folder, manifest, parts, check)
      let rows = 0
      for (const part of parts) {
        const first = part.part * partDraws
        const wanted = Math.min(part.rows, draws - first)
        rows += wanted
        await readPart(folder, part, indices, async (handle, index) => {
          for (const [at, name] of names.entries()) {
            const to = columns[at].subarray(first, first + wanted)
            await readColumn(handle, { index, at: placeOf.get(name) ?? -1, name }, to)
          }
        })
      }
      return rows === draws ? columns : missing(folder, manifest, policy, rows, draws)
    },
  }
}

/** Throws NotWholeError where the manifest does not list a part for every draw of every policy. */
export function refuseLacking(folder: string, manifest: Manifest): void {
  const { header, draws, partDraws, parts } = manifest
  for (const policy of header.policies.keys()) {
    const own = parts.filter((part) => part.policy === policy && part.part * partDraws < draws)
    const rows = own.reduce((sum, part) => sum + Math.min(part.rows, draws - part.part * partDraws), 0)
    if (rows < draws) missing(folder, manifest, policy, rows, draws)
  }
}

/** Hold parts to their hashes. Throws NotWholeError that names the first that is not as it was written. */
export function checkParts(
  folder: string,
  manifest: Manifest,
  parts: readonly PartRecord[],
  check: PartCheck,
): void {
  try {
    check(parts)
  } catch (error) {
    if (error instanceof RefusedPart) refusePart(folder, error, manifest)
    throw error
  }
}

/** Texts between the numbers of a part: read as numbers they would be zeros. */
const TEXTS = ['policy', 'failed']

function requireNumbers(name: string, placeOf: ReadonlyMap<string, number>): void {
  if (placeOf.has(name) && !TEXTS.includes(name)) return
  const all = [...placeOf.keys()].filter((known) => !TEXTS.includes(known))
  refuseArgument('read', 'names', `"${name}"`, `a column of numbers, such as ${all.slice(0, 3).join(', ')}`)
}

async function readPart(
  folder: string,
  part: PartRecord,
  indices: Map<PartRecord, PartIndex>,
  use: (handle: number, index: PartIndex) => Promise<void>,
): Promise<void> {
  try {
    await withFileAsync(join(folder, part.file), async (handle) => {
      const index = indices.get(part) ?? indexOf(handle)
      indices.set(part, index)
      await use(handle, index)
    })
  } catch (error) {
    refusePart(folder, new RefusedPart(part, error))
  }
}

/** What is wrong with a part, and what mends it. */
function refusePart(folder: string, { part, fault }: RefusedPart, manifest?: Manifest): never {
  const file = join(folder, part.file)
  const run = shellWord(folder)
  throw new NotWholeError([
    {
      code: 'part-damaged',
      where: { file },
      found: fault === undefined ? changeOf(file, manifest) : faultOf(fault),
      expected: `${part.rows} draws, as they were written`,
      hint: `\`cityward resume ${run}\` makes it anew and keeps the parts that are whole; \`cityward verify ${run}\` names all that are not.`,
    },
  ])
}

/** Why a part could not be read. */
function faultOf(fault: unknown): string {
  const isOfSystem = (fault as NodeJS.ErrnoException).code !== undefined
  return isOfSystem ? (whyUnread(fault) ?? 'no such part') : 'a part that cannot be read'
}

/** What a part is that has other bytes than were written. */
function changeOf(file: string, manifest: Manifest | undefined): string {
  const described = describedPart(file)
  if (!described || !manifest) return 'a part with other bytes than were written'
  return recordFor(manifest.run, described) ? 'another part of the run' : 'a part of another run'
}

function missing(folder: string, { header }: Manifest, policy: number, rows: number, draws: number): never {
  return lacking({
    code: 'parts-missing',
    where: { file: join(folder, 'manifest.json') },
    found: `parts of ${rows} draws of the policy "${header.policies[policy]?.name}"`,
    expected: `${draws} draws`,
    hint: `\`cityward resume ${shellWord(folder)}\` makes what is missing.`,
  })
}
