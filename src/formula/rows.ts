/**
 * Operations over rows of one memory. The four of arithmetic have loops of their own, since a call for every number
 * would cost more than the arithmetic; the others share one loop.
 */
import { BINARY, type Two, UNARY } from './operations.js'

/** Reads `count` numbers from a and b on, writes as many from `to` on. */
export type TwoRows = (a: number, b: number, to: number, count: number) => void
export type OneRow = (a: number, to: number, count: number) => void

/** Operations of two numbers over rows of a memory, by name. */
export function twoRowsOf(memory: Float64Array): ReadonlyMap<string, TwoRows> {
  const general = (compute: Two): TwoRows => {
    return (a, b, to, count) => {
      for (let k = 0; k < count; k++) memory[to + k] = compute(memory[a + k], memory[b + k])
    }
  }
  return new Map([
    ...[...BINARY].map(([name, compute]) => [name, general(compute)] as const),
    ...arithmeticOf(memory),
  ])
}

function arithmeticOf(memory: Float64Array): ReadonlyMap<string, TwoRows> {
  return new Map<string, TwoRows>([
    [
      'add',
      (a, b, to, count) => {
        for (let k = 0; k < count; k++) memory[to + k] = memory[a + k] + memory[b + k]
      },
    ],
    [
      'subtract',
      (a, b, to, count) => {
        for (let k = 0; k < count; k++) memory[to + k] = memory[a + k] - memory[b + k]
      },
    ],
    [
      'multiply',
      (a, b, to, count) => {
        for (let k = 0; k < count; k++) memory[to + k] = memory[a + k] * memory[b + k]
      },
    ],
    [
      'divide',
      (a, b, to, count) => {
        for (let k = 0; k < count; k++) memory[to + k] = memory[a + k] / memory[b + k]
      },
    ],
  ])
}

/** Operations of one number over rows of a memory, by name. */
export function oneRowOf(memory: Float64Array): ReadonlyMap<string, OneRow> {
  return new Map(
    [...UNARY].map(([name, compute]) => [
      name,
      (a, to, count) => {
        for (let k = 0; k < count; k++) memory[to + k] = compute(memory[a + k])
      },
    ]),
  )
}
