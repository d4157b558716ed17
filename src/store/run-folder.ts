/**
 * A run folder while it is written (docs/run-folder.md).
 *
 *   run.json               the identity of the run; written first, and checked by a run that continues it
 *   lock                   the process that is writing
 *   parts.jsonl            a line for every finished part, from which an interrupted run resumes
 *   outcomes/part-*.parquet
 *   summary.json
 *   manifest.json          written last: a folder without one is unfinished
 */

import { appendFileSync, existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { LOST_CODES } from '../results/failures.js'
import { recordOf } from '../results/fault-words.js'
import type { PackedPart, PartOutcomes } from '../results/parts.js'
import type { RunHeader } from '../results/run-header.js'
import { fail } from '../vocabulary/problems.js'
import { requireWhole } from '../vocabulary/wrong-argument.js'
import { differencesOf, sameRun } from './differences.js'
import { identityOf, type Origin, type RunIdentity } from './identity.js'
import { takeLock } from './lock.js'
import {
  isPart,
  LAYOUT,
  type Manifest,
  MOST_CAUSES,
  type PartRecord,
  partFile,
  sealed,
  sha256Of,
} from './manifest.js'
import { createReader, type OpenRun } from './open-run.js'
import { journalIn, manifestIn, type RunRecord, runIn } from './read-files.js'
import { hashFile } from './read-part.js'
import { diskProblem, makeFolder, UNFINISHED, writeWhole, writeWholeAsync } from './write-file.js'
import { packPart } from './write-part.js'

/** Most differences from the run in the folder that a message lists. */
const NAMED = 4

export class RunFolder {
  /** Files of parts that are missing or damaged, and are simulated again. */
  readonly damaged: string[] = []
  /** Identity of the run in the folder. */
  readonly identity: RunIdentity
  private readonly parts = new Map<string, PartRecord>()
  private readonly writing = new Set<Promise<void>>()
  private readonly release: () => void

  /**
   * Open a folder for writing: a new one, or that of an earlier run of the same plan. It is locked until `close`.
   *
   * draws   of the whole run, in parts of `partDraws`
   * origin  where the plan comes from, recorded so that the run can be continued from the folder alone
   *
   * Throws CitywardError where the folder holds another plan's run, is being written, or cannot be written.
   */
  constructor(
    readonly folder: string,
    private readonly header: RunHeader,
    private readonly draws: number,
    readonly partDraws: number,
    origin: Origin = {},
  ) {
    requireWhole('RunFolder', 'draws', draws, 1)
    requireWhole('RunFolder', 'partDraws', partDraws, 1)
    this.identity = identityOf(folder, header, draws, partDraws, origin)
    try {
      makeFolder(folder)
      this.refuseOthers()
      this.release = takeLock(folder)
    } catch (error) {
      throw diskProblem(folder, error)
    }
    try {
      this.refuseOthers()
      this.resume()
    } catch (error) {
      this.release()
      throw diskProblem(folder, error)
    }
  }

  /** Whether a part is in the folder already, or belongs to another shard. */
  has(policy: number, part: number): boolean {
    return !this.isMine(part) || this.parts.has(`${policy}/${part}`)
  }

  /**
   * Write a part; resolves when it is in the folder. Rejects with a CitywardError where the disk refuses it.
   *
   * packed  the part as the bytes of its file, where it has been encoded already
   */
  async accept(part: PartOutcomes, packed: PackedPart = packPart(this.header, part)): Promise<void> {
    const written = this.write(part, packed)
    this.writing.add(written)
    try {
      await written
    } finally {
      this.writing.delete(written)
    }
  }

  /** The run as it will be read from the finished folder, over the first `draws` draws. */
  opened(draws: number): OpenRun {
    // a manifest is read from JSON, which has no NaN
    const manifest = JSON.parse(JSON.stringify(this.manifest(draws))) as Manifest
    const reader = createReader(this.folder, manifest, { checked: true })
    return { folder: this.folder, manifest, header: manifest.header, reader }
  }

  /**
   * Write the manifest over the first `draws` draws; parts beyond stay, for a run of more draws.
   *
   * summary  text of summary.json, written before it; a shard has none
   */
  finish(draws: number, summary?: string): Manifest {
    if (summary !== undefined) writeWhole(join(this.folder, 'summary.json'), summary)
    const manifest = this.manifest(draws, summary)
    writeWhole(join(this.folder, 'manifest.json'), sealed(manifest))
    rmSync(join(this.folder, 'parts.jsonl'), { force: true })
    this.release()
    return manifest
  }

  /** Release the lock, finished or not, once no part is being written. */
  async close(): Promise<void> {
    await Promise.allSettled(this.writing)
    this.release()
  }

  private manifest(draws: number, summary?: string): Manifest {
    const parts = [...this.parts.values()].sort((a, b) => a.part - b.part || a.policy - b.policy)
    const { identity: run, header, partDraws } = this
    const hash = summary === undefined ? {} : { summary: sha256Of(summary) }
    return { layout: LAYOUT, run, header, draws, partDraws, parts, ...hash }
  }

  private isMine(part: number): boolean {
    const { shard } = this.identity
    return !shard || part % shard.count === shard.index - 1
  }

  private async write(
    { policy, firstDraw, draws, failures }: PartOutcomes,
    packed: PackedPart,
  ): Promise<void> {
    const part = firstDraw / this.partDraws
    const file = partFile(this.header.policies[policy].name, part)
    const done: PartRecord = {
      policy,
      part,
      file,
      rows: draws,
      sha256: packed.sha256,
      failed: failures.length,
      lost: failures.filter(({ code }) => LOST_CODES.includes(code)).length,
      failures: failures.slice(0, MOST_CAUSES).map(recordOf),
    }
    await writeWholeAsync(join(this.folder, file), packed.bytes)
    const journal = join(this.folder, 'parts.jsonl')
    try {
      appendFileSync(journal, `${JSON.stringify(done)}\n`)
    } catch (error) {
      throw diskProblem(journal, error)
    }
    this.parts.set(`${policy}/${part}`, done)
  }

  /** Reuse the undamaged parts of an earlier run of the same plan. */
  private resume(): void {
    const { folder } = this
    const parts = [...(manifestIn(folder)?.parts ?? []), ...journalIn(folder)].filter(isPart)
    makeFolder(join(folder, 'outcomes'))
    writeWhole(join(folder, 'run.json'), sealed({ layout: LAYOUT, run: this.identity }))
    for (const name of readdirSync(join(folder, 'outcomes'))) {
      if (name.endsWith(UNFINISHED)) rmSync(join(folder, 'outcomes', name), { force: true })
    }
    for (const part of parts) {
      const rows = Math.min(this.partDraws, this.draws - part.part * this.partDraws)
      const key = `${part.policy}/${part.part}`
      if (part.rows < rows || this.parts.get(key)?.sha256 === part.sha256) continue
      const file = join(folder, part.file)
      if (existsSync(file) && hashFile(file) === part.sha256) this.parts.set(key, part)
      else this.damaged.push(part.file)
    }
    const known = [...this.parts.values()].map((part) => `${JSON.stringify(part)}\n`)
    writeWhole(join(folder, 'parts.jsonl'), known.join(''))
    rmSync(join(folder, 'manifest.json'), { force: true })
  }

  /** Refuse a folder with anything in it but an earlier run of this plan. */
  private refuseOthers(): void {
    const there = readdirSync(this.folder).filter((name) => !/^lock\b/.test(name))
    const kept: RunRecord | undefined = runIn(this.folder)
    if (kept ? sameRun(kept.run, this.identity) : there.length === 0 || onlyStarted(there)) return
    fail({
      code: 'folder-of-another-run',
      where: { file: this.folder },
      found: kept
        ? `another run: ${differencesText(kept.run, this.identity)}`
        : `a folder that is no run (with ${there.slice(0, 3).join(', ')})`,
      expected: 'an empty folder, or an unfinished run of this one',
      hint: 'Choose another --out, or remove the folder.',
    })
  }
}

/** Whether a run ended before it had written its identity. */
function onlyStarted(there: readonly string[]): boolean {
  return there.every((name) => name === 'outcomes' || name === `run.json${UNFINISHED}`)
}

/** `seed 9 there, 7 here; services.beds.closure 0.02 there, nothing here` */
function differencesText(there: RunIdentity, here: RunIdentity): string {
  const all = differencesOf(there, here)
  const named = all.slice(0, NAMED).map((one) => `${one.path.join('.')} ${one.there} there, ${one.here} here`)
  const more = all.length > NAMED ? `; and ${all.length - NAMED} more` : ''
  return all.length === 0 ? 'the same words, by other code or data' : `${named.join('; ')}${more}`
}
