/** sources.csv: where the numbers come from. Every source that a table names must stand here. */
import { Reader } from './cells.js'
import { Coverage } from './coverage.js'
import type { Source } from './dataset.js'
import type { Findings } from './findings.js'
import type { Folder } from './folder.js'
import { readTable } from './read-table.js'

const COLUMNS = ['id', 'title', 'publisher', 'url', 'note']

/** Sources by id; undefined where the file cannot be read, so that no source is then called unknown. */
export function readSources(folder: Folder, findings: Findings): Map<string, Source> | undefined {
  const table = readTable(folder, 'sources.csv', { required: COLUMNS }, findings)
  if (!table) return undefined
  const reader = new Reader(table, findings, undefined)
  const coverage = new Coverage(reader, ['id'])
  const sources = new Map<string, Source>()
  for (const row of table.rows) {
    const id = reader.required(row, 'id', 'an id that other tables can name')
    if (id === '' || !coverage.claim(row, [id])) continue
    sources.set(id, {
      id,
      title: reader.required(row, 'title', 'the title of the source'),
      publisher: reader.text(row, 'publisher'),
      url: reader.text(row, 'url'),
      note: reader.text(row, 'note'),
    })
  }
  return sources
}
