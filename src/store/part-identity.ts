/**
 * What a part says of itself in the metadata of its Parquet file, under the key `cityward`: the run that it is of, its
 * policy and draws, its failures, and the hash of its own bytes. With it the record of a part that the manifest holds can
 * be made anew from the part alone, and a part of another run is told from one that is damaged.
 *
 * The hash cannot cover itself: it is taken over the file with zeros in its place.
 */
import { createHash } from 'node:crypto'
import type { FileMetaData } from 'hyparquet'
import { LOST_CODES } from '../results/failures.js'
import { recordOf } from '../results/fault-words.js'
import type { PartOutcomes } from '../results/parts.js'
import type { RunHeader } from '../results/run-header.js'
import { VERSION } from '../vocabulary/version.js'
import { movesWithDraws, type RunIdentity } from './identity.js'
import { isPartOf, LAYOUT, MOST_CAUSES, type PartRecord, partFile } from './manifest.js'
import { eachPiece, metadataIn, readFooter, withFile } from './read-part.js'

/** Key of the metadata. */
export const IDENTITY_KEY = 'cityward'
/** Hexadecimal digits in the place of the hash while it is taken. */
const NO_HASH = '0'.repeat(64)

export interface PartIdentity extends Pick<PartRecord, 'failed' | 'lost' | 'failures'> {
  readonly layout: number
  readonly version: string
  readonly fingerprint: string
  /** Name of the policy. */
  readonly policy: string
  readonly firstDraw: number
  readonly rows: number
  /** Draws of the whole run, where the design lays out more of them otherwise. */
  readonly of?: number
  readonly sha256: string
}

/** Run that a part is of, as its plan or its header has it. */
interface PartRun extends Pick<RunHeader, 'fingerprint' | 'design'> {
  readonly policies: readonly { readonly name: string }[]
}

/** The text of an identity, still without its hash. `draws`: of the whole run. */
export function unsealedIdentity(run: PartRun, part: PartOutcomes, draws: number): string {
  const { firstDraw, draws: rows, failures } = part
  const identity: PartIdentity = {
    layout: LAYOUT,
    version: VERSION,
    fingerprint: run.fingerprint,
    policy: run.policies[part.policy].name,
    firstDraw,
    rows,
    ...(movesWithDraws(run) && { of: draws }),
    ...failuresIn(failures),
    sha256: NO_HASH,
  }
  return JSON.stringify(identity)
}

/** What the record of a part keeps of its failures. */
export function failuresIn(
  failures: PartOutcomes['failures'],
): Pick<PartRecord, 'failed' | 'lost' | 'failures'> {
  return {
    failed: failures.length,
    lost: failures.filter(({ code }) => LOST_CODES.includes(code)).length,
    failures: failures.slice(0, MOST_CAUSES).map(recordOf),
  }
}

/** Put the hash of a file into its bytes, which hold an identity without one; SHA-256 of the file that they are then. */
export function sealPart(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const at = buffer.lastIndexOf(NO_HASH)
  const before = createHash('sha256').update(buffer.subarray(0, at))
  const seal = before.copy().update(buffer.subarray(at)).digest('hex')
  buffer.write(seal, at, 'latin1')
  return before.update(buffer.subarray(at)).digest('hex')
}

/** A part as it describes itself. */
export interface DescribedPart {
  readonly identity: PartIdentity
  /** Of the whole file, as a manifest has it. */
  readonly sha256: string
  readonly metadata: FileMetaData
}

/** A part whose bytes are those that its own hash is of; undefined where it is damaged, or has no identity. */
export function describedPart(path: string): DescribedPart | undefined {
  try {
    return withFile(path, described)
  } catch {
    // whatever a damaged file makes its reader say, it is no part
    return undefined
  }
}

function described(handle: number): DescribedPart | undefined {
  const footer = readFooter(handle)
  const metadata = metadataIn(footer)
  const text = metadata.key_value_metadata?.find(({ key }) => key === IDENTITY_KEY)?.value
  const identity = JSON.parse(text ?? '') as PartIdentity
  const at = footer.from + Buffer.from(footer.bytes).lastIndexOf(identity.sha256)
  const hash = createHash('sha256')
  eachPiece(handle, 0, at, (piece) => hash.update(piece))
  const own = hash.copy().update(NO_HASH)
  eachPiece(handle, at + NO_HASH.length, Number.POSITIVE_INFINITY, (piece) => own.update(piece))
  eachPiece(handle, at, Number.POSITIVE_INFINITY, (piece) => hash.update(piece))
  return own.digest('hex') === identity.sha256
    ? { identity, sha256: hash.digest('hex'), metadata }
    : undefined
}

/** The record of a described part; undefined where it is no part of this run. */
export function recordFor(
  run: RunIdentity,
  { identity, sha256 }: Omit<DescribedPart, 'metadata'>,
): PartRecord | undefined {
  if (!isOf(identity, run)) return undefined
  const { firstDraw, rows, failed, lost, failures } = identity
  const policy = run.policies.indexOf(identity.policy)
  const part = firstDraw / run.partDraws
  const record = { policy, part, file: partFile(identity.policy, part), rows, sha256, failed, lost, failures }
  return isPartOf(record, run) ? record : undefined
}

/** Whether a part is of this run, whichever of its draws and policies it holds. */
export function isOf(identity: PartIdentity, run: RunIdentity): boolean {
  return (
    identity.layout === LAYOUT &&
    identity.version === run.version &&
    identity.fingerprint === run.fingerprint &&
    (!movesWithDraws(run) || identity.of === run.draws)
  )
}
