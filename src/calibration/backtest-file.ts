/** The scores of a backtest as a table of the data folder, so that a report can say them without doing it again. */
import { splitRecords } from '../dataset/reading/records.js'
import { csvText } from '../vocabulary/csv.js'
import type { SubjectScore } from './backtest.js'
import { CALIBRATION } from './files.js'

export const BACKTEST_COLUMNS = [
  'from', 'year', 'subject', 'method', 'unit', 'mean_error', 'region_error', 'crps', 'held50', 'held80', 'held95',
  'source', 'quality', 'note',
] // biome-ignore format: a list of headings reads best as a paragraph

/** backtest.csv: a row for each subject and method; shares of cities held by the bands for the model only. */
export function backtestCsv(scores: readonly SubjectScore[], from: number, to: number): string {
  const rows = scores.flatMap(({ subject, methods, coverage }) =>
    methods.map(({ method, meanOfCities, region, crps }) => [
      from,
      to,
      subject,
      method,
      subject === 'urban_share' ? 'point' : 'percent',
      ...[meanOfCities, region, crps].map(digits),
      ...([50, 80, 95] as const).map((percent) => (method === 'model' ? digits(coverage[percent]) : '')),
      CALIBRATION,
      'estimate',
      'each city forecast by a fit to the other half of the cities; errors of people in per cent of the count',
    ]),
  )
  return csvText([BACKTEST_COLUMNS, ...rows])
}

/** What the folder's own backtest knows. */
const OWN = 'other_cities'
const COLUMNS = [...BACKTEST_COLUMNS, 'knew', 'places']

/** Rows of a backtest.csv that a backtest of the folder does not make: of all provinces, and from what was known in their first year. */
export function recordedRows(text: string): string[][] {
  const [header, ...rows] = splitRecords(text).rows.map(({ cells }) => cells)
  const of = (row: readonly string[], column: string) => row[header.indexOf(column)]
  return rows
    .filter((row) => (of(row, 'knew') ?? OWN) !== OWN)
    .map((row) => COLUMNS.map((column) => of(row, column) ?? ''))
}

/**
 * A backtest.csv with such rows behind its own.
 *
 * own       as `backtestCsv` writes it; undefined for none
 * recorded  cells in the order of its columns, `knew` and `places` last
 */
export function withRecorded(
  own: string | undefined,
  recorded: readonly (readonly (string | number)[])[],
): string {
  if (own !== undefined && recorded.length === 0) return own
  const held = own === undefined ? [] : splitRecords(own).rows.slice(1)
  return csvText([COLUMNS, ...held.map(({ cells }) => [...cells, OWN, '']), ...recorded])
}

/** Six digits, as in the other files of a calibration. */
const digits = (value: number) => Number(value.toPrecision(6))
