/** Which rows of a sheet are its title, its headings, its figures and the notes below. */
import { type Cell, EMPTY, type Sheet } from '../sheet.js'
import { COLUMN_LETTER, NOTE_LINE, roleNamed } from './heading-words.js'
import { isFigure, isNearlyFigure } from './numbers.js'
import { UNIT_LINE } from './unit-words.js'

export interface Layout {
  /** Rows of the headings, first and last, from 0. */
  readonly header: readonly [first: number, last: number]
  /** Rows that hold figures. */
  readonly body: readonly number[]
  /** By column, what its headings say together. */
  readonly headings: readonly string[]
  /** What stands above the headings, and rows below that are no figures. */
  readonly titles: readonly string[]
  readonly notes: readonly string[]
}

const filled = (row: readonly Cell[]) => row.filter(({ text }) => text !== '')
/** A year, or a date with a day, which is no figure either. */
const isYear = (text: string) => /^(?:19|20)\d{2}(?:\.\d{1,2}\.\d{1,2})?$/.test(text.normalize('NFKC'))

/** Numbers one by one from 0 or 1 on: ages above their columns, or numbers of the columns. */
function isCounting(row: readonly Cell[]): boolean {
  const numbers = row.flatMap(({ text }) => (/^\d+$/.test(text) ? [Number(text)] : []))
  const isNamed = numbers[0] === 1 && row.some(({ text }) => COLUMN_LETTER.test(text))
  return (
    (numbers.length >= 3 || isNamed) &&
    numbers[0] <= 1 &&
    numbers.every((number, k) => k === 0 || number === numbers[k - 1] + 1)
  )
}

/** Whether a row holds figures: a number that is no year, where it is no heading. */
function holdsFigures(row: readonly Cell[]): boolean {
  if (isCounting(row)) return false
  const isData = ({ text }: Cell) => (isFigure(text) && !isYear(text)) || isNearlyFigure(text)
  const [first, ...rest] = row
  return (
    rest.some(isData) ||
    (first !== undefined && isYear(first.text) && rest.some(({ text }) => isFigure(text)))
  )
}

/** The layout of a sheet, of which a mapping may know the headings; undefined where it holds no table. */
export function tableLayout(sheet: Sheet, known?: readonly [number, number]): Layout | undefined {
  const { rows } = sheet
  const first = known ? known[1] + 1 : sheet.headed ? 1 : rows.findIndex((row) => holdsFigures(row))
  if (first < 1 || first >= rows.length) return undefined
  const header = known ?? (sheet.headed ? ([0, 0] as const) : headerAbove(rows, first))
  if (header === undefined) return undefined
  const body: number[] = []
  for (let at = first; at < rows.length; at++)
    if (filled(rows[at]).length > (sheet.headed ? 0 : 1) && !NOTE_LINE.test(filled(rows[at])[0].text))
      body.push(at)
  const last = body.at(-1)
  if (last === undefined) return undefined
  const texts = (from: number, to: number) =>
    rows.slice(from, to).flatMap((row) => {
      const cells = filled(row).map(({ text }) => text)
      return cells.length > 0 ? [cells.join(' ')] : []
    })
  return {
    header,
    body,
    headings: headingsOf(rows.slice(header[0], header[1] + 1)),
    titles: [...sheet.about, ...texts(0, header[0])],
    notes: texts(last + 1, rows.length),
  }
}

/** Rows right above the figures with two cells or more, or with a year alone above their column; a line of the unit is none. */
function headerAbove(rows: Sheet['rows'], first: number): readonly [number, number] | undefined {
  const isHeading = (row: readonly Cell[]) => {
    const cells = filled(row)
    if (cells.length === 1 && row === rows[first - 1]) return isYearAbove(row, rows[first])
    return cells.length > 1 && !(cells.length === 2 && cells.some(({ text }) => UNIT_LINE.test(text)))
  }
  let from = first
  let last: number | undefined
  while (from > 0) {
    const row = rows[from - 1]
    // a row between headings and figures that names a part of the table, or is blank
    if (!isHeading(row) && last !== undefined) break
    if (!isHeading(row) && first - from > 1) break
    if (isHeading(row)) last ??= from - 1
    from--
  }
  if (last === undefined) return undefined
  while (from < last && !isHeading(rows[from])) from++
  return [from, last]
}

/** Whether a row is a year above the figures of the last column: what a database gives of one year, its places unnamed. */
function isYearAbove(row: readonly Cell[], below: readonly Cell[]): boolean {
  const column = row.findIndex(({ text }) => text !== '')
  const last = below.findLastIndex(({ text }) => text !== '')
  return column > 0 && column === last && isYear(row[column].text) && isFigure(below[column].text)
}

/** Headings of several rows as one: a cell that is merged to the right speaks for all that stand below it. */
function headingsOf(rows: readonly (readonly Cell[])[]): string[] {
  // numbers of columns count from 1, ages from 0
  const speaking = rows.filter((row) => !isCounting(row) || row.some(({ text }) => text === '0'))
  const width = Math.max(0, ...rows.map((row) => row.length))
  const parts: string[][] = Array.from({ length: width }, () => [])
  speaking.forEach((row, level) => {
    const below = speaking.slice(level + 1)
    const hasBelow = (column: number) => below.some((other) => (other[column] ?? EMPTY).text !== '')
    let merged = ''
    for (let column = 0; column < width; column++) {
      const { text } = row[column] ?? EMPTY
      if (text !== '') merged = roleNamed(text) === undefined ? text : ''
      const said = text !== '' ? text : hasBelow(column) ? merged : ''
      if (said !== '' && parts[column].at(-1) !== said) parts[column].push(said)
    }
  })
  return parts.map((texts) => texts.map((text) => text.replaceAll(/\s*\n\s*/g, ' ')).join(' '))
}
