import fc from 'fast-check'
import type { KeyValue } from 'hyparquet'
import { ByteWriter, type ColumnSource, parquetWrite } from 'hyparquet-writer'
import { describe, expect, it } from 'vitest'
import { type Doubles, writeRowGroup } from '../../src/store/row-group.js'

/** The same file, every column of it written by the library. */
function wholly(
  texts: readonly ColumnSource[],
  doubles: readonly Doubles[],
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

  it('is, byte for byte, what the library makes of it', () => {
    fc.assert(
      fc.property(file, ({ texts, columns, about }) => {
        const text: ColumnSource[] = [{ name: 'text', data: texts, type: 'STRING' }]
        const doubles = columns.map(([name, values], at) => ({
          name: `c${at}${name}`,
          data: Float64Array.from(values),
        }))
        const writer = new ByteWriter()
        writeRowGroup(writer, text, doubles, about)
        expect(Buffer.from(writer.getBytes()).equals(wholly(text, doubles, about))).toBe(true)
      }),
      { numRuns: 20 },
    )
  })
})
