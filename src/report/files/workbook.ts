/**
 * The tables of a run as an Excel workbook: numbers as numbers with their formats, words in both languages side by
 * side, a cover that says what the run was, and every sheet laid out to print on A4 across.
 */
import type { Blob } from 'node:buffer'
import type Stream from 'node:stream'
import type { Feature, Sheet, Cell as SheetCell } from 'write-excel-file/node'
import type { Summary } from '../../analysis/summary.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import { visibleLines } from '../../vocabulary/visible.js'
import { colour } from '../charts/theme.js'
import type { TableGroup } from '../tables/all-tables.js'
import { column, type DataTable, wordsCell } from '../tables/data-table.js'
import { phrase } from '../words/bilingual.js'
import { wrap } from '../words/width.js'
import { columnWidth, flatColumns, inTwoColumns, sheetCells } from './workbook-cells.js'

const HEAD = {
  fontWeight: 'bold',
  wrap: true,
  alignVertical: 'top',
  backgroundColor: colour('wash'),
  bottomBorderStyle: 'thin',
  bottomBorderColor: colour('quiet'),
} as const

/** The bytes of the workbook. `facts` are lines of the cover: what, and its value. */
export async function workbook(
  summary: Summary,
  groups: readonly TableGroup[],
  facts: readonly (readonly [Bilingual, Bilingual])[],
): Promise<Uint8Array> {
  const { default: write } = await import('write-excel-file/node')
  const sheets = [cover(summary, groups, facts), ...groups.map(sheetOf)].map(withVisibleTexts)
  return write(sheets, { fontFamily: 'Arial', fontSize: 10, features: [FIT_TO_WIDTH] }).toBuffer()
}

/** XML has no place for controls, and a workbook with one is not opened. */
function withVisibleTexts(sheet: Sheet<Content>): Sheet<Content> {
  const data = (sheet.data as Row[]).map((row) =>
    row.map((cell) => {
      const { value } = (cell ?? {}) as CellLayout
      return typeof value === 'string'
        ? ({ ...(cell as object), value: visibleLines(value) } as SheetCell)
        : cell
    }),
  )
  return { ...sheet, data } as Sheet<Content>
}

/** One page across, as many down as it takes. */
const FIT_TO_WIDTH: Feature<Content> = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (content: string) =>
          content
            .replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
            .replace(
              /<pageSetup[^>]*\/>/,
              '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
            ),
      },
    },
  },
}

type Row = SheetCell[]
/** What the library takes for the content of a file; no sheet has pictures. */
type Content = Stream | Buffer | Blob

function cover(
  { title }: Summary,
  groups: readonly TableGroup[],
  facts: readonly (readonly [Bilingual, Bilingual])[],
): Sheet<Content> {
  const line = (name: Bilingual, value: Bilingual, bold = false): Row =>
    [name.en, name.zh, value.en, value.zh].map((text) => ({
      value: text,
      wrap: true,
      alignVertical: 'top',
      ...(bold && { fontWeight: 'bold' }),
    }))
  const large = (text: string): Row => [{ value: text, fontWeight: 'bold', fontSize: 16, columnSpan: 4 }]
  const data: Row[] = [
    large(title.en),
    large(title.zh),
    [],
    ...facts.map(([name, value]) => line(name, value)),
    [],
    line(phrase('Sheet', '工作表'), phrase('Table', '内容'), true),
    ...groups.map(({ name, tables }) => line(name, tables[0].title)),
  ]
  const columns = [24, 20, 58, 58].map((width) => ({ width }))
  return {
    data: data.map((row) => tall(row, columns)),
    sheet: 'Cover 封面',
    columns,
    orientation: 'landscape',
    showGridLines: false,
  }
}

/** Tables of the same columns below each other, distinguished by a column of their own where there are several. */
function sheetOf({ name, tables }: TableGroup): Sheet<Content> {
  const several = tables.length > 1
  const whole: DataTable = several ? joined(tables) : tables[0]
  const down = whole.columns.map((_, at) => whole.rows.map((row) => row[at]))
  const two = down.map(inTwoColumns)
  const flat = whole.columns.flatMap((one, at) => flatColumns(one, down[at]))
  const rows = whole.rows.map((row) => row.flatMap((cell, at) => sheetCells(cell, two[at])))
  const head = (language: keyof Bilingual): Row =>
    flat.map(({ title, numeric }) => ({ value: title[language], ...HEAD, align: numeric ? 'right' : 'left' }))
  const title = (text: string): Row => [{ value: text, fontWeight: 'bold', fontSize: 12, height: 18 }]
  const shown = several ? name : whole.title
  const columns = flat.map((one, at) => ({
    width: columnWidth(
      one,
      rows.map((row) => row[at]),
    ),
  }))
  // words right of a number would touch it
  const apart = (row: Row): Row =>
    row.map((cell, at) =>
      cell && at > 0 && flat[at - 1].numeric && !flat[at].numeric
        ? ({ ...(cell as object), align: 'left', indent: 1 } as SheetCell)
        : cell,
    )
  const data: Row[] = [head('en'), head('zh'), ...rows].map((row) => tall(apart(row), columns))
  return {
    data: [title(shown.en), title(shown.zh), ...data],
    sheet: `${name.en} ${name.zh}`,
    columns,
    orientation: 'landscape',
    stickyRowsCount: 4,
  }
}

/** Height of a line, points; programs differ in whether they make room for wrapped words by themselves. */
const LINE = 13.5

/** The properties of a cell that its height depends on. */
interface CellLayout {
  readonly value?: unknown
  readonly fontSize?: number
  readonly fontWeight?: string
  readonly columnSpan?: number
}

/** A row with room for its longest cell. */
function tall(row: Row, columns: readonly { readonly width: number }[]): Row {
  const lines = row.map((cell, at) => {
    const { value, fontSize = 10, fontWeight, columnSpan = 1 } = (cell ?? {}) as CellLayout
    if (typeof value !== 'string') return 1
    const width = columns.slice(at, at + columnSpan).reduce((sum, one) => sum + one.width, -1)
    const size = fontSize / 10
    // bold letters are about an eighth wider
    const letters = Math.floor(width / size / (fontWeight ? 1.125 : 1))
    return Math.max(1, wrap(value, Math.max(1, letters)).length) * size
  })
  const height = Math.max(1, ...lines) * LINE + 2
  return row.map((cell, at) => (at === 0 && cell !== null ? { ...(cell as object), height } : cell)) as Row
}

function joined(tables: readonly DataTable[]): DataTable {
  // some have columns at the end that others lack, such as the peak of a shortfall
  const widest = tables.reduce((most, one) => (one.columns.length > most.columns.length ? one : most))
  const heads = widest.columns.map((one, at) => {
    const same = tables.every(({ columns }) => (columns[at] ?? one).title.en === one.title.en)
    return same ? one : { ...one, title: withoutUnit(one.title) }
  })
  const blank = (row: DataTable['rows'][number]) =>
    widest.columns.slice(row.length).map(() => wordsCell(phrase('', '')))
  return {
    ...tables[0],
    columns: [column('Of', '项目', false), ...heads],
    rows: tables.flatMap(({ title, subject = title, rows }) =>
      rows.map((row) => [wordsCell(subject), ...row, ...blank(row)]),
    ),
  }
}

/** A heading over numbers of several units, which stand with what each row is of. */
const withoutUnit = ({ en, zh }: Bilingual): Bilingual =>
  phrase(en.replace(/ \([^)]*\)$/, ''), zh.replace(/（[^）]*）$/, ''))
