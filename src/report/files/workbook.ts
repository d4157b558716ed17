/**
 * The tables of a run as an Excel workbook: numbers as numbers with their formats, words in both languages side by
 * side, a cover that says what the run was, and every sheet laid out to print on A4 across.
 */
import type { Blob } from 'node:buffer'
import type Stream from 'node:stream'
import type { Feature, Sheet, Cell as SheetCell } from 'write-excel-file/node'
import type { Summary } from '../../analysis/summary.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import { percent } from '../../vocabulary/numbers.js'
import { colour } from '../charts/theme.js'
import type { TableGroup } from '../tables/all-tables.js'
import { column, type DataCell, type DataColumn, type DataTable, wordsCell } from '../tables/data-table.js'
import { phrase } from '../words/bilingual.js'
import { isCount } from '../words/numbers.js'
import { VERDICT } from '../words/verdicts.js'
import { displayWidth, wrap } from '../words/width.js'

/** Widths of columns, in letters; longer words are wrapped. */
const NARROWEST = 9
const WIDEST = 44
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
  const sheets = [cover(summary, groups, facts), ...groups.map(sheetOf)]
  return write(sheets, { fontFamily: 'Arial', fontSize: 10, features: [FIT_TO_WIDTH] }).toBuffer()
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

/** Tables of the same columns below each other, told apart by a column of their own where there are several. */
function sheetOf({ name, tables }: TableGroup): Sheet<Content> {
  const several = tables.length > 1
  const whole: DataTable = several ? joined(tables) : tables[0]
  const down = whole.columns.map((_, at) => whole.rows.map((row) => row[at]))
  const two = down.map(isTwo)
  const flat = whole.columns.flatMap((one, at) => flatColumns(one, down[at]))
  const rows = whole.rows.map((row) => row.flatMap((cell, at) => cellsOf(cell, two[at])))
  const head = (language: keyof Bilingual): Row =>
    flat.map(({ title, numeric }) => ({ value: title[language], ...HEAD, align: numeric ? 'right' : 'left' }))
  const title = (text: string): Row => [{ value: text, fontWeight: 'bold', fontSize: 12, height: 18 }]
  const shown = several ? name : whole.title
  const columns = flat.map((one, at) => ({
    width: widthOf(
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

/** What of a cell says how high it is. */
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
  const [first] = tables
  const heads = first.columns.map((one, at) => {
    const same = tables.every(({ columns }) => columns[at].title.en === one.title.en)
    return same ? one : { ...one, title: withoutUnit(one.title) }
  })
  return {
    ...first,
    columns: [column('Of', '项目', false), ...heads],
    rows: tables.flatMap(({ title, subject = title, rows }) =>
      rows.map((row) => [wordsCell(subject), ...row]),
    ),
  }
}

/** A heading over numbers of several units, which stand with what each row is of. */
const withoutUnit = ({ en, zh }: Bilingual): Bilingual =>
  phrase(en.replace(/ \([^)]*\)$/, ''), zh.replace(/（[^）]*）$/, ''))

const textOf = (cell: DataCell): Bilingual =>
  cell.kind === 'words' ? cell.text : cell.kind === 'verdict' ? VERDICT[cell.word] : phrase('', '')

/** Whether a column has words that differ between the languages, and so takes two. */
const isTwo = (cells: readonly DataCell[]) => cells.some((cell) => textOf(cell).en !== textOf(cell).zh)

function flatColumns(one: DataColumn, cells: readonly DataCell[]): DataColumn[] {
  if (cells.some(({ kind }) => kind === 'range')) {
    const end = (en: string, zh: string) => ({
      ...one,
      title: phrase(`${one.title.en}, ${en}`, `${one.title.zh}（${zh}）`),
    })
    return [end('low', '下限'), end('high', '上限')]
  }
  return isTwo(cells) ? [one, one] : [one]
}

function cellsOf(cell: DataCell, two: boolean): Row {
  switch (cell.kind) {
    case 'words':
    case 'verdict': {
      const { en, zh } = textOf(cell)
      return (two ? [en, zh] : [en]).map((value) => ({ value, wrap: true, alignVertical: 'top' }))
    }
    case 'range':
      return cell.range.map((value) => numeric(value, formatOf(cell.unit)))
    case 'number':
      return [numeric(cell.value, formatOf(cell.unit))]
    case 'year':
      return [numeric(cell.value, '0')]
    case 'share':
      return [numeric(cell.value, shareFormat(cell.value))]
    case 'odds':
      return isCount(cell.odds)
        ? [
            {
              value: `${cell.odds.hits}/${cell.odds.draws}`,
              type: String,
              align: 'right',
              alignVertical: 'top',
            },
          ]
        : [numeric(cell.odds.share, shareFormat(cell.odds.share))]
    case 'points':
      return [numeric(percent(cell.value), '0')]
  }
}

function numeric(value: number | null, format: string): SheetCell {
  return value === null || !Number.isFinite(value)
    ? null
    : { value, type: Number, format, alignVertical: 'top' }
}

/** Whole per cent as the page has them, and what is not quite none or all as such. */
export function shareFormat(value: number): string {
  if (value > 0 && value < 0.005) return '"<1%"'
  return value < 1 && value >= 0.995 ? '">99%"' : '0%'
}

/** Decimals as the page has them; the value behind is in full. */
function formatOf(unit: string): string {
  if (unit === 'percent' || unit === 'point') return '0.0'
  return / per 1,000$|^hour$|^ratio$|^setting$/.test(unit) ? '0.00' : '#,##0'
}

function widthOf({ title }: DataColumn, cells: readonly SheetCell[]): number {
  const lengths = cells.map((cell) => {
    const value = (cell as { value?: unknown } | null)?.value
    return typeof value === 'number'
      ? Math.round(value).toLocaleString('en').length + 3
      : displayWidth(String(value ?? ''))
  })
  const head = Math.max(...[title.en, title.zh].map((text) => displayWidth(text))) / 2
  return Math.min(WIDEST, Math.max(NARROWEST, head, ...lengths) + 2)
}
