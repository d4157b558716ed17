/**
 * The operations of a program and what they do to numbers.
 *
 * IEEE doubles throughout: no tolerance in comparisons, 1 for true and 0 for false, sqrt(-1) and 0/0 are NaN,
 * round goes half away from zero. exp, log and pow are our own, the same bits on every machine.
 */
import { exp, log, pow } from '../math/exponential.js'

export const UNARY: Readonly<Record<string, (x: number) => number>> = {
  unaryMinus: (x) => -x,
  not: (x) => (x === 0 ? 1 : 0),
  abs: Math.abs,
  sqrt: Math.sqrt,
  exp,
  log,
  floor: Math.floor,
  ceil: Math.ceil,
  round: (x) => (x < 0 ? -Math.floor(0.5 - x) : Math.floor(x + 0.5)),
}

export const BINARY: Readonly<Record<string, (x: number, y: number) => number>> = {
  add: (x, y) => x + y,
  subtract: (x, y) => x - y,
  multiply: (x, y) => x * y,
  divide: (x, y) => x / y,
  pow,
  smaller: (x, y) => (x < y ? 1 : 0),
  smallerEq: (x, y) => (x <= y ? 1 : 0),
  larger: (x, y) => (x > y ? 1 : 0),
  largerEq: (x, y) => (x >= y ? 1 : 0),
  equal: (x, y) => (x === y ? 1 : 0),
  unequal: (x, y) => (x !== y ? 1 : 0),
  and: (x, y) => (x !== 0 && y !== 0 ? 1 : 0),
  or: (x, y) => (x !== 0 || y !== 0 ? 1 : 0),
  min: (x, y) => Math.min(x, y),
  max: (x, y) => Math.max(x, y),
}

/** From one number a city to one number. */
export const OVER_CITIES: Readonly<Record<string, (x: Float64Array) => number>> = {
  sum: (x) => {
    let total = 0
    for (const value of x) total += value
    return total
  },
  highest: (x) => Math.max(...x),
  lowest: (x) => Math.min(...x),
}

/** Every operation by its number in a program's code. */
export const CODES: readonly string[] = [...Object.keys(UNARY), ...Object.keys(BINARY), ...Object.keys(OVER_CITIES), 'choose']
