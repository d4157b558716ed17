/** How the model did in a province from what was known in 2010 and in 2015, beside what its own backtest says. */
import { BACKTEST_COLUMNS, withEarlierYears } from '../../calibration/backtest-file.js'
import type { TableRow } from './china-tables.js'

/**
 * backtest.csv of a province, with the kept record of its rolled forecasts; that alone where no place was held out.
 *
 * own     as the fit has written it; undefined for none
 * rolled  the province's rows of rolled.csv
 */
export function withRolledRecord(own: string | undefined, rolled: readonly TableRow[]): string {
  return withEarlierYears(
    own,
    rolled.map((row) => {
      const said: TableRow = { ...row, quality: 'estimate', note: noteOf(row) }
      return [...BACKTEST_COLUMNS.map((column) => said[column]), 'earlier_years']
    }),
  )
}

const noteOf = ({ from, places }: TableRow) =>
  `${places} places, by the national tables and version 0.8.0, and no fit to a census after ${from}; errors of people in per cent of the count`
