/** A file as it is understood: its table, its columns, its figures with their places; and what is in doubt. */
import { fail, type Problem } from '../../vocabulary/problems.js'
import type { Answers, ColumnSaid } from '../answers.js'
import type { ImportDoubt } from '../doubts.js'
import { type KnownPlaces, LEFT_OUT } from '../place-doubts.js'
import { finderOf, matchedPlaces, placeKey } from '../places.js'
import { EMPTY, type Sheet, type SheetsRead } from '../sheet.js'
import type { Placed } from '../targets/made.js'
import { type Column, columnCount, understoodColumns } from './columns.js'
import { figuresOf } from './figures.js'
import { roleNamed } from './heading-words.js'
import { type Layout, tableLayout } from './layout.js'
import { type Decimal, decimalOf, eitherOf } from './numbers.js'
import { headingParts } from './parts.js'

export interface Understood {
  readonly sheet: Sheet
  readonly layout: Layout
  readonly columns: readonly Column[]
  readonly decimal: Decimal
  readonly observations: readonly Placed[]
  readonly problems: readonly Problem[]
  readonly doubts: readonly ImportDoubt[]
}

interface Table {
  readonly sheet: Sheet
  readonly layout: Layout
}

/** Throws CitywardError where there is no table at all; else everything that is wrong is in `problems`. */
export function understood(read: SheetsRead, known: KnownPlaces, answers: Answers, file: string): Understood {
  const { sheet, layout, doubts: ofSheets } = tableOf(read, answers, file)
  const columns = columnsSaid(sheet, layout, known, answers)
  const numbers = decimalIn(sheet, layout, columns, answers)
  const figures = figuresOf({ sheet, layout, columns: columns.columns, decimal: numbers.decimal })
  const uneven = unevenRows(sheet, layout)
  const matched = matchedPlaces(figures.observations, known, answers)
  const observations = figures.observations.flatMap((one): Placed[] => {
    const code = matched.codes.get(placeKey(one))
    return code === undefined || code === LEFT_OUT ? [] : [{ ...one, matched: code }]
  })
  if (figures.observations.length === 0 && figures.problems.length === 0)
    fail({
      code: 'nothing-to-import',
      where: { file },
      found: 'a table without figures',
      expected: 'columns of figures',
    })
  return {
    sheet,
    layout,
    columns: columns.columns,
    decimal: numbers.decimal,
    observations,
    // cells that are not in their columns say nothing of their own
    problems: [...columns.problems, ...(uneven.length > 0 ? uneven : figures.problems)],
    doubts: uneven.length > 0 ? ofSheets : [...ofSheets, ...numbers.doubts, ...matched.doubts],
  }
}

/** Rows of a text with another number of cells than the headings: what stands in them is not known to be in its column. */
function unevenRows(sheet: Sheet, { header: [first, last], body }: Layout): Problem[] {
  if (!sheet.isEven) return []
  const width = Math.max(...sheet.rows.slice(first, last + 1).map((row) => row.length))
  const isUneven = (row: number) => {
    const cells = sheet.rows[row]
    return cells.length < width || cells.slice(width).some(({ text }) => text !== '')
  }
  return body.filter(isUneven).map((row) => ({
    code: 'cells-wrong-number',
    where: { file: sheet.at(row, 0).file, line: sheet.at(row, 0).line },
    found: `${sheet.rows[row].length} cells`,
    expected: `${width}, as many as the headings have`,
  }))
}

