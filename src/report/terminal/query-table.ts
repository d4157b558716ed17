/** Rows of a query for the terminal: the first of them, and of a list the first members. */
import type { NestedValue, QueryCell } from '../../store/query.js'
import { howMany } from '../../vocabulary/numbers.js'
import { type TextColumn, tableLines } from './table.js'

/** Rows that a screen is given. */
const ON_SCREEN = 50
/** Most members of a list that a screen is given. */
const MEMBERS = 6

/** The first rows as a table, and how many more there are; ends with a line break. */
export async function queryTable(
  names: readonly string[],
  pages: AsyncIterable<readonly (readonly QueryCell[])[]>,
  width: number,
): Promise<string> {
  const shown: (readonly QueryCell[])[] = []
  let more = 0
  for await (const page of pages) {
    const room = ON_SCREEN - shown.length
    shown.push(...page.slice(0, room))
    more += Math.max(0, page.length - room)
  }
  const columns = names.map((heading, at): TextColumn => {
    const numbers = shown.every(({ [at]: cell }) => cell === null || typeof cell === 'number')
    return { heading, align: numbers ? 'right' : 'left', ...(numbers ? {} : { atLeast: 8 }) }
  })
  const texts = shown.map((row) => row.map(cellText))
  const rest = more > 0 ? [`... and ${howMany(more, 'more row')}: --csv gives all`] : []
  return `${[...tableLines(columns, texts, width), ...rest].join('\n')}\n`
}

export const isNested = (cell: QueryCell): cell is NestedValue => typeof cell === 'object' && cell !== null

function cellText(cell: QueryCell): string {
  return cell === null ? '' : valueText(isNested(cell) ? cell.nested : cell)
}

/** Seven digits, and of a list the first few: more than that a screen's reader does not want. */
function valueText(value: unknown): string {
  if (typeof value === 'number')
    return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(7)))
  if (Array.isArray(value)) return `[${inFew(value.map(valueText))}]`
  if (typeof value !== 'object' || value === null) return String(value)
  return `{${inFew(Object.entries(value).map(([name, inner]) => `${name}: ${valueText(inner)}`))}}`
}

function inFew(texts: readonly string[]): string {
  const more = texts.length - MEMBERS
  const kept = more > 1 ? [...texts.slice(0, MEMBERS), `... ${more.toLocaleString('en')} more`] : texts
  return kept.join(', ')
}
