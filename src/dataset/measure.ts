/** The column `measure`: what the numbers of a table are. */
import type { Reader } from './reading/cells.js'
import type { CsvRow } from './reading/records.js'

/** The measure of a table, which all its rows must share; the first row's. */
export function oneMeasure<T extends string>(reader: Reader, measures: readonly T[]): T {
  let chosen: T | undefined
  const refuse = (row: CsvRow) =>
    reader.report(row, 'measure', 'measures-mixed', `"${reader.text(row, 'measure')}"`, `${chosen} as above`)
  for (const row of reader.table.rows) {
    const measure = measures[reader.word(row, 'measure', measures, 'measure-unknown')]
    if (measure !== undefined && chosen !== undefined && measure !== chosen) refuse(row)
    chosen ??= measure
  }
  return chosen ?? measures[0]
}
