/** The scores of a backtest of places within cities, as a table of their data folder. */
import { csvText } from '../vocabulary/csv.js'
import { BACKTEST_COLUMNS } from './backtest-file.js'
import { CALIBRATION } from './files.js'
import type { PlaceScore } from './within-held-out.js'

/** backtest-within.csv: a row for each subject and method; `region_error` is that of all places together. */
export function backtestWithinCsv(scores: readonly PlaceScore[], from: number, to: number): string {
  const rows = scores.map(({ subject, method, meanError, bias, total, crps, held }) => [
    from,
    to,
    subject,
    method,
    subject === 'urban_share' ? 'point' : 'percent',
    ...[meanError, total, crps].map(digits),
    ...([50, 80, 95] as const).map((percent) => (held ? digits(held[percent]) : '')),
    CALIBRATION,
    'estimate',
    `each county forecast by a fit to every other county, its city seen; region: all of them together; mean error with its sign ${digits(bias)}`,
  ])
  return csvText([BACKTEST_COLUMNS, ...rows])
}

/** Six digits, as in the other files of a calibration. */
const digits = (value: number) => Number(value.toPrecision(6))
