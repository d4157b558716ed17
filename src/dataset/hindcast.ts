/** hindcast.csv: how near the fitted levels carry one census to the next, in the region and in every place. */
import type { HindcastError } from './dataset.js'
import { Reader } from './reading/cells.js'
import { Coverage } from './reading/coverage.js'
import { ANY } from './reading/number-ranges.js'
import { readTable } from './reading/read-table.js'
import type { TableContext } from './table-context.js'

const REQUIRED = ['from', 'year', 'code', 'subject', 'error', 'unit', 'source', 'quality', 'note']

/** In the order of the file; none where the folder has no such table. */
export function readHindcast({ folder, places, sources, findings }: TableContext): HindcastError[] {
  const table = readTable(folder, 'hindcast.csv', { required: REQUIRED }, findings)
  if (!table) return []
  const reader = new Reader(table, findings, sources)
  const coverage = new Coverage(reader, ['code', 'subject'])
  return table.rows.flatMap((row) => {
    const code = reader.text(row, 'code')
    const found = {
      place: places.isRegionOnly(code) ? 0 : places.city(reader, row, 'code') + 1,
      from: reader.number(row, 'from', ANY),
      year: reader.year(row),
      subject: reader.required(row, 'subject', 'what was forecast'),
      error: reader.number(row, 'error', ANY),
      provenance: reader.provenance(row, ['point', 'percent']),
    }
    return coverage.claim(row, [code, found.subject]) ? [found] : []
  })
}
