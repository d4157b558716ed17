/** other_counts.csv: places of which two official figures exist, the one that the folder uses and the other. */
import type { OtherCount } from './dataset.js'
import { Reader } from './reading/cells.js'
import { Coverage } from './reading/coverage.js'
import { ANY } from './reading/number-ranges.js'
import { readTable } from './reading/read-table.js'
import type { TableContext } from './table-context.js'

const REQUIRED = [
  'code', 'year', 'title_en', 'title_zh', 'used', 'other', 'unit', 'source', 'quality', 'note', 'because_en', 'because_zh',
] // biome-ignore format: a list of headings reads best as a paragraph

/** In the order of the file; none where the folder has no such table. */
export function readOtherCounts({ folder, places, sources, findings }: TableContext): OtherCount[] {
  const table = readTable(folder, 'other_counts.csv', { required: REQUIRED }, findings)
  if (!table) return []
  const reader = new Reader(table, findings, sources)
  const coverage = new Coverage(reader, ['code', 'year', 'title_en'])
  return table.rows.flatMap((row) => {
    const city = places.city(reader, row, 'code')
    const count = {
      city,
      year: reader.year(row),
      title: reader.bilingual(row, 'title', 'what was counted'),
      used: reader.number(row, 'used', ANY),
      other: reader.number(row, 'other', ANY),
      because: reader.bilingual(row, 'because', 'why one of the two is used'),
      provenance: reader.provenance(row, []),
    }
    return coverage.claim(row, [city, count.year, count.title.en]) && city >= 0 ? [count] : []
  })
}
