/** Reads Thrift's compact protocol, as far as the footer of a Parquet file needs it; whatever is not asked for is skipped. */

/** Kinds of values, as the protocol numbers them. */
const [TRUE, FALSE, BYTE, I16, I32, I64, DOUBLE, BINARY, LIST, SET, , STRUCT] = Array.from(
  { length: 12 },
  (_, k) => k + 1,
)
/** What a list says in place of its length where that stands in bytes of its own. */
const LONG_LIST = 15
/** Scale of the last byte that a number of 64 bits can have. */
const LAST_SCALE = 2 ** 63

/** Throws RangeError where the bytes end too early or are none of the protocol. */
export class ThriftReader {
  private at = 0

  constructor(private readonly bytes: Uint8Array) {}

  /** The fields of a struct, by their numbers; `read` has to take the value of each, or skip it. */
  struct(read: (field: number, kind: number) => void): void {
    for (let field = 0; ; ) {
      const head = this.byte()
      if (head === 0) return
      field = head >> 4 ? field + (head >> 4) : this.number()
      read(field, head & 15)
    }
  }

  /** A list; `read` has to take each of its elements, of which it is told the number. */
  list(read: (index: number, kind: number) => void): void {
    const head = this.byte()
    const length = head >> 4 === LONG_LIST ? this.varint() : head >> 4
    for (let index = 0; index < length; index++) read(index, head & 15)
  }

  /** A whole number of any width. */
  number(): number {
    const value = this.varint()
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2
  }

  skip(kind: number): void {
    if (kind === TRUE || kind === FALSE) return
    if (kind === BYTE) this.move(1)
    else if (kind === I16 || kind === I32 || kind === I64) this.varint()
    else if (kind === DOUBLE) this.move(8)
    else if (kind === BINARY) this.move(this.varint())
    else if (kind === LIST || kind === SET) this.list((_, element) => this.skipElement(element))
    else if (kind === STRUCT) this.struct((_, field) => this.skip(field))
    else throw new RangeError(`a value of the kind ${kind}`)
  }

  /** Skip an element of a list, in which what is true or false takes a byte: none takes no byte, so that no list is endless. */
  skipElement(kind: number): void {
    if (kind === TRUE || kind === FALSE) this.move(1)
    else this.skip(kind)
  }

  private move(bytes: number): void {
    this.at += bytes
    if (this.at > this.bytes.length) throw new RangeError('a footer that ends early')
  }

  private byte(): number {
    this.move(1)
    return this.bytes[this.at - 1]
  }

  private varint(): number {
    let value = 0
    for (let scale = 1; scale <= LAST_SCALE; scale *= 0x80) {
      const byte = this.byte()
      value += (byte & 0x7f) * scale
      if (byte < 0x80) return value
    }
    throw new RangeError('a number of more than 64 bits')
  }
}
