/** Cells and columns of a sheet of the workbook, from those of a table. */
import type { Cell as SheetCell } from 'write-excel-file/node'
import { isKnown, isSilent, wordFor } from '../../analysis/odds.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import { percent } from '../../vocabulary/numbers.js'
import type { DataCell, DataColumn } from '../tables/data-table.js'
import { phrase } from '../words/bilingual.js'
import { isCount } from '../words/numbers.js'
import { VERDICT } from '../words/verdicts.js'
import { displayWidth } from '../words/width.js'

const wordsIn = (cell: DataCell): Bilingual =>
  cell.kind === 'words' ? cell.text : cell.kind === 'verdict' ? VERDICT[cell.word] : phrase('', '')

/** Whether a column has words that differ between the languages, and so takes two. */
export const inTwoColumns = (cells: readonly DataCell[]) =>
  cells.some((cell) => wordsIn(cell).en !== wordsIn(cell).zh)

export function flatColumns(one: DataColumn, cells: readonly DataCell[]): DataColumn[] {
  if (cells.some(({ kind }) => kind === 'range')) {
    const end = (en: string, zh: string) => ({
      ...one,
      title: phrase(`${one.title.en}, ${en}`, `${one.title.zh}（${zh}）`),
    })
    return [end('low', '下限'), end('high', '上限')]
  }
  return inTwoColumns(cells) ? [one, one] : [one]
}

export function sheetCells(cell: DataCell, two: boolean): SheetCell[] {
  switch (cell.kind) {
    case 'words':
    case 'verdict': {
      const { en, zh } = wordsIn(cell)
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
      if (!isKnown(cell.odds)) return [null]
      return isCount(cell.odds) || isSilent(wordFor(cell.odds))
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

/** Widths of columns, in letters; longer words are wrapped. */
const NARROWEST = 9
const WIDEST = 44

export function columnWidth({ title }: DataColumn, cells: readonly SheetCell[]): number {
  const lengths = cells.map((cell) => {
    const value = (cell as { value?: unknown } | null)?.value
    return typeof value === 'number'
      ? Math.round(value).toLocaleString('en').length + 3
      : displayWidth(String(value ?? ''))
  })
  const head = Math.max(...[title.en, title.zh].map((text) => displayWidth(text))) / 2
  return Math.min(WIDEST, Math.max(NARROWEST, head, ...lengths) + 2)
}
