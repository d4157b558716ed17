/** past_odds.csv: odds that past promises would have been given by a fit that had not seen them, beside how they ended. */
import type { PastOdds } from './dataset.js'
import { Reader } from './reading/cells.js'
import { Coverage } from './reading/coverage.js'
import { COUNT, SHARE } from './reading/number-ranges.js'
import { readTable } from './reading/read-table.js'
import type { TableContext } from './table-context.js'

const REQUIRED = ['left_out', 'low', 'high', 'promises', 'odds', 'met', 'unit', 'source', 'quality', 'note']
const LEFT_OUT = ['family', 'province'] as const

/** Bins of odds in the order of the file; none where the folder has no such table. */
export function readPastOdds({ folder, sources, findings }: TableContext): PastOdds[] {
  const table = readTable(folder, 'past_odds.csv', { required: REQUIRED }, findings)
  if (!table) return []
  const reader = new Reader(table, findings, sources)
  const coverage = new Coverage(reader, ['left_out', 'low'])
  return table.rows.flatMap((row) => {
    // a word that is not known is reported, and any will do
    const leftOut = LEFT_OUT[reader.word(row, 'left_out', LEFT_OUT, 'kind-unknown')] ?? LEFT_OUT[0]
    const share = (column: string) => reader.number(row, column, SHARE)
    const found: PastOdds = {
      leftOut,
      low: share('low'),
      high: share('high'),
      promises: reader.number(row, 'promises', COUNT),
      odds: share('odds'),
      met: share('met'),
      provenance: reader.provenance(row, ['share']),
    }
    return coverage.claim(row, [leftOut, String(found.low)]) ? [found] : []
  })
}
