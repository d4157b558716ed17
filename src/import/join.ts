/** Rows that are made join a table that is there: never in place of rows of another source. */
import { parse } from 'csv-parse/sync'
import { csvText, undefused } from '../vocabulary/csv.js'
import type { Problem } from '../vocabulary/problems.js'
import type { MadeTable } from './targets/made.js'

export interface Joined {
  readonly text: string
  readonly added: number
  readonly problems: readonly Problem[]
}

/** Columns that say whose a row is; a row that says the same of another quality stays as it is. */
const OWNERS = ['source', 'note']
const ASIDE = [...OWNERS, 'quality']

/** The table as it is with the rows in it; `path` is where it is, for problems. */
export function joined(path: string, before: string | undefined, made: MadeTable): Joined {
  if (before === undefined || before.trim() === '')
    return { text: csvText([made.header, ...made.rows]), added: made.rows.length, problems: [] }
  const table = rowsOf(before)
  if (table === undefined) return { text: before, added: 0, problems: [notCsv(path)] }
  const [header, ...rows] = table
  const columns = [...header, ...made.header.filter((name) => !header.includes(name))]
  const cellOf = (row: readonly string[], names: readonly string[], name: string) =>
    row[names.indexOf(name)] ?? ''
  const keyOf = (row: readonly string[], names: readonly string[]) => {
    const all = made.keys.map((key) => cellOf(row, names, key))
    return made.oneOf ? (all.find((cell) => cell !== '') ?? '') : all.join('\n')
  }
  const own = OWNERS.find((name) => made.header.includes(name))
  const lines = new Map(rows.map((row, at) => [keyOf(row, header), at]))
  const out = rows.map((row) => columns.map((name) => cellOf(row, header, name)))
  const problems: Problem[] = []
  const added: string[][] = []
  let isChanged = columns.length > header.length
  for (const row of made.rows) {
    const at = lines.get(keyOf(row, made.header))
    const wide = columns.map((name) => cellOf(row, made.header, name))
    if (at === undefined) {
      added.push(wide)
      continue
    }
    const isOwn = own !== undefined && cellOf(rows[at], header, own) === cellOf(row, made.header, own)
    const other = columns.findIndex(
      (name, k) =>
        !ASIDE.includes(name) &&
        wide[k] !== '' &&
        out[at][k] !== '' &&
        Number(wide[k]) !== Number(out[at][k]) &&
        wide[k] !== out[at][k],
    )
    if (!isOwn && other >= 0) problems.push(standing(path, at, columns[other], [out[at][other], wide[other]]))
    else {
      const filled = out[at].map((cell, k) => (wide[k] === '' || (!isOwn && cell !== '') ? cell : wide[k]))
      isChanged ||= filled.some((cell, k) => cell !== out[at][k])
      out[at] = filled
    }
  }
  // rows of others stay as they are written, to the byte, where nothing of them changes
  const kept = isChanged ? csvText([columns, ...out]) : before.replace(/\n?$/, '\n')
  return { text: kept + (added.length > 0 ? csvText(added) : ''), added: added.length, problems }
}

function rowsOf(text: string): string[][] | undefined {
  try {
    return (parse(text, { bom: true, relax_column_count: true }) as string[][]).map((row) =>
      row.map(undefused),
    )
  } catch {
    return undefined
  }
}

const notCsv = (file: string): Problem => ({
  code: 'csv-broken',
  where: { file },
  found: 'a text that is not CSV',
  expected: 'a table that rows can join',
})

const standing = (
  path: string,
  at: number,
  column: string,
  [there, new_]: readonly [string, string],
): Problem => ({
  code: 'row-already-there',
  where: { file: path, line: at + 2, field: `column ${column}` },
  found: `${there}, where ${new_} would go`,
  expected: 'no other figure for the same place and year',
  hint: 'Take that row out, or leave the place out with --place NAME=-.',
})
