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
import { appendFileSync, readdirSync, rmSync } from 'node:fs'

import { join } from 'node:path'
import type { PackedPart, PartOutcomes } from '../results/parts.js'
import type { LateHeader, RunHeader } from '../results/run-header.js'
import { asRead } from '../vocabulary/json.js'
import { fail, lacking } from '../vocabulary/problems.js'
import { shellWord } from '../vocabulary/shell.js'
import { requireWhole } from '../vocabulary/wrong-argument.js'
import { differencesText, sameRun } from './differences.js'
import { mostBytes, recordOfFile } from './elsewhere/made-part.js'
import { foundParts } from './found-parts.js'
import { identityOf, type Origin, type RunIdentity } from './identity.js'
import { isLeaving } from './leavings.js'
import { takeLock } from './lock.js'
import { isMine, LAYOUT, type Manifest, type PartRecord, partFile, sealed, sha256Of } from './manifest.js'
import { createReader, type OpenRun } from './open-run.js'
import { failuresIn } from './part-identity.js'
import { journalIn, manifestIn, runIn } from './read-files.js'
import { diskProblem, makeFolder, settleFile, UNFINISHED, writeWhole, writeWholeAsync } from './write-file.js'
import { packPart } from './write-part.js'

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
    private readonly header: RunHeader | LateHeader,
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
    return !isMine(this.identity.shard, part) || this.parts.has(`${policy}/${part}`)
  }

  /**
   * Write a part; resolves when it is in the folder. Rejects with a CitywardError where the disk refuses it.
   *
   * packed  the part as the bytes of its file, where it has been encoded already
   */
  async accept(part: PartOutcomes, packed?: PackedPart): Promise<void> {
    const { policy, firstDraw, draws, failures } = part
    const { bytes, sha256 } = packed ?? packPart(this.header, part, this.draws)
    const number = firstDraw / this.partDraws
    const file = partFile(this.header.policies[policy].name, number)
    await this.keep({ policy, part: number, file, rows: draws, sha256, ...failuresIn(failures) }, (path) =>
      writeWholeAsync(path, bytes),
    )
  }

  /** Most bytes of a part. */
  get mostBytes(): number {
    return mostBytes(this.header, this.partDraws)
  }

  /**
   * Take a part that another machine has made. Returns its record; undefined for a file that is not this very part.
   *
   * bring  puts the file at a place in the folder, and says whether it did
   */
  async acceptMade(
    policy: number,
    part: number,
    bring: (to: string) => Promise<boolean>,
  ): Promise<PartRecord | undefined> {
    const unfinished = join(this.folder, partFile(this.header.policies[policy].name, part)) + UNFINISHED
    const isThere = await bring(unfinished)
    const record = isThere ? recordOfFile(this.identity, this.header, unfinished) : undefined
    if (this.isThis(policy, part, record)) {
      await this.keep(record, settleFile)
      return record
    }
    rmSync(unfinished, { recursive: true, force: true })
    return undefined
  }

  /** Whether a record is that of a part as this run has it. */
  private isThis(policy: number, part: number, record: PartRecord | undefined): record is PartRecord {
    const rows = Math.min(this.partDraws, this.draws - part * this.partDraws)
    return record?.policy === policy && record.part === part && record.rows === rows
  }

  /** put: writes the file of the part. */
  private async keep(record: PartRecord, put: (file: string) => Promise<void>): Promise<void> {
    const written = this.write(record, put)
    this.writing.add(written)
    try {
      await written
    } finally {
      this.writing.delete(written)
    }
  }

  /** The run as it will be read from the finished folder, over the first `draws` draws. */
  opened(draws: number): OpenRun {
    const manifest = asRead(this.manifest(draws))
    const reader = createReader(this.folder, manifest, () => undefined)
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
    const { identity: run, partDraws } = this
    const header = 'whole' in this.header ? this.header.whole() : this.header
    const hash = summary === undefined ? {} : { summary: sha256Of(summary) }
    return { layout: LAYOUT, run, header, draws, partDraws, parts, ...hash }
  }

  private async write(done: PartRecord, put: (file: string) => Promise<void>): Promise<void> {
    await put(join(this.folder, done.file))
    const journal = join(this.folder, 'parts.jsonl')
    try {
      appendFileSync(journal, `${JSON.stringify(done)}\n`)
    } catch (error) {
      throw diskProblem(journal, error)
    }
    this.parts.set(`${done.policy}/${done.part}`, done)
  }

  /** Reuse the undamaged parts of an earlier run of the same plan. */
  private resume(): void {
    const { folder } = this
    const lists = [...(manifestIn(folder)?.parts ?? []), ...journalIn(folder, this.identity)]
    const { whole, others, strays } = foundParts(folder, this.identity, lists)
    if (whole.length === 0 && strays.length > 0) this.refuseStrays(strays)
    makeFolder(join(folder, 'outcomes'))
    writeWhole(join(folder, 'run.json'), sealed({ layout: LAYOUT, run: this.identity }))
    for (const name of readdirSync(join(folder, 'outcomes'))) {
      if (name.endsWith(UNFINISHED)) rmSync(join(folder, 'outcomes', name), { force: true })
    }
    for (const part of whole) {
      const rows = Math.min(this.partDraws, this.draws - part.part * this.partDraws)
      if (part.rows >= rows) this.parts.set(`${part.policy}/${part.part}`, part)
    }
    this.damaged.push(...others, ...strays)
    const known = [...this.parts.values()].map((part) => `${JSON.stringify(part)}\n`)
    writeWhole(join(folder, 'parts.jsonl'), known.join(''))
    rmSync(join(folder, 'manifest.json'), { force: true })
  }

  /** Parts of another run, and none of this one, are not written over: run.json may be what does not belong. */
  private refuseStrays([stray]: readonly string[]): never {
    const { folder } = this
    return lacking({
      code: 'part-of-another-run',
      where: { file: join(folder, stray) },
      found: 'a part of another run than run.json names',
      expected: 'parts of one run',
      hint: `Put back the run.json of these parts, or take them away: \`rm -r ${shellWord(join(folder, 'outcomes'))}\`.`,
    })
  }

  /** Refuse a folder with anything in it but an earlier run of this plan. */
  private refuseOthers(): void {
    const there = readdirSync(this.folder).filter((name) => !/^lock\b/.test(name))
    const kept = runIn(this.folder)
    if (kept ? sameRun(kept, this.identity) : there.length === 0 || onlyStarted(there)) return
    fail({
      code: 'folder-of-another-run',
      where: { file: this.folder },
      found: kept
        ? `another run: ${differencesText(kept, this.identity)}`
        : `a folder that is no run (with ${there.slice(0, 3).join(', ')})`,
      expected: 'an empty folder, or an unfinished run of this one',
      hint: 'Choose another --out, or remove the folder.',
    })
  }
}

/** Whether a run ended before it had written its identity. */
function onlyStarted(there: readonly string[]): boolean {
  return there.every((name) => name === 'outcomes' || isLeaving(name))
}
