import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compileFormula } from '../../src/formula/compile.js'
import { LITTLE, problemsIn } from './little-language.js'

/** Formula, offset of the slip, what was found, what was expected, the hint. */
type Row = readonly [text: string, at: number, found: string, expected: string, hint?: string]

const MATHS = 'min, max, clamp, counted, abs, sqrt, exp, log, round, floor, ceil'
const CALLS = `one of people, ${MATHS}, sum, highest, lowest, at, previous`
const CHARACTERS = 'names, numbers, + - * / ^ ( ) , ? : and comparisons'
const NAMES = 'an uncertainty, a lever, year or a call'
const WORDS = 'a name of this scenario'
const NUMBERS = 'a number such as 12, 0.5 or 1e6'
const SAME = 'the same unit on both sides'
const EXPONENT = 'a whole exponent from -6 to 6, or a pure number'
const YEARS = 'a year from 2020 to 2021'
const CITIES = 'a number for every city'
const ALLOWED = 'numbers, names, calls and operators'
const WHOLE = 'a whole formula'
const EARLY = 'the end of the formula too soon'
const BRACKET = 'Something is missing before the bracket, or the bracket is one too many.'
const TOO_MANY = 'a formula of too many parts'
const MOST = 'at most 500, 60 deep'

const PROBLEMS: Readonly<Record<string, readonly Row[]>> = {
  'formula-empty': [
    ['', 0, 'an empty formula', 'a formula'],
    [' \n ', 0, 'an empty formula', 'a formula'],
  ],
  'formula-too-long': [
    ['x'.repeat(2001), 0, 'a formula of 2001 characters', 'at most 2000'],
    [`1${'+1'.repeat(900)}`, 1000, 'more than 1000 parts', 'at most 1000'],
    [`1 + ${'x'.repeat(101)}`, 4, 'a name of 101 characters', 'at most 100'],
    [`1 + ${'9'.repeat(101)}`, 4, 'a number of 101 characters', 'at most 100'],
    [`1${'*1'.repeat(300)}`, 400, TOO_MANY, MOST],
    [`${'-'.repeat(70)}1`, 61, TOO_MANY, MOST],
  ],
  'formula-too-deep': [
    [`${'('.repeat(51)}1${')'.repeat(51)}`, 50, 'more than 50 brackets inside each other', 'at most 50'],
  ],
  'name-unknown': [
    ['1 + rat', 4, 'the name "rat"', NAMES, 'Did you mean rate?'],
    ['people_urban', 0, 'the name "people_urban"', NAMES, 'Did you mean people(urban)?'],
    ['rural_people / 2', 0, 'the name "rural_people"', NAMES, 'Did you mean people(rural)?'],
    ['people_beds', 0, 'the name "people_beds"', NAMES],
    ['townsfolk', 0, 'the name "townsfolk"', NAMES, 'Did you mean people(urban)?'],
    ['2 * people', 4, 'the name "people"', NAMES, 'Write people(group).'],
    ['2 * sum', 4, 'the name "sum"', NAMES, 'Write sum(x).'],
    ['min', 0, 'the name "min"', NAMES, 'Write min(x, y, ...).'],
    ['xyzzy', 0, 'the name "xyzzy"', NAMES],
    ['constructor', 0, 'the name "constructor"', NAMES],
    ['__proto__', 0, 'the name "__proto__"', NAMES],
    ['rate + true', 7, 'the word "true"', WORDS, 'Write 1 for true.'],
    ['false', 0, 'the word "false"', WORDS, 'Write 0 for false.'],
    ['1 xor 0', 2, 'the word "xor"', WORDS, 'Write != between two comparisons in brackets.'],
    ['year mod 2', 5, 'the word "mod"', WORDS],
  ],
  'function-unknown': [
    ['poeple(urban)', 0, 'the function "poeple"', CALLS, 'Did you mean people?'],
    ['1 + maxx(1, 2)', 4, 'the function "maxx"', CALLS, 'Did you mean max?'],
    ['rate (2)', 0, 'the function "rate"', CALLS, 'To multiply, write rate * (...).'],
    ['frobnicate(2)', 0, 'the function "frobnicate"', CALLS],
    ['toString()', 0, 'the function "toString"', CALLS],
  ],
  'argument-unknown': [
    ['1 + people(urbn)', 11, '"urbn"', 'urban or rural', 'Did you mean urban?'],
    ['1 + people()', 4, 'no group', 'urban or rural', 'Did you mean urban?'],
  ],
  'argument-not-plain': [
    ['people(urban + 1)', 13, 'a formula inside people(...)', 'a plain name or whole number'],
    ['people(urban, -1)', 14, 'a formula inside people(...)', 'a plain name or whole number'],
  ],
  'arguments-wrong': [
    ['clamp(rate, 1)', 0, '2 values in clamp(...)', 'clamp(x, low, high)'],
    ['counted(rate, 1)', 0, '2 values in counted(...)', 'counted(n, p, u)'],
    ['min(rate)', 0, '1 value in min(...)', 'min(x, y, ...)'],
    ['1 + previous()', 4, '0 values in previous(...)', 'previous(x)'],
    ['previous(rate, 1)', 0, '2 values in previous(...)', 'previous(x)'],
    ['at(2020)', 0, '1 value in at(...)', 'at(year, x)'],
  ],
  'units-differ': [
    ['people(urban) + beds', 14, 'person + bed', SAME],
    ['beds - rate', 5, 'bed - a pure number', SAME],
    ['max(people(urban), beds)', 0, 'person and bed', SAME],
    ['clamp(beds, 0, people(urban))', 0, 'bed and person', SAME],
    ['rate > 1 ? beds : people(urban)', 9, 'bed and person', SAME],
    ['beds < people(urban)', 5, 'bed < person', SAME],
    ['1 / beds == people(urban) / beds', 9, '1 / bed == person / bed', SAME],
  ],
  'unit-not-pure': [
    ['log(beds)', 0, 'log(...) of bed', 'a pure number'],
    ['2 * exp(beds ^ 2)', 4, 'exp(...) of bed^2', 'a pure number'],
    ['beds ^ rate', 5, 'a power of bed', EXPONENT],
    ['beds ^ 0.5', 5, 'a power of bed', EXPONENT],
    ['beds ^ 7', 5, 'a power of bed', EXPONENT],
    ['counted(beds, beds, 0.5)', 0, 'counted(...) with odds in bed', 'a pure number'],
    ['2 ^ beds', 2, 'an exponent in bed', 'a pure number'],
  ],
  'year-not-plain': [
    ['at(rate, rate)', 3, 'at(...) without a plain year', YEARS],
    ['at(-2020, rate)', 3, 'at(...) without a plain year', YEARS],
  ],
  'year-outside': [
    ['at(2031, rate)', 3, 'the year 2031', YEARS],
    ['1 + at(2019, rate)', 7, 'the year 2019', YEARS],
    ['at(2020.5, rate)', 3, 'the year 2020.5', YEARS],
  ],
  'time-in-time': [['at(2020, previous(rate))', 9, 'previous(...) inside at(...)', 'one of them']],
  'one-number': [
    ['sum(rate)', 0, 'sum(...) of one number', CITIES, 'Leave sum(...) out.'],
    ['1 + highest(3)', 4, 'highest(...) of one number', CITIES, 'Leave highest(...) out.'],
    ['lowest(sum(share))', 0, 'lowest(...) of one number', CITIES, 'Leave lowest(...) out.'],
  ],
  'formula-broken': [
    ['1 +', 3, EARLY, WHOLE],
    ['(1 + 2', 6, EARLY, WHOLE, 'A bracket is open.'],
    ['1 + 2)', 5, '")" where it makes no sense', WHOLE, BRACKET],
    ['1 ? 2', 5, EARLY, WHOLE, 'Write condition ? value : other value.'],
    ['1 ? 1 ? 2 : 3 : 4', 17, EARLY, WHOLE, 'Put a choice inside a choice in brackets.'],
    ['2 ** 3', 3, '"* 3" where it makes no sense', WHOLE, 'To raise to a power, write ^.'],
    ['rate +* 2', 6, '"* 2" where it makes no sense', WHOLE],
    ['1,500', 1, '",500" where it makes no sense', WHOLE, 'Write 1,000 as 1000.'],
    ['/ rate\n* year * 2', 0, '"/ rate * yea..." where it makes no sense', WHOLE],
  ],
  'formula-not-allowed': [
    ['0:9', 0, 'a range', ALLOWED],
    ['1 ? 2 : 3 : 4', 8, 'a range', ALLOWED],
  ],
  'comparison-chain': [
    ['1 < 2 < 3', 6, 'one comparison after another', 'one comparison', 'Write a < b and b < c.'],
  ],
  'multiplication-missing': [
    ['rate share', 5, 'two values with nothing between them', 'an operator', 'Write * to multiply.'],
    ['2(3)', 1, 'two values with nothing between them', 'an operator', 'Write * to multiply.'],
  ],
  'number-broken': [
    ['2rate', 1, 'the number 2rate', NUMBERS, 'To multiply, write 2 * rate.'],
    ['1.2.3', 3, 'the number 1.2.3', NUMBERS],
    ['1.*2', 1, 'the number 1.', NUMBERS],
    ['0x1F', 1, 'the number 0x1F', NUMBERS],
    ['min(1,000, rate)', 6, 'the number 000', NUMBERS, 'Write 1,000 as 1000.'],
    ['007', 0, 'the number 007', NUMBERS],
  ],
  'number-too-large': [['1e999', 0, 'the number 1e999', 'a number that can be held']],
  'not-without-brackets': [
    ['not rate', 4, 'not rate', 'a bracket after not', 'Write not(...).'],
    [
      'not(rate) ^ 2',
      3,
      'a power of not(...)',
      'brackets around not(...)',
      'Write (not(...)) ^ ... instead.',
    ],
  ],
  'character-not-allowed': [
    ['rate * 5 %', 9, 'the character %', CHARACTERS, 'Write 3.2 % as 0.032.'],
    ['rate = 5', 5, 'the character =', CHARACTERS, 'To compare, write ==.'],
    ['rate && 1', 5, 'the character &', CHARACTERS, 'Write and.'],
    ['rate × 5', 5, 'the character ×', CHARACTERS, 'Write *.'],
    ['max（1, 2)', 3, 'the character （', CHARACTERS, 'Use plain brackets.'],
    ['1 ≤ 2', 2, 'the character ≤', CHARACTERS, 'Write <=.'],
    ['人口 * 2', 0, 'the character 人', CHARACTERS],
    ['rate\u0000', 4, 'the character U+0000', CHARACTERS],
    ['1 + \u{1f600}', 4, 'the character \u{1f600}', CHARACTERS],
  ],
}
const CASES = Object.entries(PROBLEMS).flatMap(([code, rows]) =>
  rows.map(([text, at, found, expected, hint]) => ({ text, problem: { code, at, found, expected, hint } })),
)

describe('a mistake in a formula', () => {
  it.each(CASES)('is $problem.code: $text', ({ text, problem }) => {
    expect(problemsIn(text)).toEqual([problem])
  })

  it('is told together with the others, and nothing is told twice', () => {
    expect(problemsIn('sum(rat) + log(beds) + people(urbn)').map(({ code }) => code)).toEqual([
      'name-unknown',
      'unit-not-pure',
      'argument-unknown',
    ])
  })

  it('is unit-not-expected where the value has another unit than is asked for', () => {
    expect(compileFormula('beds', LITTLE, { unit: { person: 1 } }).problems).toEqual([
      { code: 'unit-not-expected', at: 0, found: 'a value in bed', expected: 'a value in person' },
    ])
  })

  it('has a code that is shown here', () => {
    const folder = join(import.meta.dirname, '../../src/formula')
    const text = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'))
    const codes = [...text.join('').matchAll(/(?:code: |refuse\()'([a-z-]+)'/g)].map((match) => match[1])
    expect([...new Set(codes)].sort()).toEqual([...Object.keys(PROBLEMS), 'unit-not-expected'].sort())
  })
})
