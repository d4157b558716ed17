/**
 * Operations over rows of numbers. The four of arithmetic have loops of their own, since a call for every number
 * would cost more than the arithmetic; the others share one loop.
 */
import { BINARY, UNARY } from './operations.js'

/** Reads `count` numbers of x from a on and of y from b on, writes as many of `out` from `to` on. */
export type TwoRows = (
  x: Float64Array,
  a: number,
  y: Float64Array,
  b: number,
  out: Float64Array,
  to: number,
  count: number,
) => void
export type OneRow = (x: Float64Array, a: number, out: Float64Array, to: number, count: number) => void

const ARITHMETIC: ReadonlyMap<string, TwoRows> = new Map<string, TwoRows>([
  [
    'add',
    (x, a, y, b, out, to, count) => {
      for (let k = 0; k < count; k++) out[to + k] = x[a + k] + y[b + k]
    },
  ],
  [
    'subtract',
    (x, a, y, b, out, to, count) => {
      for (let k = 0; k < count; k++) out[to + k] = x[a + k] - y[b + k]
    },
  ],
  [
    'multiply',
    (x, a, y, b, out, to, count) => {
      for (let k = 0; k < count; k++) out[to + k] = x[a + k] * y[b + k]
    },
  ],
  [
    'divide',
    (x, a, y, b, out, to, count) => {
      for (let k = 0; k < count; k++) out[to + k] = x[a + k] / y[b + k]
    },
  ],
])

/** An operation of two numbers over rows; undefined where it is none. */
export function twoRows(operation: string): TwoRows | undefined {
  const compute = BINARY.get(operation)
  const general: TwoRows | undefined =
    compute &&
    ((x, a, y, b, out, to, count) => {
      for (let k = 0; k < count; k++) out[to + k] = compute(x[a + k], y[b + k])
    })
  return ARITHMETIC.get(operation) ?? general
}

/** An operation of one number over a row; undefined where it is none. */
export function oneRow(operation: string): OneRow | undefined {
  const compute = UNARY.get(operation)
  return (
    compute &&
    ((x, a, out, to, count) => {
      for (let k = 0; k < count; k++) out[to + k] = compute(x[a + k])
    })
  )
}
