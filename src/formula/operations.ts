/**
 * The operations of a program and what they do to numbers.
 *
 * IEEE doubles throughout: no tolerance in comparisons, 1 for true and 0 for false (in conditions everything but 0
 * is true, NaN too), sqrt(-1) and 0/0 are NaN, x/0 is infinite, round goes half away from zero, min and max of NaN
 * are NaN. exp, log and pow are our own, the same bits on every machine.
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
  round: (x) => {
    const whole = Math.trunc(x)
    return Math.abs(x - whole) >= 0.5 ? whole + Math.sign(x) : whole
  },
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

/** From one number a city to one number, in the order of the cities: x[from] .. x[from + cities - 1]. */
export const OVER_CITIES: Readonly<
  Record<string, (x: ArrayLike<number>, from: number, cities: number) => number>
> = {
  sum: (x, from, cities) => {
    let total = 0
    for (let at = from; at < from + cities; at++) total += x[at]
    return total
  },
  highest: (x, from, cities) => {
    let best = Number.NEGATIVE_INFINITY
    for (let at = from; at < from + cities; at++) best = Math.max(best, x[at])
    return best
  },
  lowest: (x, from, cities) => {
    let best = Number.POSITIVE_INFINITY
    for (let at = from; at < from + cities; at++) best = Math.min(best, x[at])
    return best
  },
}

/** Every operation by its number in a program's code. `choose` takes three values, `copy` one. */
export const CODES: readonly string[] = [
  ...Object.keys(UNARY),
  ...Object.keys(BINARY),
  ...Object.keys(OVER_CITIES),
  'choose',
  'copy',
]

/** Signs as people write them, for operations that have one. */
export const SIGNS: Readonly<Record<string, string>> = {
  add: '+',
  subtract: '-',
  multiply: '*',
  divide: '/',
  pow: '^',
  smaller: '<',
  smallerEq: '<=',
  larger: '>',
  largerEq: '>=',
  equal: '==',
  unequal: '!=',
}

/** Functions that every formula may call, and how many values they take. */
export const FUNCTIONS: ReadonlyMap<
  string,
  { usage: string; description: string; least: number; most: number }
> = new Map([
  ['min', { usage: 'min(x, y, ...)', description: 'the smallest', least: 2, most: Number.POSITIVE_INFINITY }],
  ['max', { usage: 'max(x, y, ...)', description: 'the largest', least: 2, most: Number.POSITIVE_INFINITY }],
  [
    'clamp',
    { usage: 'clamp(x, low, high)', description: 'x, but not below low or above high', least: 3, most: 3 },
  ],
  ['abs', { usage: 'abs(x)', description: 'x without its sign', least: 1, most: 1 }],
  ['sqrt', { usage: 'sqrt(x)', description: 'square root', least: 1, most: 1 }],
  ['exp', { usage: 'exp(x)', description: 'e to the power x', least: 1, most: 1 }],
  ['log', { usage: 'log(x)', description: 'natural logarithm', least: 1, most: 1 }],
  [
    'round',
    { usage: 'round(x)', description: 'the nearest whole number, half away from zero', least: 1, most: 1 },
  ],
  ['floor', { usage: 'floor(x)', description: 'the whole number at or below x', least: 1, most: 1 }],
  ['ceil', { usage: 'ceil(x)', description: 'the whole number at or above x', least: 1, most: 1 }],
  ['sum', { usage: 'sum(x)', description: 'sum over all cities', least: 1, most: 1 }],
  ['highest', { usage: 'highest(x)', description: 'largest of all cities', least: 1, most: 1 }],
  ['lowest', { usage: 'lowest(x)', description: 'smallest of all cities', least: 1, most: 1 }],
  ['at', { usage: 'at(year, x)', description: 'x in that year', least: 2, most: 2 }],
  [
    'previous',
    {
      usage: 'previous(x)',
      description: 'x one step before; in the base year, x of the base year',
      least: 1,
      most: 1,
    },
  ],
])
