/** `cityward query`: SQL over a finished run, to the screen, CSV or JSON. */
import { isNested, queryTable } from '../report/terminal/query-table.js'
import { openRun } from '../store/open-run.js'
import { type QueryCell, type QueryResult, queryRun } from '../store/query.js'
import { csvText } from '../vocabulary/csv.js'
import { jsonText } from '../vocabulary/json.js'
import { printInTurn, widthOf } from './terminal.js'

export interface QueryOptions {
  readonly csv?: boolean
  readonly json?: boolean
}

/** Returns the exit code. */
export async function query(folder: string, sql: string, options: QueryOptions): Promise<number> {
  const answer = await queryRun(openRun(folder), sql)
  if (options.csv) await printCsvRows(answer)
  else if (options.json) await printJsonRows(answer)
  else await printInTurn(await queryTable(answer.names, answer.rows, widthOf(process.stdout)))
  return 0
}

async function printCsvRows({ names, rows }: QueryResult): Promise<void> {
  await printInTurn(csvText([names]))
  const cell = (value: QueryCell) => {
    if (isNested(value)) return JSON.stringify(value.nested)
    return typeof value === 'boolean' ? String(value) : value
  }
  for await (const page of rows)
    if (page.length > 0) await printInTurn(csvText(page.map((row) => row.map(cell))))
}

async function printJsonRows({ names, rows }: QueryResult): Promise<void> {
  let before = '['
  for await (const page of rows) {
    for (const row of page) {
      const plain = row.map((cell) => (isNested(cell) ? cell.nested : cell))
      await printInTurn(
        `${before}\n${jsonText(Object.fromEntries(names.map((name, at) => [name, plain[at]])))}`,
      )
      before = ','
    }
  }
  await printInTurn(`${before === '[' ? '[' : '\n'}]\n`)
}
