import { describe, expect, it } from 'vitest'
import { compileFormula } from '../../src/formula/compile.js'
import { LITTLE, problemsIn } from './little-language.js'

const FUNCTIONS =
  'people, min, max, clamp, abs, sqrt, exp, log, round, floor, ceil, sum, highest, lowest, at, previous'
const SIGNS = 'names, numbers, + - * / ^ ( ) , ? : and comparisons'
const NAMES = 'an uncertainty, a lever, year or a call'

describe('a mistake in a formula', () => {
  it.each([
    ['', 'formula-empty', 0, 'an empty formula', 'a formula', undefined],
    ['1 + rat', 'unknown-name', 4, 'the name "rat"', NAMES, 'Did you mean rate?'],
    ['urban_people / 2', 'unknown-name', 0, 'the name "urban_people"', NAMES, 'Did you mean people(urban)?'],
    ['2 * people', 'unknown-name', 4, 'the name "people"', NAMES, 'Write people(group).'],
    ['2 * sum', 'unknown-name', 4, 'the name "sum"', NAMES, 'Write sum(x).'],
    ['xyzzy', 'unknown-name', 0, 'the name "xyzzy"', NAMES, undefined],
    ['rate + true', 'unknown-name', 7, 'the word "true"', 'a name of this scenario', 'Write 1 for true.'],
    [
      'poeple(urban)',
      'unknown-function',
      0,
      'the function "poeple"',
      `one of ${FUNCTIONS}`,
      'Did you mean people?',
    ],
    ['frobnicate(2)', 'unknown-function', 0, 'the function "frobnicate"', `one of ${FUNCTIONS}`, undefined],
    ['1 + people(urbn)', 'unknown-argument', 11, '"urbn"', 'urban or rural', 'Did you mean urban?'],
    ['1 + people()', 'unknown-argument', 4, 'no group', 'urban or rural', 'Did you mean urban?'],
    [
      'people(urban + 1)',
      'argument-not-plain',
      13,
      'a formula inside people(...)',
      'a plain name or whole number',
      undefined,
    ],
    ['people(urban) + beds', 'units-differ', 14, 'person + bed', 'the same unit on both sides', undefined],
    [
      'max(people(urban), beds)',
      'units-differ',
      0,
      'person and bed',
      'the same unit on both sides',
      undefined,
    ],
    [
      'rate > 1 ? beds : people(urban)',
      'units-differ',
      9,
      'bed and person',
      'the same unit on both sides',
      undefined,
    ],
    ['beds < people(urban)', 'units-differ', 5, 'bed < person', 'the same unit on both sides', undefined],
    ['log(beds)', 'unit-not-pure', 0, 'log(...) of bed', 'a pure number', undefined],
    [
      'beds ^ rate',
      'unit-not-pure',
      5,
      'a power of bed',
      'a whole exponent from -6 to 6, or a pure number',
      undefined,
    ],
    ['clamp(rate, 1)', 'wrong-arguments', 0, '2 values in clamp(...)', 'clamp(x, low, high)', undefined],
    ['min(rate)', 'wrong-arguments', 0, '1 value in min(...)', 'min(x, y, ...)', undefined],
    ['previous()', 'wrong-arguments', 0, '0 values in previous(...)', 'previous(x)', undefined],
    [
      'at(rate, rate)',
      'year-not-plain',
      3,
      'at(...) without a plain year',
      'a year from 2020 to 2021',
      undefined,
    ],
    ['at(2031, rate)', 'year-outside', 3, 'the year 2031', 'a year from 2020 to 2021', undefined],
    ['at(2020, previous(rate))', 'time-in-time', 9, 'previous(...) inside at(...)', 'one of them', undefined],
    [
      'sum(rate)',
      'one-number',
      0,
      'sum(...) of one number',
      'a number for every city',
      'Leave sum(...) out.',
    ],
    ['1 +', 'formula-broken', 3, 'the end of the formula too soon', 'a whole formula', undefined],
    [
      '(1 + 2',
      'formula-broken',
      6,
      'the end of the formula too soon',
      'a whole formula',
      'A bracket is open.',
    ],
    [
      '1 ? 2',
      'formula-broken',
      5,
      'the end of the formula too soon',
      'a whole formula',
      'Write condition ? value : other value.',
    ],
    [
      '2 ** 3',
      'formula-broken',
      3,
      '"* 3" where it makes no sense',
      'a whole formula',
      'To raise to a power, write ^.',
    ],
    [
      '1 < 2 < 3',
      'comparison-chain',
      6,
      'one comparison after another',
      'one comparison',
      'Write a < b and b < c.',
    ],
    ['rate (2)', 'unknown-function', 0, 'the function "rate"', `one of ${FUNCTIONS}`, undefined],
    [
      'rate share',
      'multiplication-missing',
      5,
      'two values with nothing between them',
      'an operator',
      'Write * to multiply.',
    ],
    [
      '2rate',
      'number-broken',
      1,
      'the number 2rate',
      'a number such as 12, 0.5 or 1e6',
      'To multiply, write 2 * rate.',
    ],
    ['1.2.3', 'number-broken', 3, 'the number 1.2.3', 'a number such as 12, 0.5 or 1e6', undefined],
    ['1e999', 'number-too-large', 0, 'the number 1e999', 'a number that can be held', undefined],
    ['not rate', 'not-without-brackets', 4, 'not rate', 'a bracket after not', 'Write not(...).'],
    ['rate * 5 %', 'character-not-allowed', 9, 'the character %', SIGNS, 'Write 3.2 % as 0.032.'],
    ['rate = 5', 'character-not-allowed', 5, 'the character =', SIGNS, 'To compare, write ==.'],
    ['rate × 5', 'character-not-allowed', 5, 'the character ×', SIGNS, 'Write *.'],
    ['人口 * 2', 'character-not-allowed', 0, 'the character 人', SIGNS, undefined],
  ])('%s', (text, code, at, found, expected, hint) => {
    expect(problemsIn(text)).toEqual([{ code, at, found, expected, hint }])
  })

  it('is told together with the others, and nothing is told twice', () => {
    expect(problemsIn('sum(rat) + log(beds) + people(urbn)').map(({ code }) => code)).toEqual([
      'unknown-name',
      'unit-not-pure',
      'unknown-argument',
    ])
  })

  it('is a unit other than the one that is asked for', () => {
    expect(compileFormula('beds', LITTLE, { unit: { person: 1 } }).problems).toEqual([
      { code: 'unit-not-expected', at: 0, found: 'a value in bed', expected: 'a value in person' },
    ])
  })
})
