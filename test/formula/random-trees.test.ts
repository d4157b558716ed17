/** Random formulas, printed, compiled and run, against a direct reading of the same tree. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { binomialQuantile } from '../../src/math/binomial-quantile.js'
import { exp, log, pow } from '../../src/math/exponential.js'
import { valuesOf, type World } from './little-language.js'

/** Where in time and space a formula is read: year and city are offsets. */
interface Place {
  readonly world: World
  readonly cities: number
  readonly city: number
  readonly year: number
}

/** A formula's text, how closely it binds, whether it has a number for every city, and its value. */
interface Formula {
  readonly text: string
  readonly level: number
  readonly wide: boolean
  readonly value: (place: Place) => number
}

/** How closely operators bind, loosest first. */
const [CHOICE, OR, AND, COMPARISON, SUM, PRODUCT, SIGN, POWER, WHOLE] = [0, 1, 2, 3, 4, 5, 6, 7, 8]

const flag = (truth: boolean) => (truth ? 1 : 0)
const isTrue = (x: number) => !Object.is(Math.abs(x), 0)

/** Sign, own level, loosest level on the left and on the right without brackets, meaning. */
const OPERATORS: readonly [string, number, number, number, (x: number, y: number) => number][] = [
  ['+', SUM, SUM, PRODUCT, (x, y) => x + y],
  ['-', SUM, SUM, PRODUCT, (x, y) => x - y],
  ['*', PRODUCT, PRODUCT, SIGN, (x, y) => x * y],
  ['/', PRODUCT, PRODUCT, SIGN, (x, y) => x / y],
  ['^', POWER, WHOLE, SIGN, pow],
  ['<', COMPARISON, SUM, SUM, (x, y) => flag(x < y)],
  ['<=', COMPARISON, SUM, SUM, (x, y) => flag(x <= y)],
  ['>', COMPARISON, SUM, SUM, (x, y) => flag(x > y)],
  ['>=', COMPARISON, SUM, SUM, (x, y) => flag(x >= y)],
  ['==', COMPARISON, SUM, SUM, (x, y) => flag(x === y)],
  ['!=', COMPARISON, SUM, SUM, (x, y) => flag(x !== y)],
  ['and', AND, AND, COMPARISON, (x, y) => flag(isTrue(x) && isTrue(y))],
  ['or', OR, OR, AND, (x, y) => flag(isTrue(x) || isTrue(y))],
]
const FUNCTIONS: readonly [string, number, (...values: number[]) => number][] = [
  ['min', 2, Math.min],
  ['min', 3, Math.min],
  ['max', 2, Math.max],
  ['max', 4, Math.max],
  ['clamp', 3, (x, low, high) => Math.min(Math.max(x, low), high)],
  ['counted', 3, binomialQuantile],
  ['abs', 1, Math.abs],
  ['sqrt', 1, Math.sqrt],
  ['exp', 1, exp],
  ['log', 1, log],
  ['round', 1, (x) => Math.sign(x) * Math.round(Math.abs(x))],
  ['floor', 1, Math.floor],
  ['ceil', 1, Math.ceil],
]
const OVER: readonly [string, (values: readonly number[]) => number][] = [
  ['sum', (values) => values.reduce((total, value) => total + value, 0)],
  ['highest', (values) => Math.max(...values)],
  ['lowest', (values) => Math.min(...values)],
]

const bracketed = (inner: Formula, loosest: number) =>
  inner.level < loosest ? `(${inner.text})` : inner.text

const literal = fc
  .constantFrom('0', '1', '2', '.5', '3.25', '10', '1e-3', '2E+2', '7')
  .map((text): Formula => ({ text, level: WHOLE, wide: false, value: () => Number(text) }))

const column = fc.constantFrom('rate', 'year', 'share').map((text): Formula => {
  const wide = text === 'share'
  return { text, level: WHOLE, wide, value: ({ world, year, city }) => world[text][year][wide ? city : 0] }
})

const ratio = fc.constant<Formula>({
  text: 'people(urban) / people(rural)',
  level: PRODUCT,
  wide: true,
  value: ({ world, year, city }) => world['people(urban)'][year][city] / world['people(rural)'][year][city],
})

function binary(
  [sign, level, left, right, compute]: (typeof OPERATORS)[number],
  a: Formula,
  b: Formula,
): Formula {
  const text = `${bracketed(a, left)} ${sign} ${bracketed(b, right)}`
  return { text, level, wide: a.wide || b.wide, value: (place) => compute(a.value(place), b.value(place)) }
}

