/**
 * The operations of a program and what they do to numbers.
 *
 * IEEE doubles throughout: no tolerance in comparisons, 1 for true and 0 for false (in conditions everything
 * but 0 is true, NaN too), sqrt(-1) and 0/0 are NaN, x/0 is infinite, round goes half away from zero, min and
 * max of NaN are NaN. exp, log and pow are our own, the same bits on every machine.
 */
import { binomialQuantile } from '../math/binomial-quantile.js'
import { exp, log, pow } from '../math/exponential.js'

export type UnaryOperation = (x: number) => number
export type BinaryOperation = (x: number, y: number) => number
export type TernaryOperation = (x: number, y: number, z: number) => number
/** From one number a city to one number, in the order of the cities: x[from], x[from + stride], .. */
export type CityReduction = (x: ArrayLike<number>, from: number, cities: number, stride: number) => number

export const UNARY: ReadonlyMap<string, UnaryOperation> = new Map<string, UnaryOperation>([
  ['unaryMinus', (x) => -x],
  ['not', (x) => (x === 0 ? 1 : 0)],
  ['abs', Math.abs],
  ['sqrt', Math.sqrt],
  ['exp', exp],
  ['log', log],
  ['floor', Math.floor],
  ['ceil', Math.ceil],
  ['round', round],
])

export const BINARY: ReadonlyMap<string, BinaryOperation> = new Map<string, BinaryOperation>([
  ['add', (x, y) => x + y],
  ['subtract', (x, y) => x - y],
  ['multiply', (x, y) => x * y],
  ['divide', (x, y) => x / y],
  ['pow', pow],
  ['smaller', (x, y) => (x < y ? 1 : 0)],
  ['smallerEq', (x, y) => (x <= y ? 1 : 0)],
  ['larger', (x, y) => (x > y ? 1 : 0)],
  ['largerEq', (x, y) => (x >= y ? 1 : 0)],
  ['equal', (x, y) => (x === y ? 1 : 0)],
  ['unequal', (x, y) => (x !== y ? 1 : 0)],
  ['and', (x, y) => (x !== 0 && y !== 0 ? 1 : 0)],
  ['or', (x, y) => (x !== 0 || y !== 0 ? 1 : 0)],
  ['min', (x, y) => Math.min(x, y)],
  ['max', (x, y) => Math.max(x, y)],
])

export const OVER_CITIES: ReadonlyMap<string, CityReduction> = new Map<string, CityReduction>([
  ['sum', sum],
  ['highest', highest],
  ['lowest', lowest],
])

export const TERNARY: ReadonlyMap<string, TernaryOperation> = new Map<string, TernaryOperation>([
  // `x ? y : z`
  ['choose', (x, y, z) => (x === 0 ? z : y)],
  ['counted', binomialQuantile],
])

/** Every operation by its number in a program's code. */
export const CODES: readonly string[] = [
  ...UNARY.keys(),
  ...BINARY.keys(),
  ...OVER_CITIES.keys(),
  ...TERNARY.keys(),
]

function round(x: number): number {
  const whole = Math.trunc(x)
  return Math.abs(x - whole) >= 0.5 ? whole + Math.sign(x) : whole
}

function sum(x: ArrayLike<number>, from: number, cities: number, stride: number): number {
  let total = 0
  for (let city = 0; city < cities; city++) total += x[from + city * stride]
  return total
}

function highest(x: ArrayLike<number>, from: number, cities: number, stride: number): number {
  let best = Number.NEGATIVE_INFINITY
  for (let city = 0; city < cities; city++) best = Math.max(best, x[from + city * stride])
  return best
}

function lowest(x: ArrayLike<number>, from: number, cities: number, stride: number): number {
  let best = Number.POSITIVE_INFINITY
  for (let city = 0; city < cities; city++) best = Math.min(best, x[from + city * stride])
  return best
}

/** Operators as the parser names them, with the signs that people write. */
export const SIGNS: ReadonlyMap<string, string> = new Map([
  ['add', '+'],
  ['subtract', '-'],
  ['multiply', '*'],
  ['divide', '/'],
  ['pow', '^'],
  ['unaryMinus', '-'],
  ['unaryPlus', '+'],
  ['smaller', '<'],
  ['smallerEq', '<='],
  ['larger', '>'],
  ['largerEq', '>='],
  ['equal', '=='],
  ['unequal', '!='],
  ['and', 'and'],
  ['or', 'or'],
  ['not', 'not'],
])

interface BuiltIn {
  readonly usage: string
  readonly description: string
  /** How many values it takes. */
  readonly least: number
  readonly most: number
}

/** Functions that every formula may call. */
export const FUNCTIONS: ReadonlyMap<string, BuiltIn> = new Map([
  ['min', { usage: 'min(x, y, ...)', description: 'the smallest', least: 2, most: Number.POSITIVE_INFINITY }],
  ['max', { usage: 'max(x, y, ...)', description: 'the largest', least: 2, most: Number.POSITIVE_INFINITY }],
  [
    'clamp',
    { usage: 'clamp(x, low, high)', description: 'x, but not below low or above high', least: 3, most: 3 },
  ],
  [
    'counted',
    {
      usage: 'counted(n, p, u)',
      description:
        'successes of n projects, each with odds p, drawn one by one: the number at u, an uncertainty from 0 to 1',
      least: 3,
      most: 3,
    },
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
