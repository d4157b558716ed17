/**
 * A table as data: words in both languages, and numbers in full with their unit and their path in the summary. The page, the workbook and Markdown are written from the same tables.
 */
import type { Odds, RevisedBand, Spread, Word } from '../../analysis/summary.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import { phrase } from '../words/bilingual.js'

export type DataCell =
  | { readonly kind: 'words'; readonly text: Bilingual }
  | { readonly kind: 'verdict'; readonly word: Word }
  /** `signed` shows a plus; `from` is the path in summary.json, such as policies.1.joint.share; empty for none. */
  | {
      readonly kind: 'number'
      readonly value: number | null
      readonly unit: string
      readonly from: string
      readonly signed?: boolean
    }
  | { readonly kind: 'year'; readonly value: number | null; readonly from: string }
  /** A share (0-1) that is shown in per cent. */
  | { readonly kind: 'share'; readonly value: number; readonly from: string }
  /** A change of odds (-1 to 1), shown in points. */
  | { readonly kind: 'points'; readonly value: number; readonly from: string }
  | { readonly kind: 'odds'; readonly odds: Odds; readonly from: string }
  | {
      readonly kind: 'range'
      readonly range: readonly [number, number]
      readonly unit: string
      readonly from: string
    }

export interface DataColumn {
  readonly title: Bilingual
  readonly numeric: boolean
}

export interface DataTable {
  readonly id: string
  readonly title: Bilingual
  /** What tells it from others of its kind, where several stand on one sheet. */
  readonly subject?: Bilingual
  readonly columns: readonly DataColumn[]
  readonly rows: readonly (readonly DataCell[])[]
}

export const wordsCell = (text: Bilingual): DataCell => ({ kind: 'words', text })
export const numberCell = (value: number | null, unit: string, from: string): DataCell => ({
  kind: 'number',
  value,
  unit,
  from,
})
export const signedCell = (value: number, unit: string, from: string): DataCell => ({
  kind: 'number',
  value,
  unit,
  from,
  signed: true,
})
export const verdictCell = (word: Word): DataCell => ({ kind: 'verdict', word })
export const yearCell = (value: number | null, from: string): DataCell => ({ kind: 'year', value, from })
export const shareCell = (value: number, from: string): DataCell => ({ kind: 'share', value, from })
export const pointsCell = (value: number, from: string): DataCell => ({ kind: 'points', value, from })
export const oddsCell = (odds: Odds, from: string): DataCell => ({ kind: 'odds', odds, from })
export const rangeCell = (range: readonly [number, number], unit: string, from: string): DataCell => ({
  kind: 'range',
  range,
  unit,
  from,
})

/** Median and the ranges of 50, 80 and 95 %, four cells. */
export function spreadCells(spread: Spread, unit: string, from: string): DataCell[] {
  const range = (key: 'range50' | 'range80' | 'range95') => rangeCell(spread[key], unit, `${from}.${key}`)
  return [
    numberCell(spread.median, unit, `${from}.median`),
    range('range50'),
    range('range80'),
    range('range95'),
  ]
}

export const column = (en: string, zh: string, numeric = true): DataColumn => ({
  title: phrase(en, zh),
  numeric,
})
export const titled = (title: Bilingual, numeric = true): DataColumn => ({ title, numeric })

/** Heading and cell of the band that a later census may widen, where any of some rows has one. */
export function revisedColumn(rows: readonly { readonly revised?: RevisedBand }[]): DataColumn[] {
  const some = rows.some(({ revised }) => revised !== undefined)
  return some ? [column('80 % range with a census revision', '80%区间（计入普查修正）')] : []
}
export function revisedCell(
  columns: readonly DataColumn[],
  revised: RevisedBand | undefined,
  unit: string,
  from: string,
): DataCell[] {
  if (columns.length === 0) return []
  return [revised ? rangeCell(revised.range80, unit, `${from}.range80`) : numberCell(null, '', '')]
}

/** Headings of spreadCells. */
export const SPREAD_COLUMNS: readonly DataColumn[] = [
  column('Median', '中位数'),
  column('50 % range', '50%区间'),
  column('80 % range', '80%区间'),
  column('95 % range', '95%区间'),
]
