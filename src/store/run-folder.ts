/**
 * A run folder while it is written.
 *
 *   parts.jsonl            a line for every whole part; what a run cut short resumes from
 *   outcomes/part-*.parquet
 *   manifest.json          written last: a folder without one is unfinished
 *   summary.json
 */
import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { RunHeader } from '../plan/header.js'
import type { BatchOutcomes } from '../plan/outcomes.js'
import { CitywardError } from '../vocabulary/problems.js'
import { LAYOUT, type Manifest, type Part, partFile } from './manifest.js'
import { encodePart, fillPart, type PartInMaking, startPart } from './part.js'
import { diskProblem, writeWhole } from './write-file.js'

export class RunFolder {
  private readonly parts = new Map<string, Part>()
  private readonly making = new Map<string, PartInMaking>()

  /**
   * Open a folder for writing: a new one, or one that a run of the same plan began.
   *
   * Throws CitywardError where the folder holds another plan's run or cannot be written.
   */
  constructor(
    readonly folder: string,
    private readonly header: RunHeader,
    private readonly draws: number,
    readonly partDraws: number,
  ) {
    try {
      mkdirSync(folder, { recursive: true })
      this.resume()
    } catch (error) {
      throw error instanceof CitywardError ? error : diskProblem(folder, error)
    }
  }

  /** Whether a part is there already. */
  has(policy: number, part: number): boolean {
    return this.parts.has(`${policy}/${part}`)
  }

  /** Take the outcomes of a batch; a part that is full is written at once. */
  accept(batch: BatchOutcomes): void {
    const number = Math.floor(batch.firstDraw / this.partDraws)
    const key = `${batch.policy}/${number}`
    const rows = Math.min(this.partDraws, this.draws - number * this.partDraws)
    const part = this.making.get(key) ?? startPart(this.header, batch.policy, number, rows)
    this.making.set(key, part)
    fillPart(part, batch, batch.firstDraw - number * this.partDraws)
    if (part.filled < part.rows) return
    this.making.delete(key)
    this.write(part)
  }

  /** Write the manifest over the first `draws` draws; parts of more draws stay, for a run that asks for them. */
  finish(draws: number): Manifest {
    const parts = [...this.parts.values()].sort((a, b) => a.part - b.part || a.policy - b.policy)
    const manifest = { layout: LAYOUT, header: this.header, draws, partDraws: this.partDraws, parts }
    writeWhole(join(this.folder, 'manifest.json'), `${JSON.stringify(manifest, undefined, 1)}\n`)
    rmSync(join(this.folder, 'parts.jsonl'), { force: true })
    return manifest
  }

  private write(part: PartInMaking): void {
    const file = partFile(this.header.policies[part.policy].name, part.part)
    const { bytes, sha256 } = encodePart(this.header, part, this.partDraws)
    writeWhole(join(this.folder, file), bytes)
    const { policy, rows, failures } = part
    const done: Part = { policy, part: part.part, file, rows, sha256, failures }
    this.parts.set(`${policy}/${part.part}`, done)
    try {
      appendFileSync(join(this.folder, 'parts.jsonl'), `${JSON.stringify(done)}\n`)
    } catch (error) {
      throw diskProblem(join(this.folder, 'parts.jsonl'), error)
    }
  }

  /** Take up the whole parts of an earlier run of the same plan; a part whose bytes differ is run again. */
  private resume(): void {
    const owner = join(this.folder, 'plan.sha256')
    const policies = this.header.policies.map(({ name }) => name).join(',')
    const draws = this.header.design === 'latin_hypercube' ? ` ${this.draws}` : ''
    const mine = `${this.header.fingerprint} ${this.partDraws} ${policies}${draws}\n`
    const there = readdirSync(this.folder)
    if (existsSync(owner) ? readFileSync(owner, 'utf8') !== mine : there.length > 0) this.refuse(there)
    mkdirSync(join(this.folder, 'outcomes'), { recursive: true })
    writeWhole(owner, mine)
    for (const part of [...this.finishedParts(), ...this.journal()]) {
      const rows = Math.min(this.partDraws, this.draws - part.part * this.partDraws)
      const file = join(this.folder, part.file)
      if (part.rows < rows || !existsSync(file)) continue
      const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex')
      if (sha256 === part.sha256) this.parts.set(`${part.policy}/${part.part}`, part)
    }
    const known = [...this.parts.values()].map((part) => JSON.stringify(part))
    writeWhole(join(this.folder, 'parts.jsonl'), known.map((line) => `${line}\n`).join(''))
    rmSync(join(this.folder, 'manifest.json'), { force: true })
  }

  private finishedParts(): readonly Part[] {
    try {
      const { parts } = JSON.parse(readFileSync(join(this.folder, 'manifest.json'), 'utf8')) as Manifest
      return parts.filter(isPart)
    } catch {
      return []
    }
  }

  private journal(): readonly Part[] {
    const file = join(this.folder, 'parts.jsonl')
    if (!existsSync(file)) return []
    return readFileSync(file, 'utf8').split('\n').flatMap(readLine)
  }

  private refuse(there: readonly string[]): never {
    throw new CitywardError([
      {
        code: 'folder-of-another-run',
        where: { file: this.folder },
        found: there.includes('plan.sha256')
          ? 'the run of another scenario, data, seed, version or set of policies'
          : `a folder that is no run (with ${there.slice(0, 3).join(', ')})`,
        expected: 'an empty folder, or an unfinished run of this one',
        hint: 'Choose another --out, or remove the folder.',
      },
    ])
  }
}

/** A line of the journal; none where it was cut short. */
function readLine(line: string): Part[] {
  try {
    return line === '' ? [] : [JSON.parse(line)].filter(isPart)
  } catch {
    return []
  }
}

/** Whether something read from a file is a part; one that is none is run again. */
function isPart(read: unknown): read is Part {
  const { policy, part, file, rows } = (read ?? {}) as Partial<Part>
  return [policy, part, rows].every(Number.isInteger) && typeof file === 'string'
}
