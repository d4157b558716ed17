/**
 * Writes the footer of a Parquet file of one row group: the bytes that hyparquet-writer would write, which the tests hold for
 * random columns. The library makes an object of every column and a bigint of each of its numbers.
 */
import type { ColumnChunk, ColumnMetaData, KeyValue, RowGroup, SchemaElement } from 'hyparquet'
import {
  CompressionCodecs,
  ConvertedTypes,
  Encodings,
  FieldRepetitionTypes,
  ParquetTypes,
} from 'hyparquet/src/constants.js'
import type { ByteWriter } from 'hyparquet-writer'
import { KIND, ThriftWriter } from './thrift-writer.js'

export interface Footer {
  readonly schema: readonly SchemaElement[]
  readonly group: RowGroup
  /** Metadata of the file. */
  readonly about: readonly KeyValue[]
  readonly createdBy: string
}

/** `PAR1`, at both ends of a file. */
const MAGIC = 0x31524150

/** Footer, its length and the mark of the end. Numbers of fields are those of parquet.thrift. */
export function writeFooter(to: ByteWriter, { schema, group, about, createdBy }: Footer): void {
  const thrift = new ThriftWriter(to)
  const begin = to.offset
  thrift.struct(() => {
    thrift.i32(1, 2)
    thrift.list(2, KIND.STRUCT, schema, (element) => writeElement(thrift, element))
    thrift.i64(3, group.num_rows)
    thrift.list(4, KIND.STRUCT, [group], (one) => writeGroup(thrift, one))
    if (about.length > 0) thrift.list(5, KIND.STRUCT, about, (one) => writeAbout(thrift, one))
    thrift.text(6, createdBy)
    // how columns are put in order: as their type is
    const leaves = schema.filter(({ type }) => type !== undefined)
    thrift.list(7, KIND.STRUCT, leaves, () => thrift.struct(() => thrift.structField(1, () => undefined)))
  })
  to.appendUint32(to.offset - begin)
  to.appendUint32(MAGIC)
}

function writeElement(thrift: ThriftWriter, element: SchemaElement): void {
  const { type, repetition_type: repetition, name, num_children: children, converted_type: meaning } = element
  thrift.struct(() => {
    if (type) thrift.i32(1, ParquetTypes.indexOf(type))
    if (repetition) thrift.i32(3, FieldRepetitionTypes.indexOf(repetition))
    thrift.text(4, name)
    if (children !== undefined) thrift.i32(5, children)
    if (meaning) thrift.i32(6, ConvertedTypes.indexOf(meaning))
  })
}

function writeGroup(thrift: ThriftWriter, group: RowGroup): void {
  thrift.struct(() => {
    thrift.list(1, KIND.STRUCT, group.columns, (chunk) => writeChunk(thrift, chunk))
    thrift.i64(2, group.total_byte_size)
    thrift.i64(3, group.num_rows)
    if (group.total_compressed_size !== undefined) thrift.i64(6, group.total_compressed_size)
  })
}

function writeChunk(thrift: ThriftWriter, { file_offset: offset, meta_data: column }: ColumnChunk): void {
  thrift.struct(() => {
    thrift.i64(2, offset)
    if (column) thrift.structField(3, () => writeColumn(thrift, column))
  })
}

function writeColumn(thrift: ThriftWriter, column: ColumnMetaData): void {
  thrift.i32(1, ParquetTypes.indexOf(column.type))
  thrift.list(2, KIND.I32, column.encodings, (encoding) => thrift.number(Encodings.indexOf(encoding)))
  thrift.list(3, KIND.BINARY, column.path_in_schema, (name) => thrift.characters(name))
  thrift.i32(4, CompressionCodecs.indexOf(column.codec))
  thrift.i64(5, column.num_values)
  thrift.i64(6, column.total_uncompressed_size)
  thrift.i64(7, column.total_compressed_size)
  thrift.i64(9, column.data_page_offset)
  if (column.dictionary_page_offset !== undefined) thrift.i64(11, column.dictionary_page_offset)
}

function writeAbout(thrift: ThriftWriter, { key, value }: KeyValue): void {
  thrift.struct(() => {
    thrift.text(1, key)
    if (value !== undefined) thrift.text(2, value)
  })
}
