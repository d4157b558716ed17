/** How the model did in a province from what was known in 2010 and in 2015, beside what its own backtest says. */
import { BACKTEST_COLUMNS } from '../../calibration/backtest-file.js'
import { splitRecords } from '../../dataset/reading/records.js'
import { csvText } from '../../vocabulary/csv.js'
import { chinaTable } from './china-tables.js'

const COLUMNS = [...BACKTEST_COLUMNS, 'knew']

/**
 * backtest.csv of a province, with the kept record of its rolled forecasts (rolled.csv); that alone where no place was held
 * out.
 *
 * own  as the fit has written it; undefined for none
 */
export function withRolledRecord(own: string | undefined, province: string): string {
  const held = own === undefined ? [] : splitRecords(own).rows.slice(1)
  const rolled = chinaTable('rolled').filter((row) => row.province === province)
  return csvText([
    COLUMNS,
    ...held.map(({ cells }) => [...cells, 'other_cities']),
    ...rolled.map((row) =>
      COLUMNS.map(
        (column) =>
          ({ quality: 'estimate', note: noteOf(row), knew: 'earlier_years' })[column] ?? row[column],
      ),
    ),
  ])
}

const noteOf = ({ from, places }: Readonly<Record<string, string>>) =>
  `${places} places, by the tables of version 0.8.0 and no fit to a census after ${from}; errors of people in per cent of the count`