function choice(condition: Formula, yes: Formula, no: Formula): Formula {
  return {
    text: `${bracketed(condition, OR)} ? ${bracketed(yes, OR)} : ${bracketed(no, CHOICE)}`,
    level: CHOICE,
    wide: condition.wide || yes.wide || no.wide,
    value: (place) => (isTrue(condition.value(place)) ? yes.value(place) : no.value(place)),
  }
}

function call([name, count, compute]: (typeof FUNCTIONS)[number], args: readonly Formula[]): Formula {
  const used = args.slice(0, count)
  return {
    text: `${name}(${used.map(({ text }) => text).join(', ')})`,
    level: WHOLE,
    wide: used.some(({ wide }) => wide),
    value: (place) => compute(...used.map(({ value }) => value(place))),
  }
}

function overCities([name, compute]: (typeof OVER)[number], x: Formula): Formula {
  if (!x.wide) return x
  const value = (place: Place) =>
    compute(Array.from({ length: place.cities }, (_, city) => x.value({ ...place, city })))
  return { text: `${name}(${x.text})`, level: WHOLE, wide: false, value }
}

const negated = (x: Formula): Formula => ({
  text: `-${bracketed(x, SIGN)}`,
  level: SIGN,
  wide: x.wide,
  value: (place) => -x.value(place),
})
const denied = (x: Formula): Formula => ({
  ...{ text: `not(${x.text})`, level: SIGN, wide: x.wide },
  value: (place) => flag(!isTrue(x.value(place))),
})
const inYear = (year: number, x: Formula): Formula => ({
  ...{ text: `at(${2020 + year}, ${x.text})`, level: WHOLE, wide: x.wide },
  value: (place) => x.value({ ...place, year }),
})
const before = (x: Formula): Formula => ({
  ...{ text: `previous(${x.text})`, level: WHOLE, wide: x.wide },
  value: (place) => x.value({ ...place, year: Math.max(0, place.year - 1) }),
})

/** `fixed` has no previous(...) and may stand inside at(...). */
const { tree } = fc.letrec<{ tree: Formula; fixed: Formula }>((tie) => {
  const parts = (name: 'tree' | 'fixed') => {
    const part = tie(name)
    return [
      literal,
      column,
      ratio,
      fc.tuple(fc.constantFrom(...OPERATORS), part, part).map((drawn) => binary(...drawn)),
      fc.tuple(fc.constantFrom(...OPERATORS), part, part).map((drawn) => binary(...drawn)),
      fc.tuple(part, part, part).map((drawn) => choice(...drawn)),
      fc
        .tuple(fc.constantFrom(...FUNCTIONS), fc.array(part, { minLength: 4, maxLength: 4 }))
        .map((drawn) => call(...drawn)),
      fc.tuple(fc.constantFrom(...OVER), part).map((drawn) => overCities(...drawn)),
      part.map(negated),
      part.map(denied),
      fc.tuple(fc.constantFrom(0, 1), tie('fixed')).map((drawn) => inYear(...drawn)),
    ] as const
  }
  const size = { depthSize: 'small', maxDepth: 7, withCrossShrink: true } as const
  return {
    tree: fc.oneof(size, ...parts('tree'), tie('tree').map(before)),
    fixed: fc.oneof(size, ...parts('fixed')),
  }
})

/** Columns of any doubles, infinite, missing and negative zero among them. */
function worldOf(cities: number): fc.Arbitrary<World> {
  const value = fc.oneof(fc.double(), fc.double({ min: -10, max: 10 }), fc.constantFrom(0, -0, 1, 2))
  const years = (length: number) =>
    fc.array(fc.array(value, { minLength: length, maxLength: length }), { minLength: 2, maxLength: 2 })
  return fc.record({
    year: fc.constant([[2020], [2021]]),
    rate: years(1),
    share: years(cities),
    'people(urban)': years(cities),
    'people(rural)': years(cities),
  })
}

describe('a compiled formula', () => {
  it.each([1, 2, 5])('comes to the same bits as its tree read directly, for %d cities', (cities) => {
    const small = tree.filter(({ text }) => text.length < 1000)
    fc.assert(
      fc.property(small, worldOf(cities), fc.constantFrom(0, 1), ({ text, value }, world, year) => {
        const found = valuesOf(text, year, world, cities)
        const expected = found.map((_, city) => value({ world, cities, city, year }))
        const same = expected.every((number, city) => Object.is(found[city], number))
        expect(same, `${text} is ${expected}, not ${found}`).toBe(true)
      }),
      { numRuns: 1500, seed: 11 },
    )
  })
})
