/** One part of a run: some draws of one policy as a Parquet file, the same bytes for the same draws. */
import { ByteWriter, parquetWrite } from 'hyparquet-writer'
import type { RunHeader } from '../plan/header.js'
import type { BatchOutcomes, Failure } from '../plan/outcomes.js'

/** A part being filled, column by column: inputs[uncertainty, draw] and outcomes[column, draw]. */
export interface PartInMaking {
  readonly policy: number
  readonly part: number
  readonly rows: number
  filled: number
  readonly inputs: Float64Array
  readonly outcomes: Float64Array
  readonly failures: Failure[]
}

export function startPart(header: RunHeader, policy: number, part: number, rows: number): PartInMaking {
  return {
    policy,
    part,
    rows,
    filled: 0,
    inputs: new Float64Array(header.uncertainties.length * rows),
    outcomes: new Float64Array(header.outcomes.length * rows),
    failures: [],
  }
}

/** Add a batch to its part; `at` is the place of its first draw within the part. */
export function fillPart(part: PartInMaking, batch: BatchOutcomes, at: number): void {
  copyColumns(batch.inputs, batch.draws, part.inputs, part.rows, at)
  copyColumns(batch.outcomes, batch.draws, part.outcomes, part.rows, at)
  part.failures.push(...batch.failures)
  part.filled += batch.draws
}

function copyColumns(from: Float64Array, draws: number, to: Float64Array, rows: number, at: number): void {
  for (let column = 0; column * draws < from.length; column++) {
    to.set(from.subarray(column * draws, (column + 1) * draws), column * rows + at)
  }
}

/**
 * The bytes of a part. Columns: policy, draw, failed, `input@...` of each uncertainty, then the outcomes by name.
 *
 * writer  room that is used again: growing it anew for every part takes longer than all else
 * returns a view into the writer's room, good until it is used again
 */
export function encodePart(
  header: RunHeader,
  part: PartInMaking,
  partDraws: number,
  writer = new ByteWriter(),
): Uint8Array {
  const { rows } = part
  const draws = Array.from({ length: rows }, (_, row) => part.part * partDraws + row)
  const codes = new Map(part.failures.map(({ draw, code }) => [draw, code]))
  const column = (name: string, values: Float64Array, index: number) => {
    const data = values.subarray(index * rows, (index + 1) * rows)
    return { name, data, type: 'DOUBLE' as const, nullable: false, ...formOf(data) }
  }
  writer.offset = 0
  writer.index = 0
  // into memory, hence at once
  void parquetWrite({
    writer,
    columnData: [
      { name: 'policy', data: draws.map(() => header.policies[part.policy].name), type: 'STRING' },
      { name: 'draw', data: Int32Array.from(draws), type: 'INT32' },
      { name: 'failed', data: draws.map((draw) => codes.get(draw) ?? ''), type: 'STRING' },
      ...header.uncertainties.map(({ name }, index) => column(`input@${name}`, part.inputs, index)),
      ...header.outcomes.map(({ name }, index) => column(name, part.outcomes, index)),
    ],
    rowGroupSize: rows,
    // a column is one page: looking for where to cut it takes time and finds nothing
    pageSize: 0,
    statistics: false,
    createdBy: 'cityward',
  })
  return writer.getBytes()
}

/** Columns of one number are packed to almost nothing; others, and those of one row, do not shrink and stay as they are. */
function formOf(values: Float64Array): { encoding?: 'PLAIN'; codec?: 'UNCOMPRESSED'; offsetIndex?: boolean } {
  const packs = values.length > 1 && values.every((value) => Object.is(value, values[0]))
  return packs ? {} : { encoding: 'PLAIN', codec: 'UNCOMPRESSED', offsetIndex: false }
}
