/** What each column holds, by its heading, else by its cells; and why that is so. */
import type { ColumnSaid } from '../answers.js'
import { EMPTY, type Sheet } from '../sheet.js'
import { ageInColumn } from './age-words.js'
import { OF_AGES, OF_KINDS, type Role, roleNamed, TOTAL } from './heading-words.js'
import type { Layout } from './layout.js'
import { isFigure, isNoFigure } from './numbers.js'
import { headingParts, type Parts, plainText, surely } from './parts.js'

export const REASONS = [
  'its heading says so',
  'its cells are figures',
  'its cells are years',
  'its cells are ages',
  'its cells name what is counted',
  'its cells are names',
  'a place stands above it',
  'the mapping says so',
  'its heading says nothing that is known',
] as const
export type Reason = (typeof REASONS)[number]

export interface Column extends ColumnSaid {
  readonly index: number
  readonly because: Reason
  /** What of its heading is not understood. */
  readonly rest: string
}

/** How many of its cells are looked at. */
const LOOKED_AT = 500

export function understoodColumns(
  sheet: Sheet,
  layout: Layout,
  isPlace: (name: string) => boolean,
): Column[] {
  const rows = layout.body.slice(0, LOOKED_AT)
  const columns = Array.from({ length: columnCount(sheet, layout) }, (_, index): Column => {
    const cells = rows.map((row) => (sheet.rows[row][index] ?? EMPTY).text).filter((text) => text !== '')
    const heading = layout.headings[index] ?? ''
    return { index, column: sheet.columnName(index), heading, ...understood(heading, cells, isPlace) }
  })
  const named = codesBesideNames(columns, (index) =>
    rows.map((row) => (sheet.rows[row][index] ?? EMPTY).text),
  )
  const own = withoutNameless(named.filter(({ heading, is }) => heading !== '' || is !== 'ignore'))
  const namesOf = ({ index }: Column) => rows.map((row) => (sheet.rows[row][index] ?? EMPTY).text)
  const withPlace = withPlaces(own, (column) =>
    namesOf(column).includes('') ? 0 : new Set(namesOf(column)).size,
  )
  return withPlace.map((column) => ({ ...column, ...onlyOf(column, namesOf(column), sheet) }))
}

/**
 * Of a list that sorts people in a way that is not used, the entry of all of them: of Total, single and married the total. What the
 * file says it is, else the one that is called so, or the only one that there is.
 */
function onlyOf(
  { is, because, heading, index }: Column,
  names: readonly string[],
  sheet: Sheet,
): { only?: string } {
  if (is !== 'ignore' || because !== NOTHING_KNOWN || heading === '') return {}
  const entries = [...new Set(names)]
  const [total, ...others] = entries.filter((text) => TOTAL.test(plainText(text)))
  const called = entries.length === 1 ? entries[0] : others.length === 0 ? total : undefined
  const only = sheet.wholeOf?.(index) ?? called
  return only !== undefined && only !== '' && entries.includes(only) ? { only } : {}
}

/** How many columns a table has. */
export const columnCount = (sheet: Sheet, { headings, body }: Layout): number =>
  Math.max(headings.length, ...body.slice(0, LOOKED_AT).map((row) => sheet.rows[row].length))

/** Of two first columns without a heading, codes and names: what a database gives of places. */
function codesBesideNames(
  columns: readonly Column[],
  cellsOf: (index: number) => readonly string[],
): readonly Column[] {
  const [codes, names, ...others] = columns
  if (codes?.heading !== '' || names?.heading !== '' || names.is !== 'place') return columns
  const cells = cellsOf(0).filter((_, row) => cellsOf(1)[row] !== '')
  const areCodes =
    cells.every((text) => /^[A-Z]{0,3}\d+[A-Z]{0,2}$/.test(text)) && new Set(cells).size === cells.length
  if (!areCodes || cells.length < 2) return columns
  return [{ ...codes, is: 'code', because: 'its cells are names' }, names, ...others]
}

