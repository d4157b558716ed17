/** The manifest of a run folder, and JSON files that carry the hash of their own content, so that a cut one is detected. */
import { createHash } from 'node:crypto'
import type { FailureRecord } from '../results/failures.js'
import type { RunHeader } from '../results/run-header.js'
import type { RunIdentity } from './identity.js'

/** Version of the layout of run folders. */
export const LAYOUT = 3

/** Failures of a part that are listed with their cause; all are marked in the part itself. */
export const MOST_CAUSES = 5

export interface PartRecord {
  readonly policy: number
  /** Number of the part: draws from part x partDraws on. */
  readonly part: number
  readonly file: string
  readonly rows: number
  readonly sha256: string
  /** Draws that gave no numbers, those of them that the machine lost, and the first MOST_CAUSES with their cause. */
  readonly failed: number
  readonly lost: number
  readonly failures: readonly FailureRecord[]
}

export interface Manifest {
  readonly layout: number
  readonly run: RunIdentity
  readonly header: RunHeader
  /** Draws that are complete for every policy; of a shard, those of the whole run. */
  readonly draws: number
  readonly partDraws: number
  /** In order of part, then policy; more than `draws` needs where an earlier run had more draws. */
  readonly parts: readonly PartRecord[]
  /** SHA-256 of summary.json; a shard has none. */
  readonly summary?: string
}

/** `outcomes/part-plan-00003.parquet` */
export function partFile(policy: string, part: number): string {
  return `outcomes/part-${policy}-${String(part).padStart(5, '0')}.parquet`
}

/** Whether a part belongs to a shard, or there is none. */
export function isMine(shard: RunIdentity['shard'], part: number): boolean {
  return !shard || part % shard.count === shard.index - 1
}

export function sha256Of(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

/** Of a text that is never held whole. */
export function sha256OfPieces(pieces: Iterable<string>): string {
  const hash = createHash('sha256')
  for (const piece of pieces) hash.update(piece)
  return hash.digest('hex')
}

/** JSON text with the hash of its content as its last field. */
export function sealed(content: object): string {
  const sha256 = sha256Of(JSON.stringify(content))
  return `${JSON.stringify({ ...content, sha256 }, undefined, 1)}\n`
}

/** Contents of the last texts that were found whole, by the hash of the text: one command asks for a manifest many times. */
const whole = new Map<string, object>()
const MOST_WHOLE = 8

/** The content of a text with its hash, to be read only; undefined where the text is cut, changed, or has no hash. */
export function unsealed<T>(text: string): T | undefined {
  const key = sha256Of(text)
  const known = whole.get(key)
  if (known) return known as T
  try {
    const { sha256, ...content } = JSON.parse(text) as { sha256: string }
    if (sealed(content) !== text) return undefined
    if (whole.size === MOST_WHOLE) whole.delete(whole.keys().next().value!)
    whole.set(key, content)
    return content as T
  } catch {
    return undefined
  }
}

/** What the parts of a run must agree with: its record has it, and so has the manifest. */
export interface PartsOf {
  readonly policies: readonly string[]
  readonly partDraws: number
}

/** Names that may stand in that of a file: those that scenarios give policies. */
const FILE_WORD = /^[a-z][a-z0-9_]*$/
const HASH = /^[0-9a-f]{64}$/

/** Whether something read from a file is the record of a part, under the name that its policy and number give. */
export function isPartOf(read: unknown, { policies, partDraws }: PartsOf): read is PartRecord {
  const { policy, part, file, rows, sha256, failed, lost, failures } = (read ?? {}) as Partial<PartRecord>
  const name = policies[policy ?? -1]
  if (name === undefined || !FILE_WORD.test(name)) return false
  const within = (value: number | undefined, least: number, most: number) =>
    Number.isSafeInteger(value) && value! >= least && value! <= most
  return (
    within(part, 0, Number.MAX_SAFE_INTEGER) &&
    within(rows, 1, partDraws) &&
    within(failed, 0, rows!) &&
    within(lost, 0, failed!) &&
    file === partFile(name, part!) &&
    typeof sha256 === 'string' &&
    HASH.test(sha256) &&
    Array.isArray(failures)
  )
}
