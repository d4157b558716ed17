/** sources.csv: where the numbers come from. Every source that a table names must stand here. */

import type { Bilingual } from '../vocabulary/bilingual.js'
import type { Source } from './dataset.js'
import { Reader } from './reading/cells.js'
import { Coverage } from './reading/coverage.js'
import type { Findings } from './reading/findings.js'
import type { Folder } from './reading/folder.js'
import { readTable } from './reading/read-table.js'

const COLUMNS = ['id', 'title', 'publisher', 'url', 'note']
/** Words for readers of one language, where those of the plain column are in another. */
const SPOKEN = ['title', 'publisher', 'note'].flatMap((name) => [`${name}_en`, `${name}_zh`])

/** Sources by id; undefined where the file cannot be read, so that no source is then called unknown. */
export function readSources(folder: Folder, findings: Findings): Map<string, Source> | undefined {
  const table = readTable(folder, 'sources.csv', { required: COLUMNS, optional: SPOKEN }, findings)
  if (!table) return undefined
  const reader = new Reader(table, findings, undefined)
  const coverage = new Coverage(reader, ['id'])
  const sources = new Map<string, Source>()
  for (const row of table.rows) {
    const id = reader.required(row, 'id', 'an id that other tables can name')
    if (id === '' || !coverage.claim(row, [id])) continue
    const original = reader.required(row, 'title', 'the title of the source')
    const inBoth = (name: string, plain = reader.text(row, name)): Bilingual => ({
      en: reader.text(row, `${name}_en`) || plain,
      zh: reader.text(row, `${name}_zh`) || plain,
    })
    sources.set(id, {
      id,
      title: inBoth('title', original),
      original,
      publisher: inBoth('publisher'),
      url: reader.text(row, 'url'),
      note: inBoth('note'),
    })
  }
  return sources
}
