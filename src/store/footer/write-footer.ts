/**
 * Writes the footer of a Parquet file of one row group: the bytes that hyparquet-writer would write, which the tests hold for
 * random columns. The library makes an object of every column and a bigint of each of its numbers.
 */
import type { ColumnChunk, ColumnMetaData, KeyValue, SchemaElement } from 'hyparquet'
import {
  CompressionCodecs,
  ConvertedTypes,
  Encodings,
  FieldRepetitionTypes,
  ParquetTypes,
} from 'hyparquet/src/constants.js'
import type { ByteWriter } from 'hyparquet-writer'
import { KIND, ThriftWriter } from './thrift-writer.js'

/** A column of doubles as it stands in the file. */
export interface DoublesChunk {
  readonly name: string
  /** Of any column of its kind: sizes, encodings, and where its pages are in a file of its own. */
  readonly metadata: ColumnMetaData
  /** Bytes by which it stands behind where it would in that file. */
  readonly moved: number
}

export interface Footer {
  /** Of the columns before those of doubles: the schema, root first, as for these alone, and the chunks. */
  readonly schema: readonly SchemaElement[]
  readonly chunks: readonly ColumnChunk[]
  /** Columns of doubles, of which none is held: there may be a hundred thousand. */
  readonly doubles: {
    readonly count: number
    readonly element: SchemaElement
    readonly name: (column: number) => string
    readonly chunk: (column: number) => DoublesChunk
  }
  /** Bytes of all columns, packed and not, and their rows. */
  readonly sizes: { readonly compressed: number; readonly uncompressed: number; readonly rows: number }
  /** Metadata of the file. */
  readonly about: readonly KeyValue[]
  readonly createdBy: string
}

/** `PAR1`, at both ends of a file. */
const MAGIC = 0x31524150
/** Where the first column stands, behind that mark. */
export const MAGIC_BYTES = 4

/** Footer, its length and the mark of the end. Numbers of fields are those of parquet.thrift. */
export function writeFooter(to: ByteWriter, footer: Footer): void {
  const { schema, doubles, sizes, about, createdBy } = footer
  const thrift = new ThriftWriter(to)
  const begin = to.offset
  const [root, ...columns] = schema
  const leaves = columns.length + doubles.count
  thrift.struct(() => {
    thrift.i32(1, 2)
    thrift.count(2, KIND.STRUCT, 1 + leaves)
    writeElement(thrift, { ...root, num_children: leaves }, root.name)
    for (const element of columns) writeElement(thrift, element, element.name)
    for (let column = 0; column < doubles.count; column++)
      writeElement(thrift, doubles.element, doubles.name(column))
    thrift.i64(3, sizes.rows)
    thrift.list(4, KIND.STRUCT, [footer], (one) => writeGroup(thrift, one))
    if (about.length > 0) thrift.list(5, KIND.STRUCT, about, (one) => writeAbout(thrift, one))
    thrift.text(6, createdBy)
    // how columns are put in order: as their type is
    thrift.count(7, KIND.STRUCT, leaves)
    for (let column = 0; column < leaves; column++)
      thrift.struct(() => thrift.structField(1, () => undefined))
  })
  to.appendUint32(to.offset - begin)
  to.appendUint32(MAGIC)
}

function writeElement(thrift: ThriftWriter, element: SchemaElement, name: string): void {
  const { type, repetition_type: repetition, num_children: children, converted_type: meaning } = element
  thrift.struct(() => {
    if (type) thrift.i32(1, ParquetTypes.indexOf(type))
    if (repetition) thrift.i32(3, FieldRepetitionTypes.indexOf(repetition))
    thrift.text(4, name)
    if (children !== undefined) thrift.i32(5, children)
    if (meaning) thrift.i32(6, ConvertedTypes.indexOf(meaning))
  })
}

function writeGroup(thrift: ThriftWriter, { chunks, doubles, sizes }: Footer): void {
  thrift.struct(() => {
    thrift.count(1, KIND.STRUCT, chunks.length + doubles.count)
    for (const { meta_data: metadata, file_offset: offset } of chunks)
      writeChunk(thrift, Number(offset), { name: metadata!.path_in_schema[0], metadata: metadata!, moved: 0 })
    for (let column = 0; column < doubles.count; column++) {
      const chunk = doubles.chunk(column)
      writeChunk(thrift, MAGIC_BYTES + chunk.moved, chunk)
    }
    thrift.i64(2, sizes.uncompressed)
    thrift.i64(3, sizes.rows)
    thrift.i64(6, sizes.compressed)
  })
}

function writeChunk(thrift: ThriftWriter, offset: number, chunk: DoublesChunk): void {
  thrift.struct(() => {
    thrift.i64(2, offset)
    thrift.structField(3, () => writeColumn(thrift, chunk))
  })
}

function writeColumn(thrift: ThriftWriter, { name, metadata, moved }: DoublesChunk): void {
  thrift.i32(1, ParquetTypes.indexOf(metadata.type))
  thrift.list(2, KIND.I32, metadata.encodings, (encoding) => thrift.number(Encodings.indexOf(encoding)))
  thrift.count(3, KIND.BINARY, 1)
  thrift.characters(name)
  thrift.i32(4, CompressionCodecs.indexOf(metadata.codec))
  thrift.i64(5, metadata.num_values)
  thrift.i64(6, metadata.total_uncompressed_size)
  thrift.i64(7, metadata.total_compressed_size)
  thrift.i64(9, Number(metadata.data_page_offset) + moved)
  if (metadata.dictionary_page_offset !== undefined)
    thrift.i64(11, Number(metadata.dictionary_page_offset) + moved)
}

function writeAbout(thrift: ThriftWriter, { key, value }: KeyValue): void {
  thrift.struct(() => {
    thrift.text(1, key)
    if (value !== undefined) thrift.text(2, value)
  })
}
