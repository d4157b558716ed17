import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileFormula } from '../../src/formula/compile.js'
import { LITTLE } from './little-language.js'

const HOSTILE = [
  'constructor',
  'constructor("return process")()',
  '__proto__',
  'toString()',
  'valueOf()',
  'hasOwnProperty(rate)',
  'people(constructor)',
  'people(__proto__)',
  'import("fs")',
  'import(1)',
  'eval(1)',
  'parse(1)',
  'evaluate(1)',
  'createUnit(1)',
  'f(x) = x',
  'rate = 1',
  'rate; rate',
  'rate\nrate',
  '# note',
  '"text"',
  "'text'",
  '`text`',
  '[1, 2]',
  'ones(1000000000)',
  'zeros(1e9, 1e9)',
  '0:1e9',
  '1:2:1e9',
  'rate[1]',
  'rate.constructor',
  'rate.constructor.constructor',
  '{a: 1}',
  '5 cm',
  '5 cm to inch',
  '3 in 4',
  '10 mod 3',
  'rate!',
  "rate'",
  '1i',
  'i',
  'pi',
  'e',
  'NaN',
  'Infinity',
  'undefined',
  'null',
  'this',
  'globalThis',
  'process',
  'a\u0000b',
  'ｒate',
  '∞',
  'rate \u202e',
  '1e999',
  `${'('.repeat(1000)}1${')'.repeat(1000)}`,
  '-'.repeat(1500),
  `not(${'not('.repeat(300)}1${')'.repeat(301)}`,
  Array.from({ length: 10_000 }, () => 'rate').join(' + '),
  Array.from({ length: 900 }, () => '1').join('^'),
  'x'.repeat(100_000),
  '1 ? '.repeat(400),
]

describe('a hostile formula', () => {
  it.each(HOSTILE.map((text) => [text.length > 40 ? `${text.slice(0, 40)}...` : text, text]))(
    'is refused: %s',
    (_, text) => {
      const { program, problems } = compileFormula(text, LITTLE)
      expect(program).toBeUndefined()
      expect(problems.length).toBeGreaterThan(0)
      for (const { code, at, found, expected } of problems) {
        expect(code).toMatch(/^[a-z]+(-[a-z]+)+$/)
        expect(at).toBeGreaterThanOrEqual(0)
        expect(at).toBeLessThanOrEqual(text.length)
        expect(found.length).toBeGreaterThan(0)
        expect(found.length).toBeLessThan(200)
        expect(expected.length).toBeGreaterThan(0)
      }
    },
  )

  it('takes milliseconds', () => {
    const start = performance.now()
    for (const text of HOSTILE) compileFormula(text, LITTLE)
    expect((performance.now() - start) / HOSTILE.length).toBeLessThan(50)
  })

  it('never throws, whatever the text', () => {
    const part = fc.constantFrom(
      ...[
        'rate',
        'share',
        'people(urban)',
        'beds',
        '1',
        '2.5',
        '(',
        ')',
        '+',
        '-',
        '*',
        '/',
        '^',
        ',',
        '?',
        ':',
      ],
      ...[
        ' ',
        '<',
        '==',
        'and',
        'not(',
        'sum(',
        'at(2020,',
        'previous(',
        '"',
        '[',
        ';',
        '=',
        '%',
        'e',
        '.',
        '\n',
      ],
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(part, { maxLength: 30 }).map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(text, (formula) => {
        const { program, problems } = compileFormula(formula, LITTLE)
        expect(program === undefined).toBe(problems.length > 0)
      }),
      { numRuns: 5000, seed: 7 },
    )
  })
})
