import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exp, log, log1p, pow } from '../../src/math/exponential.js'
import { evenly } from '../setup/evenly.js'

/** Distance in units in the last place of b. */
function ulps(a: number, b: number): number {
  if (Object.is(a, b)) return 0
  if (!Number.isFinite(a) || !Number.isFinite(b)) return Number.POSITIVE_INFINITY
  const size = Math.max(Math.abs(b), 2.2250738585072014e-308)
  return Math.abs(a - b) / 2 ** (Math.floor(Math.log2(size)) - 52)
}

const special = [0, -0, 1, -1, 2, -2, 3, -3, 0.5, -0.5, 1.5, Number.NaN, 1 / 0, -1 / 0, 1e300, -1e300, 1e-300]
const awkward = [5e-324, -5e-324, 2 ** 31, 2 ** 53, 2 ** 53 + 2, -(2 ** 53), 1e20, 1 + 2 ** -40, 1 - 2 ** -40]

describe('exp', () => {
  it('is within one unit in the last place of the engine over its whole range', () => {
    fc.assert(
      fc.property(fc.double({ min: -745, max: 709.7, noNaN: true }), (x) => ulps(exp(x), Math.exp(x)) <= 1),
      { numRuns: 20_000 },
    )
  })
  it('overflows, underflows and passes special values as Math.exp does', () => {
    for (const x of [...special, ...awkward, 709.782712893384, 709.7827128933841, -745.2, -740, -708.5]) {
      expect(ulps(exp(x), Math.exp(x)), `exp(${x})`).toBeLessThanOrEqual(1)
    }
  })
})

describe('log', () => {
  it('is within one unit in the last place of the engine over its whole range', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 5e-324, max: 1.7e308, noNaN: true }),
        (x) => ulps(log(x), Math.log(x)) <= 1,
      ),
      { numRuns: 20_000 },
    )
    for (let x = 0.5; x < 2; x += 0.0001) expect(ulps(log(x), Math.log(x))).toBeLessThanOrEqual(1)
  })
  it('passes special values as Math.log does', () => {
    for (const x of [...special, ...awkward])
      expect(ulps(log(x), Math.log(x)), `log(${x})`).toBeLessThanOrEqual(1)
  })
  it('keeps the digits of log(1 + x) for small x in log1p', () => {
    for (const x of [0, 1e-300, -1e-20, 1e-10, -1e-5, 0.01, -0.5, 3, 1e15, -1, 1 / 0]) {
      expect(ulps(log1p(x), Math.log1p(x)), `log1p(${x})`).toBeLessThanOrEqual(3)
    }
  })
})

describe('pow', () => {
  it('is within one unit in the last place of the engine', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-5, max: 1e5, noNaN: true }),
        evenly(-60, 60),
        (x, y) => ulps(pow(x, y), x ** y) <= 1,
      ),
      { numRuns: 20_000 },
    )
  })
  it('has the special values and signs of Math.pow', () => {
    for (const x of [...special, ...awkward]) {
      for (const y of [...special, ...awkward]) {
        expect(ulps(pow(x, y), x ** y), `pow(${x}, ${y})`).toBeLessThanOrEqual(1)
      }
    }
  })
  it('gives whole powers of whole numbers exactly', () => {
    expect(pow(10, 2)).toBe(100)
    expect(pow(3, 20)).toBe(3486784401)
    expect(pow(-2, 31)).toBe(-2147483648)
    expect(pow(2, -1074)).toBe(5e-324)
  })
})
