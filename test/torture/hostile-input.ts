/** A scenario and a data folder with a hostile text in the place of others. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { load } from 'js-yaml'

/** A place of a text in a scenario: names of fields from the top. */
export type Place = readonly (string | number)[]
type Tree = { [key: string]: Tree | string } | (Tree | string)[]

/** Fields that are words for a reader, and nothing refers to. */
const WORDS = /^(en|zh|because|unit|note)$/
/** Columns of the data folder that are words for a reader. */
const WORD_COLUMNS = /^(name_|text_|title$|publisher$|url$|note$|section$|departments$)/

export function readScenario(file: string): Tree {
  return load(readFileSync(file, 'utf8')) as Tree
}

/** Every text of a scenario. */
export function textsIn(tree: Tree | string | unknown, above: Place = []): Place[] {
  if (typeof tree === 'string') return [above]
  if (typeof tree !== 'object' || tree === null) return []
  return Object.entries(tree).flatMap(([key, inner]) => textsIn(inner, [...above, key]))
}

export function isWords(place: Place): boolean {
  return WORDS.test(String(place.at(-1)))
}

/** A scenario as text, in which some texts stand beside a hostile one. */
export function withTexts(tree: Tree, places: readonly Place[], hostile: (text: string) => string): string {
  const changed = structuredClone(tree)
  for (const place of places) {
    let inner = changed as Record<string, unknown>
    for (const key of place.slice(0, -1)) inner = inner[key] as Record<string, unknown>
    const key = place.at(-1)!
    inner[key] = hostile(inner[key] as string)
  }
  // JSON is YAML
  return `${JSON.stringify(changed, undefined, 1)}\n`
}

/** Cells of a data folder: the columns of every table. */
export function columnsIn(folder: string): { readonly file: string; readonly column: string }[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.csv'))
  return files.flatMap((file) => {
    const [header] = parse(readFileSync(join(folder, file), 'utf8')) as string[][]
    return header.filter((column) => !/^\d/.test(column)).map((column) => ({ file, column }))
  })
}

export function isWordColumn({ column }: { readonly column: string }): boolean {
  return WORD_COLUMNS.test(column)
}

/** Change the cells of a column of words, or the first one of another. */
export function changeColumn(
  folder: string,
  { file, column }: { readonly file: string; readonly column: string },
  hostile: (text: string) => string,
  isAll: boolean,
): void {
  const path = join(folder, file)
  const [header, ...rows] = parse(readFileSync(path, 'utf8')) as string[][]
  const at = header.indexOf(column)
  for (const row of isAll ? rows : rows.slice(0, 1)) row[at] = hostile(row[at])
  const quoted = (cell: string) => (/[",\n\r\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  writeFileSync(path, `${[header, ...rows].map((row) => row.map(quoted).join(',')).join('\n')}\n`)
}
