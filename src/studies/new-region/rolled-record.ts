/** How the model did before, beside what a province's own backtest says: in all provinces, and there from what was known in 2010 and in 2015. */
import { BACKTEST_COLUMNS, withRecorded } from '../../calibration/backtest-file.js'
import type { TableRow } from './china-tables.js'

export interface KeptRecord {
  /** The province's rows of rolled.csv. */
  readonly rolled: readonly TableRow[]
  /** Those of pooled.csv; none where they are of another fit than the folder's. */
  readonly pooled: readonly TableRow[]
}

/**
 * backtest.csv of a province with the kept record; that alone where no place was held out.
 *
 * own  as the fit has written it; undefined for none
 */
export function withKeptRecord(own: string | undefined, { rolled, pooled }: KeptRecord): string {
  const rows = (all: readonly TableRow[], knew: string, noteOf: (row: TableRow) => string) =>
    all.map((row) => {
      const said: TableRow = { ...row, quality: 'estimate', note: noteOf(row) }
      return [...BACKTEST_COLUMNS.map((column) => said[column]), knew, row.places]
    })
  return withRecorded(own, [
    ...rows(pooled, 'all_provinces', pooledNote),
    ...rows(rolled, 'earlier_years', rolledNote),
  ])
}

const pooledNote = ({ places, provinces }: TableRow) =>
  `${places} places of ${provinces} provinces, each forecast by a fit to the other half of its province; errors of people in per cent of the count`

const rolledNote = ({ from, places }: TableRow) =>
  `${places} places, by the national tables and version 0.10.0, and no fit to a census after ${from}; errors of people in per cent of the count`
