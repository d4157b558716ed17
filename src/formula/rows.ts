/**
 * Operations over rows of registers. The four of arithmetic have loops of their own, since a call for every number
 * would cost more than the arithmetic; the others share one loop.
 */
import { BINARY, UNARY } from './operations.js'

/** Reads `count` numbers from a and b on, writes as many from `to` on. */
export type TwoRows = (registers: Float64Array, a: number, b: number, to: number, count: number) => void
export type OneRow = (registers: Float64Array, a: number, to: number, count: number) => void

const ARITHMETIC: ReadonlyMap<string, TwoRows> = new Map<string, TwoRows>([
  [
    'add',
    (r, a, b, to, count) => {
      for (let k = 0; k < count; k++) r[to + k] = r[a + k] + r[b + k]
    },
  ],
  [
    'subtract',
    (r, a, b, to, count) => {
      for (let k = 0; k < count; k++) r[to + k] = r[a + k] - r[b + k]
    },
  ],
  [
    'multiply',
    (r, a, b, to, count) => {
      for (let k = 0; k < count; k++) r[to + k] = r[a + k] * r[b + k]
    },
  ],
  [
    'divide',
    (r, a, b, to, count) => {
      for (let k = 0; k < count; k++) r[to + k] = r[a + k] / r[b + k]
    },
  ],
])

/** An operation of two numbers over rows; undefined where it is none. */
export function twoRows(operation: string): TwoRows | undefined {
  const compute = BINARY.get(operation)
  const general: TwoRows | undefined =
    compute &&
    ((r, a, b, to, count) => {
      for (let k = 0; k < count; k++) r[to + k] = compute(r[a + k], r[b + k])
    })
  return ARITHMETIC.get(operation) ?? general
}

/** An operation of one number over a row; undefined where it is none. */
export function oneRow(operation: string): OneRow | undefined {
  const compute = UNARY.get(operation)
  return (
    compute &&
    ((r, a, to, count) => {
      for (let k = 0; k < count; k++) r[to + k] = compute(r[a + k])
    })
  )
}
