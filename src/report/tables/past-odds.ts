/** Odds and bands where the end is known: how often what was said to be so likely came true. */
import type { Dataset } from '../../dataset/dataset.js'
import { same } from '../words/bilingual.js'
import { count, share } from '../words/numbers.js'
import { PAST_KINDS, PAST_TITLE, type PastKind } from '../words/past-odds.js'
import { column, type DataTable, wordsCell } from './data-table.js'

/** Forecasts that said about the same. */
export interface PastPoint {
  readonly kind: PastKind
  /** Mean of the odds that were stated, or what a band was to hold; 0-1. */
  readonly stated: number
  readonly happened: number
  readonly number: number
}

export type PastRecord = Pick<Dataset, 'pastOdds' | 'backtest' | 'cities'>

/** In the order of the data folder; bands over all subjects and cities of the folder's own backtests. */
export function pastPoints({ pastOdds, backtest, cities }: PastRecord): PastPoint[] {
  const promises = pastOdds.map(({ leftOut, odds, met, promises: number }) => ({
    kind: leftOut,
    stated: odds,
    happened: met,
    number,
  }))
  const models = backtest.filter(({ method, knew }) => method === 'model' && knew !== 'all_provinces')
  const bands = (['held50', 'held80', 'held95'] as const).flatMap((band): PastPoint[] => {
    const held = models.flatMap((one) => one[band] ?? [])
    if (held.length === 0) return []
    const happened = held.reduce((sum, one) => sum + one, 0) / held.length
    return [
      { kind: 'bands', stated: Number(band.slice(4)) / 100, happened, number: held.length * cities.length },
    ]
  })
  return [...promises, ...bands]
}

/** None where the data folder knows of no such forecasts. */
export function pastTable(record: PastRecord): DataTable | undefined {
  const points = pastPoints(record)
  if (points.length === 0) return undefined
  const percent = (value: number) => wordsCell({ en: share(value, 'en'), zh: share(value, 'zh') })
  return {
    id: 'past-odds',
    title: PAST_TITLE,
    columns: [
      column('Forecasts', '预测', false),
      column('Odds that were stated', '当时给出的概率'),
      column('Came true', '实现比例'),
      column('Number of forecasts', '预测数'),
    ],
    rows: points.map(({ kind, stated, happened, number }) => [
      wordsCell(PAST_KINDS[kind]),
      percent(stated),
      percent(happened),
      wordsCell(same(count(number))),
    ]),
  }
}
