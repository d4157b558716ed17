/** Random formulas, printed, compiled and run, against a direct reading of the same tree in JavaScript. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pow } from '../../src/math/exponential.js'
import { valuesOf, WORLD } from './little-language.js'

/** A formula's text, and what it comes to in a city. */
interface Formula {
  readonly text: string
  readonly inCity: (city: number) => number
  readonly wide: boolean
}

const flag = (truth: boolean) => (truth ? 1 : 0)
const OPERATIONS: readonly [string, (x: number, y: number) => number][] = [
  ['+', (x, y) => x + y],
  ['-', (x, y) => x - y],
  ['*', (x, y) => x * y],
  ['/', (x, y) => x / y],
  ['^', pow],
  ['<', (x, y) => flag(x < y)],
  ['>=', (x, y) => flag(x >= y)],
  ['!=', (x, y) => flag(x !== y)],
  ['and', (x, y) => flag(x !== 0 && y !== 0)],
  ['or', (x, y) => flag(x !== 0 || y !== 0)],
]

const number = fc
  .constantFrom('0', '1', '2', '0.5', '3.25', '10', '1e-3')
  .map((text): Formula => ({ text, inCity: () => Number(text), wide: false }))
const name = fc
  .constantFrom('rate', 'share', 'year')
  .map((text): Formula => ({ text, inCity: (city) => WORLD[text][1][city], wide: text === 'share' }))

const { tree } = fc.letrec<{ tree: Formula }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    number,
    name,
    fc.tuple(fc.constantFrom(...OPERATIONS), tie('tree'), tie('tree')).map(
      ([[sign, compute], a, b]): Formula => ({
        text: `(${a.text}) ${sign} (${b.text})`,
        inCity: (city) => compute(a.inCity(city), b.inCity(city)),
        wide: a.wide || b.wide,
      }),
    ),
    tie('tree').map(
      (a): Formula => ({ text: `-(${a.text})`, inCity: (city) => -a.inCity(city), wide: a.wide }),
    ),
    fc.tuple(tie('tree'), tie('tree'), tie('tree')).map(
      ([a, b, c]): Formula => ({
        text: `(${a.text}) ? (${b.text}) : (${c.text})`,
        inCity: (city) => (a.inCity(city) === 0 ? c.inCity(city) : b.inCity(city)),
        wide: a.wide || b.wide || c.wide,
      }),
    ),
    tie('tree').map(
      (a): Formula =>
        a.wide ? { text: `sum(${a.text})`, inCity: () => 0 + a.inCity(0) + a.inCity(1), wide: false } : a,
    ),
  ),
}))

describe('a compiled formula', () => {
  it('comes to the same bits as its tree read directly', () => {
    fc.assert(
      fc.property(
        tree.filter(({ text }) => text.length < 1500),
        ({ text, inCity }) => {
          const found = valuesOf(text)
          for (const city of [0, 1])
            expect(Object.is(found[city], inCity(city)), `${text} in city ${city}`).toBe(true)
        },
      ),
      { numRuns: 2000, seed: 11 },
    )
  })
})
