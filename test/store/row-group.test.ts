import fc from 'fast-check'
import { type KeyValue, parquetMetadata } from 'hyparquet'
import { ByteWriter, type ColumnSource, parquetWrite } from 'hyparquet-writer'
import { describe, expect, it } from 'vitest'
import { eachStandingColumn, type StandingColumn } from '../../src/store/footer/read-columns.js'
import { writeRowGroup } from '../../src/store/row-group.js'

/** The same file, every column of it written by the library. */
function wholly(
  texts: readonly ColumnSource[],
  doubles: readonly { readonly name: string; readonly data: Float64Array }[],
  about: readonly KeyValue[],
): Uint8Array {
  const writer = new ByteWriter()
  const rows = texts[0].data.length
  const columns = doubles.map(({ name, data }): ColumnSource => {
    const packs = rows > 1 && data.every((value) => Object.is(value, data[0]))
    const plain = { encoding: 'PLAIN', codec: 'UNCOMPRESSED', offsetIndex: false } as const
    return { name, data, type: 'DOUBLE', nullable: false, ...(packs ? {} : plain) }
  })
  void parquetWrite({
    writer,
    columnData: [...texts, ...columns],
    rowGroupSize: rows,
    pageSize: 0,
    statistics: false,
    createdBy: 'cityward',
    kvMetadata: about.length > 0 ? [...about] : undefined,
  })
  return writer.getBytes()
}

describe('a row group', () => {
  const number = fc.oneof(fc.double(), fc.constantFrom(0, -0, Number.NaN, 1, 5e-324))
  const column = (rows: number) =>
    fc.oneof(
      fc.array(number, { minLength: rows, maxLength: rows }),
      number.map((one) => new Array<number>(rows).fill(one)),
    )
  const file = fc.integer({ min: 1, max: 40 }).chain((rows) =>
    fc.record({
      texts: fc.array(fc.string(), { minLength: rows, maxLength: rows }),
      // names of many lengths in bytes, and lists on both sides of fifteen columns
      columns: fc.array(fc.tuple(fc.string({ unit: 'binary', maxLength: 150 }), column(rows)), {
        maxLength: 30,
      }),
      about: fc.array(fc.record({ key: fc.string(), value: fc.string() }), { maxLength: 2 }),
    }),
  )

  /** The footer of a file, without the mark before and behind it. */
  const footerOf = (bytes: Uint8Array) => {
    const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(bytes.length - 8, true)
    return bytes.slice(bytes.length - 8 - length, bytes.length - 8)
  }

  it('stands where the library finds it', () => {
    fc.assert(
      fc.property(file, ({ texts, columns, about }) => {
        const text: ColumnSource[] = [{ name: 'text', data: texts, type: 'STRING' }]
        const doubles = columns.map(([name, values]) => ({ name, data: Float64Array.from(values) }))
        const bytes = wholly(text, doubles, about)
        const found: StandingColumn[] = []
        const rows = eachStandingColumn(footerOf(bytes), (column) => found.push({ ...column }))
        const metadata = parquetMetadata(bytes.slice().buffer)
        expect(rows).toBe(Number(metadata.num_rows))
        expect(found).toEqual(
          metadata.row_groups[0].columns.map(({ meta_data: column }) => ({
            type: ['BOOLEAN', 'INT32', 'INT64', 'INT96', 'FLOAT', 'DOUBLE', 'BYTE_ARRAY'].indexOf(
              column!.type,
            ),
            codec: ['UNCOMPRESSED', 'SNAPPY'].indexOf(column!.codec),
            compressedBytes: Number(column!.total_compressed_size),
            dataPage: Number(column!.data_page_offset),
            dictionaryPage: Number(column!.dictionary_page_offset ?? 0),
          })),
        )
      }),
      { numRuns: 20 },
    )
  })

  it('is refused where its footer is cut or changed, and never read for ever', () => {
    const doubles = ['one', 'two'].map((name) => ({ name, data: Float64Array.of(1, 2) }))
    const footer = footerOf(wholly([{ name: 'text', data: ['a', 'b'], type: 'STRING' }], doubles, []))
    for (let length = 0; length < footer.length - 1; length++)
      expect(() => eachStandingColumn(footer.subarray(0, length), () => undefined)).toThrow(RangeError)
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          eachStandingColumn(bytes, () => undefined)
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError)
        }
      }),
    )
  })

  it.each([
    ['a list of what takes no byte as a field', [0x49, 0xf1, ...new Array(7).fill(0xff), 0x7f, 0x00]],
    ['the length of a text that is no number', [0x18, ...new Array(160).fill(0x80), 0x00, 0x00]],
    ['a number of eleven bytes', [0x36, ...new Array(10).fill(0x80), 0x00, 0x00]],
  ])('is refused at once where its footer is forged: %s', (_, bytes) => {
    expect(() => eachStandingColumn(Uint8Array.from(bytes), () => undefined)).toThrow(RangeError)
  })

  it('is, byte for byte, what the library makes of it', () => {
    fc.assert(
      fc.property(file, ({ texts, columns: made, about }) => {
        const text: ColumnSource[] = [{ name: 'text', data: texts, type: 'STRING' }]
        const doubles = made.map(([name, values], at) => ({
          name: `c${at}${name}`,
          data: Float64Array.from(values),
        }))
        const writer = new ByteWriter()
        const columns = {
          count: doubles.length,
          name: (at: number) => doubles[at].name,
          data: (at: number) => doubles[at].data,
        }
        writeRowGroup(writer, text, columns, about)
        expect(Buffer.from(writer.getBytes()).equals(wholly(text, doubles, about))).toBe(true)
      }),
      { numRuns: 20 },
    )
  })
})
