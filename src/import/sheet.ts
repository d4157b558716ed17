/** What every format gives: sheets of cells, each of which knows where it stands in the file. */
import type { Location, Problem } from '../vocabulary/problems.js'

/** A cell as the office wrote it; of a coded list its code beside its label. */
export interface Cell {
  readonly text: string
  readonly code?: string
}

export interface Sheet {
  /** As the file calls it; of files with one sheet the name of the file. */
  readonly name: string
  readonly rows: readonly (readonly Cell[])[]
  /** Where a cell stands, as its reader would look it up. */
  readonly at: (row: number, column: number) => Location
  /** What a column is called by in a mapping: a letter of a workbook, a number of a text. */
  readonly columnName: (column: number) => string
  /** Whether the first row is known to name the columns, as in all formats that are made for programs. */
  readonly headed: boolean
  /** What the file says of all its figures: a title, a unit, places after the point. */
  readonly about: readonly string[]
  /** Whether every row has as many cells as the headings, as in texts; a workbook has cells where something is written. */
  readonly isEven: boolean
  /** Of a list: the entry that the file says is of all the others together. */
  readonly wholeOf?: (column: number) => string | undefined
  /** How its numbers are written: with points, in formats made for programs; else by a country's custom, where a point between commas is of decimals, and between other separators may be of thousands. */
  readonly numbers: 'plain' | 'local' | 'semicolon'
}

/** A file that is to be read. */
export interface OfficeFile {
  /** As the user named it. */
  readonly file: string
  readonly bytes: Uint8Array
}

/** What a file was read as, kept in its mapping. */
export interface ReadAs {
  readonly format: FormatName
  readonly encoding?: string
  readonly delimiter?: string
}

export const FORMAT_NAMES = ['xlsx', 'csv', 'wpp', 'hmd', 'eurostat', 'sdmx-csv', 'json-stat', 'px'] as const
export type FormatName = (typeof FORMAT_NAMES)[number]

export interface SheetsRead {
  readonly as: ReadAs
  readonly sheets: readonly Sheet[]
}

/** Most bytes of a file, also of what a workbook unfolds to; most cells of a sheet. */
export const MOST_BYTES = 64 * 1024 * 1024
export const MOST_CELLS = 1_000_000

export const EMPTY: Cell = { text: '' }

/** A problem of a file as a whole. */
export const problemOf = (
  { file }: Pick<OfficeFile, 'file'>,
  code: Problem['code'],
  [found, expected]: readonly [string, string],
  rest: Partial<Location> & { readonly hint?: string } = {},
): Problem => {
  const { hint, ...where } = rest
  return { code, where: { file, ...where }, found, expected, ...(hint ? { hint } : {}) }
}

/** Letters of a column of a workbook: A, Z, AA. */
export function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last
}

/** The problem of more cells than are read, undefined for fewer. */
export function tooManyCells(source: Pick<OfficeFile, 'file'>, cells: number): Problem | undefined {
  if (cells <= MOST_CELLS) return undefined
  const most = MOST_CELLS.toLocaleString('en')
  return problemOf(source, 'file-too-large', [`${cells.toLocaleString('en')} cells`, `at most ${most}`], {
    hint: 'Take out of the table the places and years that are needed.',
  })
}
