/** The characters are those of Unicode's category Cc (C0, C1, DEL), of UAX 9 (directions), and what XML 1.0 leaves out. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitRecords } from '../../src/dataset/reading/records.js'
import { csvText, undefused } from '../../src/vocabulary/csv.js'
import { jsonText, notNumbersIn } from '../../src/vocabulary/json.js'
import { visible, visibleJson, visibleLines } from '../../src/vocabulary/visible.js'

const STEERING = [
  ...[
    '\u0000',
    '\u0007',
    '\u0008',
    '\u000b',
    '\u000d',
    '\u001b',
    '\u007f',
    '\u0085',
    '\u009b',
    '\u009d',
    '\u061c',
  ],
  ...[
    '\u200e',
    '\u200f',
    '\u2028',
    '\u2029',
    '\u202a',
    '\u202e',
    '\u2066',
    '\u2069',
    '\ud800',
    '\udc00',
    '\uffff',
  ],
]

describe('texts of others', () => {
  it.each(STEERING.map((sign) => [sign.charCodeAt(0).toString(16), sign]))(
    'are shown without U+%s',
    (_, sign) => {
      expect(visible(`a${sign}b`)).toBe('a?b')
      expect(visibleLines(`a${sign}b`)).toBe('a?b')
      const text = visibleJson(JSON.stringify(`a${sign}b`))
      expect(text).toMatch(/^"a\\[\w]+b"$/)
      expect(JSON.parse(text)).toBe(`a${sign}b`)
    },
  )

  it('keep their letters, line feeds and tabs', () => {
    expect(visibleLines('南宁\tä 😀\r\nend\n')).toBe('南宁\tä 😀\nend\n')
    expect(visible('a\nb\tc')).toBe('a?b?c')
  })
})

describe('cells of CSV', () => {
  // by hand, from what Excel and LibreOffice compute; OWASP names the same signs
  it.each([
    ['=1+1', "'=1+1"],
    ['+cmd', "'+cmd"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['-12 000', "'-12 000"],
    ['\t=1', "'\t=1"],
    ['＝1', "'＝1"],
    ["'=1", "''=1"],
    ['=a,b', `"'=a,b"`],
    ['\u001b[31m', '?[31m'],
  ])('%j is written %j', (text, cell) => {
    expect(csvText([[text, 1]])).toBe(`${cell},1\n`)
  })

  it.each(['-1.5', '+3', '-1e-7', '-', '-5%', "it's", "'quoted'", '2020-2023', 'a=b'])('%j stays', (text) => {
    expect(csvText([[text]])).toBe(`${text}\n`)
  })

  it('leaves numbers as numbers', () => {
    expect(csvText([[-1.5, Number.NaN, null, undefined, 0]])).toBe('-1.5,,,,0\n')
  })

  it('are read back as what they were', () => {
    const text = fc.string({ unit: fc.constantFrom(...`'=+-@ab1.,"＝`) }).filter((one) => one.trim() === one)
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (cells) => {
        const [row] = splitRecords(csvText([['x', ...cells]])).rows
        expect(row.cells).toEqual(['x', ...cells])
      }),
      { numRuns: 2000, seed: 15 },
    )
    expect(undefused("it's")).toBe("it's")
  })
})

describe('JSON', () => {
  it('lists the nulls that stand for no number, and what they were', () => {
    const value = { a: [1, Number.NaN], b: { c: -Infinity, d: null } }
    expect(JSON.parse(jsonText(value))).toEqual({
      a: [1, null],
      b: { c: null, d: null },
      notNumbers: [
        { at: 'a.1', is: 'NaN' },
        { at: 'b.c', is: '-Infinity' },
      ],
    })
    expect(JSON.parse(jsonText([{ b: Number.POSITIVE_INFINITY }, { b: 1 }]))).toEqual([
      { b: null, notNumbers: [{ at: 'b', is: 'Infinity' }] },
      { b: 1 },
    ])
    expect(jsonText({ a: null })).toBe('{"a":null}')
    expect(notNumbersIn(Array.from({ length: 500 }, () => Number.NaN)).length).toBe(100)
  })
})
