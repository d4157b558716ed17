/**
 * Operations over rows of one memory. The four of arithmetic have loops of their own, since a call for every number
 * would cost more than the arithmetic; the others share one loop.
 */
import { BINARY, type BinaryOperation, UNARY } from './operations.js'

/** Reads `count` numbers from a and b on, writes as many from `to` on. */
export type BinaryRows = (a: number, b: number, to: number, count: number) => void
export type UnaryRows = (a: number, to: number, count: number) => void

/** Operations of two numbers over rows of a memory, by name. */
export function binaryRowsOf(memory: Float64Array): ReadonlyMap<string, BinaryRows> {
  const general = (compute: BinaryOperation): BinaryRows => {
    return (a, b, to, count) => {
      for (let k = 0; k < count; k++) memory[to + k] = compute(memory[a + k], memory[b + k])
    }
  }
  return new Map([
    ...[...BINARY].map(([name, compute]) => [name, general(compute)] as const),
    ...arithmeticOf(memory),
  ])
}

function arithmeticOf(memory: Float64Array): ReadonlyMap<string, BinaryRows> {
  return new Map<string, BinaryRows>([
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
export function unaryRowsOf(memory: Float64Array): ReadonlyMap<string, UnaryRows> {
  return new Map(
    [...UNARY].map(([name, compute]) => [
      name,
      (a, to, count) => {
        for (let k = 0; k < count; k++) memory[to + k] = compute(memory[a + k])
      },
    ]),
  )
}
