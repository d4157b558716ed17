/** `cityward query`: SQL over a finished run, to the screen, CSV or JSON. */
import { type TextColumn, tableLines } from '../report/terminal/table.js'
import { openRun } from '../store/open-run.js'
import { type Answer, type Cell, type Nested, queryRun } from '../store/query.js'
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
  const cell = (value: Cell) => {
    if (isNested(value)) return JSON.stringify(value.nested)
    return typeof value === 'boolean' ? String(value) : value
  }
  for await (const page of rows) if (page.length > 0) await out(csvText(page.map((row) => row.map(cell))))
}

async function printJson({ names, rows }: Answer): Promise<void> {
  let before = '['
  for await (const page of rows) {
    for (const row of page) {
      const plain = row.map((cell) => (isNested(cell) ? cell.nested : cell))
      await out(
        `${before}\n${JSON.stringify(Object.fromEntries(names.map((name, at) => [name, plain[at]])))}`,
      )
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
  const columns = names.map((heading, at): TextColumn => {
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

const isNested = (cell: Cell): cell is Nested => typeof cell === 'object' && cell !== null

function cellText(cell: Cell): string {
  return cell === null ? '' : shown(isNested(cell) ? cell.nested : cell)
}

/** Most members of a list that a screen is given. */
const MEMBERS = 6

/** Seven digits, and of a list the first few: more than that a screen's reader does not want. */
function shown(value: unknown): string {
  if (typeof value === 'number')
    return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(7)))
  if (Array.isArray(value)) return `[${inFew(value.map(shown))}]`
  if (typeof value !== 'object' || value === null) return String(value)
  return `{${inFew(Object.entries(value).map(([name, inner]) => `${name}: ${shown(inner)}`))}}`
}

function inFew(texts: readonly string[]): string {
  const more = texts.length - MEMBERS
  const kept = more > 1 ? [...texts.slice(0, MEMBERS), `... ${more.toLocaleString('en')} more`] : texts
  return kept.join(', ')
}
