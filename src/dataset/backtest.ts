/** backtest.csv: how well the model forecast a census it had not seen, beside simple lines. */

import type { BacktestScore } from './dataset.js'
import { Reader } from './reading/cells.js'
import { ANY, SHARE } from './reading/number-ranges.js'
import { readTable } from './reading/read-table.js'
import type { TableContext } from './table-context.js'

const REQUIRED = [
  'from', 'year', 'subject', 'method', 'unit', 'mean_error', 'region_error', 'crps', 'held50', 'held80', 'held95',
  'source', 'quality', 'note',
] // biome-ignore format: a list of headings reads best as a paragraph

/** What a fit knew; the first where the file does not say. */
const KNEW = ['other_cities', 'all_provinces', 'earlier_years'] as const

/** The scores in the order of the file; none where the folder has no such table. */
export function readBacktest({ folder, sources, findings }: TableContext): BacktestScore[] {
  const table = readTable(
    folder,
    'backtest.csv',
    { required: REQUIRED, optional: ['knew', 'places'] },
    findings,
  )
  if (!table) return []
  const reader = new Reader(table, findings, sources)
  return table.rows.map((row) => ({
    from: reader.number(row, 'from', ANY),
    year: reader.year(row),
    subject: reader.required(row, 'subject', 'what was forecast'),
    method: reader.required(row, 'method', 'how it was forecast'),
    meanError: reader.number(row, 'mean_error', ANY),
    regionError: reader.number(row, 'region_error', ANY),
    score: reader.number(row, 'crps', ANY),
    held50: reader.optionalNumber(row, 'held50', SHARE),
    held80: reader.optionalNumber(row, 'held80', SHARE),
    held95: reader.optionalNumber(row, 'held95', SHARE),
    knew: reader.has('knew') ? KNEW[reader.word(row, 'knew', KNEW, 'kind-unknown')] : KNEW[0],
    places: reader.has('places') ? reader.optionalNumber(row, 'places', ANY) : undefined,
    provenance: reader.provenance(row, ['point', 'percent']),
  }))
}