/** The sheet with the table; asked where several have one. */
function tableOf(
  { sheets }: SheetsRead,
  answers: Answers,
  file: string,
): Table & { readonly doubts: readonly ImportDoubt[] } {
  const tables = sheets.flatMap((sheet): Table[] => {
    const layout = tableLayout(sheet, answers.header)
    return layout === undefined ? [] : [{ sheet, layout }]
  })
  const names = tables.map(({ sheet }) => sheet.name)
  if (tables.length === 0)
    fail({
      code: 'nothing-to-import',
      where: { file },
      found: 'no row of headings above rows of figures',
      expected: 'a table: a row that names the columns, and below it a row for each place or year',
    })
  const asked =
    answers.sheet === undefined ? undefined : tables.find(({ sheet }) => sheet.name === answers.sheet)
  if (answers.sheet !== undefined && asked === undefined)
    fail({
      code: 'sheet-unknown',
      where: { file },
      found: `no sheet "${answers.sheet}" with a table`,
      expected: `one of ${names.join(', ')}`,
    })
  const several = asked === undefined && tables.length > 1
  const problem = {
    code: 'sheets-several',
    where: { file },
    found: `tables in ${names.length} sheets: ${names.join(', ')}`,
    expected: 'one of them',
    hint: 'Say which with --sheet.',
  } as const
  return {
    ...(asked ?? tables[0]),
    doubts: several
      ? [{ problem, choices: names.map((sheet) => ({ text: sheet, answers: { ...answers, sheet } })) }]
      : [],
  }
}

function columnsSaid(sheet: Sheet, layout: Layout, known: KnownPlaces, { columns, places }: Answers) {
  if (columns !== undefined) return fromMapping(sheet, layout, columns)
  const find = finderOf(known)
  return {
    columns: understoodColumns(sheet, layout, (name) => places.has(name) || find(name).length > 0),
    problems: [],
  }
}

/** The columns of a mapping, which have to be those of the table. */
function fromMapping(
  sheet: Sheet,
  layout: Layout,
  columns: readonly ColumnSaid[],
): { columns: Column[]; problems: Problem[] } {
  const width = columnCount(sheet, layout)
  const indices = new Map(Array.from({ length: width }, (_, index) => [sheet.columnName(index), index]))
  const problems: Problem[] = []
  const own = columns.flatMap((column): Column[] => {
    const index = indices.get(column.column)
    const found = index === undefined ? undefined : (layout.headings[index] ?? '')
    if (index === undefined || found !== column.heading) {
      const where = sheet.at(layout.header[1], index ?? 0)
      problems.push({
        code: 'mapping-of-another-table',
        where,
        found: found === undefined ? `no column ${column.column}` : `the heading "${found}"`,
        expected: `"${column.heading}", as in the mapping`,
      })
      return []
    }
    return [
      {
        ...column,
        index,
        because: 'the mapping says so',
        rest:
          column.parts.measure === undefined && roleNamed(found) === undefined
            ? headingParts(found).rest
            : '',
      },
    ]
  })
  return { columns: own, problems }
}

/** What separates decimals; asked where commas could be of thousands or of decimals. */
function decimalIn(
  sheet: Sheet,
  layout: Layout,
  { columns }: { columns: readonly Column[] },
  answers: Answers,
): { decimal: Decimal; doubts: readonly ImportDoubt[] } {
  if (answers.decimal !== undefined || sheet.numbers === 'plain')
    return { decimal: answers.decimal ?? '.', doubts: [] }
  const indices = columns.filter(({ is }) => is === 'figure').map(({ index }) => index)
  const cells = layout.body.flatMap((row) =>
    indices.map((index) => ({ row, index, text: (sheet.rows[row][index] ?? EMPTY).text })),
  )
  const found = decimalOf(
    cells.map(({ text }) => text),
    sheet.numbers,
  )
  if (found !== 'either') return { decimal: found, doubts: [] }
  const [first] = cells.flatMap((cell) => {
    const either = eitherOf(cell.text)
    return either ? [{ ...cell, ...either }] : []
  })
  const problem = {
    code: 'decimal-unclear',
    where: sheet.at(first.row, first.index),
    found: `"${first.text}"`,
    expected: `a figure of which the ${first.sign} can only be one thing`,
    hint: 'Say with --decimal whether a comma (,) or a point (.) is before decimals.',
  } as const
  const [ofThousands, ofDecimals] = first.sign === 'comma' ? (['.', ','] as const) : ([',', '.'] as const)
  const choices = [
    {
      text: `${first.whole}, a ${first.sign} between thousands`,
      answers: { ...answers, decimal: ofThousands },
    },
    { text: `${first.decimal}, a decimal ${first.sign}`, answers: { ...answers, decimal: ofDecimals } },
  ]
  return { decimal: '.', doubts: [{ problem, choices }] }
}
