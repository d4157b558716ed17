/**
 * What a formula becomes: a short list of instructions over columns of numbers, one number a city.
 *
 * A program is plain data. It is sent to worker threads as it is, and run by `execute.ts`; no text of a
 * scenario file is ever turned into JavaScript.
 */
import type { Unit } from '../vocabulary/units.js'

/** One number, or one number for every city. */
export type Shape = 'number' | 'cities'

/** A column that the program reads: which one, and in which year. */
export interface Load {
  /** Canonical text of what is meant: `rural_pace`, `people(urban,6,14,both)`, `need(beds)`, `data(gas)`. */
  readonly key: string
  readonly shape: Shape
  /** The year being computed; a fixed year (`at(2020, ...)`); or so many steps before (`previous(...)`). */
  readonly time: 'now' | { readonly year: number } | { readonly back: number }
}

export interface Program {
  readonly text: string
  readonly shape: Shape
  readonly unit: Unit
  readonly loads: readonly Load[]
  readonly constants: readonly number[]
  /** Four numbers an instruction: operation, and up to three register indices (see execute.ts). */
  readonly code: readonly number[]
  /** The first registers hold the loads, then the constants, then results; the last of all is the answer. */
  readonly registers: number
  /** True where the value cannot change from draw to draw, year to year or policy to policy. */
  readonly constant: boolean
}
