/**
 * Encodes one part of a run: some draws of one policy as a Parquet file, the same bytes for the same draws.
 *
 * Measured (docs/decisions.md): 1,167 columns of 1,000 draws take 69 ms with new memory for each part and 30 ms with memory
 * that is reused, since a new page of the system costs more than filling it. With dictionaries, compression and
 * statistics tried on every column, writing takes three times as long, and columns of varying doubles do not shrink.
 */
import { ByteWriter, type ColumnSource } from 'hyparquet-writer'
import type { PackedPart, PartOutcomes } from '../results/parts.js'
import type { RunHeader } from '../results/run-header.js'
import { IDENTITY_KEY, sealPart, unsealedIdentity } from './part-identity.js'
import { writeRowGroup } from './row-group.js'

/** The run that a part is of and the names of its columns: a plan, or the header of a run. */
export interface PackedRun extends Pick<RunHeader, 'fingerprint' | 'design'> {
  readonly policies: readonly { readonly name: string }[]
  readonly uncertainties: readonly { readonly name: string }[]
  readonly outcomes: readonly { readonly name: string }[]
}

/**
 * A part as the bytes of its file, with their hash.
 *
 * draws    of the whole run
 * room     memory to reuse, where it is large enough
 * returns  a view into that memory, or into more: shared, since memory that is handed from thread to thread counts as new for
 *          each, and every few parts of it cause a collection of the whole heap
 */
export function packPart(
  run: PackedRun,
  part: PartOutcomes,
  draws: number,
  room?: ArrayBufferLike,
): PackedPart {
  const cells = part.inputs.length + part.outcomes.length
  const about = unsealedIdentity(run, part, draws)
  const bytes = encodePart(run, part, about, room ?? new SharedArrayBuffer(8 * cells + BESIDES))
  return { bytes, sha256: sealPart(bytes) }
}

/** Bytes that a file needs beside its numbers, usually; the memory grows where it needs more. */
const BESIDES = 2 ** 20

/** Columns: policy, draw, failed, `input@...` of each uncertainty, then the outcomes by name. */
function encodePart(named: PackedRun, part: PartOutcomes, about: string, room: ArrayBufferLike): Uint8Array {
  const { draws: rows, firstDraw } = part
  const draws = Int32Array.from({ length: rows }, (_, row) => firstDraw + row)
  const codes = new Map(part.failures.map(({ draw, code }) => [draw, code]))
  const failed = Array.from(draws, (draw) => codes.get(draw) ?? '')
  const writer = new ByteWriter(0)
  // it only asks for views into it, which shared memory gives as well
  writer.buffer = room as ArrayBuffer
  writer.view = new DataView(writer.buffer)
  const columns: ColumnSource[] = [
    { name: 'policy', data: new Array<string>(rows).fill(named.policies[part.policy].name), type: 'STRING' },
    { name: 'draw', data: draws, type: 'INT32' },
    { name: 'failed', data: failed, type: 'STRING' },
  ]
  const { uncertainties, outcomes } = named
  const inputs = uncertainties.length
  const doubles = {
    count: inputs + outcomes.length,
    name: (at: number) => (at < inputs ? `input@${uncertainties[at].name}` : outcomes[at - inputs].name),
    data: (at: number) =>
      columnOf(at < inputs ? part.inputs : part.outcomes, at < inputs ? at : at - inputs, rows),
  }
  writeRowGroup(writer, columns, doubles, [{ key: IDENTITY_KEY, value: about }])
  return new Uint8Array(writer.buffer, 0, writer.index)
}

function columnOf(values: Float64Array, column: number, rows: number): Float64Array {
  return values.subarray(column * rows, (column + 1) * rows)
}