/** Columns without a heading are used where they are the first, or names beside codes, and of figures where no other has any. */
function withoutNameless(columns: readonly Column[]): Column[] {
  const hasFigures = columns.some(({ is, heading }) => is === 'figure' && heading !== '')
  const isBesideCodes = columns[0]?.is === 'code' && columns[0].heading === ''
  const isUsed = ({ is, heading, index }: Column) =>
    heading !== '' ||
    index === 0 ||
    (index === 1 && isBesideCodes && is === 'place') ||
    (is === 'figure' && !hasFigures)
  return columns.map((column) =>
    isUsed(column) ? column : { ...column, is: 'ignore', because: NOTHING_KNOWN },
  )
}

const NOTHING_KNOWN: Reason = 'its heading says nothing that is known'

type Understood = Pick<Column, 'is' | 'parts' | 'because' | 'rest' | 'place'>

const said = (is: Role, because: Reason, parts: Parts = {}, rest = ''): Understood => ({
  is,
  parts,
  because,
  rest,
})

function understood(
  heading: string,
  cells: readonly string[],
  isPlace: (name: string) => boolean,
): Understood {
  const named = roleNamed(heading)
  const figures = cells.filter((text) => isFigure(text) || isNoFigure(text)).length
  const allFigures = cells.length > 0 && figures === cells.length && cells.some(isFigure)
  const found = surely(headingParts(heading))
  if (named !== undefined && !(named === 'place' && allFigures)) return said(named, 'its heading says so')
  const ages = cells.filter((text) => ageInColumn(text) !== undefined).length
  if (OF_AGES.test(heading) && ages > cells.length * 0.9 && !allFigures)
    return said('age', 'its cells are ages')
  if (cells.length === 0) return said('ignore', 'its heading says nothing that is known')
  // below a heading that names a thing and its unit a cell with a mark behind its figure is a slip of a figure
  const isCount = found.rest === '' && found.parts.measure !== undefined && found.parts.unit !== undefined
  if (isCount || (figures >= cells.length * 0.5 && cells.some(isFigure))) {
    if (heading === '' && cells.every((text) => /^(?:19|20)\d{2}$/.test(text)))
      return said('year', 'its cells are years')
    const age = ageInColumn(heading)
    if (age !== undefined && age !== 'all') return said('figure', 'its heading says so', { age })
    if (Object.keys(found.parts).length === 0 && isPlace(heading))
      return { ...said('figure', 'a place stands above it'), place: heading }
    const because = found.rest === '' && heading !== '' ? 'its heading says so' : 'its cells are figures'
    return said('figure', because, found.parts, found.rest)
  }
  const list = listIn(cells)
  return list.is === 'place' && OF_KINDS.test(heading) ? said('ignore', NOTHING_KNOWN) : list
}

/** A column of words: years, ages, sexes, what is measured, else places. */
function listIn(cells: readonly string[]): Understood {
  const most = (is: (text: string) => boolean) => cells.filter(is).length > cells.length * 0.6
  const parts = new Map(cells.map((text) => [text, headingParts(text)]))
  const says = (part: keyof Parts) =>
    most((text) => TOTAL.test(plainText(text)) || parts.get(text)!.parts[part] !== undefined)
  const some = (part: keyof Parts) => cells.some((text) => parts.get(text)!.parts[part] !== undefined)
  if (
    some('year') &&
    most((text) => parts.get(text)!.parts.year !== undefined && parts.get(text)!.rest === '')
  )
    return said('year', 'its cells are years')
  if (some('measure') && says('measure')) return said('measure', 'its cells name what is counted')
  if (some('age') && says('age')) return said('age', 'its cells are ages')
  if (some('sex') && says('sex')) return said('sex', 'its cells name what is counted')
  if (some('residence') && says('residence')) return said('residence', 'its cells name what is counted')
  return said('place', 'its cells are names')
}

/** One column of places: of cities and their counties the one with more names, else the first. */
function withPlaces(columns: readonly Column[], namesIn: (column: Column) => number): Column[] {
  const places = columns.filter(({ is }) => is === 'place')
  const headed = places.filter(({ because }) => because === 'its heading says so')
  // where people were born, or will go, is not where they live
  const ofResidence = places.filter(({ heading, column }) => !OF_KINDS.test(`${heading} ${column}`))
  const [first] =
    headed.length > 0
      ? headed.filter((one) => ofResidence.includes(one)).sort((a, b) => namesIn(b) - namesIn(a))
      : ofResidence
  return columns.map((column) =>
    column.is === 'place' && column !== first
      ? { ...column, is: 'ignore', because: 'its heading says nothing that is known' }
      : column,
  )
}
