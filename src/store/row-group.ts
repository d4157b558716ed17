/**
 * Writes a Parquet file of one row group. The library writes all but the columns of doubles: of these it writes one
 * of each kind, and the bytes around its numbers are put around the numbers of every other.
 */
import type { ColumnChunk, ColumnMetaData, RowGroup } from 'hyparquet'
import { ByteWriter, type ColumnSource, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer'

export interface Doubles {
  readonly name: string
  readonly data: Float64Array
}

/** A column of doubles but for its numbers. */
interface Frame {
  readonly bytes: Uint8Array
  /** Where in the bytes the numbers belong, and how many there are. */
  readonly at: number
  readonly count: number
  readonly metadata: ColumnMetaData
}

/** Plain doubles: they do not shrink. */
const PLAIN = { encoding: 'PLAIN', codec: 'UNCOMPRESSED', offsetIndex: false } as const
/** The file's mark, which stands before its first column. */
const MARK = 4

/** Columns of one number are packed to almost nothing; others, and those of one row, stay as they are. */
export function writeRowGroup(
  writer: ByteWriter,
  columns: readonly ColumnSource[],
  doubles: readonly Doubles[],
): void {
  const rows = columns[0].data.length
  const frames = { plain: frameOf(rows, 'plain'), packed: frameOf(rows, 'packed') }
  const kinds = doubles.map(({ name }): ColumnSource => ({ name, data: [], type: 'DOUBLE', nullable: false }))
  const file = writeColumns(writer, columns, [...columns, ...kinds])
  const chunks = file.row_groups.flatMap((group) => group.columns)
  for (const { name, data } of doubles)
    chunks.push(appendDoubles(writer, name, data, isOneNumber(data) ? frames.packed : frames.plain))
  file.row_groups = [groupOf(chunks, rows)]
  // into memory, hence at once
  void file.finish()
}

/** Columns of doubles come in two kinds. */
function frameOf(rows: number, kind: 'plain' | 'packed'): Frame {
  const packed = kind === 'packed'
  const column: ColumnSource = { name: kind, data: new Float64Array(rows), type: 'DOUBLE', nullable: false }
  const writer = new ByteWriter()
  const file = writeColumns(writer, [packed ? column : { ...column, ...PLAIN }])
  const metadata = file.row_groups[0].columns[0].meta_data!
  const bytes = writer.getBytes().subarray(MARK)
  // the numbers of a packed column are the one of its dictionary, which ends where its page of data begins
  const end = packed ? Number(metadata.data_page_offset) - MARK : bytes.length
  const count = packed ? 1 : rows
  return { bytes, at: end - 8 * count, count, metadata }
}

/** A file with these columns, and a schema that may have more; not yet finished. */
function writeColumns(
  writer: ByteWriter,
  columns: readonly ColumnSource[],
  all: readonly ColumnSource[] = columns,
): ParquetWriter {
  const schema = schemaFromColumnData({ columnData: [...all] })
  const file = new ParquetWriter({ writer, schema, statistics: false, createdBy: 'cityward' })
  const rowGroupSize = columns[0].data.length
  // a column is one page: looking for where to cut it takes time and finds nothing
  void file.write({ columnData: [...columns], rowGroupSize, pageSize: 0 })
  return file
}

function appendDoubles(writer: ByteWriter, name: string, data: Float64Array, frame: Frame): ColumnChunk {
  const { bytes, at, count, metadata } = frame
  const moved = BigInt(writer.offset - MARK)
  writer.appendBytes(bytes.subarray(0, at))
  writer.appendBytes(new Uint8Array(data.buffer, data.byteOffset, 8 * count))
  writer.appendBytes(bytes.subarray(at + 8 * count))
  const { data_page_offset: page, dictionary_page_offset: dictionary } = metadata
  return {
    meta_data: {
      ...metadata,
      path_in_schema: [name],
      data_page_offset: page + moved,
      dictionary_page_offset: dictionary === undefined ? undefined : dictionary + moved,
    },
    file_offset: BigInt(MARK) + moved,
  }
}

function isOneNumber(values: Float64Array): boolean {
  for (let k = 1; k < values.length; k++) if (!Object.is(values[k], values[0])) return false
  return values.length > 1
}

function groupOf(columns: ColumnChunk[], rows: number): RowGroup {
  const sum = (size: 'total_compressed_size' | 'total_uncompressed_size') =>
    columns.reduce((all, { meta_data }) => all + (meta_data?.[size] ?? 0n), 0n)
  return {
    columns,
    total_byte_size: sum('total_uncompressed_size'),
    num_rows: BigInt(rows),
    total_compressed_size: sum('total_compressed_size'),
  }
}
