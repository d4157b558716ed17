/** Merge the shards of a run into the folder that a single machine would have written. */
import { constants, copyFileSync, existsSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { CitywardError, fail, lacking, type Problem } from '../vocabulary/problems.js'
import { shellWord } from '../vocabulary/shell.js'
import { refuseArgument } from '../vocabulary/wrong-argument.js'
import { differencesOf, sameRun } from './differences.js'
import { movedTo, type RunIdentity } from './identity.js'
import { isLeaving } from './leavings.js'
import { takeLock } from './lock.js'
import { LAYOUT, type Manifest, type PartRecord, sealed, sha256Of } from './manifest.js'
import { createReader, type OpenRun, refuseManifest, refuseUnfinished } from './open-run.js'
import { describedPart, recordFor } from './part-identity.js'
import { manifestFile, manifestIn, runBeside, runIn } from './read-files.js'
import { diskProblem, makeFolder, writeWhole } from './write-file.js'

interface ShardFolder {
  readonly folder: string
  readonly manifest: Manifest
}

/**
 * Merge finished shards, in any order, into a folder that is new or empty.
 *
 * summarise  computes the text of summary.json from the merged run
 *
 * Throws CitywardError where a shard is given twice or of another run, NotWholeError where one is missing, unfinished or
 * damaged.
 */
export async function mergeRuns(
  folder: string,
  shards: readonly string[],
  summarise: (run: OpenRun) => Promise<string>,
): Promise<Manifest> {
  if (shards.length === 0) refuseArgument('mergeRuns', 'shards', 'none', 'the folders of all shards of a run')
  const read = shards.map(readShard)
  refuseOthers(read)
  refuseIncomplete(read)
  try {
    makeFolder(join(folder, 'outcomes'))
    refuseFull(folder, movedTo(folder, read[0].folder, read[0].manifest.run))
  } catch (error) {
    throw diskProblem(folder, error)
  }
  const release = takeLock(folder)
  try {
    const [{ folder: first, manifest }] = read
    const { header, draws, partDraws } = manifest
    const run = movedTo(folder, first, manifest.run)
    writeWhole(join(folder, 'run.json'), sealed({ layout: LAYOUT, run }))
    const parts = read.flatMap((shard) => shard.manifest.parts)
    parts.sort((a, b) => a.part - b.part || a.policy - b.policy)
    // it makes an interrupted merge a run that can be resumed
    writeWhole(join(folder, 'parts.jsonl'), parts.map((part) => `${JSON.stringify(part)}\n`).join(''))
    for (const shard of read) {
      for (const part of shard.manifest.parts) copyPart(folder, shard, part)
    }
    const merged: Manifest = { layout: LAYOUT, run, header, draws, partDraws, parts }
    const reader = createReader(folder, merged, () => undefined)
    const summary = await summarise({ folder, manifest: merged, header, reader })
    writeWhole(join(folder, 'summary.json'), summary)
    const whole = { ...merged, summary: sha256Of(summary) }
    writeWhole(join(folder, 'manifest.json'), sealed(whole))
    rmSync(join(folder, 'parts.jsonl'), { force: true })
    return whole
  } finally {
    release()
  }
}

function readShard(folder: string): ShardFolder {
  const read = manifestFile(folder)
  const run = runBeside(folder, read)
  if (read.is === 'whole' && read.content.run.shard) return { folder, manifest: read.content }
  if (read.is === 'missing' && run?.shard) return refuseUnfinished(folder)
  if (read.is === 'damaged') return refuseManifest(folder, run)
  return fail({
    code: 'shard-missing',
    where: { file: folder },
    found: run ? 'a whole run' : 'no run.json and no manifest.json',
    expected: 'a finished shard',
  })
}

/** Refuse shards of different runs; the differences are named. */
function refuseOthers([first, ...others]: readonly ShardFolder[]): void {
  const whole = ({ manifest }: ShardFolder): RunIdentity => {
    const { count } = manifest.run.shard!
    return { ...manifest.run, shard: { index: 0, count }, from: undefined }
  }
  const problems = others.flatMap((shard): Problem[] => {
    const [one, other] = [whole(first), whole(shard)]
    const draws = one.draws === other.draws ? [] : [{ path: ['draws'], there: one.draws, here: other.draws }]
    const same = one.fingerprint === other.fingerprint
    const found = [...differencesOf(one, other), ...draws]
    if (same && found.length === 0) return []
    const named = found
      .slice(0, 3)
      .map(({ path, here, there }) => `${path.join('.')} ${here} and not ${there}`)
    return [
      {
        code: 'shard-of-another-run',
        where: { file: shard.folder },
        found: named.join('; ') || 'another plan',
        expected: `a shard of the run that ${first.folder} is of`,
      },
    ]
  })
  if (problems.length > 0) throw new CitywardError(problems)
}

function refuseIncomplete(shards: readonly ShardFolder[]): void {
  const { count } = shards[0].manifest.run.shard!
  const seen = shards.map(({ manifest }) => manifest.run.shard!.index)
  const missing = Array.from({ length: count }, (_, at) => at + 1).filter((index) => !seen.includes(index))
  const twice = seen.find((index, at) => seen.indexOf(index) < at)
  const where = { file: shards[0].folder }
  const expected = `each of ${count} shards once`
  if (twice !== undefined) fail({ code: 'shard-twice', where, found: `shard ${twice} twice`, expected })
  if (missing.length === 0) return
  const found = `no shard ${missing.slice(0, 10).join(', ')} of ${count}`
  lacking({ code: 'shards-incomplete', where, found, expected })
}

/** Refuse a folder with anything in it but an interrupted merge of the same run. */
function refuseFull(folder: string, run: RunIdentity): void {
  const begun = runIn(folder)
  // the journal is the last that a merge takes away
  const isInterrupted = !manifestIn(folder) || existsSync(join(folder, 'parts.jsonl'))
  if (begun && isInterrupted && sameRun(begun, run)) return
  const there = [...readdirSync(folder), ...readdirSync(join(folder, 'outcomes'))].filter(
    (name) => name !== 'outcomes' && !isLeaving(name),
  )
  if (there.length === 0) return
  fail({
    code: 'folder-not-empty',
    where: { file: folder },
    found: `a folder with ${there.slice(0, 3).join(', ')} in it`,
    expected: 'a new or empty folder',
  })
}

/** Copy a part and check the copy: its hash, and that it is the part of the run that it is listed as. */
function copyPart(folder: string, { folder: from, manifest }: ShardFolder, part: PartRecord): void {
  const to = join(folder, part.file)
  try {
    makeFolder(dirname(to))
    copyFileSync(join(from, part.file), to, constants.COPYFILE_FICLONE)
    const described = describedPart(to)
    const own = described && recordFor(manifest.run, described)
    if (own?.file === part.file && own.sha256 === part.sha256) return
  } catch (error) {
    if (!['ENOENT', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? ''))
      throw diskProblem(to, error)
  }
  lacking({
    code: 'part-damaged',
    where: { file: join(from, part.file) },
    found: 'a part that is gone or changed',
    expected: `${part.rows} draws, as they were written`,
    hint: `\`cityward resume ${shellWord(from)}\` makes it anew and keeps the parts that are whole.`,
  })
}
