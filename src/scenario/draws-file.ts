/** A file of draws for an empirical distribution: one column of numbers of a CSV file beside the scenario. */
import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { parse } from 'csv-parse/sync'

/** The numbers, or what was found in their place. */
export type Draws = { readonly values: readonly number[] } | { readonly found: string }

/** files: the chain of scenarios, nearest first; the file is looked for beside each of them. */
export function readDraws(file: string, column: string, files: readonly string[]): Draws {
  const text = files
    .map((scenario) => textOf(resolve(dirname(scenario), file)))
    .find((read) => read !== undefined)
  if (text === undefined) return { found: `no file ${file}` }
  let rows: Record<string, string>[]
  try {
    rows = parse(text, { columns: true, bom: true, skip_empty_lines: true })
  } catch {
    return { found: `${file}, which is no CSV` }
  }
  if (rows.length === 0) return { found: `no rows in ${file}` }
  const cells = rows.map((row) => (Object.hasOwn(row, column) ? row[column].trim() : undefined))
  if (cells.includes(undefined)) return { found: `no column "${column}" in ${file}` }
  const bad = cells.findIndex((cell) => cell === '' || !Number.isFinite(Number(cell)))
  if (bad >= 0) return { found: `"${cells[bad]}" in row ${bad + 1} of column "${column}" of ${file}` }
  return { values: cells.map(Number) }
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    // the file may stand beside another scenario of the chain
    return undefined
  }
}
