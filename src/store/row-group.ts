/**
 * Writes a Parquet file of one row group. hyparquet-writer writes all columns but those of doubles. Of these it writes one
 * of each kind, and the bytes around its numbers are reused for every other column of that kind. The footer is our own.
 *
 * Measured (docs/decisions.md): the library alone took 75-115 ms a part, nearly all of it to take over doubles one by one;
 * this takes 10-20 ms, hash included. The bytes are the same, which the tests hold for random columns.
 */
import type { ColumnChunk, ColumnMetaData, KeyValue } from 'hyparquet'
import { ByteWriter, type ColumnSource, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer'
import { MAGIC_BYTES, writeFooter } from './footer/write-footer.js'

/** Columns of doubles: so many, each by its number; there may be a hundred thousand, and none is held. */
export interface Doubles {
  readonly count: number
  readonly name: (column: number) => string
  readonly data: (column: number) => Float64Array
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

/** Columns of one number are packed (dictionary, Snappy); others, and those of one row, are plain. `about`: metadata of the file. */
export function writeRowGroup(
  writer: ByteWriter,
  columns: readonly ColumnSource[],
  doubles: Doubles,
  about: readonly KeyValue[] = [],
): void {
  const rows = columns[0].data.length
  const frames = [frameOf(rows, 'plain'), frameOf(rows, 'packed')]
  const chunks = writeColumns(writer, columns)
  const kinds = new Uint8Array(doubles.count)
  const moved = new Float64Array(doubles.count)
  for (let column = 0; column < doubles.count; column++) {
    const data = doubles.data(column)
    kinds[column] = isOneNumber(data) ? 1 : 0
    moved[column] = writer.offset - MAGIC_BYTES
    appendDoubles(writer, data, frames[kinds[column]])
  }
  const element = schemaFromColumnData({ columnData: [kindOf('', [])] })[1]
  writeFooter(writer, {
    schema: schemaFromColumnData({ columnData: [...columns] }),
    chunks,
    doubles: {
      count: doubles.count,
      element,
      name: doubles.name,
      chunk: (column) => ({
        name: doubles.name(column),
        metadata: frames[kinds[column]].metadata,
        moved: moved[column],
      }),
    },
    sizes: { rows, ...sizesOf(chunks, frames, kinds) },
    about,
    createdBy: 'cityward',
  })
}

function kindOf(name: string, data: Float64Array | never[]): ColumnSource {
  return { name, data, type: 'DOUBLE', nullable: false }
}

/** The frame of a kind of column, as the library writes it. */
function frameOf(rows: number, kind: 'plain' | 'packed'): Frame {
  const packed = kind === 'packed'
  const column = kindOf(kind, new Float64Array(rows))
  const writer = new ByteWriter()
  const [{ meta_data }] = writeColumns(writer, [packed ? column : { ...column, ...PLAIN }])
  const metadata = meta_data!
  const bytes = writer.getBytes().subarray(MAGIC_BYTES)
  // a packed column has one number, in a dictionary that ends where the data page begins
  const end = packed ? Number(metadata.data_page_offset) - MAGIC_BYTES : bytes.length
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

function appendDoubles(writer: ByteWriter, data: Float64Array, { bytes, at, count }: Frame): void {
  writer.appendBytes(bytes.subarray(0, at))
  writer.appendBytes(new Uint8Array(data.buffer, data.byteOffset, 8 * count))
  writer.appendBytes(bytes.subarray(at + 8 * count))
}

function isOneNumber(values: Float64Array): boolean {
  for (let k = 1; k < values.length; k++) if (!Object.is(values[k], values[0])) return false
  return values.length > 1
}

/** Bytes of all columns: of those before the doubles, and of each kind of these as often as there is one. */
function sizesOf(chunks: readonly ColumnChunk[], frames: readonly Frame[], kinds: Uint8Array) {
  const packed = kinds.reduce((sum, kind) => sum + kind, 0)
  const times = [kinds.length - packed, packed]
  const sum = (size: 'total_compressed_size' | 'total_uncompressed_size') =>
    [
      ...chunks.map(({ meta_data }) => Number(meta_data?.[size] ?? 0)),
      ...frames.map(({ metadata }, kind) => times[kind] * Number(metadata[size])),
    ].reduce((all, bytes) => all + bytes, 0)
  return { compressed: sum('total_compressed_size'), uncompressed: sum('total_uncompressed_size') }
}
