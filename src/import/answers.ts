/** What a planner has said of a file: by options, at the terminal, or in a mapping. */
import type { Role } from './understand/heading-words.js'
import type { Decimal } from './understand/numbers.js'
import type { Parts } from './understand/parts.js'
import type { CountedUnit } from './understand/unit-words.js'

export const IMPORT_TABLES = ['totals', 'census', 'population', 'mortality', 'fertility', 'values'] as const
export type ImportTable = (typeof IMPORT_TABLES)[number]

/** A column as it is understood. */
export interface ColumnSaid {
  /** As `Sheet.columnName` calls it. */
  readonly column: string
  readonly heading: string
  readonly is: Role
  /** Of figures: what the heading says of them. */
  readonly parts: Parts
  /** Of figures: the name of their place, where it stands above the column. */
  readonly place?: string
  /** Of a list that is not used: the one entry whose rows are taken. */
  readonly only?: string
}

export interface Answers {
  readonly sheet?: string
  readonly header?: readonly [first: number, last: number]
  readonly decimal?: Decimal
  readonly as?: ImportTable
  readonly year?: number
  readonly unit?: CountedUnit
  /** Every column; undefined where they are to be understood. */
  readonly columns?: readonly ColumnSaid[]
  /** Codes by name as it is written; an empty one leaves the rows of the place out. */
  readonly places: ReadonlyMap<string, string>
}

export const NO_ANSWERS: Answers = { places: new Map() }

/** The same with more places. */
export const withPlace = (answers: Answers, name: string, code: string): Answers => ({
  ...answers,
  places: new Map([...answers.places, [name, code]]),
})
