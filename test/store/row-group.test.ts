import fc from 'fast-check'
import { ByteWriter, type ColumnSource, parquetWrite } from 'hyparquet-writer'
import { describe, expect, it } from 'vitest'
import { type Doubles, writeRowGroup } from '../../src/store/row-group.js'

/** The same file, every column of it written by the library. */
function wholly(texts: readonly ColumnSource[], doubles: readonly Doubles[]): Uint8Array {
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
      columns: fc.array(column(rows), { maxLength: 9 }),
    }),
  )

  it('is, byte for byte, what the library makes of it', () => {
    fc.assert(
      fc.property(file, ({ texts, columns }) => {
        const text: ColumnSource[] = [{ name: 'text', data: texts, type: 'STRING' }]
        const doubles = columns.map((values, at) => ({ name: `c${at}`, data: Float64Array.from(values) }))
        const writer = new ByteWriter()
        writeRowGroup(writer, text, doubles)
        expect(Buffer.from(writer.getBytes()).equals(wholly(text, doubles))).toBe(true)
      }),
    )
  })
})
