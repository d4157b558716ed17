/** Writes Thrift's compact protocol, as far as the footer of a Parquet file needs it. */
import type { ByteWriter } from 'hyparquet-writer'

/** Kinds of values, as the protocol numbers them. */
export const KIND = { I32: 5, I64: 6, BINARY: 8, LIST: 9, STRUCT: 12 } as const
type Kind = (typeof KIND)[keyof typeof KIND]

/** The end of a struct. */
const STOP = 0
/** Elements of a list from which on their number stands in bytes of its own. */
const LONG_LIST = 15

const UTF8 = new TextEncoder()
/** Bytes of a text that is encoded without memory of its own, and most that a unit of a text takes. */
const SHORT = 1024
const MOST_OF_CHARACTER = 3

/** Fields are written in the order of their numbers. */
export class ThriftWriter {
  /** Number of the field of this struct that was written last. */
  private last = 0
  private readonly room = new Uint8Array(SHORT)

  constructor(private readonly to: ByteWriter) {}

  /** A struct that is an element of a list, or the outermost. */
  struct(write: () => void): void {
    const outer = this.last
    this.last = 0
    write()
    this.to.appendUint8(STOP)
    this.last = outer
  }

  structField(id: number, write: () => void): void {
    this.head(id, KIND.STRUCT)
    this.struct(write)
  }

  /** A whole number that is not negative. */
  i32(id: number, value: number): void {
    this.head(id, KIND.I32)
    this.number(value)
  }

  i64(id: number, value: number | bigint): void {
    this.head(id, KIND.I64)
    this.number(Number(value))
  }

  text(id: number, value: string): void {
    this.head(id, KIND.BINARY)
    this.characters(value)
  }

  list<T>(id: number, kind: Kind, values: readonly T[], write: (value: T) => void): void {
    this.count(id, kind, values.length)
    for (const value of values) write(value)
  }

  /** A list of which this many elements are written next. */
  count(id: number, kind: Kind, length: number): void {
    this.head(id, KIND.LIST)
    this.to.appendUint8((Math.min(length, LONG_LIST) << 4) | kind)
    if (length >= LONG_LIST) this.varint(length)
  }

  /** A whole number that is not negative, as an element of a list. */
  number(value: number): void {
    // signs take the lowest bit
    this.varint(2 * value)
  }

  /** A text, as an element of a list. */
  characters(value: string): void {
    const fits = value.length * MOST_OF_CHARACTER <= this.room.length
    const bytes = fits ? this.room.subarray(0, UTF8.encodeInto(value, this.room).written) : UTF8.encode(value)
    this.varint(bytes.length)
    this.to.appendBytes(bytes)
  }

  private head(id: number, kind: Kind): void {
    this.to.appendUint8(((id - this.last) << 4) | kind)
    this.last = id
  }

  private varint(value: number): void {
    let rest = value
    for (; rest > 0x7f; rest = Math.floor(rest / 0x80)) this.to.appendUint8((rest % 0x80) | 0x80)
    this.to.appendUint8(rest)
  }
}
