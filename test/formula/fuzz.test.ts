/** Any text at all becomes a program or problems. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileFormula } from '../../src/formula/compile.js'
import { LITTLE, valuesOf } from './little-language.js'

const GOOD = [
  'rate + 2 * share - 1 / year',
  'people(urban) / (people(urban) + people(rural))',
  'share > 0.5 and not(rate == 1) ? people(urban) : people(rural)',
  'clamp(previous(people(urban)) - at(2020, people(urban)), -3, 1e6)',
  'sum(people(urban)) / 1000 * round(share * 10) / 10',
  'max(beds, 3, min(beds ^ 1, 10)) * exp(-rate) * .5',
  'highest(share) != lowest(share) or year >= 2021',
  'people(urban, 6, 14) * (rate ^ 2 ^ -1)',
]
const PIECES = [
  ...['rate', 'share', 'people(urban)', 'people', 'beds', 'urban_people', 'constructor', '__proto__'],
  ...['1', '2.5', '1e999', '007', '0x1F', 'true', 'mod', 'e', 'and', 'or', 'not', 'not(', 'sum(', 'min('],
  ...['at(2020,', 'previous(', '(', ')', '+', '-', '*', '/', '^', ',', '?', ':', '<', '==', '!', '=', '.'],
  ...[' ', '\n', '\t', '\u0000', '\u00a0', '\u2028', '"', "'", '[', ']', '{', '}', ';', '#', '%', '\\'],
  ...['人', 'ｒ', '\ud83d\ude00', '\ud800'],
]

/** Either a program of plain data that runs, or problems that stand inside the text. */
function expectAnswer(text: string): void {
  const { program, problems } = compileFormula(text, LITTLE)
  expect(program === undefined).toBe(problems.length > 0)
  if (program) {
    expect(structuredClone(program)).toEqual(program)
    expect(valuesOf(text)).toHaveLength(2)
  }
  for (const { code, at, found, expected } of problems) {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)+$/)
    expect(at).toBeGreaterThanOrEqual(0)
    expect(at).toBeLessThanOrEqual(text.length)
    expect(found.length).toBeLessThan(300)
    expect(expected).not.toBe('')
  }
}

const settings = { numRuns: 3000, seed: 7 }

describe('any text', () => {
  it('of any characters is answered', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((pieces) => pieces.join('')),
    )
    fc.assert(fc.property(text, expectAnswer), settings)
  })

  it('that was a good formula before it was cut, repeated and written over is answered', () => {
    const edit = fc.record({ from: fc.nat(80), length: fc.nat(8), times: fc.nat(3), piece: fc.nat() })
    const edits = fc.array(edit, { minLength: 1, maxLength: 5 })
    const mutate = (
      good: string,
      changes: readonly { from: number; length: number; times: number; piece: number }[],
    ) =>
      changes.reduce((text, { from, length, times, piece }) => {
        const start = from % (text.length + 1)
        const kept = text.slice(start, start + length).repeat(times)
        const put = piece % 2 === 0 ? PIECES[piece % PIECES.length] : ''
        return text.slice(0, start) + kept + put + text.slice(start + length)
      }, good)
    const text = fc.tuple(fc.constantFrom(...GOOD), edits).map(([good, changes]) => mutate(good, changes))
    fc.assert(fc.property(text, expectAnswer), settings)
  })

  it('of the good formulas is a program', () => {
    for (const text of GOOD) expect(compileFormula(text, LITTLE).problems, text).toEqual([])
  })
})
