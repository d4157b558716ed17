/** `cityward query`: SQL over a finished run, to the screen, CSV, JSON or Parquet. */
import { isNested, queryTable } from '../report/terminal/query-table.js'
import { openRun } from '../store/open-run.js'
import { refuseOwnFile } from '../store/own-files.js'
import { type QueryCell, type QueryResult, queryRun, writeQuery } from '../store/query.js'
import { refuseUpdated } from '../store/updated-run.js'
import { writePieces } from '../store/write-file.js'
import { csvText } from '../vocabulary/csv.js'
import { jsonText } from '../vocabulary/json.js'
import { howMany } from '../vocabulary/numbers.js'
import { fail } from '../vocabulary/problems.js'
import { said } from './screen.js'
import { print, printAside, printInTurn, widthOf } from './terminal.js'

export interface QueryOptions {
  readonly csv?: boolean
  readonly json?: boolean
  readonly parquet?: boolean
  /** File for the rows. */
  readonly out?: string
  /** Memory in the words of DuckDB. */
  readonly memory?: string
  /** Time, seconds. */
  readonly time?: number
}

/** Takes a piece of the answer; resolves when there is room for more. */
type Out = (text: string) => Promise<void> | void

/** Returns the exit code. */
export async function query(folder: string, sql: string, options: QueryOptions): Promise<number> {
  const { csv, json, parquet, out, memory, time: seconds } = options
  if (out === undefined ? parquet : !(csv || json || parquet)) refuseForm(out)
  refuseOwnFile(folder, out)
  refuseUpdated(folder, 'query')
  const limits = { memory, seconds }
  const run = openRun(folder)
  if (parquet) {
    const { failed } = await writeQuery(run, sql, out!, limits)
    print(`${out}\n`)
    noteFailures(failed)
    return 0
  }
  const answer = await queryRun(run, sql, limits)
  const write = csv ? writeCsv : writeJson
  if (out !== undefined) {
    await writePieces(out, (piece) => write(answer, piece))
    print(`${out}\n`)
  } else if (csv || json) await write(answer, printInTurn)
  else await printInTurn(await queryTable(answer.names, answer.rows, widthOf(process.stdout)))
  noteFailures(answer.failed)
  return 0
}

/** A file has a form, and Parquet has no place on a screen. */
function refuseForm(out: string | undefined): never {
  return fail({
    code: 'form-missing',
    where: { file: 'cityward query' },
    found: out === undefined ? '--parquet without --out' : `--out ${out} without a form`,
    expected: '--csv, --json or --parquet with --out and the name of a file',
  })
}

/** Averages and quantiles leave out what is NULL: whoever reads them must know that it is there. */
function noteFailures(failed: number): void {
  if (failed === 0) return
  const text = `Note: ${howMany(failed, 'trajectory', 'trajectories')} of the run gave no numbers and are NULL in outcomes and long: averages and quantiles leave them out. The table failures says which.`
  printAside(`${said(text)}\n`)
}

async function writeCsv({ names, rows }: QueryResult, out: Out): Promise<void> {
  await out(csvText([names]))
  const cell = (value: QueryCell) => {
    if (isNested(value)) return JSON.stringify(value.nested)
    return typeof value === 'boolean' ? String(value) : value
  }
  for await (const page of rows) if (page.length > 0) await out(csvText(page.map((row) => row.map(cell))))
}

async function writeJson({ names, rows }: QueryResult, out: Out): Promise<void> {
  let before = '['
  for await (const page of rows) {
    for (const row of page) {
      const plain = row.map((cell) => (isNested(cell) ? cell.nested : cell))
      await out(`${before}\n${jsonText(Object.fromEntries(names.map((name, at) => [name, plain[at]])))}`)
      before = ','
    }
  }
  await out(`${before === '[' ? '[' : '\n'}]\n`)
}
