import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { positionOf, splitRecords } from '../../src/dataset/reading/records.js'

describe('splitRecords', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '1', ' ', ',', '"', '\n', '甲', '.'), maxLength: 6 })

  it('reads whatever is well written as csv-parse does', () => {
    const written = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(table, (rows) => {
        const text = rows.map((cells) => cells.map(written).join(',')).join('\n')
        const expected = parse(text, { relax_column_count: true }) as string[][]
        const { rows: read, broken } = splitRecords(text)
        expect(broken).toEqual([])
        expect(read.map(({ cells }) => cells)).toEqual(
          expected.map((cells) => cells.map((one) => one.trim())),
        )
      }),
      { numRuns: 500 },
    )
  })

  it('knows the line on which a record begins, and the line and column of a cell', () => {
    const { rows } = splitRecords('a,b\n\n"one\ntwo",3\r\n甲,4\n')
    expect(rows.map(({ line }) => line)).toEqual([1, 3, 5])
    expect(positionOf(rows[1], 1)).toEqual({ line: 4, column: 6 })
    expect(positionOf(rows[2], 1)).toEqual({ line: 5, column: 3 })
  })

  it('reads the good records around a broken one', () => {
    const { rows, broken } = splitRecords('a,b\nx,"1"2\n"y, z",3\n')
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['a', 'b'],
      ['y, z', '3'],
    ])
    expect(broken).toEqual([{ line: 2, found: 'text behind a closing quotation mark' }])
  })
})
