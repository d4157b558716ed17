/** What a formula may say in a given place of the scenario file: its names and its calls. */
import type { ProblemCode } from '../vocabulary/problem-codes.js'
import type { Unit } from '../vocabulary/units.js'
import type { Shape } from './program.js'

export interface Name {
  readonly shape: Shape
  readonly unit: Unit
  /** Key of the Load that the name becomes. */
  readonly key: string
  readonly description: string
}

/** An argument as written: a bare word, or a whole number. */
export type Argument = { readonly word: string } | { readonly number: number }

export type CallAnswer =
  | ({ readonly ok: true } & Pick<Name, 'key' | 'shape' | 'unit'>)
  | {
      readonly ok: false
      readonly argument: number
      readonly found: string
      readonly expected: string
      readonly hint?: string
    }

/** A call that stands for a column, such as people(urban, 6, 14) or demand(beds). */
export interface Call {
  readonly usage: string
  readonly description: string
  readonly resolve: (args: readonly Argument[]) => CallAnswer
}

export interface FormulaScope {
  readonly names: ReadonlyMap<string, Name>
  readonly calls: ReadonlyMap<string, Call>
  /** What a word that is no name is likely meant to be, such as people(urban) by `urban_people`. */
  readonly meantBy?: (word: string) => string | undefined
  /** What may stand in previous(...), and in at(...) of the first year, where that is more than elsewhere. */
  readonly past?: FormulaScope
  /** First year that at(year, ...) may name, and the last. */
  readonly years: { readonly first: number; readonly last: number }
}

/** A problem inside a formula; `at` is the offset of the slip in the formula's text. */
export interface FormulaProblem {
  readonly code: ProblemCode
  readonly at: number
  readonly found: string
  readonly expected: string
  readonly hint?: string
}
