import { describe, expect, it } from 'vitest'
import { compileFormula } from '../../src/formula/compile.js'
import { LITTLE } from './little-language.js'

const many = (count: number, part: string, between = '') => Array(count).fill(part).join(between)

/** Texts that reach for the machine behind the language, with the code of their first problem. */
const HOSTILE: Readonly<Record<string, readonly string[]>> = {
  'name-unknown': [
    ...['constructor', '__proto__', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', '__defineGetter__'],
    ...['this', 'globalThis', 'process', 'require', 'arguments', 'window', 'self', 'Function', 'eval'],
    ...['i', 'e', 'pi', 'tau', 'end', 'NaN', 'Infinity', 'undefined', 'null', 'true', 'false', 'version'],
    ...['3 in 4', '5 to 6', '10 mod 3', '1 xor 0', 'and', 'constructor + __proto__', 'sum(constructor)'],
    many(100, 'x'),
  ],
  'function-unknown': [
    ...['toString()', 'valueOf()', 'hasOwnProperty(rate)', 'constructor(1)', '__proto__(1)', 'rate(2)'],
    ...['import(1)', 'require(1)', 'eval(1)', 'Function(1)', 'parse(1)', 'evaluate(1)', 'compile(1)'],
    ...['simplify(1)', 'derivative(1, 2)', 'createUnit(1)', 'config(1)', 'typed(1)', 'map(share, sqrt)'],
    ...['ones(1000000000)', 'zeros(1e9, 1e9)', 'range(0, 1e9)', 'factorial(1e9)', 'random()', 'add(1, 2)'],
    ...['unaryMinus(1)', 'choose(1, 2, 3)', 'load(1)', 'refused()', 'sin(1)'],
  ],
  'argument-unknown': ['people(constructor)', 'people(__proto__)', 'people(toString)', 'people(1e9)'],
  'argument-not-plain': ['people(constructor(1))', 'people(people(urban))', 'people(-1)'],
  'character-not-allowed': [
    ...['constructor("globalThis.reached = 1")()', 'eval("globalThis.reached = 1")', 'import("fs")'],
    ...['"text"', "'text'", '`text`', 'parse("1 + 1")', 'unit("5 cm")'],
    ...['a.b', 'rate.constructor', 'rate.constructor.constructor', 'a["b"]', 'a[1]', '[1, 2]', '[0:1e9]'],
    ...['{a: 1}', 'f(x) = x', 'rate = 1', 'rate; rate', '1;', '# note', 'rate # note', "rate'", 'rate!'],
    ...['rate @ 1', 'rate \\ 2', '$rate', 'rate & 1', 'rate | 1', '~rate', 'x => x', '5 %', '..', '_ . _'],
    ...['a\u0000b', '\u0000', 'ｒate', 'rаte', 'ra\u200bte', 'rate\u202e', 'rate\u0301', '∞', 'π', '²'],
    ...['\ud83d\ude00', '\ud800', '\udc00', '\u0085'],
  ],
  'number-broken': ['5cm', '1i', '0x1F', '0b11', '1_000', '1..2', '1.', '1.*2', '2.^2', '1e', '007'],
  'number-too-large': ['1e999', '-1e309', `${many(90, '9')}e999`],
  'multiplication-missing': ['5 cm', '5 cm + 2', 'rate\nrate', 'rate\r\nrate', '2(3)', '(2)(3)', 'rate rate'],
  'formula-not-allowed': ['0:1e9', '1:2:1e9', 'sum(1:1000000000)', '1 ? 2 : 3 : 4'],
  'formula-broken': [',', '()', '1 +', '* 2', 'sum(,)', '1 ? 2', 'not', ')', 'rate,', '// note', '1, 2'],
  'comparison-chain': ['1 < 2 < 3', '1 == 1 == 1'],
  'formula-empty': ['', ' \n\t '],
  'formula-too-deep': [
    `${many(1000, '(')}1${many(999, ')')}`,
    many(1000, '('),
    `${many(51, '(')}1${many(51, ')')}`,
    `${many(300, 'not(')}1${many(300, ')')}`,
    many(400, 'sum('),
  ],
  'formula-too-long': [
    many(10_000, 'rate', ' + '),
    many(10_000, '1', '+'),
    many(900, '1', '^'),
    `${many(990, '-')}1`,
    `${many(200, '1 ? 1 : ')}1`,
    many(300, 'rate', '*'),
    many(100_000, 'x'),
    many(101, 'x'),
    `${many(101, 'x')}(1)`,
    many(101, '9'),
    many(1_000_000, ' '),
  ],
}
const ALL = Object.entries(HOSTILE).flatMap(([code, texts]) => texts.map((text) => [code, text] as const))
const shown = (text: string) => JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}...` : text)

describe('a hostile formula', () => {
  it.each(ALL.map(([code, text]) => [code, shown(text), text]))('is refused: %s %s', (code, _, text) => {
    const { program, problems } = compileFormula(text, LITTLE)
    expect(program).toBeUndefined()
    expect(problems[0].code).toBe(code)
    for (const { at, found } of problems) {
      expect(at).toBeGreaterThanOrEqual(0)
      expect(at).toBeLessThanOrEqual(text.length)
      expect(found.length).toBeLessThan(250)
    }
  })

  it('is refused without reaching JavaScript', () => {
    for (const [, text] of ALL) compileFormula(text, LITTLE)
    expect(globalThis).not.toHaveProperty('reached')
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  it('is refused soon: the whole list in two seconds of the processor', () => {
    const start = process.cpuUsage()
    for (const [, text] of ALL) compileFormula(text, LITTLE)
    const { user, system } = process.cpuUsage(start)
    expect((user + system) / 1000).toBeLessThan(2000)
  })
})
