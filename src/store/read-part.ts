/**
 * Reads columns of a part without decoding the file.
 *
 * A varying column is stored as plain doubles and is read straight into the array of the caller; a column of one number
 * is a dictionary with one entry, whose eight bytes end where the data page begins. Files in any other form go through
 * hyparquet. The index of a part has four bytes a column, so that thousands of parts can be open at once.
 *
 * Measured (docs/decisions.md): the summary of 1,000,000 draws peaks at 143 MB, below the run of 10,000 draws (158 MB).
 */
import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { type FileMetaData, parquetMetadata, parquetRead } from 'hyparquet'
import { DOUBLE, eachStandingColumn, UNCOMPRESSED } from './footer/read-columns.js'

/** By column: > 0 offset of its doubles; < 0 minus the offset of a packed column's data page; 0 another form. */
export type PartIndex = Int32Array

const CHUNK = 2 ** 20
/** Where pieces are read, one at a time: new memory for each file is filled with zeros first, and collected with the whole heap. */
let room: Buffer | undefined
/** Snappy encoding of 8 bytes: length 8, then a literal of 8. */
const PACKED = [0x08, 0x1c]

/** Run `use` on a file opened for reading. */
export function withFile<T>(path: string, use: (handle: number) => T): T {
  const handle = openSync(path, 'r')
  try {
    return use(handle)
  } finally {
    closeSync(handle)
  }
}

/** The same for an asynchronous `use`. */
export async function withFileAsync(path: string, use: (handle: number) => Promise<void>): Promise<void> {
  const handle = openSync(path, 'r')
  try {
    await use(handle)
  } finally {
    closeSync(handle)
  }
}

/** SHA-256 of a file, read in chunks. */
export function hashFile(path: string): string {
  return withFile(path, (handle) => {
    const hash = createHash('sha256')
    eachPiece(handle, 0, Number.POSITIVE_INFINITY, (piece) => hash.update(piece))
    return hash.digest('hex')
  })
}

/** Hand on the bytes of a file from one offset to another, or to its end, in chunks that are overwritten by the next. */
export function eachPiece(
  handle: number,
  from: number,
  to: number,
  use: (piece: Uint8Array) => unknown,
): void {
  // what is used may read pieces itself
  const own = room ?? Buffer.allocUnsafe(CHUNK)
  room = undefined
  for (let at = from; at < to; ) {
    const read = readSync(handle, own, 0, Math.min(CHUNK, to - at), at)
    if (read === 0) break
    use(own.subarray(0, read))
    at += read
  }
  room = own
}

/** Index of an open part, by position of the column. */
export function indexOf(handle: number): PartIndex {
  const places: number[] = []
  const sizes: number[] = []
  const rows = eachStandingColumn(new Uint8Array(readFooter(handle).bytes), (column) => {
    const { type, codec, dataPage, dictionaryPage, compressedBytes } = column
    const isPacked = dictionaryPage > 0
    const isRead = type === DOUBLE && (isPacked || codec === UNCOMPRESSED)
    places.push(isRead ? (isPacked ? -dataPage : dataPage) : 0)
    sizes.push(compressedBytes)
  })
  // the numbers of a plain column stand at the end of its page
  return Int32Array.from(places, (place, at) => (place > 0 ? place + sizes[at] - 8 * rows : place))
}

/**
 * Read the first values of a column of doubles into `to`, as many as it takes.
 *
 * index  from `indexOf`
 * at     position of the column
 * name   of the column, to read it by hyparquet where its form is another
 */
export async function readColumn(
  handle: number,
  { index, at, name }: { readonly index: PartIndex; readonly at: number; readonly name: string },
  to: Float64Array,
): Promise<void> {
  const place = index[at]
  if (place > 0) return readInto(handle, new Uint8Array(to.buffer, to.byteOffset, to.byteLength), place)
  const number = place < 0 ? packedNumber(handle, -place) : undefined
  if (number !== undefined) to.fill(number)
  else await readByLibrary(handle, name, to)
}

/** The number of a packed column, whose data page begins at `page`; undefined where it is encoded in another form. */
function packedNumber(handle: number, page: number): number | undefined {
  const bytes = Buffer.alloc(10)
  readInto(handle, bytes, page - 10)
  return PACKED.every((byte, at) => bytes[at] === byte) ? bytes.readDoubleLE(2) : undefined
}

async function readByLibrary(handle: number, name: string, to: Float64Array): Promise<void> {
  const metadata = metadataIn(readFooter(handle))
  const file = {
    byteLength: fstatSync(handle).size,
    slice: (start: number, end = fstatSync(handle).size) => bytesAt(handle, start, end - start),
  }
  await parquetRead({
    file,
    metadata,
    columns: [name],
    rowEnd: to.length,
    onChunk: ({ columnData, rowStart }) => {
      const length = Math.min(columnData.length, to.length - rowStart)
      for (let k = 0; k < length; k++) to[rowStart + k] = Number(columnData[k])
    },
  })
}

/** The end of a Parquet file: its metadata, their length and four bytes of magic number. */
interface Footer {
  readonly bytes: ArrayBuffer
  /** Offset in the file. */
  readonly from: number
}

export function readFooter(handle: number): Footer {
  const { size } = fstatSync(handle)
  const length = new DataView(bytesAt(handle, size - 8, 8)).getUint32(0, true)
  const from = size - 8 - length
  if (from < 0) throw new Error('metadata that are longer than the file')
  return { bytes: bytesAt(handle, from, length + 8), from }
}

export function metadataIn({ bytes }: Footer): FileMetaData {
  return parquetMetadata(bytes)
}

function bytesAt(handle: number, from: number, length: number): ArrayBuffer {
  const bytes = new ArrayBuffer(length)
  readInto(handle, new Uint8Array(bytes), from)
  return bytes
}

function readInto(handle: number, to: Uint8Array, from: number): void {
  for (let done = 0; done < to.byteLength; ) {
    const read = readSync(handle, to, done, to.byteLength - done, from + done)
    if (read === 0) throw new Error('the file ends before its column')
    done += read
  }
}
