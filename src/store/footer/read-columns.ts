/**
 * Where the columns of a Parquet file stand, from its footer alone. A library makes an object of every column, of which a part
 * may have a hundred thousand.
 */
import { ThriftReader } from './thrift-reader.js'

/** A column; numbers are those of parquet.thrift. */
export interface StandingColumn {
  type: number
  codec: number
  compressedBytes: number
  /** Offsets in the file; 0 where it has no dictionary. */
  dataPage: number
  dictionaryPage: number
}

/** As parquet.thrift numbers them. */
export const DOUBLE = 5
export const UNCOMPRESSED = 0

/**
 * Tell of every column of the first row group in turn, by one object that is used again.
 *
 * returns  rows of the file
 *
 * Throws RangeError for bytes that are no footer.
 */
export function eachStandingColumn(footer: Uint8Array, tell: (column: StandingColumn) => void): number {
  const thrift = new ThriftReader(footer)
  let rows = 0
  thrift.struct((field, kind) => {
    if (field === 3) rows = thrift.number()
    else if (field === 4) {
      thrift.list((group, element) => {
        if (group === 0) readGroup(thrift, tell)
        else thrift.skipElement(element)
      })
    } else thrift.skip(kind)
  })
  return rows
}

function readGroup(thrift: ThriftReader, tell: (column: StandingColumn) => void): void {
  const column = { type: 0, codec: 0, compressedBytes: 0, dataPage: 0, dictionaryPage: 0 }
  const readMetadata = (field: number, kind: number) => {
    if (field === 1) column.type = thrift.number()
    else if (field === 4) column.codec = thrift.number()
    else if (field === 7) column.compressedBytes = thrift.number()
    else if (field === 9) column.dataPage = thrift.number()
    else if (field === 11) column.dictionaryPage = thrift.number()
    else thrift.skip(kind)
  }
  const readChunk = (field: number, kind: number) => {
    if (field === 3) thrift.struct(readMetadata)
    else thrift.skip(kind)
  }
  thrift.struct((field, kind) => {
    if (field !== 1) return thrift.skip(kind)
    return thrift.list(() => {
      column.dictionaryPage = 0
      thrift.struct(readChunk)
      tell(column)
    })
  })
}
