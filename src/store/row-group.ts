/**
 * Writes a Parquet file of one row group. hyparquet-writer writes all columns but those of doubles. Of these it writes one
 * of each kind, and the bytes around its numbers are reused for every other column of that kind. The footer is our own.
 *
 * Measured (docs/decisions.md): the library alone took 75-115 ms a part, nearly all of it to take over doubles one by one;
 * this takes 10-20 ms, hash included. The bytes are the same, which the tests hold for random columns.
 */
import type { ColumnChunk, ColumnMetaData, KeyValue, RowGroup } from 'hyparquet'
import { ByteWriter, type ColumnSource, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer'
import { writeFooter } from './footer/write-footer.js'

export interface Doubles {
  readonly name: string
  readonly data: Float64Array
}

/** An encoded column of doubles without its numbers. */
interface Frame {
  readonly bytes: Uint8Array
  /** Offset of the numbers in the bytes, and how many there are. */
  readonly at: number
  readonly count: number
  readonly metadata: ColumnMetaData
}

/** Varying doubles do not shrink by compression. */
const PLAIN = { encoding: 'PLAIN', codec: 'UNCOMPRESSED', offsetIndex: false } as const
/** Length of the magic number before the first column, bytes. */
const MAGIC = 4

/** Columns of one number are packed (dictionary, Snappy); others, and those of one row, are plain. `about`: metadata of the file. */
export function writeRowGroup(
  writer: ByteWriter,
  columns: readonly ColumnSource[],
  doubles: readonly Doubles[],
  about: readonly KeyValue[] = [],
): void {
  const rows = columns[0].data.length
  const frames = { plain: frameOf(rows, 'plain'), packed: frameOf(rows, 'packed') }
  const chunks = writeColumns(writer, columns)
  for (const { name, data } of doubles)
    chunks.push(appendDoubles(writer, name, data, isOneNumber(data) ? frames.packed : frames.plain))
  const kinds = doubles.map(({ name }): ColumnSource => ({ name, data: [], type: 'DOUBLE', nullable: false }))
  const schema = schemaFromColumnData({ columnData: [...columns, ...kinds] })
  writeFooter(writer, { schema, group: groupOf(chunks, rows), about, createdBy: 'cityward' })
}

/** The frame of a kind of column, as the library writes it. */
function frameOf(rows: number, kind: 'plain' | 'packed'): Frame {
  const packed = kind === 'packed'
  const column: ColumnSource = { name: kind, data: new Float64Array(rows), type: 'DOUBLE', nullable: false }
  const writer = new ByteWriter()
  const [{ meta_data }] = writeColumns(writer, [packed ? column : { ...column, ...PLAIN }])
  const metadata = meta_data!
  const bytes = writer.getBytes().subarray(MAGIC)
  // a packed column has one number, in a dictionary that ends where the data page begins
  const end = packed ? Number(metadata.data_page_offset) - MAGIC : bytes.length
  const count = packed ? 1 : rows
  return { bytes, at: end - 8 * count, count, metadata }
}

/** The head of a file and these columns, as the library writes them. */
function writeColumns(writer: ByteWriter, columns: readonly ColumnSource[]): ColumnChunk[] {
  const schema = schemaFromColumnData({ columnData: [...columns] })
  const file = new ParquetWriter({ writer, schema, statistics: false })
  const rowGroupSize = columns[0].data.length
  // one page a column: the search for page limits would take time and find none
  void file.write({ columnData: [...columns], rowGroupSize, pageSize: 0 })
  return file.row_groups[0].columns
}

function appendDoubles(writer: ByteWriter, name: string, data: Float64Array, frame: Frame): ColumnChunk {
  const { bytes, at, count, metadata } = frame
  const moved = BigInt(writer.offset - MAGIC)
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
    file_offset: BigInt(MAGIC) + moved,
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
