/** The design that `--design` names, with its table where it is one. */
import { type DesignSetting, parseDesign } from '../scenario/read/design-text.js'
import { type Draws, type DrawsReader, drawsReader } from '../scenario/read/draws-file.js'
import { readParquetTable } from '../store/read-draws-table.js'

export interface DesignChoice extends DesignSetting {
  /** Reads the columns of a table; absent for any other design. */
  readonly readDraws?: DrawsReader
}

/** Undefined where none is named. Throws CitywardError for an unknown design or a table that cannot be read. */
export async function chooseDesign(text: string | undefined): Promise<DesignChoice | undefined> {
  if (text === undefined) return undefined
  const requested = parseDesign(text)
  const { file } = requested.options
  if (requested.kind !== 'table' || file === undefined) return requested
  // a path on the command line is relative to the working directory
  if (!/\.parquet$/i.test(file)) return { ...requested, readDraws: drawsReader(['./scenario.yaml']) }
  return { ...requested, readDraws: readerOf(file, await readParquetTable(file)) }
}

function readerOf(file: string, columns: ReadonlyMap<string, readonly number[]>): DrawsReader {
  const read = (_: string, column: string): Draws => {
    const values = columns.get(column)
    if (!values) return { found: `no column "${column}" in ${file}`, absent: true }
    const bad = values.findIndex((value) => !Number.isFinite(value))
    return bad < 0 ? { values } : { found: `no number in row ${bad + 1} of column "${column}" of ${file}` }
  }
  return Object.assign(read, { columns: () => [...columns.keys()] })
}
