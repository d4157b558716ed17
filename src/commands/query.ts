/** `cityward query`: SQL over a finished run, to the screen, CSV or JSON. */
import { type Column, tableLines } from '../report/table.js'
import { openRun } from '../store/open-run.js'
import { type Answer, type Cell, queryRun } from '../store/query.js'
import { csvText } from '../vocabulary/csv.js'
import { fail } from '../vocabulary/problems.js'
import { widthOf } from './terminal.js'

export interface QueryOptions {
  readonly csv?: boolean
  readonly json?: boolean
}

/** Rows that a screen is given. */
const ON_SCREEN = 50

/** Returns the exit code. */
export async function query(folder: string, sql: string, options: QueryOptions): Promise<number> {
  if (options.csv && options.json) {
    fail({
      code: 'several-forms',
      where: { file: folder },
      found: 'both --csv and --json',
      expected: 'one of them',
    })
  }
  const answer = await queryRun(openRun(folder), sql)
  if (options.csv) await printCsv(answer)
  else if (options.json) await printJson(answer)
  else await printTable(answer)
  return 0
}

/** Write, and wait where the reader is slower, so that a large answer is never held whole. */
async function out(text: string): Promise<void> {
  if (!process.stdout.write(text)) await new Promise((resolve) => process.stdout.once('drain', resolve))
}

async function printCsv({ names, rows }: Answer): Promise<void> {
  await out(csvText([names]))
  const cell = (value: Cell) => (typeof value === 'boolean' ? String(value) : value)
  for await (const page of rows) if (page.length > 0) await out(csvText(page.map((row) => row.map(cell))))
}

async function printJson({ names, rows }: Answer): Promise<void> {
  let before = '['
  for await (const page of rows) {
    for (const row of page) {
      await out(`${before}\n${JSON.stringify(Object.fromEntries(names.map((name, at) => [name, row[at]])))}`)
      before = ','
    }
  }
  await out(`${before === '[' ? '[' : '\n'}]\n`)
}

async function printTable({ names, rows }: Answer): Promise<void> {
  const shown: (readonly Cell[])[] = []
  let more = 0
  for await (const page of rows) {
    const room = ON_SCREEN - shown.length
    shown.push(...page.slice(0, room))
    more += Math.max(0, page.length - room)
  }
  const columns = names.map((heading, at): Column => {
    const numbers = shown.every(({ [at]: cell }) => cell === null || typeof cell === 'number')
    return { heading, align: numbers ? 'right' : 'left', ...(numbers ? {} : { atLeast: 8 }) }
  })
  const lines = tableLines(
    columns,
    shown.map((row) => row.map(cellText)),
    widthOf(process.stdout),
  )
  const rest = more > 0 ? [`... and ${more.toLocaleString('en')} more rows: --csv gives all`] : []
  await out(`${[...lines, ...rest].join('\n')}\n`)
}

/** Seven digits are more than a screen's reader wants. */
function cellText(cell: Cell): string {
  if (cell === null) return ''
  return typeof cell === 'number' && !Number.isInteger(cell)
    ? String(Number(cell.toPrecision(7)))
    : String(cell)
}
