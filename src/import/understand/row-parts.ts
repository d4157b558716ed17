/** What the cells of a row say of its figures: the place, the year, what is counted. */
import type { Location, Problem } from '../../vocabulary/problems.js'
import { type Cell, EMPTY, type Sheet } from '../sheet.js'
import type { Column } from './columns.js'
import type { Role } from './heading-words.js'
import { type Parts, partsInColumn, plainText, surely } from './parts.js'
import { unitOf } from './unit-words.js'

export interface RowSaid {
  readonly parts: Parts
  readonly place: Cell
  readonly code: string
  readonly measure: string
  readonly flag: string
  /** Power of ten that a column gives. */
  readonly times: number
}

/** A column with its cell of a row. */
interface Filled extends Pick<Column, 'index' | 'is'> {
  readonly cell: Cell
}

const DOWN: readonly Role[] = ['place', 'code', 'year']

/** Cells of a row; one of a place or year that is merged over the rows below has its text in the first of them. */
export function downFiller(sheet: Sheet, columns: readonly Column[]): (cells: readonly Cell[]) => Filled[] {
  const above = new Map<number, Cell>()
  return (cells) =>
    columns.map(({ index, is }) => {
      const own = cells[index] ?? EMPTY
      const cell = own.text === '' && !sheet.headed && DOWN.includes(is) ? (above.get(index) ?? EMPTY) : own
      above.set(index, cell)
      return { index, is, cell }
    })
}

const LISTS: readonly Role[] = ['year', 'age', 'sex', 'residence', 'measure']

/** What the cells of a row say of its figures. */
export function rowOf(sheet: Sheet, row: number, cells: readonly Filled[], problems: Problem[]): RowSaid {
  let parts: Parts = {}
  let [place, code, measure, flag, times] = [EMPTY, '', '', '', 0]
  for (const { index, is, cell } of cells) {
    if (is === 'place') place = cell
    else if (is === 'code') code = cell.text
    else if (is === 'flag') flag = cell.text
    else if (is === 'times') {
      times = powerOf(cell)
      if (Number.isNaN(times)) problems.push(notListed(sheet.at(row, index), is, cell.text))
    } else if (is === 'unit')
      parts = {
        ...parts,
        unit:
          unitOf(cell.text) ??
          unitOf(cell.code ?? '') ??
          (cell.text === '' ? parts.unit : { base: plainText(cell.text), power: 0 }),
      }
    else if (LISTS.includes(is) && cell.text !== '') {
      const found = surely(partsInColumn(is, cell))
      if (is === 'measure') measure = cell.text
      else if (found.rest !== '') problems.push(notListed(sheet.at(row, index), is, cell.text))
      parts = { ...parts, ...found.parts, unit: found.parts.unit ?? parts.unit }
    }
  }
  return { parts, place, code: code || place.code || '', measure, flag, times }
}

/** A power of ten that a unit can have; NaN for what is none. */
function powerOf({ text, code = text }: Cell): number {
  const power = Number(code)
  return Number.isInteger(power) && Math.abs(power) <= 12 ? power : Number.NaN
}

const EXPECTED: Readonly<Partial<Record<Role, string>>> = {
  year: 'a year, such as 2020',
  age: 'an age or a group of ages, such as 5, 0-14 or 65+',
  sex: 'male, female or total',
  residence: 'urban, rural or total',
  times: 'a power of ten, such as 3',
}

const notListed = (where: Location, is: Role, text: string): Problem => ({
  code: 'cell-unclear',
  where,
  found: `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}"`,
  expected: EXPECTED[is]!,
})
